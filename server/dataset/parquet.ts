import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { orNoRoom, ProblemError } from '../http/problem.ts';
import type { Values } from './database.ts';
import type { Dataset } from './dataset.ts';
import { subquery } from './queries.ts';

const READ_ONLY = {
  access_mode: 'READ_ONLY',
  threads: '1',
  memory_limit: '512MB',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Confines a connection to one folder to write to; it cannot be undone. */
async function confine(connection: DuckDBConnection, folder: string) {
  await connection.run(`SET allowed_directories = [${quoted(`${folder}${path.sep}`)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

async function copy(
  connection: DuckDBConnection,
  dataset: Dataset,
  name: string,
  values: Values,
  to: string,
  signal: AbortSignal,
) {
  const reader = await connection.runAndReadAll('SELECT version FROM dataset');
  if (reader.getRows()[0]?.[0] !== dataset.version)
    throw new ProblemError('busy', 'The dataset has just been replaced; ask again in a moment.');
  const statement = await connection.prepare(
    `COPY ${subquery(name)} TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  const interrupt = () => connection.interrupt();
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    signal.throwIfAborted();
    statement.bind(values);
    await statement.run();
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    statement.destroySync();
  }
}

/** Throws on what went wrong, as a 503 where there is no room to write. */
const failed = orNoRoom(
  'There is no room on the server to write the file; ask again later, or for observations.csv, which needs none.',
);

/**
 * The rows of a query as a Parquet file, written by a second instance on the dataset's file, since the one that answers
 * questions can write no file. Throws a 503 while another dataset is taking over or where there is no room to write,
 * and the signal's reason once nobody waits for it.
 */
export async function parquetOf(
  dataset: Dataset,
  name: string,
  values: Values,
  signal: AbortSignal,
): Promise<Buffer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cancer-parquet-')).catch(failed);
  const to = path.join(folder, 'rows.parquet');
  try {
    const instance = await DuckDBInstance.create(dataset.db.file, READ_ONLY);
    try {
      const connection = await instance.connect();
      try {
        await confine(connection, folder);
        await copy(connection, dataset, name, values, to, signal).catch(failed);
      } finally {
        connection.closeSync();
      }
    } finally {
      instance.closeSync();
    }
    return await readFile(to);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
