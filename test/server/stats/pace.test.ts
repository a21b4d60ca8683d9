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
    // 3.4 in the 7 years from 2013, and 3.4 at each pace from 2013.
    expect(found.needed).toBeCloseTo(3.4 / 7, 12);
    expect(found.when?.time).toBeCloseTo(2013 + 3.4 / 0.55, 9);
    expect(found.when?.earliest).toBeCloseTo(2013 + 3.4 / 0.71664102366834, 8);
    expect(found.when?.latest).toBeCloseTo(2013 + 3.4 / 0.38335897633165, 8);
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

describe('where there is no date', () => {
  test('too few points: what is needed is still known', () => {
    const found = pace(points.slice(2), { target: 75, by: 2020 });
    expect(found).toMatchObject({
      seen: null,
      lower: null,
      upper: null,
      when: null,
      reason: 'too few points',
    });
    expect(found.needed).toBeCloseTo(3.4 / 7, 12);
  });

  test('points of one time only have no pace', () => {
    const found = pace(
      [1, 2, 3].map((value) => ({ time: 2010, value })),
      { target: 5, by: 2020 },
    );
    expect(found).toMatchObject({ seen: null, when: null, reason: 'too few points' });
  });

  test.each([
    ['away from the target', [71.6, 71.2, 70.5, 70]],
    ['neither way for sure', [70, 71, 70, 70.5]],
    ['not at all', [70, 70, 70, 70]],
  ])('the values move %s', (_, values) => {
    const found = pace(
      values.map((value, i) => ({ time: 2010 + i, value })),
      { target: 75, by: 2020, better: 'higher' },
    );
    expect(found).toMatchObject({ when: null, reason: 'no trend toward it' });
    expect(found.needed).toBeGreaterThan(0);
  });

  test('the target is reached', () => {
    const reached = { needed: null, when: null, reason: 'already reached' };
    expect(pace(points, { target: 71, by: 2020, better: 'higher' })).toMatchObject(reached);
    expect(pace(points, { target: 71.6, by: 2020 })).toMatchObject(reached);
    expect(pace(points, { target: 69, by: 2020, better: 'higher' })).toMatchObject(reached);
    expect(pace(points, { target: 71, by: 2020 })).toMatchObject(reached);
    expect(pace(points, { target: 71, by: 2020, better: 'lower' })).not.toMatchObject(reached);
  });

  test('the date has passed: the pace may still reach it', () => {
    const found = pace(points, { target: 75, by: 2013 });
    expect(found).toMatchObject({ needed: null, reason: 'the date has passed' });
    expect(found.when?.time).toBeCloseTo(2013 + 3.4 / 0.55, 9);
    expect(pace(points.slice(0, 2), { target: 75, by: 2000 }).reason).toBe(
      'too few points; the date has passed',
    );
  });

  test('no points', () => expect(() => pace([], { target: 1, by: 2020 })).toThrow(RangeError));
});
