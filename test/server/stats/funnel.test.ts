import { describe, expect, test } from 'vitest';
import {
  adjustedLimits,
  exactLimits,
  funnelGrid,
  funnelLimits,
  zoneOf,
} from '../../../server/stats/funnel.ts';
import { wilson, Z95, Z998 } from '../../../server/stats/wilson.ts';

/** Chances of 0 to n of n at a/b, exact in whole numbers over b^n. */
function chances(n: number, a: bigint, b: bigint) {
  let choose = 1n;
  return Array.from({ length: n + 1 }, (_, r) => {
    if (r > 0) choose = (choose * BigInt(n - r + 1)) / BigInt(r);
    return choose * a ** BigInt(r) * (b - a) ** BigInt(n - r);
  });
}

const ratio = (a: bigint, b: bigint) => Number((a * 10n ** 18n) / b) / 1e18;

/** Spiegelhalter's interpolated limit from the exact sum; `q` in thousandths. */
function exactLimit(n: number, a: bigint, b: bigint, q: bigint): number {
  const all = b ** BigInt(n);
  let upTo = 0n;
  for (const [r, chance] of chances(n, a, b).entries()) {
    upTo += chance;
    if (1000n * upTo >= q * all) return (r - ratio(1000n * upTo - q * all, 1000n * chance)) / n;
  }
  throw new Error('chances do not add up to 1');
}

describe('exact limits', () => {
  test.each([1, 2, 3, 5, 12, 40, 119])('n = %i, against sums in whole numbers', (n) => {
    for (const [a, b] of [
      [1n, 100n],
      [1n, 2n],
      [17n, 20n],
      [24n, 25n],
    ] as const) {
      const { lower95, upper95, lower998, upper998 } = funnelLimits(Number(a) / Number(b), n, 'exact');
      const found = [lower998, lower95, upper95, upper998];
      const wanted = [1n, 25n, 975n, 999n].map((q) => Math.max(0, exactLimit(n, a, b, q)));
      found.forEach((limit, i) => {
        expect(limit).toBeCloseTo(wanted[i] as number, 11);
      });
    }
  });

  // scipy.stats.binom: (ppf(q) - (cdf - q) / pmf) / n.
  test('209 at 85%', () => {
    const { lower95, upper95, lower998, upper998 } = funnelLimits(0.85, 209, 'exact');
    expect(lower95).toBeCloseTo(0.7975541661718641, 11);
    expect(upper95).toBeCloseTo(0.8943688969356757, 11);
    expect(lower998).toBeCloseTo(0.7666957180682202, 11);
    expect(upper998).toBeCloseTo(0.9186248165911142, 11);
  });

  test('of many people are those of the score', () => {
    const score = Object.values(funnelLimits(0.5, 1e6));
    Object.values(funnelLimits(0.5, 1e6, 'exact')).forEach((limit, i) => {
      expect(Math.abs(limit - (score[i] as number))).toBeLessThan(2e-6);
    });
  });

  test('need whole denominators', () => {
    expect(() => funnelLimits(0.5, 10.5, 'exact')).toThrow(RangeError);
    expect(funnelLimits(0.5, 10.5).lower95).toBeGreaterThan(funnelLimits(0.5, 10).lower95);
  });
});

describe('limits by any method', () => {
  const all = (overall: number, n: number) => [
    funnelLimits(overall, n),
    funnelLimits(overall, n, 'exact'),
    adjustedLimits(overall, n, 0),
    adjustedLimits(overall, n, 0.02),
  ];

  test('lie in order from 0 to 1, however few people and however extreme the overall', () => {
    for (const n of [1, 2, 3, 4, 5, 7, 60, 100_000])
      for (const overall of [0, 1e-9, 0.01, 0.5, 0.85, 0.96, 0.999, 1])
        for (const { lower95, upper95, lower998, upper998 } of all(overall, n)) {
          const line = [0, lower998, lower95, upper95, upper998, 1];
          line.slice(1).forEach((limit, i) => {
            expect(limit).toBeGreaterThanOrEqual(line[i] as number);
          });
        }
  });

  test('refuse nonsense', () => {
    expect(() => funnelLimits(1.1, 10)).toThrow(RangeError);
    expect(() => funnelLimits(0.5, 0)).toThrow(RangeError);
    expect(() => funnelLimits(Number.NaN, 10, 'exact')).toThrow(RangeError);
    expect(() => adjustedLimits(0.5, 10, -1)).toThrow(RangeError);
  });
});

