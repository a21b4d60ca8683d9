import { describe, expect, test } from 'vitest';
import { binomialTable, drawer } from '../../../server/stats/binomial.ts';
import { quantile } from '../../../server/stats/quantile.ts';
import { uniform } from '../../../server/stats/ranks.ts';
import { chanceSpread, tauInUnits, variation } from '../../../server/stats/variation.ts';
import { Z95 } from '../../../server/stats/wilson.ts';
import { long } from '../../sample.ts';

const counts = [
  { numerator: 171, denominator: 200 },
  { numerator: 62, denominator: 80 },
  { numerator: 240, denominator: 260 },
  { numerator: 88, denominator: 120 },
];

describe('proportions', () => {
  // Worked out apart: 561 of 660 in all, 0.85; Pearson's chi-squared about it, by chance 3 x 660 / 659 on average; the
  // upper tail of three degrees of freedom as erfc and the density; tau with weights 4n.
  test('heterogeneity by Pearson’s chi-squared', () => {
    const { q, df, byChance, pValue, i2, tau, reason, reference } = variation(counts);
    expect(q).toBeCloseTo(27.26897938662644, 10);
    expect(df).toBe(3);
    expect(byChance).toBeCloseTo(3.0045523520485586, 12);
    expect((pValue ?? 0) / 5.170365723031203e-6).toBeCloseTo(1, 10);
    expect(i2).toBeCloseTo(0.8898179389316607, 12);
    expect(tau).toBeCloseTo(0.1141606378717079, 12);
    expect([reference, reason]).toEqual(['chi-squared', null]);
  });

  test('where few are expected, against draws, which say what chi-squared says where there are more', () => {
    const small = counts.map(({ numerator, denominator }) => ({
      numerator: Math.round(numerator / 20),
      denominator: denominator / 20,
    }));
    expect(variation(small).reference).toBe('simulated');
    // 4 of 4 and 2 of 4 at 0.75 together: 1 - P(chi-squared of two such binomials below 2.67), by all 25 pairs.
    const pairs = [
      { numerator: 4, denominator: 4 },
      { numerator: 2, denominator: 4 },
    ];
    let exact = 0;
    const choose = [1, 4, 6, 4, 1];
    const of = (x: number) => (choose[x] as number) * 0.75 ** x * 0.25 ** (4 - x);
    for (let x = 0; x <= 4; x++)
      for (let y = 0; y <= 4; y++) {
        const between = variation([x, y].map((numerator) => ({ numerator, denominator: 4 }))).q ?? 0;
        if (between >= (variation(pairs).q ?? 0) - 1e-9) exact += of(x) * of(y);
      }
    const { pValue, reference } = variation(pairs);
    expect(reference).toBe('simulated');
    // Four standard errors of 2,000 draws.
    expect(Math.abs((pValue ?? 0) - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / 2000));
    expect(variation(pairs).pValue).toBe(pValue);
  });

  // Values 0.7333, 0.775, 0.855, 0.9231.
  test('quantiles', () => {
    const { min, p10, p25, median, p75, p90, max } = variation(counts);
    expect(min).toBe(88 / 120);
    expect(p10).toBeCloseTo(88 / 120 + 0.3 * (0.775 - 88 / 120), 12);
    expect(p25).toBeCloseTo(88 / 120 + 0.75 * (0.775 - 88 / 120), 12);
    expect(median).toBeCloseTo((0.775 + 0.855) / 2, 12);
    expect(p75).toBeCloseTo(0.855 + 0.25 * (240 / 260 - 0.855), 12);
    expect(p90).toBeCloseTo(0.855 + 0.7 * (240 / 260 - 0.855), 12);
    expect(max).toBe(240 / 260);
  });

  test('so far from chance that one less the lower tail is 0, the p-value is not', () => {
    const far = counts.map(({ numerator, denominator }) => ({
      numerator: numerator * 20,
      denominator: denominator * 20,
    }));
    const { pValue, q } = variation(far);
    expect(q).toBeCloseTo(20 * 27.26897938662644, 8);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-100);
  });

  test('the order does not matter, nor which of the two proportions is counted', () => {
    const turned = counts.map(({ numerator, denominator }) => ({
      numerator: denominator - numerator,
      denominator,
    }));
    for (const other of [[...counts].reverse(), turned]) {
      expect(variation(other).q).toBeCloseTo(variation(counts).q ?? 0, 9);
      expect(variation(other).tau).toBeCloseTo(variation(counts).tau ?? 0, 12);
    }
  });

  test('units all alike do not vary, at 0 and 100% too', () => {
    for (const share of [0, 0.4, 1]) {
      const alike = [10, 50, 200].map((denominator) => ({ numerator: share * denominator, denominator }));
      expect(variation(alike)).toMatchObject({ df: 2, pValue: 1, i2: 0, tau: 0, min: share, max: share });
    }
  });

  test('one unit does not vary', () => {
    expect(variation([{ numerator: 3, denominator: 4 }])).toEqual({
      ...{ min: 0.75, p10: 0.75, p25: 0.75, median: 0.75, p75: 0.75, p90: 0.75, max: 0.75 },
      ...{ q: 0, df: 0, byChance: 0, pValue: 1, i2: 0, tau: 0, reason: null, reference: 'chi-squared' },
    });
  });
});

