import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Areas, Snapshot, Sources } from '../../data/contract/index.ts';
import { appOf } from './app.ts';
import { answer } from './inject.ts';
import { OBSERVATIONS, temporaryFolder, wait, writeTiny } from './tiny.ts';
import { before, since, TABLES } from './tinyTables.ts';

let app: Awaited<ReturnType<typeof appOf>>;

const SPANS = {
  '0I1': before('2016-03'),
  '0I2': before('2016-03'),
  '1I0': { from_month: '2016-04', until_month: '2017-02' },
  '2I0': since('2017-03'),
};

/** The invented country with two ICBs that merge, and a merged one that goes on under another code. */
beforeAll(async () => {
  const database = await writeTiny(
    path.join(temporaryFolder(), 'successions.duckdb'),
    'successions',
    [
      ...OBSERVATIONS,
      wait('1I0', '2016-04', 100, 200),
      { ...wait('2I0', '2017-03', 120, 200), status: 'derived', source: 'sum of predecessors' },
    ],
    {
      ...TABLES,
      area: [
        ...Object.entries(SPANS).map(([id, span]) => ({ id, name: `NHS ${id} ICB`, level: 'icb', ...span })),
        { id: 'today', name: 'Today’s Alliance', level: 'alliance-today', ...since('0000-00') },
        ...TABLES.area,
      ],
      alliance_today: [{ id: 'today', name: 'Today’s Alliance', ons_code: 'E56000099' }],
      membership_today: Object.entries(SPANS).map(([icb, { from_month }]) => ({
        icb,
        alliance: 'today',
        from_month,
        until_month: '9999-12',
        fit: 'exact',
        note: null,
      })),
      icb_succession: [
        ...['0I1', '0I2'].map((icb) => ({ icb, successor: '1I0', from_month: '2016-04', share: 1 })),
        { icb: '1I0', successor: '2I0', from_month: '2017-03', share: 1 },
      ],
      succeeded_figure: [
        {
          ...{ metric: '62-day-wait', area: '1I0', period: '2017-03', grp: 'all', successor: '2I0' },
          ...{ numerator: 120, denominator: 200, value: 0.6 },
          ...{ source: 'cwt-2017-03', sheet: 'A SHEET', source_row: 12 },
        },
      ],
    },
  );
  app = await appOf({ database });
});
afterAll(() => app.close());

const reply = <Reply>(url: string) => answer<Reply>(app, url);

test('an ICB is drawn as the first ones whose people it has, through every merger', async () => {
  for (const [period, area] of [
    ['2016-04', '1I0'],
    ['2017-03', '2I0'],
  ]) {
    const { areas } = await reply<Snapshot>(`/api/snapshot?metric=62-day-wait&period=${period}&level=icb`);
    expect(areas).toMatchObject([{ area, shapes: ['0I1', '0I2'] }]);
  }
});

test('a figure summed from what is printed for an ICB that has ended names its cell', async () => {
  const { cells, method } = await reply<Sources>('/api/sources/62-day-wait/2I0/2017-03');
  expect(cells).toMatchObject([
    { area: '1I0', name: 'NHS 1I0 ICB', numerator: 120, denominator: 200, sheet: 'A SHEET', row: 12 },
  ]);
  expect(method).toMatch(/^Sum of 1 figure of 1 commissioner, March 2017/);
});

test('the areas say what became of each ICB, and which month is the latest', async () => {
  const { icbs, latestMonth } = await reply<Areas>('/api/areas');
  expect(latestMonth).toBe('2017-03');
  expect(icbs.map(({ area, successors }) => [area, ...successors.map((next) => next.area)])).toEqual([
    ['0I1', '1I0'],
    ['0I2', '1I0'],
    ['1I0', '2I0'],
    ['2I0'],
  ]);
});
