import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { quoted } from '../../data/text/sql.ts';

export type { DuckDBConnection };

/** Opens (or makes) a database for building, in memory where no file is named; `another` is a second connection. */
export async function openForBuilding(file = ':memory:') {
  const instance = await DuckDBInstance.create(file, {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const another = await instance.connect();
  return {
    connection,
    another,
    close() {
      another.closeSync();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Opens a database read-only, asks, and closes it again. */
export async function openForReading<T>(
  file: string,
  ask: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return await ask(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Sets a variable that the build's SQL reads with getvariable(). */
export async function setVariable(connection: DuckDBConnection, name: string, value: string | string[]) {
  const text = typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]::VARCHAR[]`;
  await connection.run(`SET VARIABLE ${name} = ${text}`);
}

/** Runs every statement of a SQL file. Throws naming the file. */
export async function runFile(connection: DuckDBConnection, file: string) {
  try {
    await connection.run(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** Fills a table with rows given as plain objects; the keys are the table's columns. */
export async function insertRows(connection: DuckDBConnection, table: string, rows: readonly object[]) {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first);
  const shape = JSON.stringify([Object.fromEntries(columns.map((column) => [column, 'VARCHAR']))]);
  await connection.run(
    `INSERT INTO ${table} BY NAME SELECT unnest(from_json($rows, '${shape}'), recursive := true)`,
    { rows: JSON.stringify(rows) },
  );
}

/** The order in which the rows of a large table are written: DuckDB then reads only the parts that a question is of. */
const ORDERS: Record<string, string> = { observation: 'ORDER BY metric, area, period, grp' };

/** Writes the tables that were built in memory to a new file of the same schema, without a write-ahead log. */
export async function writeTo(connection: DuckDBConnection, file: string, schema: string) {
  await connection.run(`ATTACH ${quoted(file)} AS written; USE written`);
  // String compression that is slow to find saves nothing here: ids and notes repeat.
  await connection.run("SET disabled_compression_methods = 'fsst,dict_fsst,zstd'");
  await runFile(connection, schema);
  // In the order in which they were made, so that what a table refers to is there before it.
  const tables = await connection.runAndReadAll(
    "SELECT table_name FROM duckdb_tables() WHERE database_name = 'written' ORDER BY table_oid",
  );
  await connection.run('BEGIN');
  for (const [name] of tables.getRows()) {
    const table = String(name);
    await connection.run(`INSERT INTO written.${table} FROM memory.${table} ${ORDERS[table] ?? ''}`);
  }
  await connection.run('COMMIT; CHECKPOINT written; USE memory; DETACH written');
}

/**
 * Holds a file for this process alone until it is let go, or until the process ends, however it ends: the lock is the
 * operating system's. Null while another process holds it.
 */
export async function holdFile(file: string): Promise<(() => void) | null> {
  const open = (name: string) => DuckDBInstance.create(name, { threads: '1' });
  try {
    const instance = await open(file).catch(async (error: Error) => {
      if (!/not a valid DuckDB/i.test(error.message)) throw error;
      // A process was killed, or the disk was full, while the file was made. It is made whole in its place: a lock is on
      // a file, not on its name.
      const folder = mkdtempSync(path.join(tmpdir(), 'cancer-lock-'));
      try {
        const whole = path.join(folder, 'lock');
        (await open(whole)).closeSync();
        copyFileSync(whole, file);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
      return open(file);
    });
    return () => instance.closeSync();
  } catch (error) {
    if (/lock on file/i.test(String(error))) return null;
    throw error;
  }
}

/**
 * Rows of a CSV file too large to be held, found by queries of the view `source`: every column as text. A table made of it
 * has its rows in their order, so that `rowid` counts them from 0. What sets up, and each query, is SQL or a file of it. At
 * most about 300 MB are used.
 */
export async function readTable(
  file: string,
  columns: readonly string[],
  { setUp, queries }: { setUp: string[]; queries: string[] },
): Promise<Record<string, unknown>[][]> {
  const { connection, close } = await openForBuilding();
  try {
    const types = columns.map((column) => `${quoted(column)}: 'VARCHAR'`);
    await connection.run("SET preserve_insertion_order = true; SET memory_limit = '230MB'; SET threads = 2");
    await connection.run(
      `CREATE VIEW source AS FROM read_csv(${quoted(file)}, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
         buffer_size = 8000000, columns = {${types.join(', ')}})`,
    );
    const textOf = (sql: string) => (sql.endsWith('.sql') ? readFileSync(sql, 'utf8') : sql);
    for (const statement of setUp) await connection.run(textOf(statement));
    const found: Record<string, unknown>[][] = [];
    for (const query of queries)
      found.push((await connection.runAndReadAll(textOf(query))).getRowObjectsJson());
    return found;
  } finally {
    close();
  }
}
