import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { METRIC_IDS, metric } from '../../data/metrics/index.ts';
import { declareOwn, type OwnMetric } from '../../data/metrics/own.ts';
import { quoted } from '../../data/text/sql.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { insertRows, openForBuilding } from '../build/database.ts';

const RULES = path.join(ROOT, 'scripts/export/rules.sql');

/** The table of figures, which is cut into a folder for each metric. */
const FIGURES = 'observation';

const targetRows = () =>
  METRIC_IDS.flatMap((id) =>
    metric(id).targets.map(({ value, basis, from, until, by, comparable, label }) => ({
      ...{ metric: id, basis, value, from_month: from, until_month: until ?? '9999-12' },
      ...{ by_year: by, comparable, label },
    })),
  );

/** The views that make tables of the files again, for DuckDB started in their folder. */
const tablesSql = (tables: readonly string[]) =>
  [
    '-- The tables of the dataset, each a file of Parquet. For DuckDB, started in this folder.',
    ...tables.map((table) => {
      const files =
        table === FIGURES
          ? `read_parquet('${FIGURES}/*/*.parquet', hive_partitioning = true, hive_types = {'metric': VARCHAR})`
          : `read_parquet('${table}.parquet')`;
      return `CREATE VIEW "${table}" AS SELECT * FROM ${files};`;
    }),
    '',
  ].join('\n');

export type Exported = { folder: string; version: string; tables: string[]; figures: number };

/**
 * Writes a dataset to a new folder as Parquet, its figures a folder for each metric, with the rules as views: for an engine
 * that is run elsewhere. Throws where it is a file or holds something already; what was begun is gone if it fails, a folder that
 * was there is not.
 */
export async function exportDataset(database: string, folder: string): Promise<Exported> {
  const isThere = existsSync(folder);
  if (isThere && !statSync(folder).isDirectory()) throw new Error(`${folder} is a file: name a new folder`);
  if (isThere && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds something already: name a new folder, or empty it`);
  mkdirSync(folder, { recursive: true });
  const { connection, close } = await openForBuilding();
  const rowsOf = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  try {
    await connection.run(
      `ATTACH ${quoted(database)} AS dataset (READ_ONLY); SET preserve_insertion_order = true`,
    );
    const own = await rowsOf('SELECT declared FROM dataset.own_metric ORDER BY id');
    declareOwn(own.map(({ declared }) => JSON.parse(String(declared)) as OwnMetric));
    await connection.run(
      `CREATE TABLE target (metric TEXT, basis TEXT, value DOUBLE, from_month TEXT, until_month TEXT, by_year TEXT,
         comparable BOOLEAN, label TEXT)`,
    );
    await insertRows(connection, 'target', targetRows());
    const found = await rowsOf(
      "SELECT database_name AS of, table_name AS name FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY name",
    );
    for (const { of, name } of found) {
      const [from, to] = [`"${of}"."${name}"`, path.join(folder, String(name))];
      await (name === FIGURES
        ? connection.run(
            `COPY (FROM ${from} ORDER BY metric, area, period, grp)
               TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (metric))`,
          )
        : connection.run(
            `COPY (FROM ${from}) TO ${quoted(`${to}.parquet`)} (FORMAT parquet, COMPRESSION zstd)`,
          ));
    }
    const tables = found.map(({ name }) => String(name));
    writeFileSync(path.join(folder, 'tables.sql'), tablesSql(tables));
    cpSync(RULES, path.join(folder, 'rules.sql'));
    const [about] = await rowsOf('SELECT version, observations FROM dataset.dataset');
    return { folder, version: String(about?.version), tables, figures: Number(about?.observations) };
  } catch (error) {
    const begun = isThere ? readdirSync(folder).map((name) => path.join(folder, name)) : [folder];
    for (const each of begun) rmSync(each, { recursive: true, force: true });
    throw error;
  } finally {
    close();
  }
}
