import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readCsv, writeCsv } from './csv.ts';
import {
  EXPECTED_COLUMNS,
  type ExpectedRange,
  FIGURE_COLUMNS,
  type Figure,
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
export type Store = { waits: Stored[]; other: Stored[]; expected: Stored[]; manifest: Stored[] };

const FILES = {
  waits: { name: 'waits.csv.gz', columns: WAIT_COLUMNS, key: ['metric', 'area', 'period', 'grp'] },
  other: { name: 'other.csv', columns: FIGURE_COLUMNS, key: ['metric', 'area', 'period', 'grp'] },
  expected: { name: 'expected.csv', columns: EXPECTED_COLUMNS, key: ['metric', 'area', 'period'] },
  manifest: { name: 'manifest.csv', columns: MANIFEST_COLUMNS, key: ['id'] },
} as const;
const TABLES = ['waits', 'other', 'expected', 'manifest'] as const;

/** Tables that repeat what other files print more fully: each gives way to the other where both have a figure. */
const GIVES_WAY = ['cwt-icb-monthly'];

/** Reads the tables of a folder; a table that is not there yet is empty. */
export function openStore(folder: string): Store {
  const read = (table: keyof Store) => {
    const file = path.join(folder, FILES[table].name);
    return existsSync(file) ? readCsv(file) : [];
  };
  return {
    waits: read('waits'),
    other: read('other'),
    expected: read('expected'),
    manifest: read('manifest'),
  };
}

/** The store with everything of the loaded files' ids replaced by what was loaded. */
export function merge(
  store: Store,
  loaded: {
    waits: Wait[];
    figures: Figure[];
    expected?: ExpectedRange[];
    manifest: ManifestLine[];
  },
): Store {
  const ids = new Set<unknown>(loaded.manifest.map(({ id }) => id));
  return {
    waits: fullest(store.waits.filter(({ file }) => !ids.has(file)).concat(loaded.waits)),
    other: store.other.filter(({ file }) => !ids.has(file)).concat(loaded.figures),
    expected: store.expected.filter(({ file }) => !ids.has(file)).concat(loaded.expected ?? []),
    manifest: store.manifest.filter(({ id }) => !ids.has(id)).concat(loaded.manifest),
  };
}

/**
 * The rows without those of a table that gives way to another file's row of the same figure. Of two national time
 * series the one that ends later has a figure that both print. Throws where the counts of the two differ.
 */
function fullest(rows: Stored[]): Stored[] {
  const keyOf = ({ metric, area, period, grp }: Stored) => [metric, area, period, grp].join(' ');
  const weight = ({ file }: Stored) => (GIVES_WAY.includes(String(file)) ? '' : String(file));
  const kept = new Map<string, Stored>();
  for (const row of rows) {
    const key = keyOf(row);
    const other = kept.get(key);
    if (other === undefined) {
      kept.set(key, row);
      continue;
    }
    const [more, less] = weight(row) > weight(other) ? [row, other] : [other, row];
    // The table in one drops half patients.
    const alike = ['numerator', 'denominator'].every(
      (of) => Math.abs(Number(more[of]) - Number(less[of])) < 1,
    );
    if (!alike && !/^cwt-national-/.test(String(less.file)))
      throw new Error(
        `${key} is ${more.numerator} of ${more.denominator} in ${more.file} and ${less.numerator} of ${less.denominator} in ${less.file}; expected the same`,
      );
    kept.set(key, more);
  }
  return [...kept.values()];
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
