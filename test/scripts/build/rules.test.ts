import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openForBuilding } from '../../../scripts/build/database.ts';
import { type Built, build } from '../../../scripts/build/index.ts';
import { figureFiles } from '../../../scripts/build/inputs.ts';
import { brokenLine, brokenRules, RULES } from '../../../scripts/check/index.ts';
import { readCsv, writeCsv } from '../../../scripts/ingest/csv.ts';
import { failureOf } from '../../../server/dataset/root.ts';
import {
  ask,
  buildBundled,
  builtOnce,
  FIGURES,
  fewOnce,
  fingerprint,
  temporaryFolder,
  writeFew,
} from '../dataset.ts';

const LOAD = ['id', 'loaded_at', 'version_before', 'version', 'files', 'added', 'revised', 'removed'];
const REVISION = [
  ...[
    'load',
    'metric',
    'area',
    'period',
    'grp',
    'old_numerator',
    'old_denominator',
    'old_value',
    'old_status',
  ],
  ...['numerator', 'denominator', 'value', 'status'],
];

const { folder, remove } = temporaryFolder();
afterAll(remove);
let built: Built;
let copy: Awaited<ReturnType<typeof openForBuilding>>;

beforeAll(async () => {
  built = await builtOnce();
  copyFileSync(built.database, path.join(folder, 'copy.duckdb'));
  copy = await openForBuilding(path.join(folder, 'copy.duckdb'));
});
afterAll(() => copy.close());

test('building twice gives the same version and figures; an older write-ahead log is gone before the new database is there', async () => {
  const again = path.join(folder, 'again');
  mkdirSync(again);
  writeFileSync(path.join(again, 'cancer.duckdb.wal'), 'stale');
  const second = await buildBundled(again);
  expect(existsSync(`${second.database}.wal`)).toBe(false);
  expect(second.version).toBe(built.version);
  expect(await fingerprint(second.database)).toEqual(await fingerprint(built.database));
});

/** What some rules say after a statement, which is then undone. */
async function rulesAfter(statement: string, rules = RULES): Promise<string[]> {
  await copy.connection.run('BEGIN');
  try {
    await copy.connection.run(statement);
    return (await brokenRules(copy.connection, rules)).map(brokenLine);
  } finally {
    await copy.connection.run('ROLLBACK');
  }
}

