import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OwnArea, type Succession, standing } from '../../data/geography/own.ts';
import { METRIC_IDS, metric as metricOf } from '../../data/metrics/index.ts';
import { declareOwn, type OwnMetric } from '../../data/metrics/own.ts';
import { financialYear, monthsOf, type Period, parsePeriod, quarter } from '../../data/periods.ts';
import { failureOf, ROOT } from '../../server/dataset/root.ts';
import { BrokenRules, brokenRules } from '../check/index.ts';
import { succeeded } from '../geography/succeeded.ts';
import { type GeographyRow, readTables } from '../geography/tables.ts';
import {
  type DuckDBConnection,
  insertRows,
  openForBuilding,
  runFile,
  setVariable,
  writeTo,
} from './database.ts';
import { datasetVersion, defaultDatabase, type FigureFiles, figureFiles, GEOGRAPHY } from './inputs.ts';

export type BuildOptions = {
  database?: string;
  figures?: FigureFiles;
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
  await insertRows(
    connection,
    'metric',
    METRIC_IDS.map((id) => {
      const { label, kind, polarity, source, areasOf = null } = metricOf(id);
      return { id, label, kind, polarity, source, areas_of: areasOf };
    }),
  );
  await connection.run('CREATE TEMP TABLE metric_wait (metric TEXT)');
  const waits = METRIC_IDS.filter((id) => metricOf(id).source === 'cancer-waiting-times');
  await insertRows(
    connection,
    'metric_wait',
    waits.map((metric) => ({ metric })),
  );
}

/** The own metrics that some files declare; of two with one id the later stands. */
export function ownMetrics(files: readonly string[] = []): OwnMetric[] {
  const declared = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as OwnMetric[]);
  return [...new Map(declared.map((own) => [own.id, own])).values()];
}

/** The own areas that some files declare; of two with one id the later stands. */
export function ownAreas(files: readonly string[] = []): OwnArea[] {
  const declared = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as OwnArea[]);
  return [...new Map(declared.map((own) => [own.area, own])).values()];
}

/** The successions that some files declare, those that a later one replaces left out. */
export function ownSuccessions(files: readonly string[] = []): Succession[] {
  const declared = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Succession[]);
  return declared.reduce(standing, []);
}

/** The tables of areas that change through time, with a user's successions, to be read by 1-geography.sql. */
async function listAreas(connection: DuckDBConnection, geography: string, own: readonly Succession[]) {
  const tables = succeeded(readTables(geography), own);
  for (const name of ['commissioners', 'successions', 'icb-successions', 'memberships-today'] as const) {
    const table = `listed_${name.replaceAll('-', '_')}`;
    const columns = Object.keys(tables[name][0] ?? {}).map((column) => `"${column}" TEXT`);
    await connection.run(`CREATE TEMP TABLE ${table} (${columns.join(', ')})`);
    const cells = (row: GeographyRow) => Object.entries(row).map(([column, cell]) => [column, cell || null]);
    await insertRows(
      connection,
      table,
      tables[name].map((row) => Object.fromEntries(cells(row))),
    );
  }
  await connection.run(
    'CREATE TEMP TABLE declared_succession (icb TEXT, successor TEXT, from_month TEXT, whole BOOLEAN)',
  );
  await insertRows(
    connection,
    'declared_succession',
    own.map(({ area, to, from, subIcbs }) => ({
      icb: area,
      successor: to,
      from_month: from,
      whole: subIcbs === undefined,
    })),
  );
}

async function fillOwnAreas(connection: DuckDBConnection, own: readonly OwnArea[]) {
  await insertRows(
    connection,
    'own_area',
    own.map(({ area: id, name, level }) => ({ id, name, level })),
  );
  const members = own.flatMap(({ area, members: of }) => of.map((member) => ({ area, member })));
  await insertRows(connection, 'own_member', members);
  await runFile(connection, sql('2-own-areas.sql'));
}

/** Keeps of the own metrics those that have figures. */
async function keepOwn(connection: DuckDBConnection, own: readonly OwnMetric[]) {
  const found = await connection.runAndReadAll('SELECT DISTINCT metric FROM observation');
  const present = new Set(found.getRows().map(([id]) => String(id)));
  const kept = own.filter(({ id }) => present.has(id));
  for (const { id } of own.filter((each) => !kept.includes(each)))
    await connection.run('DELETE FROM metric WHERE id = $id', { id });
  await insertRows(
    connection,
    'own_metric',
    kept.map((each) => ({ id: each.id, declared: JSON.stringify(each) })),
  );
  declareOwn(kept);
}

/**
 * Builds the dataset aside, checks it and swaps it in under its name. Returns its version and size.
 * Throws, and leaves what was there, when an input is missing or a rule of scripts/check is broken.
 */
export async function build(options: BuildOptions = {}): Promise<Built> {
  const started = performance.now();
  const { database = defaultDatabase(), log = () => {} } = options;
  try {
    const { aside, version, observations } = await buildAside(options);
    swapIn(aside, database);
    const milliseconds = Math.round(performance.now() - started);
    log(
      `Built ${path.relative(ROOT, database)}: version ${version}, ${observations} figures, ${milliseconds} ms`,
    );
    return { database, version, observations, milliseconds };
  } catch (error) {
    noteFailure(database, error);
    throw error;
  }
}

