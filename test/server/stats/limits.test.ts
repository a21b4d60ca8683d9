import { describe, expect, test } from 'vitest';
import { limitsOf, same } from '../../../server/stats/limits.ts';

// NHSRplotthedots, vignette "Deviations from Excel defaults": unscreened it prints mean 1.94, limits -3.06 and 6.95.
const vignette = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

// R's set.seed(123); rnorm(20), which NHSRplotthedots' own tests print with mean 0.142, limits -3.01 and 3.29.
const normal = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
  -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
  0.49785048, -1.96661716, 0.7013559, -0.47279141,
];

describe('published examples', () => {
  test('unscreened, as the spreadsheet does it', () => {
    const { mean, lower, upper } = limitsOf(vignette, false);
    // 35 / 18, and 2.66 x 32 / 17 from it.
    expect(mean).toBeCloseTo(35 / 18, 14);
    expect(lower).toBeCloseTo(35 / 18 - (2.66 * 32) / 17, 12);
    expect(upper).toBeCloseTo(6.95, 2);
    expect(lower).toBeCloseTo(-3.06, 2);
  });

  // Screened: the steps of 8 and 9 are beyond 3.267 x 32/17 = 6.15; the other fifteen are all 1.
  test('screened', () => {
    const { mean, lower, upper, near } = limitsOf(vignette, true);
    expect(mean).toBeCloseTo(35 / 18, 14);
    expect(lower).toBeCloseTo(35 / 18 - 2.66, 13);
    expect(upper).toBeCloseTo(35 / 18 + 2.66, 13);
    expect(near).toBeCloseTo((2 / 3) * 2.66, 13);
  });

  test.each([true, false])('twenty normal draws', (screen) => {
    const { mean, lower, upper } = limitsOf(normal, screen);
    expect(mean).toBeCloseTo(0.142, 3);
    expect(lower).toBeCloseTo(-3.01, 2);
    expect(upper).toBeCloseTo(3.29, 2);
  });
});

test('limits move and stretch with the values', () => {
  const first = limitsOf(normal, true);
  const moved = limitsOf(
    normal.map((value) => 50 - 10 * value),
    true,
  );
  expect(moved.mean).toBeCloseTo(50 - 10 * (first.mean ?? 0), 11);
  expect(moved.lower).toBeCloseTo(50 - 10 * (first.upper ?? 0), 11);
});

test('screening is done once', () => {
  // Steps 1 eleven times, 8, 20: average 39 / 13 = 3, so 20 goes (9.8) and 8 stays; a second time 8 would go too.
  const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 9, 29];
  const { mean, upper } = limitsOf(values, true);
  expect(mean).toBeCloseTo(44 / 14, 12);
  expect(upper).toBeCloseTo(44 / 14 + (2.66 * 19) / 12, 12);
});

// Twelve steps of 1 and one of s: it is kept where s < 3.267 (12 + s) / 13, that is below 4.028.
test.each([
  [4, 16 / 13],
  [4.1, 1],
])('a step of %f among steps of 1', (step, average) => {
  const { mean, upper } = limitsOf([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, step], true);
  expect((upper ?? 0) - (mean ?? 0)).toBeCloseTo(2.66 * average, 12);
});

test('a missing value has no step on either side', () => {
  const values = [1, 2, 1, 2, null, 9, 8, 9, 8, 9, 8, 9, 8, 9];
  const { mean, upper } = limitsOf(values, false);
  expect(mean).toBeCloseTo(83 / 13, 12);
  // Eleven steps of 1: none from 2 to 9.
  expect(upper).toBeCloseTo(83 / 13 + 2.66, 12);
});

describe('no limits', () => {
  const month = (value: number, times: number) => Array.from({ length: times }, () => value);

  test.each([
    ['eleven figures', [...month(1, 5), ...month(2, 6)], /are 11 figures.* at least 12/],
    ['twelve of which one is missing', [null, ...month(1, 11)], /are 11 figures/],
    ['one figure', [1], /is 1 figure:/],
    ['none', [null, null], /are 0 figures/],
    ['all the same', month(0.843, 24), /equal the one before/],
    ['23 months at 100% and one at 95%', [...month(1, 12), 0.95, ...month(1, 11)], /equal the one before/],
    [
      'all the same but for rounding',
      Array.from({ length: 24 }, (_, i) => (i % 2 ? 0.3 : 0.1 + 0.2)),
      /equal/,
    ],
    [
      'every other one missing',
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6].flatMap((value) => [value, null]),
      /follow/,
    ],
  ])('%s', (_, values, reason) => {
    for (const screen of [true, false]) {
      const found = limitsOf(values, screen);
      expect(found).toMatchObject({ mean: null, lower: null, upper: null });
      expect(found.reason).toMatch(reason);
    }
  });

  // Six of 12 steps are not 0, then six of 13.
  test('half of the steps is enough', () => {
    expect(limitsOf([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7], true).reason).toBeNull();
    expect(limitsOf([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7], true).reason).not.toBeNull();
  });
});

test('the same but for rounding', () => {
  expect(same(0.1 + 0.2, 0.3)).toBe(true);
  expect(same(1e9 + 1e-4, 1e9)).toBe(true);
  expect(same(0, 1e-13)).toBe(false);
  expect(same(0, 0)).toBe(true);
});
