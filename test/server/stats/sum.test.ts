import { expect, test } from 'vitest';
import { mean, sum } from '../../../server/stats/sum.ts';

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
