import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readCsv, writeCsv } from './csv.ts';
import {
  FIGURE_COLUMNS,
  type Figure,
  type OwnFigure,
  type Source,
  WAIT_COLUMNS,
  type Wait,
} from './reading.ts';

const MANIFEST_COLUMNS = [
  'id',
  'publisher',
  'publication',
  'period',
  'file',
  'sha256',
  'rows',
  'licence',
] as const;

/** One source file, as manifest.csv lists it; `rows` are those taken from it. */
export type ManifestLine = Source & { file: string; sha256: string; rows: number };

/** A row as it stands in the stored tables, whichever of the two it is of. */
type Stored = Record<string, string | number | null>;

/** The stored tables: what earlier loads wrote, and what is loaded now in place of it. */
export type Store = { waits: Stored[]; other: Stored[]; manifest: Stored[] };

const FILES = {
  waits: { name: 'waits.csv.gz', columns: WAIT_COLUMNS, key: ['metric', 'area', 'period'] },
  other: { name: 'other.csv', columns: FIGURE_COLUMNS, key: ['metric', 'area', 'period', 'grp'] },
  manifest: { name: 'manifest.csv', columns: MANIFEST_COLUMNS, key: ['id'] },
} as const;
const TABLES = ['waits', 'other', 'manifest'] as const;

/** Reads the tables of a folder; a table that is not there yet is empty. */
export function openStore(folder: string): Store {
  const read = (table: keyof Store) => {
    const file = path.join(folder, FILES[table].name);
    return existsSync(file) ? readCsv(file) : [];
  };
  return { waits: read('waits'), other: read('other'), manifest: read('manifest') };
}

/** The store with everything of the loaded files' ids replaced by what was loaded. */
export function merge(
  store: Store,
  loaded: { waits: Wait[]; figures: OwnFigure[] | Figure[]; manifest: ManifestLine[] },
): Store {
  const ids = new Set<unknown>(loaded.manifest.map(({ id }) => id));
  return {
    waits: store.waits.filter(({ file }) => !ids.has(file)).concat(loaded.waits),
    other: store.other.filter(({ file }) => !ids.has(file)).concat(loaded.figures),
    manifest: store.manifest.filter(({ id }) => !ids.has(id)).concat(loaded.manifest),
  };
}

/** Writes the tables sorted by their keys, all aside first and then in place. Throws on a key that comes twice. */
export function writeStore(folder: string, store: Store): void {
  mkdirSync(folder, { recursive: true });
  const aside = (table: keyof Store) => path.join(folder, `.${process.pid}-${FILES[table].name}`);
  try {
    for (const table of TABLES) {
      const { name, columns, key } = FILES[table];
      writeCsv(aside(table), columns, sorted(store[table], key, name));
    }
    for (const table of TABLES) renameSync(aside(table), path.join(folder, FILES[table].name));
  } finally {
    for (const table of TABLES) rmSync(aside(table), { force: true });
  }
}

function sorted(rows: Stored[], key: readonly string[], name: string): Stored[] {
  const keyed = rows.map((row) => ({ row, id: key.map((column) => row[column]).join('\u0000') }));
  keyed.sort((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)));
  const twice = keyed.find(({ id }, index) => index > 0 && keyed[index - 1]?.id === id);
  if (twice)
    throw new Error(`${name}: ${twice.id.replaceAll('\u0000', ' ')} twice; expected one row for each`);
  return keyed.map(({ row }) => row);
}
