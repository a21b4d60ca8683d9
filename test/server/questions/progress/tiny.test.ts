import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Dataset } from '../../../../server/dataset/dataset.ts';
import { score, temporaryFolder, wait, writeTiny } from '../../tiny.ts';
import { TABLES } from '../../tinyTables.ts';
import { type Asking, progressOf } from './ask.ts';

const FOLDER = temporaryFolder();
const ROW = 'early-diagnosis-62-day-wait';

const quarters = [2014, 2015, 2016, 2017].flatMap((year) =>
  [1, 2, 3, 4].map((n) => {
    const [first, of] = n === 4 ? [1, year + 1] : [1 + 3 * n, year];
    const month = (number: number) => `${of}-${String(number).padStart(2, '0')}`;
    return {
      id: `fy${year}-${year - 1999}-q${n}`,
      grain: 'quarter',
      start_month: month(first),
      end_month: month(first + 2),
      months: 3,
    };
  }),
);
const years = Array.from({ length: 15 }, (_, i) => String(2003 + i)).map((id) => ({
  id,
  grain: 'calendar-year',
  start_month: `${id}-01`,
  end_month: `${id}-12`,
  months: 12,
}));

const TABLES_IN_TIME = {
  ...TABLES,
  period: [
    ...TABLES.period.filter(({ grain }) => grain !== 'calendar-year'),
    { id: 'fy2017-18', grain: 'year', start_month: '2017-04', end_month: '2018-03', months: 12 },
    ...quarters,
    ...years,
  ],
};

/** Twelve quarters, 2014/15 to 2016/17, of 10,000 people each. */
const series = (area: string, share: (quarter: number) => number) =>
  quarters.slice(0, 12).map(({ id }, i) => wait(area, id, Math.round(10_000 * share(i)), 10_000));

const survival = (year: number, value: number) =>
  score('one-year-survival', 'england', String(year), value, 'published', 'other');

/** What is known by March 2017: England gains, 00A stands still, the Upper Alliance loses, 00C gains too little. */
const KNOWN = [
  ...series('england', (i) => 0.78 + 0.004 * i + (i % 2 === 0 ? 0.001 : -0.001)),
  ...series('00A', () => 0.8),
  ...series('upper', (i) => 0.84 - 0.003 * i - (i % 3 === 0 ? 0.001 : 0)),
  ...series('lower', (i) => 0.78 + 0.004 * i),
  ...series('00C', (i) => 0.78 + 0.0004 * i),
  wait('00B', 'fy2016-17-q2', 17, 20),
  ...['00A', 'england', 'upper'].map((area) => wait(area, 'fy2016-17', 800, 1000)),
  ...years.slice(0, 12).map(({ id }, i) => survival(Number(id), 60 + 0.5 * i + (i % 2) * 0.1)),
];

/** What comes later: quarters, a year, and a year of survival. */
const later = (by: number) => [
  ...quarters
    .slice(12)
    .flatMap(({ id }, i) =>
      ['england', '00A', 'upper', 'lower'].map((area) => wait(area, id, 8000 + by * (i + 1), 10_000)),
    ),
  ...['00A', 'england'].map((area) => wait(area, 'fy2017-18', 8000 + by, 10_000)),
  survival(2017, 70 + by / 100),
];

let [one, other]: Dataset[] = [];
let [asking, asOther]: Asking[] = [];

