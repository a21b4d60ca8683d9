import { describe, expect, test } from 'vitest';
import { rateInterval } from '../../../server/stats/rate.ts';
import { Z95, Z998 } from '../../../server/stats/wilson.ts';

describe('exact limits below 10 events', () => {
  // Garwood (1936), Biometrika 28:437; Pearson and Hartley, Biometrika Tables for Statisticians, table 40.
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [2, 0.242, 7.225],
    [5, 1.623, 11.668],
    [9, 4.115, 17.085],
  ])('%i events, as the tables print it', (count, lower, upper) => {
    const interval = rateInterval(count, 1);
    expect(Math.abs(interval.lower - lower)).toBeLessThan(6e-4);
    expect(Math.abs(interval.upper - upper)).toBeLessThan(6e-4);
  });

  // The definition: so rare a count has half of 5% at either limit. Poisson probabilities summed term by term.
  test.each([1, 4, 9])('%i events lie at the edge of either tail', (count) => {
    const upTo = (last: number, expected: number) => {
      let term = Math.exp(-expected);
      let total = term;
      for (let i = 1; i <= last; i++) {
        term *= expected / i;
        total += term;
      }
      return total;
    };
    const { lower, upper } = rateInterval(count, 1);
    expect(1 - upTo(count - 1, lower)).toBeCloseTo(0.025, 12);
    expect(upTo(count, upper)).toBeCloseTo(0.025, 12);
  });

  // With no events the upper limit is -ln(0.025) exactly.
  test('no events', () => {
    expect(rateInterval(0, 1)).toEqual({ lower: 0, upper: expect.closeTo(-Math.log(0.025), 12) });
  });
});

describe('Byar from 10 events', () => {
  // By arithmetic: 10 (1 - 1/90 - 1.959964 / (3 sqrt 10))^3 and 11 (1 - 1/99 + 1.959964 / (3 sqrt 11))^3.
  test('10 events', () => {
    const { lower, upper } = rateInterval(10, 1);
    expect(lower).toBeCloseTo(4.7874499, 6);
    expect(upper).toBeCloseTo(18.3914586, 6);
  });

  // Breslow and Day (1987), p. 69, on the approximation: within a few thousandths of the exact limits, here from
  // the tables named above: 10 events 4.795 to 18.390, 20 events 12.217 to 30.888, 50 events 37.111 to 65.919.
  test.each([
    [10, 4.795, 18.39],
    [20, 12.217, 30.888],
    [50, 37.111, 65.919],
  ])('%i events, near the exact ones', (count, lower, upper) => {
    const interval = rateInterval(count, 1);
    expect(Math.abs(interval.lower - lower)).toBeLessThan(0.01);
    expect(Math.abs(interval.upper - upper)).toBeLessThan(0.01);
  });
});

test('per multiplier of the denominator', () => {
  const one = rateInterval(42, 1);
  const per = rateInterval(42, 21_000, 100_000);
  expect(per.lower).toBeCloseTo((one.lower / 21_000) * 100_000, 9);
  expect(per.upper).toBeCloseTo((one.upper / 21_000) * 100_000, 9);
});

test('99.8% holds 95%, and the count lies inside', () => {
  for (const count of [0, 1, 3, 9, 9.5, 10, 11, 100, 1e6]) {
    const narrow = rateInterval(count, 1, 1, Z95);
    const wide = rateInterval(count, 1, 1, Z998);
    expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
    expect(narrow.lower).toBeLessThanOrEqual(count);
    expect(narrow.upper).toBeGreaterThan(count);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
  }
});

test.each([
  [-1, 10, 1],
  [Number.NaN, 10, 1],
  [1, 0, 1],
  [1, Number.POSITIVE_INFINITY, 1],
  [1, 10, 0],
])('refuses %d of %d times %d', (count, denominator, multiplier) => {
  expect(() => rateInterval(count, denominator, multiplier)).toThrow(RangeError);
});
