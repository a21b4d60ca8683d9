import { describe, expect, test } from 'vitest';
import { quantile } from '../../../server/stats/quantile.ts';
import { normals } from '../../../server/stats/ranks.ts';
import { betweenShare, chanceSpread, tauInUnits, variation } from '../../../server/stats/variation.ts';
import { Z95 } from '../../../server/stats/wilson.ts';

const counts = [
  { numerator: 171, denominator: 200 },
  { numerator: 62, denominator: 80 },
  { numerator: 240, denominator: 260 },
  { numerator: 88, denominator: 120 },
];

describe('proportions', () => {
  // Worked out apart with mpmath at 40 digits; the p-value as the regularised upper incomplete gamma.
  test('heterogeneity on the arcsine scale', () => {
    const { q, df, pValue, i2, tau, reason } = variation(counts);
    expect(q).toBeCloseTo(26.9930472470163, 10);
    expect(df).toBe(3);
    expect((pValue ?? 0) / 5.90714807063183e-6).toBeCloseTo(1, 10);
    expect(i2).toBeCloseTo(0.888860269366897, 12);
    expect(tau).toBeCloseTo(0.113520441380354, 12);
    expect(reason).toBeNull();
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
    expect(q).toBeCloseTo(20 * 26.9930472470163, 8);
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
      ...{ q: 0, df: 0, pValue: 1, i2: 0, tau: 0, reason: null },
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
  const Z90 = 1.2815515655446004;

  // Units of one size make one normal distribution, whose deciles are 1.28 standard errors out.
  test('units of one size', () => {
    const angle = Math.asin(Math.sqrt(0.85));
    const { p10, p90 } = chanceSpread(0.85, [400, 400, 400]);
    expect(p10).toBeCloseTo(Math.sin(angle - Z90 / 40) ** 2, 12);
    expect(p90).toBeCloseTo(Math.sin(angle + Z90 / 40) ** 2, 12);
  });

  test('units of many sizes, against draws', () => {
    const sizes = [30, 60, 200, 900, 5000];
    const angle = Math.asin(Math.sqrt(0.6));
    const drawn = [...normals(200_000, 11)].map(
      (z, i) => Math.sin(angle + z / (2 * Math.sqrt(sizes[i % sizes.length] as number))) ** 2,
    );
    const { p10, p90 } = chanceSpread(0.6, sizes);
    expect(Math.abs(p10 - quantile(drawn, 0.1))).toBeLessThan(0.002);
    expect(Math.abs(p90 - quantile(drawn, 0.9))).toBeLessThan(0.002);
  });

  // A hundred units so large that they do not move and fifty of 25 each: a tenth of all lies beyond d when three tenths
  // of the small ones do: the normal quantile 0.5244005 over 2 sqrt 25.
  test('a mixture solved by hand', () => {
    const sizes = [...Array.from({ length: 100 }, () => 1e16), ...Array.from({ length: 50 }, () => 25)];
    const { p90 } = chanceSpread(0.5, sizes);
    expect(p90).toBeCloseTo(Math.sin(Math.PI / 4 + 0.5244005127080409 / 10) ** 2, 10);
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
      expect(p10).toBeLessThanOrEqual(overall);
      expect(p90).toBeGreaterThanOrEqual(overall);
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

describe('the share between groups', () => {
  const unit = (numerator: number, denominator: number) => ({ numerator, denominator });

  // Values .9 .7 | .5 .3, ten people each: overall .6, groups .8 and .4. Between 20 (.04) + 20 (.04) = 1.6; in all
  // 10 (.09 + .01 + .01 + .09) = 2.
  test('by hand', () => {
    const groups = [
      [unit(9, 10), unit(7, 10)],
      [unit(5, 10), unit(3, 10)],
    ];
    expect(betweenShare(groups)).toBeCloseTo(0.8, 12);
  });

  test('all of it where the units of a group are alike, none where the groups are', () => {
    expect(betweenShare([[unit(9, 10), unit(90, 100)], [unit(4, 8)]])).toBeCloseTo(1, 12);
    expect(
      betweenShare([
        [unit(9, 10), unit(5, 10)],
        [unit(5, 10), unit(9, 10)],
      ]),
    ).toBeCloseTo(0, 12);
  });

  test('a unit split into equal halves changes nothing', () => {
    const whole = [[unit(90, 100), unit(50, 80)], [unit(40, 60)]];
    const split = [[unit(45, 50), unit(45, 50), unit(50, 80)], [unit(40, 60)]];
    expect(betweenShare(split)).toBeCloseTo(betweenShare(whole) ?? -1, 12);
  });

  test('nothing to share', () => {
    expect(betweenShare([])).toBeNull();
    expect(betweenShare([[unit(1, 2), unit(2, 3)], []])).toBeNull();
    expect(betweenShare([[unit(1, 3), unit(2, 6)], [unit(100, 300)]])).toBeNull();
  });
});
