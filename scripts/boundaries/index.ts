import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { updatePaths, writeJson } from './files.ts';
import { geography } from './geography.ts';
import { mapPaths } from './map.ts';
import { projected, simplified } from './topology.ts';

/**
 * Makes data/boundaries/ccg.topo.json, and the map in paths.json, from the CCG shapes of April 2016 (GeoJSON, WGS84,
 * NHS code in CCG16CDH). Throws when the file is not that, or its CCGs are not those of data/geography/ccgs.csv.
 */
export async function boundaries(file: string, log: (line: string) => void): Promise<void> {
  const { alliances, regions, names } = geography();
  const features = projected(readCollection(file), file);
  const ids = new Set(features.map(({ id }) => String(id)));
  const missing = [...names.keys()].filter((id) => !ids.has(id));
  const strange = [...ids].filter((id) => !names.has(id));
  if (missing.length > 0 || strange.length > 0 || ids.size !== features.length) {
    throw new Error(
      `${file}: ${features.length} features; the ${names.size} CCGs of data/geography/ccgs.csv are needed, once each` +
        ` (missing: ${missing.join(' ') || 'none'}; unknown: ${strange.join(' ') || 'none'})`,
    );
  }

  const topology = simplified(features, alliances, regions);
  log(
    `${features.length} CCGs read; ${topology.arcs.length} lines, ${topology.arcs.flat().length} points kept`,
  );
  log(`ccg.topo.json: ${writeJson('ccg.topo.json', topology)} bytes`);
  log(`paths.json: ${updatePaths({ map: mapPaths(topology, alliances) })} bytes`);
}

function readCollection(file: string): FeatureCollection {
  const text = readFileSync(file, 'utf8');
  try {
    const content = JSON.parse(text);
    if (content?.type === 'FeatureCollection') return content;
  } catch (error) {
    throw new Error(`${file}: not JSON (${error instanceof Error ? error.message : error})`, {
      cause: error,
    });
  }
  throw new Error(`${file}: a GeoJSON FeatureCollection is needed`);
}