describe('values with intervals', () => {
  const unit = (value: number, error: number) => ({
    value,
    lower: value - Z95 * error,
    upper: value + Z95 * error,
  });

  // Errors of 1: Q is the sum of squares about the mean 3, 4 + 1 + 0 + 1 + 4 = 10 on 4 degrees of freedom; its upper
  // tail exp(-5) (1 + 5); I² = 6/10; the variance between is (10 - 4) / (5 - 1).
  test('on their own scale', () => {
    const { q, df, pValue, i2, tau } = variation([1, 2, 3, 4, 5].map((value) => unit(value, 1)));
    expect(q).toBeCloseTo(10, 10);
    expect(df).toBe(4);
    expect(pValue).toBeCloseTo(6 * Math.exp(-5), 10);
    expect(i2).toBeCloseTo(0.6, 10);
    expect(tau).toBeCloseTo(Math.sqrt(1.5), 10);
  });

  test.each([
    ['bare values', [{ value: 1 }, { value: 2 }], /neither counts nor intervals/],
    ['a missing limit', [unit(1, 1), { value: 2, lower: null, upper: 3 }], /neither counts nor intervals/],
    ['counts among them', [unit(1, 1), { numerator: 1, denominator: 2 }], /others have none/],
    ['no width', [unit(1, 1), unit(2, 0)], /without width/],
  ])('%s: quantiles only', (_, units, reason) => {
    const found = variation(units);
    expect(found).toMatchObject({ q: null, df: null, pValue: null, i2: null, tau: null });
    expect(found.reason).toMatch(reason);
    expect(found.median).not.toBeNull();
  });

  test('no units', () => {
    expect(variation([])).toMatchObject({ median: null, i2: null, reason: 'there are no figures' });
  });
});

// Over so small a step the sine is straight: sin² at the angle of p moves by 2 sqrt(p (1 - p)) a unit.
test('tau in the unit of the proportion', () => {
  const angle = Math.asin(Math.sqrt(0.85));
  expect(tauInUnits(1e-6, 0.85)).toBeCloseTo(Math.sin(angle + 1e-6) ** 2 - 0.85, 11);
  expect(tauInUnits(0.05, 0.5)).toBeCloseTo(0.05, 12);
});

describe('the spread by chance', () => {
  // Of one size the mixture is the binomial itself. At 0.5 of 25, R's qbinom(c(.1, .9), 25, .5) is 9 and 16.
  test('units of one size', () => {
    expect(chanceSpread(0.5, [25, 25, 25])).toEqual({ p10: 9 / 25, p90: 16 / 25 });
  });

  test('units of many sizes, against draws', () => {
    const sizes = [30, 60, 200, 900, 5000];
    const next = uniform(11);
    const draw = drawer(sizes.map((size) => binomialTable(size, 0.6)));
    const drawn = Array.from({ length: 200_000 }, (_, i) => draw(i % 5, next()) / (sizes[i % 5] as number));
    const { p10, p90 } = chanceSpread(0.6, sizes);
    expect(Math.abs(p10 - quantile(drawn, 0.1))).toBeLessThan(0.002);
    expect(Math.abs(p90 - quantile(drawn, 0.9))).toBeLessThan(0.002);
  });

  // A hundred units of 10,000 and fifty of 25 at 0.5: nine tenths are reached where 70% of the small ones are and all of
  // the large: P(X <= 14) of 25 is 0.788, P(X <= 13) 0.655.
  test('a mixture solved by hand', () => {
    const sizes = [...Array.from({ length: 100 }, () => 10_000), ...Array.from({ length: 50 }, () => 25)];
    expect(chanceSpread(0.5, sizes).p90).toBe(14 / 25);
  });

  test('narrows as units grow, and order does not matter', () => {
    const spread = (sizes: number[]) => {
      const { p10, p90 } = chanceSpread(0.85, sizes);
      return p90 - p10;
    };
    expect(spread([100, 200])).toBeGreaterThan(spread([200, 400]));
    expect(spread([10, 300, 50])).toBeCloseTo(spread([300, 50, 10]), 13);
  });

  test('stays within 0 to 1', () => {
    for (const overall of [0, 0.001, 0.96, 0.9999, 1]) {
      const { p10, p90 } = chanceSpread(overall, [1, 2, 3]);
      expect(p10).toBeGreaterThanOrEqual(0);
      expect(p10).toBeLessThanOrEqual(p90);
      expect(p90).toBeLessThanOrEqual(1);
    }
    expect(chanceSpread(1, [5])).toEqual({ p10: 1, p90: 1 });
  });

  test('refuses no units, a size of 0 and an overall that is no proportion', () => {
    expect(() => chanceSpread(0.5, [])).toThrow(RangeError);
    expect(() => chanceSpread(0.5, [10, 0])).toThrow(RangeError);
    expect(() => chanceSpread(1.5, [10])).toThrow(RangeError);
  });
});

// The people of the CCGs of a month, a third of them with a handful: alike at 97%, they must be called different at 5%
// about one time in twenty. Held against Q on the arcsine scale the same sizes are called different nearly always.
test('alike units are called different as often as is said', () => {
  const next = uniform(5);
  const sizes = Array.from({ length: 120 }, (_, i) => [2, 4, 7, 12, 25, 60][i % 6] as number);
  const draw = drawer(sizes.map((size) => binomialTable(size, 0.97)));
  const rounds = long ? 1000 : 200;
  let called = 0;
  for (let round = 0; round < rounds; round++) {
    const units = sizes.map((denominator, i) => ({
      numerator: draw(i, next()),
      denominator,
    }));
    const { pValue, reference } = variation(units);
    expect(reference).toBe('simulated');
    if ((pValue ?? 1) < 0.05) called++;
  }
  // 5%, with four standard errors of so many rounds.
  const error = 4 * Math.sqrt((0.05 * 0.95) / rounds);
  expect(Math.abs(called / rounds - 0.05)).toBeLessThan(error);
});
