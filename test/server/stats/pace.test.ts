import { describe, expect, test } from 'vitest';
import { pace } from '../../../server/stats/pace.ts';

const points = [70, 70.5, 71.2, 71.6].map((value, i) => ({ time: 2010 + i, value }));

describe('pace', () => {
  // Least squares and Student's t worked out apart with scipy (linregress, t.ppf(.975, 2) = 4.3027).
  test('seen and needed, and when the target is reached', () => {
    const found = pace(points, { target: 75, by: 2020 });
    expect(found.seen).toBeCloseTo(0.55, 12);
    expect(found.lower).toBeCloseTo(0.38335897633165, 10);
    expect(found.upper).toBeCloseTo(0.71664102366834, 10);
    // 3.4 in the 7 years from 2013. The line is at 70.825 in the middle of 2011: 75 lies 4.175 / 0.55 years on. The ends of
    // the interval by the roots of (4.175 - 0.55 u)² = t² s² (1/4 + u²/5), worked out apart.
    expect(found.needed).toBeCloseTo(3.4 / 7, 12);
    expect(found.when?.time).toBeCloseTo(2011.5 + 4.175 / 0.55, 9);
    expect(found.when?.earliest).toBeCloseTo(2017.3009652619246, 8);
    expect(found.when?.latest).toBeCloseTo(2022.4154004107622, 8);
    expect(found.reason).toBeNull();
  });

  test('in any order, and upside down', () => {
    const found = pace(points, { target: 75, by: 2020 });
    expect(pace([...points].reverse(), { target: 75, by: 2020 })).toEqual(found);
    const down = points.map(({ time, value }) => ({ time, value: -value }));
    const turned = pace(down, { target: -75, by: 2020, better: 'lower' });
    expect(turned.needed).toBeCloseTo(-(found.needed ?? 0), 12);
    expect(turned.when?.latest).toBeCloseTo(found.when?.latest ?? 0, 9);
    expect(turned.upper).toBeCloseTo(-(found.lower ?? 0), 12);
  });

  test('part years', () => {
    const found = pace([{ time: 2016.25, value: 80 }], { target: 85, by: 2018.75 });
    expect(found.needed).toBe(2);
  });
});

describe('where no time can be given', () => {
  const bare = { seen: null, lower: null, upper: null, when: null };

  test('too few points: what is needed is still known', () => {
    const found = pace(points.slice(2), { target: 75, by: 2020 });
    expect(found).toEqual({ ...bare, needed: found.needed, reason: 'too few points' });
    expect(found.needed).toBeCloseTo(3.4 / 7, 12);
    expect(pace(points, { target: 75, by: 2020, fewest: 5 })).toEqual(found);
    expect(pace(points, { target: 75, by: 2020, fewest: 4 }).reason).toBeNull();
  });

  test('one point, and points of one time only, have no pace', () => {
    const aim = { target: 5, by: 2020 };
    const same = [1, 2, 3].map((value) => ({ time: 2010, value }));
    expect(pace(same, aim)).toEqual({ ...bare, needed: 0.2, reason: 'too few points' });
    expect(pace(same.slice(2), aim)).toEqual({ ...bare, needed: 0.2, reason: 'too few points' });
  });

  test.each([
    ['neither way for sure', [70, 71, 70, 70.5], 'no trend'],
    ['not at all', [70, 70, 70, 70], 'no trend'],
    ['not at all, at a value that is no binary fraction', [70.1, 70.1, 70.1, 70.1, 70.1, 70.1], 'no trend'],
    ['away from the target', [71.6, 71.2, 70.5, 70], 'moving away'],
  ])('the values move %s', (_, values, reason) => {
    const series = values.map((value, i) => ({ time: 2010 + i, value }));
    const found = pace(series, { target: 75, by: 2020, better: 'higher' });
    expect(found).toMatchObject({ when: null, reason });
    expect(found.needed).toBeGreaterThan(0);
    const down = series.map(({ time, value }) => ({ time, value: -value }));
    expect(pace(down, { target: -75, by: 2020, better: 'lower' })).toMatchObject({ when: null, reason });
  });

  test('values that are all alike move by exactly nothing', () => {
    const flat = Array.from({ length: 12 }, (_, i) => ({ time: 2016.125 + i / 4, value: 0.8 }));
    const found = pace(flat, { target: 0.85, by: null });
    expect(found).toEqual({ needed: null, seen: 0, lower: 0, upper: 0, when: null, reason: 'no trend' });
  });

  test('the target is reached', () => {
    const reached = { needed: null, when: null, reason: 'already reached' };
    expect(pace(points, { target: 71, by: 2020, better: 'higher' })).toMatchObject(reached);
    expect(pace(points, { target: 71.6, by: 2020 })).toMatchObject(reached);
    expect(pace(points, { target: 69, by: 2020, better: 'higher' })).toMatchObject(reached);
    expect(pace(points, { target: 71, by: 2020 })).toMatchObject(reached);
    expect(pace(points, { target: 71, by: 2020, better: 'lower' })).not.toMatchObject(reached);
  });

  test('without a date ahead nothing is needed; the pace may still reach the target', () => {
    for (const by of [null, 2000, 2013]) {
      const found = pace(points, { target: 75, by });
      expect(found).toMatchObject({ needed: null, reason: null });
      expect(found.when?.time).toBeCloseTo(2011.5 + 4.175 / 0.55, 9);
    }
    expect(pace(points.slice(0, 2), { target: 75, by: 2000 }).needed).toBeNull();
  });

  test('the horizon: the line reaches it 6.1 years after the last point, the late end of its interval 9.4', () => {
    const within = (horizon: number) => pace(points, { target: 75, by: null, horizon });
    expect(within(9.5).when?.latest).toBeCloseTo(2022.4154004107622, 8);
    expect(within(9).when).toMatchObject({ latest: null });
    expect(within(9).when?.time).toBeCloseTo(2011.5 + 4.175 / 0.55, 9);
    expect(within(6)).toMatchObject({ when: null, reason: 'too far' });
    expect(within(6).seen).toBeCloseTo(0.55, 12);
  });

  test('a line that has passed the target while the latest value has not gives no time in the past', () => {
    const series = [70, 72, 74, 76, 73].map((value, i) => ({ time: 2010 + i, value }));
    // The line stands at 75 in 2014 and rises by a point a year.
    expect(pace(series, { target: 74.5, by: null, better: 'higher' }).when).toBeNull();
    const steady = [70, 71, 72, 73, 74, 75, 76, 77, 78, 76.5].map((value, i) => ({ time: 2010 + i, value }));
    const found = pace(steady, { target: 77, by: 2020, better: 'higher' });
    expect(found).toMatchObject({ when: null, reason: 'passed by the line' });
    expect(found.needed).toBeGreaterThan(0);
  });

  test('the interval never begins before the latest point', () => {
    const series = [70, 71.3, 71.6, 73.4, 73.5].map((value, i) => ({ time: 2010 + i, value }));
    const { when } = pace(series, { target: 74.4, by: null });
    expect(when?.earliest).toBe(2014);
    expect(when?.time).toBeGreaterThan(2014);
  });

  test('no points', () => expect(() => pace([], { target: 1, by: 2020 })).toThrow(RangeError));
});
