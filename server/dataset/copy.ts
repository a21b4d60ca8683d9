import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { orNoRoom, ProblemError } from '../http/problem.ts';
import { bind, type Values } from './database.ts';
import type { Dataset } from './dataset.ts';

/** Sorting the whole dataset takes more than this: what has no room lies beside the file meanwhile. */
const READ_ONLY = {
  access_mode: 'READ_ONLY',
  threads: '1',
  memory_limit: '160MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/** How DuckDB writes rows: as Parquet, or a text of each as it stands, with a line feed after it. */
const FORMATS = {
  parquet: 'FORMAT parquet, COMPRESSION zstd',
  lines: "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001'",
} as const;

/** What is copied: a SELECT, in which format, and the temporary types that it needs, each a statement. */
export type Copy = { select: string; format: keyof typeof FORMATS; types?: readonly string[] };

/** A file without a name, gone once it is closed, and its rows. */
export type Copied = { file: FileHandle; rows: number; bytes: number; close(): Promise<void> };

/** Bytes read from a file at once. */
const PIECE = 256 * 1024;

/** The bytes of an open file from its beginning, which many may read at once; it stays open. */
export const piecesOf = (file: FileHandle): AsyncIterable<Uint8Array<ArrayBuffer>> =>
  file.createReadStream({ start: 0, autoClose: false, highWaterMark: PIECE });

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Confines a connection to one folder to write to; it cannot be undone. */
async function confine(connection: DuckDBConnection, folder: string) {
  await connection.run(`SET temp_directory = ${quoted(path.join(folder, 'sorting'))}`);
  await connection.run(`SET allowed_directories = [${quoted(`${folder}${path.sep}`)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

async function copyTo(
  to: string,
  connection: DuckDBConnection,
  dataset: Dataset,
  { select, format, types = [] }: Copy,
  values: Values,
  signal: AbortSignal,
): Promise<number> {
  const reader = await connection.runAndReadAll('SELECT version FROM dataset');
  if (reader.getRows()[0]?.[0] !== dataset.version)
    throw new ProblemError('busy', 'The dataset has just been replaced; ask again in a moment.');
  for (const type of types) await connection.run(type);
  const statement = await connection.prepare(`COPY (${select}) TO ${quoted(to)} (${FORMATS[format]})`);
  const interrupt = () => connection.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    signal.throwIfAborted();
    bind(statement, values);
    return (await statement.run()).rowsChanged;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    statement.destroySync();
  }
}

/** A folder for a file that is being written. It is gone once the work is done, whatever comes of it. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancer-outcomes-file-')).catch(noRoom);
  try {
    return await work(folder).catch(noRoom);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Throws on what went wrong, as a 503 where there is no room to write. */
const noRoom = orNoRoom(
  'There is no room on the server to write the file; ask again later, or for fingertips.csv, which needs none.',
);

/**
 * Rows as a file, written by a second instance on the dataset's file, since the one that answers questions can write no
 * file. Throws a 503 where there is no room to write (or, on systems that cannot open what they hold open, while another
 * dataset is taking over), and the signal's reason once nobody waits for it.
 */
export const copied = (dataset: Dataset, copy: Copy, values: Values, signal: AbortSignal): Promise<Copied> =>
  inTemporaryFolder(async (folder) => {
    const to = path.join(folder, 'rows');
    const instance = await DuckDBInstance.create(dataset.db.openFile, READ_ONLY);
    try {
      const connection = await instance.connect();
      try {
        await confine(connection, folder);
        const rows = await copyTo(to, connection, dataset, copy, values, signal);
        const file = await open(to);
        return { file, rows, bytes: (await file.stat()).size, close: () => file.close() };
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  });