describe('score limits', () => {
  // 0.85 -/+ z sqrt(0.85 x 0.15 / 100) = 0.85 -/+ z 0.0357071421.
  test('100 at 85%', () => {
    const { lower95, lower998, upper95, upper998 } = funnelLimits(0.85, 100);
    expect(lower95).toBeCloseTo(0.85 - 1.959963984540054 * 0.0357071421427, 11);
    expect(upper95).toBeCloseTo(0.85 + 1.959963984540054 * 0.0357071421427, 11);
    expect(lower998).toBeCloseTo(0.85 - 3.090232306167813 * 0.0357071421427, 11);
    expect(upper998).toBeCloseTo(0.85 + 3.090232306167813 * 0.0357071421427, 11);
  });

  test('turn round with the proportion', () => {
    const [high, low] = [funnelLimits(0.85, 37), funnelLimits(0.15, 37)];
    expect(high.lower95).toBeCloseTo(1 - low.upper95, 14);
    expect(high.upper998).toBeCloseTo(1 - low.lower998, 14);
  });

  test('a value is beyond them exactly when its Wilson interval excludes the overall', () => {
    let tested = 0;
    for (const overall of [0, 0.005, 0.15, 0.5, 0.82, 0.85, 0.96, 0.995, 1])
      for (const n of [...Array.from({ length: 60 }, (_, i) => i + 1), 209, 1000, 20_011]) {
        const limits = funnelLimits(overall, n);
        for (let x = 0; x <= n; x += n > 300 ? 37 : 1) {
          const zone = zoneOf(x / n, limits);
          for (const [z, low, high, outside] of [
            [Z95, limits.lower95, limits.upper95, zone !== 'inside'],
            [Z998, limits.lower998, limits.upper998, zone.endsWith('998')],
          ] as const) {
            // On a limit itself the last digit decides.
            if (Math.min(Math.abs(x / n - low), Math.abs(x / n - high)) < 1e-12 && x > 0 && x < n) continue;
            const { lower, upper } = wilson(x, n, z);
            expect(outside).toBe(overall < lower || overall > upper);
            tested++;
          }
        }
      }
    expect(tested).toBeGreaterThan(40_000);
  });
});

describe('adjusted limits', () => {
  test('without over-dispersion are those of the arcsine scale', () => {
    const { lower95, upper95 } = adjustedLimits(0.85, 400, 0);
    const angle = Math.asin(Math.sqrt(0.85));
    expect(lower95).toBeCloseTo(Math.sin(angle - 1.959963984540054 / 40) ** 2, 13);
    expect(upper95).toBeCloseTo(Math.sin(angle + 1.959963984540054 / 40) ** 2, 13);
  });

  test('widen with it', () => {
    const [tight, wide] = [adjustedLimits(0.85, 400, 0), adjustedLimits(0.85, 400, 0.001)];
    expect(wide.lower95).toBeLessThan(tight.lower95);
    expect(wide.upper998).toBeGreaterThan(tight.upper998);
  });

  // Unclamped, one person at 96% has a spurious lower limit of 0.03.
  test('do not wrap round for one person', () => {
    expect(adjustedLimits(0.96, 1, 0)).toMatchObject({ upper95: 1, lower998: 0, upper998: 1 });
    // asin(sqrt 0.96) = 1.3694384, less 1.959964 / 2, is 0.3894564; its sine squared:
    expect(adjustedLimits(0.96, 1, 0).lower95).toBeCloseTo(Math.sin(0.3894564) ** 2, 6);
  });
});

test('zones are strict, the wider limits first', () => {
  const limits = { lower998: 0.2, lower95: 0.3, upper95: 0.7, upper998: 0.8 };
  const zones = [0.1, 0.2, 0.25, 0.3, 0.5, 0.7, 0.75, 0.8, 0.9].map((value) => zoneOf(value, limits));
  expect(zones).toEqual([
    'low-998',
    'low-95',
    'low-95',
    'inside',
    'inside',
    'inside',
    'high-95',
    'high-95',
    'high-998',
  ]);
});

test('the grid runs from the smallest unit to a twentieth beyond the largest, in whole numbers', () => {
  for (const [smallest, largest] of [
    [0, 1],
    [0.5, 0.7],
    [12, 12],
    [40, 5000],
    [30, 1e6],
  ] as const) {
    const grid = funnelGrid(smallest, largest);
    expect(grid[0]).toBe(Math.max(1, Math.floor(smallest)));
    expect(grid.at(-1)).toBeGreaterThanOrEqual(1.05 * largest);
    expect(grid.every((n, i) => Number.isInteger(n) && (i === 0 || n > (grid[i - 1] as number)))).toBe(true);
    expect(grid.length).toBeLessThanOrEqual(60);
  }
  expect(() => funnelGrid(5, 4)).toThrow(RangeError);
});

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
