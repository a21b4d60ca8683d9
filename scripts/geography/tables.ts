import { statSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../ingest/csv.ts';

const NAMES = [
  'alliances',
  'alliances-today',
  'ccgs',
  'commissioners',
  'icb-successions',
  'memberships',
  'memberships-today',
  'ons-codes',
  'regions',
  'successions',
] as const;

export type GeographyRow = Record<string, string>;

/** The tables of data/geography that loads and successions are read with; every cell is text. */
type Name = (typeof NAMES)[number];
export type GeographyTables = { readonly [name in Name]: readonly GeographyRow[] };

const read = new Map<string, { state: string; tables: GeographyTables }>();

/** What tells a file from one that was written in its place; empty where there is none. */
function stateOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return found ? [found.ino, found.mtimeNs, found.size].join(':') : '';
}

/** The tables of a folder such as data/geography; read once, and again where a file of it has changed. */
export function readTables(folder: string): GeographyTables {
  const files = NAMES.map((name) => [name, path.join(folder, `${name}.csv`)] as const);
  const state = files.map(([, file]) => stateOf(file)).join(' ');
  const kept = read.get(folder);
  if (kept?.state === state) return kept.tables;
  const tables = Object.fromEntries(
    files.map(([name, file]): [string, readonly GeographyRow[]] => [name, readCsv(file)]),
  ) as GeographyTables;
  read.set(folder, { state, tables });
  return tables;
}
