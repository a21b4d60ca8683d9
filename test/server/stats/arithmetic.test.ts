import { expect, test } from 'vitest';
import { line, mean, sum } from '../../../server/stats/arithmetic.ts';

test('a sum keeps what plain addition loses', () => {
  // Neumaier's own example (1974): plain addition and Kahan's method both give 0.
  expect(sum([1, 1e100, 1, -1e100])).toBe(2);
  expect(sum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(sum([])).toBe(0);
});

// 24 x 84.3 summed plainly and divided by 24 is off by 2.8e-14, enough to put every month above its mean.
test.each([84.3, 0.1, 2 / 3, 99.99])('the mean of 24 months at %f is that value exactly', (value) => {
  expect(mean(Array.from({ length: 24 }, () => value))).toBe(value);
});

test('the mean does not hang on the order', () => {
  const values = Array.from({ length: 101 }, (_, i) => 1 / (i + 3));
  expect(mean(values)).toBe(mean([...values].reverse()));
});

test('a mean needs a value', () => expect(() => mean([])).toThrow(RangeError));

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
