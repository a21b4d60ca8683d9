import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMetricId } from '../../../data/metrics/index.ts';
import { declareOwn } from '../../../data/metrics/own.ts';
import { writeWorkbook } from '../../../scripts/bench/published.ts';
import { OWN_AREAS_TEMPLATE } from '../../../scripts/ingest/own-areas.ts';
import { OWN_TEMPLATE } from '../../../scripts/ingest/own-metrics.ts';
import { load, remove } from '../../../scripts/loads/load.ts';
import { ask, builtOnce, temporaryFolder } from '../dataset.ts';

const { folder, remove: clear } = temporaryFolder();
afterAll(() => {
  clear();
  declareOwn([]);
});

const database = path.join(folder, 'cancer.duckdb');
const local = path.join(folder, 'local');
const said: string[] = [];
const options = { database, local, log: (line: string) => said.push(line) };

const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';
// CCG Outcomes Indicator Set 1.18, 2013: Airedale, Wharfedale and Craven has 348 of 703.
const REVISED = 'early-stage,02N,2013,,350,700,0.5,,,published,"a ""revised"" figure\nby hand"';

function put(name: string, ...rows: string[]) {
  writeFileSync(path.join(folder, name), `${[HEADER, ...rows].join('\n')}\n`);
  return path.join(folder, name);
}
const figure = async () =>
  (
    await ask(
      database,
      "SELECT numerator, note FROM observation WHERE metric = 'early-stage' AND area = '02N' AND period = '2013'",
    )
  )[0];
/** How many rows of figures differ from the bundled dataset's. */
async function differing() {
  const [counted] = await ask(
    database,
    `ATTACH '${(await builtOnce()).database}' AS bundled (READ_ONLY);
     SELECT count(*)::INTEGER AS rows FROM (
       (FROM observation EXCEPT ALL FROM bundled.observation)
       UNION ALL (FROM bundled.observation EXCEPT ALL FROM observation))`,
  );
  return counted?.rows;
}
/** Whether the ICBs' figures of April 2024 for 62 days are final. */
const statuses = () =>
  ask(
    database,
    `SELECT DISTINCT status FROM observation
     WHERE metric = '62-day-combined' AND period = '2024-04' AND area LIKE 'Q__' AND grp = 'all'`,
  );
const loads = () => (existsSync(path.join(local, 'loads')) ? readdirSync(path.join(local, 'loads')) : []);

beforeAll(async () => {
  copyFileSync((await builtOnce()).database, database);
});

test('a dry run says what would change, on the pages too, and stores nothing', async () => {
  const { report, ok } = await load([put('own.csv', REVISED)], { ...options, dryRun: true });
  expect(ok).toBe(true);
  expect(report?.load).toBeNull();
  expect(report?.printed).toEqual({ added: 0, revised: 1, removed: 0, marked: 0, unchanged: 0 });
  // The CCG, its Alliance and its region.
  expect(report?.pages).toEqual([
    expect.objectContaining({ metric: 'early-stage', added: 0, revised: 3, removed: 0 }),
  ]);
  expect(report?.largest[0]).toMatchObject({
    area: '02N',
    before: { numerator: 348, denominator: 703 },
    after: { numerator: 350, denominator: 700 },
  });
  expect(loads()).toEqual([]);
  expect((await figure())?.numerator).toBe(348);
}, 180_000);

test('loaded, loaded again, undone: the figures are the same as before, row by row', async () => {
  const { report } = await load([path.join(folder, 'own.csv')], options);
  expect(report?.load).toBe('load-0001');
  expect(await figure()).toEqual({ numerator: 350, note: 'a "revised" figure\nby hand' });
  expect(
    await ask(database, "SELECT load, old_numerator, numerator FROM revision WHERE area = '02N'"),
  ).toEqual([{ load: 'load-0001', old_numerator: 348, numerator: 350 }]);

  const again = await load([path.join(folder, 'own.csv')], options);
  expect([again.unchanged, loads()]).toEqual([true, ['load-0001']]);

  // What a killed load leaves.
  mkdirSync(path.join(local, 'loads/.aside-load-0002'));
  writeFileSync(`${database}.1-0.new`, 'cut short');
  const { version } = await remove('load-0001', options);
  expect(version).toBe((await builtOnce()).version);
  expect(loads()).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(await differing()).toBe(0);
}, 300_000);

