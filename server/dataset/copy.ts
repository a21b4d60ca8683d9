import { type EventEmitter, setMaxListeners } from 'node:events';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { quoted } from '../../data/text/sql.ts';
import { orNoRoom } from '../http/problem.ts';
import { bind, replaced, type Values } from './database.ts';
import type { Dataset } from './dataset.ts';
import { makeFolder, removeFolder } from './temporary.ts';

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

/**
 * What is copied: a SELECT, in which format, the temporary types that it needs, each a statement, and the values of each
 * part, in order.
 */
export type Copy = {
  select: string;
  format: keyof typeof FORMATS;
  types?: readonly string[];
  parts: readonly Values[];
};

/** Files without a name, gone once they are closed. */
export type Written = { files: readonly FileHandle[]; bytes: number; close(): Promise<void> };

/** Rows that were copied, a file a part. */
export type Copied = Written & { rows: number };

/** Bytes read from a file at once. */
const PIECE = 256 * 1024;

/** The bytes of open files one after another, each from its beginning, which many may read at once; they stay open. */
export async function* piecesOf(files: readonly FileHandle[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const file of files)
    yield* file.createReadStream({ start: 0, autoClose: false, highWaterMark: PIECE });
}

/** Each reader of a file listens for its end, however many they are. */
function forMany(file: FileHandle): FileHandle {
  setMaxListeners(0, file as unknown as EventEmitter);
  return file;
}

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
  { select, format, types = [], parts }: Copy,
  signal: AbortSignal,
): Promise<Copied> {
  const reader = await connection.runAndReadAll('SELECT version FROM dataset');
  if (reader.getRows()[0]?.[0] !== dataset.version) throw replaced();
  for (const type of types) await connection.run(type);
  const statement = await connection.prepare(`COPY (${select}) TO ${quoted(to)} (${FORMATS[format]})`);
  const interrupt = () => connection.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  const files: FileHandle[] = [];
  const close = async () => {
    for (const file of files) await file.close();
  };
  try {
    let [rows, bytes] = [0, 0];
    for (const part of parts) {
      signal.throwIfAborted();
      bind(statement, part);
      rows += (await statement.run()).rowsChanged;
      const file = await open(to);
      files.push(forMany(file));
      bytes += (await file.stat()).size;
      // The next part is another file of this name.
      await unlink(to);
    }
    return { files, rows, bytes, close };
  } catch (error) {
    await close();
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    statement.destroySync();
  }
}

/**
 * Pieces of text as one file. Throws a 503 where there is no room to write, and the signal's reason once nobody waits for it.
 */
export const written = (pieces: AsyncIterable<string>, signal: AbortSignal): Promise<Written> =>
  inTemporaryFolder(async (folder) => {
    const to = path.join(folder, 'text');
    const file = await open(to, 'wx+');
    try {
      for await (const piece of pieces) {
        signal.throwIfAborted();
        await file.appendFile(piece);
      }
      const { size } = await file.stat();
      await unlink(to);
      return { files: [forMany(file)], bytes: size, close: () => file.close() };
    } catch (error) {
      await file.close();
      throw error;
    }
  });

/** A folder for a file that is being written. It is gone once the work is done, whatever comes of it. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await makeFolder('cancer-outcomes-file-').catch(noRoom);
  try {
    return await work(folder).catch(noRoom);
  } finally {
    await removeFolder(folder);
  }
}

/** Throws on what went wrong, as a 503 where there is no room to write. */
const noRoom = orNoRoom(
  'There is no room on the server to write the file; ask again later, or for the CSV of one metric (metric=), which needs none.',
);

/**
 * Rows as files, written by a second instance on the dataset's file, since the one that answers questions can write no
 * file. Throws a 503 where there is no room to write (or, on systems that cannot open what they hold open, while another
 * dataset is taking over), and the signal's reason once nobody waits for it.
 */
export const copied = (dataset: Dataset, copy: Copy, signal: AbortSignal): Promise<Copied> =>
  inTemporaryFolder(async (folder) => {
    const instance = await DuckDBInstance.create(dataset.db.openFile, READ_ONLY);
    try {
      const connection = await instance.connect();
      try {
        await confine(connection, folder);
        return await copyTo(path.join(folder, 'rows'), connection, dataset, copy, signal);
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
  });