describe('a small invented country', () => {
  beforeAll(async () => {
    const written = (name: string, by: number) =>
      writeTiny(path.join(FOLDER, name), 'same', [...KNOWN, ...later(by)], TABLES_IN_TIME);
    one = await Dataset.open(await written('one.duckdb', 10));
    other = await Dataset.open(await written('other.duckdb', 400));
    asking = progressOf(one);
    asOther = progressOf(other);
  });
  afterAll(() => {
    one?.retire();
    other?.retire();
  });

  const ask: Asking = (area, period) => (asking as Asking)(area, period);
  const row = async (area: string, period = 'fy2016-17') => (await ask(area, period)).of(ROW);

  test.each(['england', '00A', 'upper', 'lower', '00B', 'region-north'])(
    '%s as at a period takes nothing from what comes later',
    async (area) => {
      const again = asOther as Asking;
      for (const period of ['fy2016-17', 'fy2015-16-q4', '2016', '2017-03'])
        expect((await ask(area, period)).rows).toEqual((await again(area, period)).rows);
      const differs = JSON.stringify(await ask(area, '2018')) !== JSON.stringify(await again(area, '2018'));
      expect(differs).toBe(['england', '00A', 'upper', 'lower'].includes(area));
    },
  );

  test('rising: when, from the last quarter on', async () => {
    const { pace, path: way, gap, notes } = await row('england');
    expect(pace).toMatchObject({ from: 'fy2014-15-q1', to: 'fy2016-17-q4', points: 12, reason: null });
    // 0.4 points a quarter, less what the alternating noise of 0.1 points tilts it.
    expect(pace?.seen).toBeCloseTo(0.016, 2);
    const last = 0.823;
    // 78% and eleven times 0.4 points, less 0.1, in the middle of January to March 2017.
    expect(way.points.at(-1)).toMatchObject({ time: 2017.125, value: last });
    // Where the line through these twelve stands at 85%, and its interval, worked out apart.
    expect(pace?.when?.time).toBeCloseTo(2018.78180212, 8);
    expect(pace?.when?.earliest).toBeCloseTo(2018.628469878, 8);
    expect(pace?.when?.latest).toBeCloseTo(2018.950962286, 8);
    expect(way.projection.map(({ time }) => time)).toEqual([2017.125, pace?.when?.time]);
    const [, end] = way.projection;
    expect(end?.lower).toBeLessThan(0.85);
    expect(end?.upper).toBeGreaterThan(0.85);
    // 85% of 1,000 are 850, and 800 were in time.
    expect(gap).toEqual({ points: 0.85 - 0.8, people: 50 });
    expect(notes.join(' ')).toMatch(/straight line through the last 12 quarters/);
  });

  test('flat, moving away, one point, too slow, broken: no time, and why', async () => {
    const flat = await row('00A');
    expect(flat.pace).toMatchObject({ seen: 0, lower: 0, upper: 0, when: null });
    expect(flat.pace?.reason).toMatch(/^No trend can be told from chance/);
    expect((await row('upper')).pace?.reason).toMatch(/move away from the target\.$/);
    expect((await row('00C')).pace?.reason).toMatch(/more than ten years away/);
    const slow = (await row('00C')).path.projection;
    expect((slow.at(-1)?.time ?? 0) - (slow[0]?.time ?? 0)).toBe(10);
    expect((await row('00B', 'fy2016-17-q1')).pace).toBeNull();
    const broken = await row('lower');
    expect(broken.pace).toMatchObject({ points: 0, seen: null, when: null });
    expect(broken.pace?.reason).toBe(
      'There are no quarters of figures since the series broke in March 2017; a pace is read from at least 8. A tenth of its people moved.',
    );
    for (const area of ['00A', 'upper', 'lower']) expect((await row(area)).path.projection).toEqual([]);
  });

  test('a gap of zero: 17 of 20 is 85%', async () => {
    const exact = await row('00B', 'fy2016-17-q2');
    expect(exact).toMatchObject({ reached: true, verdict: 'not-sure', gap: { points: 0, people: 0 } });
    expect(exact.pace).toMatchObject({
      points: 1,
      needed: null,
      reason: 'The figure of 2016/17 Q2 reaches the target, so nothing is projected.',
    });
  });

  test('an ambition with a date: what is needed a year, until it has passed', async () => {
    const id = 'treatment-and-care-one-year-survival';
    const { pace, path: way } = (await ask('england', 'fy2016-17')).of(id);
    // 2014 has 65.6 with its tenth; eleven years of 0.5 from 60 in 2003.
    expect(way.points.at(-1)).toMatchObject({ period: '2014', time: 2014.5, value: 65.6 });
    expect(pace).toMatchObject({ from: '2005', points: 10 });
    expect(pace?.needed).toBeCloseTo(9.4 / 6.5, 10);
    expect((await ask('england', '2021')).of(id)).toMatchObject({ passed: true, pace: { needed: null } });
  });
});
