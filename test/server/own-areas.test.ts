import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Areas, Snapshot, Trend } from '../../data/contract/index.ts';
import { appOf } from './app.ts';
import { answer, ask } from './inject.ts';
import { OBSERVATIONS, temporaryFolder, wait, writeTiny } from './tiny.ts';
import { before, TABLES } from './tinyTables.ts';

let app: Awaited<ReturnType<typeof appOf>>;

/** The invented country with an area of its CCGs A and B, which ends where B merges. */
beforeAll(async () => {
  const database = await writeTiny(
    path.join(temporaryFolder(), 'own.duckdb'),
    'own',
    [
      ...OBSERVATIONS,
      { ...wait('a-and-b', '2016-04', 145, 200), status: 'derived', source: 'sum of commissioners' },
    ],
    {
      ...TABLES,
      own_area: [{ id: 'a-and-b', name: 'Apple and Birch', level: 'ccg' }],
      own_member: ['00A', '00B'].map((member) => ({ area: 'a-and-b', member })),
      area: [
        { id: 'a-and-b', name: 'Apple and Birch', level: 'own', ...before('2017-02'), population: 300_000 },
        ...TABLES.area.map((each) => ({ ...each, population: null })),
      ],
      footprint: [
        ...TABLES.footprint,
        ...['00A', '00B'].map((commissioner) => ({
          area: 'a-and-b',
          commissioner,
          ...before('2017-02'),
          fit: 'exact',
        })),
      ],
    },
  );
  app = await appOf({ database });
});
afterAll(() => app.close());

const reply = <Reply>(url: string) => answer<Reply>(app, url);

test('it is listed with its members and its months', async () => {
  expect((await reply<Areas>('/api/areas')).ownAreas).toEqual([
    {
      area: 'a-and-b',
      name: 'Apple and Birch',
      level: 'ccg',
      members: ['00A', '00B'],
      from: null,
      until: '2017-02',
      population: 300_000,
    },
  ]);
});

test('it is compared and judged like others, but has no place among own areas', async () => {
  const { areas } = await reply<Snapshot>('/api/snapshot?metric=62-day-wait&period=2016-04&level=own');
  // 145 of 200 against England's 800 of 1,000.
  expect(areas).toMatchObject([
    { area: 'a-and-b', name: 'Apple and Birch', value: 0.725, comparison: 'worse', rank: null, parents: [] },
  ]);
});

test('it has a line over time, and CCGs are not counted in it as in an Alliance', async () => {
  const trend = await reply<Trend>('/api/trend?metric=62-day-wait&area=a-and-b&grain=month');
  expect(trend.area).toEqual({ area: 'a-and-b', name: 'Apple and Birch', level: 'own' });
  expect(trend.points.filter(({ value }) => value !== null)).toMatchObject([
    { period: '2016-04', numerator: 145, denominator: 200 },
  ]);
  const { areas } = await reply<Snapshot>('/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg');
  expect(areas.find(({ area }) => area === '00A')?.parents).toEqual(['upper']);
});

test('an Alliance and an own area can be what others are compared with', async () => {
  const { benchmark } = await reply<Snapshot>(
    '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg&benchmark=a-and-b',
  );
  expect(benchmark).toMatchObject({ area: 'a-and-b', name: 'Apple and Birch', value: 0.725 });
});

test('it is in the files of the dataset, its level named own', async () => {
  const { text } = await ask(app, '/api/download/observations.csv?level=own');
  const [head = '', ...rows] = text.trim().split(/\r?\n/);
  expect(rows).toHaveLength(1);
  const cells = Object.fromEntries(head.split(',').map((name, i) => [name, rows[0]?.split(',')[i]]));
  expect(cells).toMatchObject({ area: 'a-and-b', level: 'own', numerator: '145', denominator: '200' });
});

test('a name near to it leads to it', async () => {
  const { status, body } = await ask(app, '/api/trend?metric=62-day-wait&area=aple-and-birch&grain=month');
  expect(status).toBe(404);
  expect(JSON.stringify(body)).toContain('a-and-b');
});
