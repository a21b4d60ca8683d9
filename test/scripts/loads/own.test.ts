import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isMetricId } from '../../../data/metrics/index.ts';
import { declareOwn } from '../../../data/metrics/own.ts';
import { OWN_AREAS_TEMPLATE } from '../../../scripts/ingest/own-areas.ts';
import { OWN_TEMPLATE } from '../../../scripts/ingest/own-metrics.ts';
import { load, remove } from '../../../scripts/loads/load.ts';
import { ask } from '../dataset.ts';
import { REVISED, storeOfLoads } from './store.ts';

let store: Awaited<ReturnType<typeof storeOfLoads>>;
beforeAll(async () => {
  store = await storeOfLoads();
});
afterAll(() => {
  store.remove();
  declareOwn([]);
});

const OWN = 'local-screening,02N,fy2016-17,,60,100,0.6,,,published,';
const declared = async () => (await ask(store.database, 'SELECT id FROM own_metric')).map(({ id }) => id);

test('own metrics come with a load, are shown once they have figures, and go with it', async () => {
  const metrics = path.join(store.folder, 'metrics.csv');
  writeFileSync(metrics, `${OWN_TEMPLATE}\n`);
  // The figures are named first: what declares their metric is read before them all the same.
  const { report } = await load([store.put('screening.csv', OWN), metrics], store.options);
  expect(store.said).toContain('metric   local-screening (Bowel screening uptake): declared');
  expect(store.said).toContain(
    'metric   local-admissions (Emergency admissions): declared; it is shown once figures of it are loaded',
  );
  // Of its Alliance and its region there is none: 02N is not all their CCGs.
  expect(report?.printed).toMatchObject({ added: 1 });
  expect(await declared()).toEqual(['local-screening']);

  const again = await load([metrics], store.options);
  expect([again.unchanged, store.loads()]).toEqual([true, ['load-0001']]);
  await load([store.put('later.csv', OWN.replace('fy2016-17', 'fy2017-18'))], store.options);
  await expect(remove('load-0001', store.options)).rejects.toThrow(
    'load-0001 declares local-screening, of which load-0002 has figures; undo that first',
  );
  await remove('load-0002', store.options);
  const { version } = await remove('load-0001', store.options);
  expect(version).toBe(store.bundled.version);
  expect(await declared()).toEqual([]);
  expect(isMetricId('local-screening')).toBe(false);
}, 300_000);

test('own areas come with a load, with figures from their members, change with another, and go with it', async () => {
  const areas = path.join(store.folder, 'areas.csv');
  const stage = async () =>
    ask(
      store.database,
      `SELECT area, numerator, denominator FROM observation WHERE metric = 'early-stage' AND period = '2013'
         AND area IN (SELECT id FROM own_area)`,
    );
  writeFileSync(areas, `${OWN_AREAS_TEMPLATE}\n`);
  const dry = await load([areas], { ...store.options, dryRun: true });
  expect([dry.report?.load, store.loads(), await stage()]).toEqual([null, [], []]);

  const { report } = await load([areas], store.options);
  expect(store.said).toContain(
    'area     dales-and-bradford (Airedale and Bradford Districts): declared, of 02N, 02R',
  );
  expect(report?.files[0]).toMatchObject({ rows: 4, tally: { 'own areas': 2, members: 4 } });
  expect(report?.pages.every(({ added, revised, removed }) => added > 0 && revised + removed === 0)).toBe(
    true,
  );
  // CCG Outcomes Indicator Set 1.18, 2013: 348 of 703 and 496 of 1,008.
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 844, denominator: 1711 }]);

  const again = await load([areas], store.options);
  expect([again.unchanged, store.loads()]).toEqual([true, ['load-0001']]);

  // A revised figure of a member is one of the area too.
  await load([store.put('own.csv', REVISED)], store.options);
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 846, denominator: 1708 }]);
  await remove('load-0002', store.options);

  writeFileSync(areas, `${OWN_AREAS_TEMPLATE}\ndales-and-bradford,Airedale and Bradford Districts,02W\n`);
  await load([areas], store.options);
  expect(store.said).toContain(
    'area     dales-and-bradford (Airedale and Bradford Districts): declared otherwise than before, of 02N, 02R, 02W',
  );
  // And 73 of 141 of Bradford City.
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 917, denominator: 1852 }]);

  await remove('load-0002', store.options);
  expect(await stage()).toEqual([{ area: 'dales-and-bradford', numerator: 844, denominator: 1711 }]);
  const { version } = await remove('load-0001', store.options);
  expect([version, await stage()]).toEqual([store.bundled.version, []]);
}, 600_000);
