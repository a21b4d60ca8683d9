import { describe, expect, test } from 'vitest';
import { exactLimits } from '../../../server/stats/exact.ts';
import { funnelLimits, zoneOf } from '../../../server/stats/funnel.ts';

/** Probability of at most so many of n, added up term by term from exact whole numbers of ways. */
function atMost(count: number, n: number, p: number): number {
  let ways = 1n;
  let total = 0;
  for (let k = 0; k <= count; k++) {
    total += Number(ways) * p ** k * (1 - p) ** (n - k);
    ways = (ways * BigInt(n - k)) / BigInt(k + 1);
  }
  return total;
}

describe('exact limits', () => {
  test('the lower ones are the published interpolation', () => {
    for (const p of [0.05, 0.5, 0.82, 0.974])
      for (const n of [5, 40, 350, 2400]) {
        const [own, published] = [exactLimits(p, n), funnelLimits(p, n, 'exact')];
        expect(own.lower95).toBeCloseTo(published.lower95, 10);
        expect(own.lower998).toBeCloseTo(published.lower998, 10);
      }
  });

  test('a unit is outside exactly where chance gives it or one further out in less than the tail', () => {
    for (const p of [0.03, 0.3, 0.82, 0.96, 0.995])
      for (const n of [1, 2, 5, 12, 60])
        for (let x = 0; x <= n; x++) {
          const low = atMost(x, n, p);
          const high = atMost(n - x, n, 1 - p);
          const expected =
            low < 0.001
              ? 'low-998'
              : high < 0.001
                ? 'high-998'
                : low < 0.025
                  ? 'low-95'
                  : high < 0.025
                    ? 'high-95'
                    : 'inside';
          expect([p, n, x, zoneOf(x / n, exactLimits(p, n))]).toEqual([p, n, x, expected]);
        }
  });

  test('nobody late of 40 is no sign where 0.4 late are expected, though the published upper limit says so', () => {
    expect(zoneOf(1, exactLimits(0.99, 40))).toBe('inside');
    expect(zoneOf(1, funnelLimits(0.99, 40, 'exact'))).toBe('high-998');
  });

  test('read from the other side they are each other’s complement', () => {
    const [one, other] = [exactLimits(0.2, 77), exactLimits(0.8, 77)];
    expect(one.lower95).toBeCloseTo(1 - other.upper95, 12);
    expect(one.upper998).toBeCloseTo(1 - other.lower998, 12);
  });

  test.each([
    [0, 10],
    [1, 10],
    [0.5, 0],
    [0.5, 2.5],
    [Number.NaN, 10],
  ])('refuses an overall of %s and a denominator of %s', (overall, denominator) => {
    expect(() => exactLimits(overall, denominator)).toThrow(RangeError);
  });
});
