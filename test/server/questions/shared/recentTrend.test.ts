import { describe, expect, test } from 'vitest';
import type { TrendPoint } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { recentTrendOf } from '../../../../server/questions/shared/recentTrend.ts';

const stage = metricOf('early-stage');
const prevalence = metricOf('cancer-prevalence');
const survival = metricOf('one-year-survival');

/** Calendar years from 2012 on, of 100 people each. */
const years = (numerators: readonly (number | null)[]): TrendPoint[] =>
  numerators.map((numerator, i) => ({
    period: String(2012 + i),
    status: numerator === null ? 'not-published' : 'published',
    value: numerator === null ? null : numerator / 100,
    numerator,
    denominator: numerator === null ? null : 100,
    lower: null,
    upper: null,
    notes: [],
  }));

// N(N·Σxt − C·Σnt)² / (C(N−C)(N·Σnt² − (Σnt)²)) = 500 · 25,000² / (300 · 200 · 500,000) = 10.4167, above 9.5495.
const RISE = [50, 55, 60, 65, 70];

describe('the recent trend', () => {
  test('of a proportion: chi-squared for trend on the counts of the last five years', () => {
    const read = recentTrendOf(stage, 'calendar-year', years([10, ...RISE]), []);
    expect(read).toMatchObject({ direction: 'increasing', judgement: 'getting-better', reason: null });
    expect(read.chiSquared).toBeCloseTo(10.416667, 6);
    expect(read.periods).toEqual(['2013', '2014', '2015', '2016', '2017']);
  });

  test('is judged by what is better, and not at all where neither way is', () => {
    const falling = years([...RISE].reverse());
    const judged = (of: typeof stage) => recentTrendOf(of, 'calendar-year', falling, []);
    expect(judged(stage)).toMatchObject({ direction: 'decreasing', judgement: 'getting-worse' });
    expect(judged({ ...stage, polarity: 'lower' }).judgement).toBe('getting-better');
    expect(judged(prevalence)).toMatchObject({ direction: 'decreasing', judgement: null });
  });

  test('no change where a year stands at 100% and the test stays below its threshold', () => {
    const read = recentTrendOf(stage, 'calendar-year', years([99, 100, 98, 100, 99]), []);
    expect(read).toMatchObject({ direction: 'no-change', judgement: null, reason: null });
    expect(read.chiSquared).toBeLessThan(9.5495);
    const steep = recentTrendOf(stage, 'calendar-year', years([60, 70, 80, 90, 100]), []);
    expect(steep).toMatchObject({ direction: 'not-calculated', reason: 'A year has a proportion of 100%.' });
  });

  test('of an index: by its published intervals, or not at all', () => {
    const points = [60, 62, 64, 66, 68].map((value, i) => ({
      ...years([0])[0],
      period: String(2012 + i),
      value,
    }));
    const bare = points.map((point) => ({ ...point, numerator: null, denominator: null })) as TrendPoint[];
    expect(recentTrendOf(survival, 'calendar-year', bare, [])).toMatchObject({
      direction: 'not-calculated',
      reason: expect.stringContaining('No intervals are published'),
    });
    // Interval ± 1.959964 is a standard error of 1: slope 2, variance 1 / 10, chi-squared 4 · 10.
    const known = bare.map((point) => ({
      ...point,
      lower: (point.value ?? 0) - 1.959963984540054,
      upper: (point.value ?? 0) + 1.959963984540054,
    }));
    const read = recentTrendOf(survival, 'calendar-year', known, []);
    expect(read).toMatchObject({ direction: 'increasing', judgement: 'getting-better' });
    expect(read.chiSquared).toBeCloseTo(40, 6);
  });

  test.each([
    ['by month', 'month', years(RISE), [], /annual figures only/],
    ['rolling', 'rolling', years(RISE), [], /annual figures only/],
    ['four years', 'calendar-year', years(RISE.slice(1)), [], /consecutive annual figures.*are four\.$/],
    ['a gap', 'calendar-year', years([50, 55, null, 65, 70]), [], /gap among the last 5/],
    ['a year left out', 'calendar-year', years([...RISE, 72]).toSpliced(3, 1), [], /gap among the last 5/],
    [
      'a break inside',
      'calendar-year',
      years(RISE),
      [{ from: '2014-04', reason: 'Counted anew.' }],
      /break in April 2014, inside the last 5 years: no trend/,
    ],
  ] as const)('is not calculated %s', (_, grain, points, breaks, words) => {
    const read = recentTrendOf(stage, grain, points, breaks);
    expect(read).toMatchObject({ direction: 'not-calculated', judgement: null, chiSquared: null });
    expect(read.reason).toMatch(words);
  });

  test('stops at the last figure, and takes no notice of a break before its five years', () => {
    const read = recentTrendOf(stage, 'calendar-year', years([10, ...RISE, null]), [
      { from: '2013-01', reason: 'Counted anew.' },
    ]);
    expect(read).toMatchObject({
      direction: 'increasing',
      periods: ['2013', '2014', '2015', '2016', '2017'],
    });
  });
});
