import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeCsv } from '../ingest/csv.ts';
import { DIRECTORY, updatePaths, writeJson } from './files.ts';
import { geography } from './geography.ts';
import { place } from './hex-grid.ts';
import { hexPaths, hexTopology } from './hex-paths.ts';
import { layout } from './layout.ts';
import type { Boundaries } from './topology.ts';

const SEED = 1;
const ROUNDS = 1_500_000;

/** Makes hex.csv, hex.topo.json and the tiles in paths.json from ccg.topo.json, all in data/boundaries; takes under a minute. */
export async function hexagons(log: (line: string) => void): Promise<void> {
  const areas = geography();
  const boundaries: Boundaries = JSON.parse(readFileSync(path.join(DIRECTORY, 'ccg.topo.json'), 'utf8'));
  const cells = layout(boundaries, areas, SEED, ROUNDS);
  const rows = [...cells].map(([ccg, cell]) => ({ ccg, ...place(cell) }));
  writeCsv(
    path.join(DIRECTORY, 'hex.csv'),
    ['ccg', 'column', 'row'],
    rows.sort((a, b) => (a.ccg < b.ccg ? -1 : 1)),
  );

  const topology = hexTopology(cells, areas);
  log(`hex.csv: ${cells.size} tiles`);
  log(`hex.topo.json: ${writeJson('hex.topo.json', topology)} bytes`);
  log(`paths.json: ${updatePaths({ hex: hexPaths(topology, cells, areas) })} bytes`);
}

if (process.argv[1] === import.meta.filename) await hexagons((line) => console.log(line));