test('a provisional workbook of a month that is final is left, replaces it when told to, and undone brings it back', async () => {
  const file = path.join(folder, 'APRIL-2024-PROVISIONAL.xlsx');
  await writeWorkbook(file, 'Provisional');
  const kept = await load([file], options);
  expect([kept.ok, kept.unchanged, loads()]).toEqual([true, true, []]);
  expect(said).toContainEqual(expect.stringMatching(/left .* provisional figures: .*--replace-final/));
  expect(await statuses()).toEqual([{ status: 'published' }]);

  const { report } = await load([file], { ...options, replaceFinal: true });
  expect(report?.load).toBe('load-0001');
  // The workbook prints the bundled figures: they are marked otherwise, and none is another.
  expect(report?.printed).toMatchObject({ added: 0, revised: 0, removed: 0 });
  expect(report?.printed.marked).toBeGreaterThan(1000);
  expect(await statuses()).toEqual([{ status: 'provisional' }]);

  await remove('load-0001', options);
  expect([await statuses(), await differing()]).toEqual([[{ status: 'published' }], 0]);
}, 300_000);

const OWN = 'local-screening,02N,fy2016-17,,60,100,0.6,,,published,';
const declared = async () => (await ask(database, 'SELECT id FROM own_metric')).map(({ id }) => id);

test('own metrics come with a load, are shown once they have figures, and go with it', async () => {
  const metrics = path.join(folder, 'metrics.csv');
  writeFileSync(metrics, `${OWN_TEMPLATE}\n`);
  // The figures are named first: what declares their metric is read before them all the same.
  const { report } = await load([put('screening.csv', OWN), metrics], options);
  expect(said).toContain('metric   local-screening (Bowel screening uptake): declared');
  expect(said).toContain(
    'metric   local-admissions (Emergency admissions): declared; it is shown once figures of it are loaded',
  );
  // Of its Alliance and its region there is none: 02N is not all their CCGs.
  expect(report?.printed).toMatchObject({ added: 1 });
  expect(await declared()).toEqual(['local-screening']);

  const again = await load([metrics], options);
  expect([again.unchanged, loads()]).toEqual([true, ['load-0001']]);
  await load([put('later.csv', OWN.replace('fy2016-17', 'fy2017-18'))], options);
  await expect(remove('load-0001', options)).rejects.toThrow(
    'load-0001 declares local-screening, of which load-0002 has figures; undo that first',
  );
  await remove('load-0002', options);
  const { version } = await remove('load-0001', options);
  expect(version).toBe((await builtOnce()).version);
  expect(await declared()).toEqual([]);
  expect(isMetricId('local-screening')).toBe(false);
}, 300_000);

test('own areas come with a load, with figures from their members, change with another, and go with it', async () => {
  const areas = path.join(folder, 'areas.csv');
  const stage = async () =>
    ask(
      database,
      `SELECT area, numerator, denominator FROM observation WHERE metric = 'early-stage' AND period = '2013'
         AND area IN (SELECT id FROM own_area)`,
    );
  writeFileSync(areas, `${OWN_AREAS_TEMPLATE}\n`);
  const dry = await load([areas], { ...options, dryRun: true });
  expect([dry.report?.load, loads(), await stage()]).toEqual([null, [], []]);

  const { report } = await load([areas], options);
  expect(said).toContain(
    'area     dales-and-bradford (Airedale and Bradford Districts): declared, of 02N, 02R',
  );
  expect(report?.files[0]).toMatchObject({ rows: 4, tally: { 'own areas': 2, members: 4 } });
  expect(report?.pages.every(({ added, revised, removed }) => added > 0 && revised + removed === 0)).toBe(
    true,
  );
  // CCG Outcomes Indicator Set 1.18, 2013: 348 of 703 and 496 of 1,008.
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 844, denominator: 1711 }]);

  const again = await load([areas], options);
  expect([again.unchanged, loads()]).toEqual([true, ['load-0001']]);

  // A revised figure of a member is one of the area too.
  await load([put('own.csv', REVISED)], options);
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 846, denominator: 1708 }]);
  await remove('load-0002', options);

  writeFileSync(areas, `${OWN_AREAS_TEMPLATE}\ndales-and-bradford,Airedale and Bradford Districts,02W\n`);
  await load([areas], options);
  expect(said).toContain(
    'area     dales-and-bradford (Airedale and Bradford Districts): declared otherwise than before, of 02N, 02R, 02W',
  );
  // And 73 of 141 of Bradford City.
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 917, denominator: 1852 }]);

  await remove('load-0002', options);
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 844, denominator: 1711 }]);
  const { version } = await remove('load-0001', options);
  expect([version, await stage()]).toEqual([(await builtOnce()).version, []]);
}, 600_000);

test('a load whose dataset breaks a rule is not stored, and the dataset stays', async () => {
  const before = readFileSync(database);
  // An ICB, of July 2022, cannot stand among the CCGs of 2013.
  const file = put('bad.csv', 'early-stage,QHM,2013,,4,5,0.8,,,published,');
  await expect(load([file], options)).rejects.toThrow(/known_names/);
  expect(loads()).toEqual([]);
  expect(readFileSync(database).equals(before)).toBe(true);
}, 120_000);

test('to undo what is not there names what is', async () => {
  await expect(remove('load-0009', options)).rejects.toThrow(/load-0009: no such load; there is none/);
});
