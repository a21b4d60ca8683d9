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

/** Reads the tables of a folder such as data/geography. */
export const readTables = (folder: string): GeographyTables =>
  Object.fromEntries(
    NAMES.map((name): [string, readonly GeographyRow[]] => [name, readCsv(path.join(folder, `${name}.csv`))]),
  ) as GeographyTables;
