import { readFileSync } from 'node:fs';
import type { FeatureCollection } from 'geojson';
import { updatePaths, writeJson } from './files.ts';
import { annexI, type Geography, today } from './geography.ts';
import { mapPaths } from './map.ts';
import { projected, simplified } from './topology.ts';

/** The boundaries that are read: what the areas are called, their codes in the file, and the files they are made into. */
type Vintage = {
  areas: string;
  /** The level of the areas, and that of the Alliances merged from them. */
  levels: readonly [small: string, large: string];
  property: string;
  geography: () => Geography;
  topology: string;
  paths: string;
};

const VINTAGES: readonly Vintage[] = [
  {
    areas: 'CCGs of April 2016 (data/geography/ccgs.csv)',
    levels: ['ccg', 'alliance'],
    property: 'CCG16CDH',
    geography: annexI,
    topology: 'ccg.topo.json',
    paths: 'paths.json',
  },
  {
    areas: 'ICBs of 2023 (data/geography/commissioners.csv)',
    levels: ['icb', 'alliance-today'],
    property: 'ICB23CD',
    geography: today,
    topology: 'icb.topo.json',
    paths: 'icb-paths.json',
  },
];

/**
 * Makes the topology and the map's path strings of data/boundaries from the shapes of the 209 CCGs of April 2016 (NHS
 * code in CCG16CDH) or the 42 ICBs of April 2023 (ONS code in ICB23CD), GeoJSON in WGS84. Throws when the file is
 * neither, or its areas are not those of data/geography.
 */
export async function boundaries(file: string, log: (line: string) => void): Promise<void> {
  const collection = readCollection(file);
  const [first] = collection.features;
  const vintage = VINTAGES.find(({ property }) => first?.properties && property in first.properties);
  if (!vintage)
    throw new Error(
      `${file}: the first feature has neither ${VINTAGES.map(({ property }) => property).join(' nor ')}; expected the ${VINTAGES.map(({ areas }) => areas).join(', or the ')}`,
    );
  const { alliances, regions, names, byCode } = vintage.geography();
  const features = projected(collection, file, ({ properties }) => {
    const code = properties?.[vintage.property];
    return typeof code === 'string' ? (byCode.get(code) ?? code) : null;
  });
  const ids = new Set(features.map(({ id }) => String(id)));
  const missing = [...names.keys()].filter((id) => !ids.has(id));
  const strange = [...ids].filter((id) => !names.has(id));
  if (missing.length > 0 || strange.length > 0 || ids.size !== features.length) {
    throw new Error(
      `${file}: ${features.length} features; the ${names.size} ${vintage.areas} are needed, once each` +
        ` (missing: ${missing.join(' ') || 'none'}; unknown: ${strange.join(' ') || 'none'})`,
    );
  }

  const topology = simplified(features, alliances, regions);
  log(
    `${features.length} areas read; ${topology.arcs.length} lines, ${topology.arcs.flat().length} points kept`,
  );
  const [small, large] = vintage.levels;
  const { ccg, alliance, region } = topology.objects;
  const objects = small === 'ccg' ? { ccg, alliance, region } : { [small]: ccg, [large]: alliance };
  log(`${vintage.topology}: ${writeJson(vintage.topology, { ...topology, objects })} bytes`);
  const map = mapPaths(topology, alliances, vintage.levels);
  log(`${vintage.paths}: ${updatePaths(vintage.paths, map)} bytes`);
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
