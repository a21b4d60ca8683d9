import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openForReading } from '../../scripts/build/database.ts';
import { type Built, build } from '../../scripts/build/index.ts';
import { figureFiles } from '../../scripts/build/inputs.ts';
import { readCsv } from '../../scripts/ingest/csv.ts';
import { ROOT } from '../../server/dataset/root.ts';

export const FIGURES = path.join(ROOT, 'data/figures');

/** A folder that is gone when the tests are. */
export function temporaryFolder(): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The bundled figures built into a folder, with a user's own loads from `local` beside them. */
export const buildBundled = (folder: string, local = path.join(folder, 'none')): Promise<Built> =>
  build({ database: path.join(folder, 'cancer.duckdb'), figures: figureFiles(FIGURES, local) });

let rows: readonly Record<string, string>[] | undefined;

/** The bundled waits as they are committed, 115,000 rows, read once for all files of a worker. */
export const committedWaits = () => {
  rows ??= readCsv(path.join(FIGURES, 'waits.csv.gz'));
  return rows;
};

let once: Promise<Built> | undefined;

/** The bundled figures, built once for all files of a worker; nobody writes to them. */
export function builtOnce(): Promise<Built> {
  if (once === undefined) {
    const { folder, remove } = temporaryFolder();
    process.on('exit', remove);
    once = buildBundled(folder);
  }
  return once;
}

/** The rows of a query on a built database, numbers as numbers. */
export async function ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
  return openForReading(database, async (connection) => {
    const found = await connection.runAndReadAll(sql);
    return found.getRowObjectsJS() as Record<string, unknown>[];
  });
}
