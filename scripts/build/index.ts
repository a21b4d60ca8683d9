import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { METRICS } from '../../data/metrics/index.ts';
import { financialYear, monthsOf, type Period, parsePeriod, quarter } from '../../data/periods.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { brokenRules } from '../check/index.ts';
import {
  type DuckDBConnection,
  insertRows,
  openForBuilding,
  runFile,
  setVariable,
  writeTo,
} from './database.ts';
import { datasetVersion, defaultDatabase, figureFiles } from './inputs.ts';

export type BuildOptions = {
  database?: string;
  figures?: ReturnType<typeof figureFiles>;
  geography?: string;
  log?: (line: string) => void;
};

export type Built = { database: string; version: string; observations: number; milliseconds: number };

const sql = (name: string) => path.join(ROOT, 'scripts/build', name);

/** The periods of the figures: those published, and the quarters and financial years that hold their months. */
async function fillPeriods(connection: DuckDBConnection) {
  const found = await connection.runAndReadAll('SELECT DISTINCT period FROM observation');
  const ids = found.getRows().map(([id]) => String(id));
  const months = ids.filter((id) => parsePeriod(id)?.grain === 'month');
  const all = new Set([...ids, ...months.map(quarter), ...months.map(financialYear)]);
  const periods = [...all].sort().map((id): Period => {
    const period = parsePeriod(id);
    if (!period)
      throw new Error(`data/figures: ${id} is no period; such as 2016-04, fy2016-17 or 2013 is needed`);
    return period;
  });
  await insertRows(
    connection,
    'period',
    periods.map((period) => ({
      id: period.id,
      grain: period.grain,
      start_month: period.start,
      end_month: period.end,
      months: monthsOf(period).length,
    })),
  );
  await connection.run('CREATE TEMP TABLE part_of (part TEXT, id TEXT, grain TEXT)');
  await connection.run('CREATE TEMP TABLE month_in (id TEXT, month TEXT)');
  const sums = periods.filter(({ grain }) => grain === 'quarter' || grain === 'year');
  const parts = sums.flatMap((period) => {
    const months = monthsOf(period);
    const of = period.grain === 'year' ? [...new Set(months.map(quarter))] : months;
    return of.map((part) => ({ part, id: period.id, grain: period.grain }));
  });
  await insertRows(connection, 'part_of', parts);
  await insertRows(
    connection,
    'month_in',
    sums.flatMap((period) => monthsOf(period).map((month) => ({ id: period.id, month }))),
  );
}

async function fillMetrics(connection: DuckDBConnection) {
  const metrics = Object.entries(METRICS);
  await insertRows(
    connection,
    'metric',
    metrics.map(([id, { label, kind, polarity, source, ...more }]) => ({
      id,
      label,
      kind,
      polarity,
      source,
      areas_of: 'areasOf' in more ? more.areasOf : null,
    })),
  );
  await connection.run('CREATE TEMP TABLE metric_wait (metric TEXT)');
  const waits = metrics.filter(([, { source }]) => source === 'cancer-waiting-times');
  await insertRows(
    connection,
    'metric_wait',
    waits.map(([metric]) => ({ metric })),
  );
}

/**
 * Builds the dataset aside, checks it and swaps it in under its name. Returns its version and size.
 * Throws, and leaves what was there, when an input is missing or a rule of scripts/check is broken.
 */
export async function build(options: BuildOptions = {}): Promise<Built> {
  const started = performance.now();
  const { database = defaultDatabase(), figures = figureFiles(), log = () => {} } = options;
  const geography = options.geography ?? path.join(ROOT, 'data/geography');
  for (const [name, files] of Object.entries(figures)) {
    if (files.length === 0)
      throw new Error(`No ${name} found in data/figures; run npm run data -- ingest first`);
  }
  const version = datasetVersion(figures, geography);
  const aside = `${database}.${process.pid}.new`;
  mkdirSync(path.dirname(database), { recursive: true });
  discard(aside);
  const { connection, another, close } = await openForBuilding();
  try {
    await fill(connection, { ...figures, geography });
    const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM observation');
    const observations = Number(counted.getRows()[0]?.[0]);
    await insertRows(connection, 'dataset', [{ version, built_at: new Date().toISOString(), observations }]);
    const [broken] = await Promise.all([brokenRules(another), writeTo(connection, aside, sql('schema.sql'))]);
    if (broken.length > 0) throw new Error(`The figures break their rules:\n${broken.join('\n')}`);
    close();
    if (existsSync(`${aside}.wal`))
      throw new Error(`${aside}.wal was left behind; the database is not whole`);
    swapIn(aside, database);
    const milliseconds = Math.round(performance.now() - started);
    log(
      `Built ${path.relative(ROOT, database)}: version ${version}, ${observations} figures, ${milliseconds} ms`,
    );
    return { database, version, observations, milliseconds };
  } catch (error) {
    close();
    discard(aside);
    throw error;
  }
}

type Inputs = ReturnType<typeof figureFiles> & { geography: string };

async function fill(connection: DuckDBConnection, inputs: Inputs) {
  for (const [name, value] of Object.entries(inputs)) await setVariable(connection, name, value);
  await runFile(connection, sql('schema.sql'));
  await runFile(connection, sql('macros.sql'));
  await fillMetrics(connection);
  await runFile(connection, sql('1-geography.sql'));
  await runFile(connection, sql('2-coverage.sql'));
  for (const file of inputs.waits.toReversed()) {
    await setVariable(connection, 'file', file);
    await runFile(connection, sql('3-waits.sql'));
  }
  await runFile(connection, sql('4-figures.sql'));
  await fillPeriods(connection);
  await runFile(connection, sql('5-submissions.sql'));
  await runFile(connection, sql('6-derived.sql'));
  await runFile(connection, sql('7-gaps.sql'));
}

const discard = (file: string) => {
  for (const each of [file, `${file}.wal`]) rmSync(each, { force: true });
};

/** A write-ahead log of an older file would be replayed into the new one: it goes first. */
function swapIn(aside: string, database: string) {
  rmSync(`${database}.wal`, { force: true });
  renameSync(aside, database);
}
