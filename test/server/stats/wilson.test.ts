import { describe, expect, test } from 'vitest';
import { wilson, Z95, Z998 } from '../../../server/stats/wilson.ts';

describe('wilson', () => {
  // Newcombe (1998), Statistics in Medicine 17:857, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i, as Newcombe prints it', (numerator, denominator, lower, upper) => {
    const interval = wilson(numerator, denominator);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
  });

  test.each([
    [Z95, 0.7671644041, 0.9069401472],
    [Z998, 0.7097398001, 0.9292405438],
  ])('85 of 100 at z = %f', (z, lower, upper) => {
    const interval = wilson(85, 100, z);
    expect(interval.lower).toBeCloseTo(lower, 9);
    expect(interval.upper).toBeCloseTo(upper, 9);
  });

  test('reaches both ends exactly', () => {
    for (const n of [1, 7, 20, 1e7]) {
      expect(wilson(0, n).lower).toBe(0);
      expect(wilson(n, n).upper).toBe(1);
    }
  });

  test.each([
    [1, 0],
    [1, -5],
    [-1, 10],
    [11, 10],
    [Number.NaN, 10],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])('refuses %d of %d', (numerator, denominator) => {
    expect(() => wilson(numerator, denominator)).toThrow(RangeError);
  });

  test('refuses a z that is none', () => expect(() => wilson(1, 2, 0)).toThrow(/z is 0/));
});
