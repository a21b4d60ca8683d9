import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openForReading } from '../../scripts/build/database.ts';
import { type Built, build } from '../../scripts/build/index.ts';
import { datasetVersion, figureFiles } from '../../scripts/build/inputs.ts';
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

/** The bundled waits as they are committed without a quoted cell read once for all files of a worker. */
export function committedWaits(): readonly Record<string, string>[] {
  if (rows) return rows;
  const text = gunzipSync(readFileSync(path.join(FIGURES, 'waits.csv.gz'))).toString();
  if (text.includes('"')) throw new Error('waits.csv.gz has a quoted cell');
  const [head, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  rows = lines.map((cells) => Object.fromEntries((head ?? []).map((name, i) => [name, cells[i] ?? ''])));
  return rows;
}

let once: Promise<Built> | undefined;

/**
 * The bundled figures built: the database of `npm run build` where that is of the same inputs, else one built for all files
 * of a worker. Nobody writes to it.
 */
export function builtOnce(): Promise<Built> {
  once ??= ready().then((built) => {
    if (built) return built;
    const { folder, remove } = temporaryFolder();
    process.on('exit', remove);
    return buildBundled(folder);
  });
  return once;
}

async function ready(): Promise<Built | null> {
  const database = path.join(ROOT, 'data/build/cancer.duckdb');
  if (!existsSync(database)) return null;
  const [{ version, observations } = {}] = await ask(database, 'SELECT version, observations FROM dataset');
  const inputs = figureFiles(FIGURES, path.join(tmpdir(), 'none'));
  if (version !== datasetVersion(inputs, path.join(ROOT, 'data/geography'))) return null;
  return { database, version: String(version), observations: Number(observations), milliseconds: 0 };
}

/** The rows of a query on a built database, numbers as numbers. */
export async function ask(database: string, sql: string): Promise<Record<string, unknown>[]> {
  return openForReading(database, async (connection) => {
    const found = await connection.runAndReadAll(sql);
    return found.getRowObjectsJS() as Record<string, unknown>[];
  });
}
