import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TrendPoint } from '../../../../data/contract/index.ts';
import { grouped } from '../../../../data/grouped.ts';
import { type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { Database } from '../../../../server/dataset/database.ts';
import { readGeography } from '../../../../server/dataset/geography.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { controlOf, readingOf } from '../../../../server/questions/shared/control.ts';
import {
  breaksWithin,
  pointsOf,
  type SeriesRow,
  spanOf,
  targetsWithin,
} from '../../../../server/questions/shared/series.ts';

const wait = metricOf('62-day-wait');

/** Months from January 2018 on, of 100 people each. */
const months = (numerators: readonly (number | null)[], of = 100): TrendPoint[] =>
  numerators.map((numerator, i) => ({
    period: `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    status: numerator === null ? 'not-published' : 'published',
    value: numerator === null ? null : numerator / of,
    numerator,
    denominator: numerator === null ? null : of,
    lower: null,
    upper: null,
    notes: [],
  }));

const SWING = [80, 82, 79, 83, 81, 80, 84, 78, 82, 80, 83, 79];

describe('why a series has no control chart', () => {
  const reason = (metric: MetricId, grain: Parameters<typeof controlOf>[1], points = months(SWING)) =>
    controlOf(metricOf(metric), grain, points, [], []).reason;

  test.each([
    ['one-year-survival', 'calendar-year', /survival indices/],
    ['62-day-wait', 'year', /Annual figures are too few/],
    ['early-stage', 'rolling', /share years/],
  ] as const)('%s by %s', (metric, grain, words) => expect(reason(metric, grain)).toMatch(words));

  test('fewer than 12 figures', () => {
    expect(reason('62-day-wait', 'month', months([...SWING.slice(0, 11), null]))).toMatch(
      /at least 12.*are 11/,
    );
    expect(reason('62-day-wait', 'month', [])).toMatch(/there are none/);
  });
});

describe('a control chart', () => {
  test('has limits of the mean and 2.66 mean moving ranges; gaps at its ends have none', () => {
    // SWING: mean 80.9167%, moving ranges 2 3 4 2 1 4 6 4 2 3 4, mean 3.1818: 80.9167 ± 8.4636.
    const control = controlOf(wait, 'month', months([null, ...SWING, null]), [], wait.targets);
    expect(control.reason).toBeNull();
    expect(control.points.map(({ mean }) => mean === null)).toEqual([true, ...SWING.map(() => false), true]);
    expect(control.segments).toHaveLength(1);
    expect(control.segments[0]?.lower).toBeCloseTo(0.7245303, 7);
    expect(control.segments[0]?.upper).toBeCloseTo(0.893803, 7);
    expect(control).toMatchObject({ period: '2019-01', variation: 'common-cause', target: 0.85 });
    expect(control.assurance).toBe('inconsistent');
    expect(readingOf(control, 'month')).toEqual({
      grain: 'month',
      reason: null,
      period: '2019-01',
      variation: 'common-cause',
      signal: null,
      assurance: 'inconsistent',
      target: 0.85,
      pPrime: null,
    });
  });

  test('calls a fall below the limit a concern where more is better, an improvement where less is', () => {
    const points = months([...SWING, 60]);
    expect(controlOf(wait, 'month', points, [], [])).toMatchObject({
      variation: 'concern',
      signal: 'outside',
    });
    const lower = controlOf({ ...wait, polarity: 'lower' }, 'month', points, [], []);
    expect(lower).toMatchObject({ variation: 'improvement', signal: 'outside', assurance: null });
    expect(controlOf({ ...wait, polarity: 'none' }, 'month', points, [], []).variation).toBe('neutral-low');
  });

  test('starts anew at the first period that starts at or after a break; a short stretch has no limits', () => {
    const breaks = [{ from: '2018-12', reason: 'A merger.' }];
    const control = controlOf(wait, 'month', months([...SWING, ...SWING]), breaks, wait.targets);
    expect(control.segments.map(({ from, points }) => [from, points])).toEqual([
      ['2018-01', 11],
      ['2018-12', 13],
    ]);
    expect(control.segments[0]?.reason).toMatch(/11 figures.*at least 12\.$/);
    expect(control.points.slice(0, 11).every(({ mean, signal }) => mean === null && signal === null)).toBe(
      true,
    );
    expect(control.cautions.join(' ')).toContain('start anew from December 2018');

    const quarters = months(Array.from({ length: 24 }, (_, i) => SWING[i % 12] ?? 0)).map((point, i) => ({
      ...point,
      period: `fy${2010 + Math.floor(i / 4)}-${11 + Math.floor(i / 4)}-q${(i % 4) + 1}`,
    }));
    const inside = controlOf(wait, 'quarter', quarters, [{ from: '2013-05', reason: 'A merger.' }], []);
    expect(inside.segments.map(({ from }) => from)).toEqual(['fy2010-11-q1', 'fy2013-14-q2']);
  });

  test('says nothing of a last figure whose stretch has no limits', () => {
    const breaks = [{ from: '2019-01', reason: 'A merger.' }];
    const control = controlOf(wait, 'month', months([...SWING, 10]), breaks, wait.targets);
    expect(control).toMatchObject({ reason: null, variation: null, signal: null, assurance: null });
  });

  test('has no limits where a third of the figures are 100%', () => {
    const values = [100, 97, 100, 98, 96, 100, 99, 95, 100, 97, 98, 99];
    expect(controlOf(wait, 'month', months(values), [], []).reason).toMatch(
      /^4 of the 12 figures are exactly 100%/,
    );
    expect(controlOf(wait, 'month', months([99, ...values.slice(1)]), [], []).reason).toBeNull();
  });

  test('warns of small counts and of limits beyond 100%, and says how limits are made', () => {
    const { cautions } = controlOf(
      wait,
      'month',
      months([38, 41, 36, 40, 41, 35, 39, 40, 37, 41, 36, 40], 42),
      [],
      [],
    );
    expect(cautions[0]).toBe(
      'Monthly counts are small here (about 42 people treated a month): chance alone moves the percentage by several points; read quarters beside it.',
    );
    expect(cautions[1]).toMatch(/upper limit lies beyond 100%/);
    expect(cautions[2]).toMatch(/NHSRplotthedots.*Making Data Count spreadsheet keeps it/);
    expect(controlOf(wait, 'month', months(SWING), [], []).cautions).toHaveLength(1);
  });
});

describe('limits at the ends of the scale', () => {
  // Mean 0.955, moving ranges all 0.07: 0.955 ± 0.1862, which passes 100%.
  const high = months(Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 92 : 99)));

  test('are cut at 100% in points and segments, and said to be', () => {
    const control = controlOf(wait, 'month', high, [], wait.targets);
    expect(control.segments[0]).toMatchObject({ upper: 1 });
    expect(control.segments[0]?.lower).toBeCloseTo(0.955 - 0.1862, 10);
    expect(control.points.map(({ upper }) => upper)).toEqual(Array(12).fill(1));
    expect(control.cautions[0]).toBe(
      'The upper limit lies beyond 100%, where no share can be; it is cut there.',
    );
  });

  test('are cut at 0%, where a month of zeros is one figure like another', () => {
    const low = months([0, 7, 1, 8, 1, 8, 1, 8, 1, 8, 1, 8]);
    const control = controlOf(wait, 'month', low, [], []);
    expect(control.points.map(({ lower }) => lower)).toEqual(Array(12).fill(0));
    expect(control.segments[0]?.upper).toBeGreaterThan(0);
  });

  // A standard of 100% lies inside limits that pass 100%, and so it does inside them cut there: hit and miss.
  test('cutting them changes nothing about the standard', () => {
    const whole = { ...wait.targets[0], value: 1 } as (typeof wait.targets)[number];
    expect(controlOf(wait, 'month', high, [], [whole]).assurance).toBe('inconsistent');
  });
});

describe('the last figure by a p′ chart', () => {
  /** The same share of few people in the last month as of many in the others. */
  const uneven = (numerator: number, denominator: number) =>
    [
      ...months(
        Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 840 : 860)),
        1000,
      ),
      { ...months([0])[0], period: '2020-01', value: numerator / denominator, numerator, denominator },
    ] as TrendPoint[];

  test('says otherwise where the last month has few people, in a caution too', () => {
    const control = controlOf(wait, 'month', uneven(7, 10), [], []);
    expect(control).toMatchObject({ variation: 'concern', signal: 'outside' });
    expect(control.pPrime).toMatchObject({
      variation: 'common-cause',
      signal: null,
      agrees: false,
      upper: 1,
    });
    // Pooled 20,407 / 24,010, about 0.85, and a binomial standard deviation of √(.85 × .15 / 10) = 0.1129.
    expect(control.pPrime?.mean).toBeCloseTo(20407 / 24010, 12);
    expect(control.pPrime?.lower).toBeCloseTo(
      20407 / 24010 - 3 * (control.pPrime?.sigmaZ ?? 0) * Math.sqrt(((20407 / 24010) * (3603 / 24010)) / 10),
      12,
    );
    expect(control.cautions[0]).toMatch(/^A p′ chart \(Laney 2002\).*January 2020 is common cause by it/);
  });

  test('agrees where many people are as far off, and nothing is said', () => {
    const control = controlOf(wait, 'month', uneven(350, 500), [], []);
    expect(control.pPrime).toMatchObject({ variation: 'concern', signal: 'outside', agrees: true });
    expect(control.cautions.join(' ')).not.toContain('p′');
  });

  test('is not drawn where people are many and steady, nor without limits', () => {
    expect(controlOf(wait, 'month', months(SWING), [], []).pPrime).toBeNull();
    expect(controlOf(wait, 'month', months(Array(12).fill(5), 5), [], []).pPrime).toBeNull();
    expect(controlOf(wait, 'month', months([1], 1), [], []).pPrime).toBeNull();
  });

  test('of one person a month, and of an area that begins and ends inside the year', () => {
    const one = controlOf(
      wait,
      'month',
      months(
        Array.from({ length: 14 }, (_, i) => i % 2),
        1,
      ),
      [],
      [],
    );
    expect(one.reason).toMatch(/exactly 100%/);
    const inside = months([null, null, ...SWING.map((each) => Math.round(each / 5)), null], 20);
    const control = controlOf(wait, 'month', inside, [], wait.targets);
    expect(control.period).toBe('2019-02');
    expect(control.pPrime).toMatchObject({ variation: 'common-cause', agrees: true });
    expect(JSON.stringify(control)).not.toMatch(/NaN|Infinity/);
  });
});

const database = path.join(ROOT, 'data/build/cancer.duckdb');
const built = existsSync(database);
if (!built) console.warn('SKIPPED: no data/build/cancer.duckdb; run npm run data -- build');

/** The control charts of a metric for all areas of a level in the built dataset, with their points. */
async function charts(metric: MetricId, level: 'ccg' | 'alliance', grain: 'month' | 'quarter') {
  const db = await Database.open(database);
  const geography = await readGeography(db);
  const areas = [
    ...new Set(geography.versions.filter((each) => each.level === level).map(({ area }) => area)),
  ];
  const found = await db.rows<SeriesRow>('trend', {
    metric,
    area: '',
    group: 'all',
    grain,
    areas: areas.join(','),
  });
  await db.close();
  const present = (geography.presentOf.get(metric) ?? []).filter(
    (each) => each.grain === grain && each.group === 'all' && each.level === level,
  );
  const of = metricOf(metric);
  return [...grouped(found, ({ area }) => area)].map(([area, rows]) => {
    const points = pointsOf(area, rows, present, geography);
    const span = spanOf(points);
    const breaks = breaksWithin(geography, of, area, span);
    return { area, points, control: controlOf(of, grain, points, breaks, targetsWithin(of, span)) };
  });
}

// November 2021, Chorley and South Ribble: 28 of 55 in time, 50.9%. XmR's lower limit is 52.0%, whatever a month's
// people (33 to 69 since April 2020); for 55 of them p′ has 49.1%.
test.skipIf(!built)('a CCG below the limit by XmR, and not for as few as it had by p′', async () => {
  const all = await charts('62-day-wait', 'ccg', 'month');
  const control = all.find(({ area }) => area === '00X')?.control;
  expect(control).toMatchObject({ period: '2021-11', variation: 'concern', signal: 'outside' });
  expect(control?.pPrime).toMatchObject({ variation: 'common-cause', agrees: false });
  expect(control?.pPrime?.lower).toBeCloseTo(0.491, 3);
  expect(control?.segments.at(-1)?.lower).toBeCloseTo(0.52, 3);
});

describe.skipIf(!built)('the 31-day wait of every CCG and Alliance, many at or near 100%', () => {
  // Counted on the bundled figures, January 2016 to November 2021: areas with figures, and those with a chart. Six CCGs
  // whose people changed under the same code are read from there on, two of them from too few quarters.
  test.each([
    ['ccg', 'month', 245, 218],
    ['ccg', 'quarter', 245, 186],
    ['alliance', 'month', 19, 19],
    ['alliance', 'quarter', 19, 19],
  ] as const)('%s by %s: %i areas, %i with limits', async (level, grain, areas, withLimits) => {
    const all = await charts('31-day-wait', level, grain);
    expect([all.length, all.filter(({ control }) => control.reason === null).length]).toEqual([
      areas,
      withLimits,
    ]);
    for (const { area, points, control } of all) {
      expect(control.points.map(({ period }) => period)).toEqual(points.map(({ period }) => period));
      const ends = [...control.points, ...control.segments].flatMap(({ lower, upper }) => [lower, upper]);
      expect(
        ends.filter((end) => end !== null && !(end >= 0 && end <= 1)),
        area,
      ).toEqual([]);
      const bare = control.points.filter(({ mean }) => mean === null);
      expect(
        bare.filter(({ signal, type }) => signal !== null || type !== 'common-cause'),
        area,
      ).toEqual([]);
      for (const { from, until, lower } of control.segments.filter(({ reason }) => reason === null)) {
        const first = points.findIndex(({ period }) => period === from);
        const own = points.slice(first, points.findIndex(({ period }) => period === until) + 1);
        const ranges = own.flatMap(({ value }, i) => {
          const before = own[i - 1]?.value ?? null;
          return value === null || before === null ? [] : Math.abs(value - before);
        });
        expect(2 * ranges.filter((range) => range < 1e-12).length, area).toBeLessThan(ranges.length);
        const known = own.filter(({ value }) => value !== null);
        const full = known.filter(({ value }) => value === 1).length;
        expect(3 * full, area).toBeLessThan(known.length);
        expect(lower, area).toBeLessThan(1);
        const special = own.filter((_, i) => control.points[first + i]?.signal != null).length;
        // Charts nearly all of special cause are real shifts, half above and half below: not made by the ceiling.
        if (special >= 0.9 * known.length) expect(10 * full, area).toBeLessThan(known.length);
      }
    }
  });
});