describe('the rules return the rows that break them', () => {
  test.each([
    ['one_figure_each', `INSERT INTO observation SELECT * FROM observation WHERE area = '02N' LIMIT 1`],
    ['known_names', `UPDATE observation SET area = '99Z' WHERE area = '02N' AND period = '2016-04'`],
    [
      'value_is_share',
      `UPDATE observation SET value = value - 0.00001 WHERE area = '02N' AND value > lower + 0.0001`,
    ],
    [
      'commissioners_sum_to_england',
      `UPDATE observation SET denominator = denominator + 1 WHERE area = '13Q'`,
    ],
    ['regions_sum_to_ccgs', `DELETE FROM observation WHERE area = 'region-south' AND period = '2016-04'`],
    ['one_home_each_month', `DELETE FROM footprint WHERE commissioner = '15M'`],
    ['shares_sum_to_one', `UPDATE succession SET share = 0.5 WHERE ccg = '01H' AND successor = '01K'`],
    ['annex_i_counts', `DELETE FROM membership WHERE ccg = '02N'`],
    ['traceable', `DELETE FROM source_file WHERE id = 'cwt-2016-04'`],
    ['gaps_have_words', `DELETE FROM observation WHERE area = '00W' AND period = 'fy2016-17'`],
  ])('%s', async (rule, statement) => {
    expect(RULES).toContain(`${rule}.sql`);
    const broken = await rulesAfter(statement, [`${rule}.sql`]);
    expect(broken.join('\n')).toContain(`${rule}: `);
    expect(broken.join('\n')).toMatch(/\d+ rows break it\n {4}\{/);
  });

  test('every rule has a case above; a dataset that keeps them all breaks none', async () => {
    expect(RULES).toHaveLength(10);
    expect(await brokenRules(copy.connection)).toEqual([]);
  });
});

describe('the table itself refuses', () => {
  test.each([
    [
      'a figure without a value',
      `('62-day-wait', '02N', '2030-01', 'all', 1, 2, NULL, NULL, NULL, 'published', 's', NULL, NULL, NULL)`,
    ],
    [
      'a gap without a reason',
      `('62-day-wait', '02N', '2030-01', 'all', NULL, NULL, NULL, NULL, NULL, 'not-published', 's', NULL, NULL, NULL)`,
    ],
    [
      'a gap with a value',
      `('62-day-wait', '02N', '2030-01', 'all', NULL, NULL, 0, NULL, NULL, 'suppressed', 's', 'why', NULL, NULL)`,
    ],
    [
      'more in time than treated',
      `('62-day-wait', '02N', '2030-01', 'all', 3, 2, 1.5, NULL, NULL, 'published', 's', NULL, NULL, NULL)`,
    ],
    [
      'an interval that misses its value',
      `('62-day-wait', '02N', '2030-01', 'all', 1, 2, 0.5, 0.6, 0.7, 'published', 's', NULL, NULL, NULL)`,
    ],
    [
      'a status of its own',
      `('62-day-wait', '02N', '2030-01', 'all', 1, 2, 0.5, 0.4, 0.7, 'guessed', 's', NULL, NULL, NULL)`,
    ],
  ])('%s', async (_, values) => {
    await expect(rulesAfter(`INSERT INTO observation VALUES ${values}`)).rejects.toThrow(/CHECK/);
  });
});

test('a user’s load replaces the bundled figures that both have, and no other', async () => {
  const local = path.join(folder, 'local');
  const load = path.join(local, 'loads/load-0001');
  mkdirSync(load, { recursive: true });
  const [england, ...others] = readCsv(path.join(FIGURES, 'other.csv')).filter(
    ({ metric, period }) => metric === 'stage-recorded' && period === '2015',
  );
  expect(others).toEqual([]);
  writeCsv(path.join(load, 'load.csv'), LOAD, []);
  writeCsv(path.join(load, 'revisions.csv.gz'), REVISION, []);
  writeCsv(path.join(load, 'other.csv'), Object.keys(england ?? {}), [
    { ...england, numerator: 240_000, value: 240_000 / 299_781 },
  ]);
  const few = await fewOnce();
  const own = await build({
    database: path.join(folder, 'own.duckdb'),
    figures: figureFiles(few.figures, local),
  });
  expect(own.version).not.toBe(few.version);
  expect(
    await ask(
      own.database,
      `SELECT numerator FROM observation WHERE metric = 'stage-recorded' AND period = '2015'`,
    ),
  ).toEqual([{ numerator: 240_000 }]);
});

test('a build that breaks a rule leaves the old database, and nothing beside it but the reason', async () => {
  const database = path.join(folder, 'old', 'cancer.duckdb');
  mkdirSync(path.dirname(database));
  copyFileSync(built.database, database);
  const before = readFileSync(database);
  const figures = path.join(folder, 'figures');
  mkdirSync(figures);
  writeFew(figures, /^[^,]*,02N,2016-04,/);
  await expect(build({ database, figures: figureFiles(figures, path.join(folder, 'none')) })).rejects.toThrow(
    /commissioners_sum_to_england/,
  );
  expect(readFileSync(database).equals(before)).toBe(true);
  expect(JSON.parse(readFileSync(failureOf(database), 'utf8')).reason).toMatch(
    /commissioners_sum_to_england/,
  );
  expect(readdirSync(path.dirname(database)).sort()).toEqual(['cancer.duckdb', 'cancer.duckdb.failed']);
}, 180_000);

test('a build that cannot write ends with the reason', async () => {
  const closed = path.join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  // The superuser may write anywhere but in a folder of the kernel's.
  const place = process.getuid?.() === 0 ? '/sys' : closed;
  const figures = figureFiles((await fewOnce()).figures, path.join(folder, 'none'));
  await expect(build({ database: path.join(place, 'cancer.duckdb'), figures })).rejects.toThrow(
    /permission denied/i,
  );
}, 60_000);

test('without figures the build says what to do', async () => {
  await expect(
    build({
      database: path.join(folder, 'none.duckdb'),
      figures: { waits: [], others: [], expected: [], manifests: [] },
    }),
  ).rejects.toThrow(/No waits found in data\/figures; run npm run data -- ingest/);
});
