import { expect, test } from 'vitest';
import { differenceInterval, differs } from '../../data/difference.ts';
import { wilson } from '../../server/stats/wilson.ts';

const share = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  ...wilson(numerator, denominator),
});

// Newcombe (1998), Statistics in Medicine 17:873, table II, method 10: the examples as printed, to four decimals.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%d of %d against %d of %d', (x, n, y, m, lower, upper) => {
  const found = differenceInterval(share(x, n), share(y, m));
  expect(found?.lower).toBeCloseTo(lower, 4);
  expect(found?.upper).toBeCloseTo(upper, 4);
});

test('a difference is one where its interval leaves out none', () => {
  expect(differs(share(56, 70), share(48, 80))).toBe(true);
  expect(differs(share(48, 80), share(56, 70))).toBe(true);
  expect(differs(share(5, 56), share(0, 29))).toBe(false);
  expect(differs(share(5, 56), { value: 0.1, lower: null, upper: null })).toBeNull();
  expect(differs({ value: null, lower: null, upper: null }, share(5, 56))).toBeNull();
});
