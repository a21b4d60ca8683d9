import { expect, test } from 'vitest';
import { line } from '../../../server/stats/slope.ts';

// Anscombe (1973), The American Statistician 27:17, data set I: y = 3.00 + 0.500 x, sum of squares of x 110.
test('Anscombe’s first set', () => {
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
  const { slope, intercept, spread } = line(x.map((at, i) => ({ x: at, y: y[i] as number })));
  expect(slope).toBeCloseTo(0.5, 3);
  expect(intercept).toBeCloseTo(3, 2);
  expect(spread).toBeCloseTo(110, 10);
});

test('a weight of two is the point twice', () => {
  const a = { x: 0, y: 1 };
  const b = { x: 1, y: 5 };
  const c = { x: 3, y: 2 };
  expect(line([a, { ...b, weight: 2 }, c]).slope).toBeCloseTo(line([a, b, b, c]).slope, 13);
});