/**
 * Builds the dataset beside the database's file and checks it; `swapIn` puts it in its place. Returns the file, its
 * version and size. Throws, and leaves nothing, when an input is missing or a rule of scripts/check is broken.
 */
export async function buildAside(
  options: BuildOptions = {},
): Promise<{ aside: string; version: string; observations: number }> {
  const { database = defaultDatabase(), figures = figureFiles() } = options;
  const { loads, metrics, areas, successions, ...tables } = figures;
  const geography = options.geography ?? GEOGRAPHY;
  for (const [name, files] of Object.entries(tables)) {
    if (files.length === 0)
      throw new Error(`No ${name} found in data/figures; run npm run data -- ingest first`);
  }
  const version = datasetVersion(figures, geography);
  const aside = `${database}.${process.pid}-${asides++}.new`;
  mkdirSync(path.dirname(database), { recursive: true });
  discard(aside);
  const { connection, another, close } = await openForBuilding();
  try {
    const own = ownMetrics(metrics);
    declareOwn(own);
    await fill(connection, { ...tables, geography }, ownAreas(areas), ownSuccessions(successions));
    await keepOwn(connection, own);
    if (loads && loads.loads.length > 0) await fillLoads(connection, loads);
    const counted = await connection.runAndReadAll('SELECT count(*)::INTEGER FROM observation');
    const observations = Number(counted.getRows()[0]?.[0]);
    await insertRows(connection, 'dataset', [{ version, built_at: new Date().toISOString(), observations }]);
    // Both are waited for: a connection that is closed under a query waits for ever.
    const [rules, written] = await Promise.allSettled([
      brokenRules(another),
      writeTo(connection, aside, sql('schema.sql')),
    ]);
    for (const { reason } of [written, rules].filter((each) => each.status === 'rejected')) throw reason;
    const broken = rules.status === 'fulfilled' ? rules.value : [];
    if (broken.length > 0) throw new BrokenRules(broken);
    close();
    if (existsSync(`${aside}.wal`))
      throw new Error(`${aside}.wal was left behind; the database is not whole`);
    return { aside, version, observations };
  } catch (error) {
    close();
    discard(aside);
    throw error;
  }
}

/** Tells the files built aside by one process apart. */
let asides = 0;

type Inputs = Omit<FigureFiles, 'loads' | 'metrics' | 'areas' | 'successions'> & { geography: string };

async function fill(
  connection: DuckDBConnection,
  inputs: Inputs,
  areas: readonly OwnArea[],
  successions: readonly Succession[],
) {
  for (const [name, value] of Object.entries(inputs)) await setVariable(connection, name, value);
  await runFile(connection, sql('schema.sql'));
  await runFile(connection, sql('macros.sql'));
  await fillMetrics(connection);
  await listAreas(connection, inputs.geography, successions);
  await runFile(connection, sql('1-geography.sql'));
  await runFile(connection, sql('2-coverage.sql'));
  await fillOwnAreas(connection, areas);
  await runFile(connection, sql('3-waits.sql'));
  await runFile(connection, sql('4-figures.sql'));
  await fillPeriods(connection);
  await runFile(connection, sql('4-successors.sql'));
  await runFile(connection, sql('5-submissions.sql'));
  await runFile(connection, sql('6-derived.sql'));
  await runFile(connection, sql('7-gaps.sql'));
  await fillPresent(connection);
}

/** Tells in which periods the figures of a dataset are, anew where they have changed. */
export async function fillPresent(connection: DuckDBConnection) {
  await connection.run('DELETE FROM present');
  await runFile(connection, sql('8-present.sql'));
}

/** Adds what a user has loaded to a dataset. */
export async function fillLoads(connection: DuckDBConnection, tables: NonNullable<FigureFiles['loads']>) {
  for (const [name, files] of Object.entries(tables)) await setVariable(connection, name, files);
  await runFile(connection, sql('7-loads.sql'));
}

/** Removes a file built aside, with its write-ahead log. */
export function discard(file: string) {
  for (const each of [file, `${file}.wal`]) rmSync(each, { force: true });
}

/**
 * Puts a file built aside in the place of the database. A write-ahead log of an older file would be replayed into the
 * new one: it goes first.
 */
export function swapIn(aside: string, database: string) {
  rmSync(`${database}.wal`, { force: true });
  renameSync(aside, database);
  rmSync(failureOf(database), { force: true });
}

/** Removes what builds of a database left that were killed. To be called while no other build of it can run. */
export function clearAsides(database: string) {
  const folder = path.dirname(database);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(`${path.basename(database)}.`) && /\.\d+(-\d+)?\.new(\.wal)?$/.test(name))
      rmSync(path.join(folder, name), { force: true });
}

/** Writes beside the database why it could not be built anew, for the server to say; nothing where it cannot be written. */
function noteFailure(database: string, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    writeFileSync(failureOf(database), JSON.stringify({ at: new Date().toISOString(), reason }));
  } catch {
    // The folder cannot be written: the error itself says so.
  }
}
