import { copyFileSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { METRIC_IDS, METRICS } from '../../data/metrics/index.ts';
import { insertRows, openForBuilding, runFile } from '../../scripts/build/database.ts';
import { fillPresent } from '../../scripts/build/index.ts';
import { ROOT } from '../../server/dataset/root.ts';
import { wilson } from '../../server/stats/wilson.ts';
import { TABLES } from './tinyTables.ts';

/** A folder that goes when the tests have run. */
export const temporaryFolder = (): string => mkdtempSync(path.join(tmpdir(), 'cancer-server-'));

export const wait = (area: string, period: string, numerator: number, denominator: number) => ({
  metric: '62-day-wait',
  area,
  period,
  grp: 'all',
  numerator,
  denominator,
  value: numerator / denominator,
  ...wilson(numerator, denominator),
  status: period === 'fy2016-17' ? 'derived' : 'published',
  source: period === 'fy2016-17' ? 'sum of months' : `cwt-${period}`,
  note: null,
  sheet: 'A SHEET',
  source_row: 9,
});
export const score = (
  metric: string,
  area: string,
  period: string,
  value: number,
  status: string,
  source: string,
  grp = 'all',
) => ({
  metric,
  area,
  period,
  grp,
  numerator: null,
  denominator: null,
  value,
  lower: null,
  upper: null,
  status,
  source,
  note: null,
  sheet: null,
  source_row: 3,
});
export const GAP = {
  value: null,
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  status: 'not-published',
  source: 'gap',
  note: 'Merged into NHS Merged CCG (11M).',
};
export const rating = (area: string) => ({
  ...score('patient-experience', area, '2016', 8.7, 'published', 'cpes'),
  denominator: 120,
  lower: 8.6,
  upper: 8.8,
});

const derived = (area: string, period: string, numerator: number, denominator: number) => ({
  ...wait(area, period, numerator, denominator),
  status: 'derived',
  source: 'sum of commissioners',
});

export const OBSERVATIONS = [
  wait('00A', '2016-04', 95, 100),
  wait('00B', '2016-04', 50, 100),
  wait('00C', '2016-04', 8, 10),
  wait('england', '2016-04', 800, 1000),
  derived('upper', '2016-04', 95, 100),
  derived('lower', '2016-04', 58, 110),
  derived('lower', '2017-03', 90, 110),
  wait('00A', '2017-03', 90, 100),
  wait('11M', '2017-03', 90, 110),
  wait('england', '2017-03', 800, 1000),
  wait('00A', 'fy2016-17', 950, 1000),
  wait('england', 'fy2016-17', 9600, 12_000),
  wait('lower', 'fy2016-17', 600, 1000),
  wait('upper', 'fy2016-17', 950, 1000),
  { ...wait('00B', 'fy2016-17', 1, 1), ...GAP },
  ...['00A', '00B', '00C'].map((area, i) =>
    score('one-year-survival', area, '2011', 66 + i, 'inferred-period', 'survival'),
  ),
  score('one-year-survival', 'england', '2011', 67.9, 'published', 'other'),
  score('one-year-survival', 'england', '2011', 68.2, 'inferred-period', 'survival', 'release:2013-12'),
  score('under-75-mortality', '00A', '2011', 120, 'inferred-period', 'survival'),
  score('under-75-mortality', 'england', '2011', 140, 'published', 'other'),
  ...['00A', '00B', '00C', 'upper', 'lower'].map(rating),
];

/** What has been written in this worker, with the file that holds it. */
const written: { observations: readonly object[]; tables: object; file: string }[] = [];

/** The file of a small invented dataset, written once for the same tables. */
async function tinyFile(observations: readonly object[], tables: Record<string, readonly object[]>) {
  const same = written.find((one) => one.observations === observations && one.tables === tables);
  if (same) return same.file;
  const file = path.join(temporaryFolder(), 'tiny.duckdb');
  const { connection, close } = await openForBuilding(file);
  await runFile(connection, path.join(ROOT, 'scripts/build/schema.sql'));
  const metrics = METRIC_IDS.map((id) => {
    const { label, kind, polarity, source } = METRICS[id];
    return { id, label, kind, polarity, source };
  });
  await insertRows(connection, 'metric', metrics);
  for (const [table, rows] of Object.entries(tables)) await insertRows(connection, table, rows);
  await insertRows(connection, 'observation', observations);
  await fillPresent(connection);
  await connection.run('CHECKPOINT');
  close();
  written.push({ observations, tables, file });
  return file;
}

/** Writes a small invented dataset under a name, aside first and then swapped in, as a build does. */
export async function writeTiny(
  file: string,
  version = 'tiny',
  observations: readonly object[] = OBSERVATIONS,
  tables: Record<string, readonly object[]> = TABLES,
) {
  const aside = `${file}.new`;
  copyFileSync(await tinyFile(observations, tables), aside);
  const { connection, close } = await openForBuilding(aside);
  await insertRows(connection, 'dataset', [
    { version, built_at: '2026-01-01T00:00:00Z', observations: observations.length },
  ]);
  await connection.run('CHECKPOINT');
  close();
  renameSync(aside, file);
  return file;
}
