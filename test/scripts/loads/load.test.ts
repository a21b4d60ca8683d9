import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../../scripts/bench/published.ts';
import { load, remove } from '../../../scripts/loads/load.ts';
import { ask } from '../dataset.ts';
import { REVISED, storeOfLoads } from './store.ts';

let store: Awaited<ReturnType<typeof storeOfLoads>>;
beforeAll(async () => {
  store = await storeOfLoads();
});
afterAll(() => store.remove());

const figure = async () =>
  (
    await ask(
      store.database,
      "SELECT numerator, note FROM observation WHERE metric = 'early-stage' AND area = '02N' AND period = '2013'",
    )
  )[0];
/** How many rows of figures differ from the bundled dataset's. */
async function differing() {
  const [counted] = await ask(
    store.database,
    `ATTACH '${store.bundled.database}' AS bundled (READ_ONLY);
     SELECT count(*)::INTEGER AS rows FROM (
       (FROM observation EXCEPT ALL FROM bundled.observation)
       UNION ALL (FROM bundled.observation EXCEPT ALL FROM observation))`,
  );
  return counted?.rows;
}
/** Whether the ICBs' figures of April 2024 for 62 days are final. */
const statuses = () =>
  ask(
    store.database,
    `SELECT DISTINCT status FROM observation
     WHERE metric = '62-day-combined' AND period = '2024-04' AND area LIKE 'Q__' AND grp = 'all'`,
  );
test('a dry run says what would change, on the pages too, and stores nothing', async () => {
  const { report, ok } = await load([store.put('own.csv', REVISED)], { ...store.options, dryRun: true });
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
  expect(store.loads()).toEqual([]);
  expect((await figure())?.numerator).toBe(348);
}, 180_000);

test('loaded, loaded again, undone: the figures are the same as before, row by row', async () => {
  const { report } = await load([path.join(store.folder, 'own.csv')], store.options);
  expect(report?.load).toBe('load-0001');
  expect(await figure()).toEqual({ numerator: 350, note: 'a "revised" figure\nby hand' });
  expect(
    await ask(store.database, "SELECT load, old_numerator, numerator FROM revision WHERE area = '02N'"),
  ).toEqual([{ load: 'load-0001', old_numerator: 348, numerator: 350 }]);

  const again = await load([path.join(store.folder, 'own.csv')], store.options);
  expect([again.unchanged, store.loads()]).toEqual([true, ['load-0001']]);

  // What a killed load leaves.
  mkdirSync(path.join(store.local, 'loads/.aside-load-0002'));
  writeFileSync(`${store.database}.1-0.new`, 'cut short');
  const { version } = await remove('load-0001', store.options);
  expect(version).toBe(store.bundled.version);
  expect(store.loads()).toEqual([]);
  expect(readdirSync(store.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  expect(await differing()).toBe(0);
}, 300_000);

test('a provisional workbook of a month that is final is left, replaces it when told to, and undone brings it back', async () => {
  const file = path.join(store.folder, 'APRIL-2024-PROVISIONAL.xlsx');
  await writeWorkbook(file, 'Provisional');
  const kept = await load([file], store.options);
  expect([kept.ok, kept.unchanged, store.loads()]).toEqual([true, true, []]);
  expect(store.said).toContainEqual(expect.stringMatching(/left .* provisional figures: .*--replace-final/));
  expect(await statuses()).toEqual([{ status: 'published' }]);

  const { report } = await load([file], { ...store.options, replaceFinal: true });
  expect(report?.load).toBe('load-0001');
  // The workbook prints the bundled figures: they are marked otherwise, and none is another.
  expect(report?.printed).toMatchObject({ added: 0, revised: 0, removed: 0 });
  expect(report?.printed.marked).toBeGreaterThan(1000);
  expect(await statuses()).toEqual([{ status: 'provisional' }]);

  await remove('load-0001', store.options);
  expect([await statuses(), await differing()]).toEqual([[{ status: 'published' }], 0]);
}, 300_000);

test('a file with which the dataset breaks a rule is refused by its row, and the file beside it is kept', async () => {
  const before = readFileSync(store.database);
  // An ICB, of July 2022, cannot stand among the CCGs of 2013.
  const file = store.put('bad.csv', 'early-stage,QHM,2013,,4,5,0.8,,,published,');
  const alone = await load([file], store.options);
  expect([alone.ok, alone.report]).toEqual([false, null]);
  expect(alone.refused).toEqual([
    {
      file: 'bad.csv',
      row: 2,
      message: expect.stringMatching(
        /^early-stage of QHM in 2013: .* breaks a rule \(\d+ times\); expected: Every figure is of a metric/,
      ),
    },
  ]);
  expect(store.loads()).toEqual([]);
  expect(readFileSync(store.database).equals(before)).toBe(true);

  const beside = await load([file, store.put('good.csv', REVISED)], store.options);
  expect([beside.ok, beside.report?.files.map(({ file: name }) => name)]).toEqual([false, ['good.csv']]);
  expect((await figure())?.numerator).toBe(350);
  await remove('load-0001', store.options);
  expect(await differing()).toBe(0);
}, 120_000);

test('to undo what is not there names what is', async () => {
  await expect(remove('load-0009', store.options)).rejects.toThrow(/load-0009: no such load; there is none/);
});
