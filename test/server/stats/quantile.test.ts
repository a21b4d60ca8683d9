import { describe, expect, test } from 'vitest';
import { quantile, quantileGroups } from '../../../server/stats/quantile.ts';

describe('quantile', () => {
  // Hyndman and Fan's type 7: the k-th of n sorted values lies at (k - 1) / (n - 1).
  test('of 0 to 10 the share p is at 10p', () => {
    const values = [7, 3, 0, 10, 5, 1, 9, 2, 8, 6, 4];
    for (const p of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) expect(quantile(values, p)).toBeCloseTo(10 * p, 12);
  });

  // R: quantile(c(1, 3, 4, 10), c(.1, .25, .75)) is 1.6, 2.5, 5.5.
  test('between values, as R gives it', () => {
    expect(quantile([1, 3, 4, 10], 0.1)).toBeCloseTo(1.6, 12);
    expect(quantile([10, 4, 3, 1], 0.25)).toBe(2.5);
    expect(quantile([1, 3, 4, 10], 0.75)).toBe(5.5);
  });

  test('of one value is that value', () => expect(quantile([0.85], 0.9)).toBe(0.85));

  test('changes sides with the sign', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const turned = values.map((value) => -value);
    for (const p of [0.05, 0.1, 0.33]) expect(quantile(turned, 1 - p)).toBeCloseTo(-quantile(values, p), 12);
  });

  test('refuses no values and a share outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('quantileGroups', () => {
  test('1 is the highest', () => {
    expect(quantileGroups([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  });

  // 7 values in 3 groups: q = floor(4 - ceil((8 - rank) / (7/3))), by hand for ranks 1 to 7 (1 the highest):
  // ceil(3) = 3, ceil(2.57) = 3, ceil(2.14) = 3, ceil(1.71) = 2, ceil(1.29) = 2, ceil(0.86) = 1, ceil(0.43) = 1.
  test('groups of uneven size', () => {
    expect(quantileGroups([70, 60, 50, 40, 30, 20, 10], 3)).toEqual([1, 1, 1, 2, 2, 3, 3]);
  });

  // 17 / (17 / 7) is a hair over 7 in floating point, which would make the highest value's group 0.
  test('the highest is in group 1 whatever the rounding', () => {
    const values = Array.from({ length: 17 }, (_, i) => i);
    expect(quantileGroups(values, 7).at(-1)).toBe(1);
    expect(quantileGroups(values, 7)[0]).toBe(7);
  });

  test('equal values share a group, and a group may be skipped', () => {
    expect(quantileGroups([5, 5, 5, 5, 1], 5)).toEqual([1, 1, 1, 1, 5]);
  });

  test('a missing value has no group and takes no place', () => {
    expect(quantileGroups([4, null, 3, 2, null, 1], 2)).toEqual([1, null, 1, 2, null, 2]);
  });

  test('fewer values than groups have none', () => {
    expect(quantileGroups([1, 2, null, 3], 4)).toEqual([null, null, null, null]);
  });

  test('refuses a number of groups that is none', () => {
    expect(() => quantileGroups([1, 2], 0)).toThrow(RangeError);
    expect(() => quantileGroups([1, 2], 1.5)).toThrow(RangeError);
  });
});
