import { describe, expect, test } from 'vitest';
import { binomialTable, drawer } from '../../../server/stats/binomial.ts';
import { pPrime } from '../../../server/stats/pPrime.ts';
import { uniform } from '../../../server/stats/ranks.ts';

const unit = (numerator: number, denominator: number) => ({ numerator, denominator });

/** 40 and 60 of 100 in turn: pooled 0.5, standardised -2 and 2, each move 4, so σz is 4 / 1.128. */
const SWING = Array.from({ length: 12 }, (_, i) => unit(i % 2 === 0 ? 40 : 60, 100));

describe('Laney’s p′ chart', () => {
  test('by hand: limits are three binomial standard deviations times σz', () => {
    const found = pPrime(SWING, 7);
    expect(found.mean).toBeCloseTo(0.5, 12);
    expect(found.sigmaZ).toBeCloseTo(4 / 1.128, 12);
    expect(found.points[0]?.lower).toBeCloseTo(0.5 - 3 * 0.05 * (4 / 1.128), 12);
    expect(found.points[11]?.upper).toBeCloseTo(0.5 + 3 * 0.05 * (4 / 1.128), 12);
    expect(found.points.every((point) => point?.flag === null)).toBe(true);
  });

  test('limits are as wide as people are few: a quarter of them, twice the width', () => {
    const found = pPrime([...SWING, unit(13, 25)], 7);
    const [many, few] = [found.points[0], found.points[12]];
    const width = (at: typeof many) => (at?.upper ?? 0) - (at?.lower ?? 0);
    expect(width(few) / width(many)).toBeCloseTo(2, 12);
  });

  // σz is the same in both; 17.5 of 25 (70%) lies inside its limits, 700 of 1,000 outside.
  test('the same proportion is special cause of many people and common cause of few', () => {
    const months = Array.from({ length: 24 }, (_, i) => unit(i % 2 === 0 ? 480 : 520, 1000));
    expect(pPrime([...months, unit(700, 1000)], 7).points.at(-1)?.flag).toEqual({
      signal: 'outside',
      side: 'above',
    });
    expect(pPrime([...months, unit(17.5, 25)], 7).points.at(-1)?.flag).toBeNull();
  });

  test('a missing month, or one without people, is left out and breaks moves', () => {
    const found = pPrime([...SWING.slice(0, 6), null, ...SWING.slice(6)], 7);
    expect(found.points[6]).toBeNull();
    expect(found.sigmaZ).toBeCloseTo(4 / 1.128, 12);
  });

  test.each([
    ['nothing', [], /there are 0 figures/],
    ['one month', [unit(1, 1)], /there is 1 figure/],
    ['eleven months', SWING.slice(1), /there are 11 figures: limits need at least 12/],
    ['all at 100%', SWING.map(() => unit(5, 5)), /most figures equal the one before/],
    [
      'all at 0%, of different numbers',
      SWING.map((_, i) => unit(0, i + 1)),
      /most figures equal the one before/,
    ],
    ['all equal', SWING.map(() => unit(4, 5)), /most figures equal the one before/],
    ['months without a neighbour', SWING.flatMap((each) => [each, null]), /no two figures follow each other/],
  ])('%s: none, and why', (_, counts, words) => {
    const found = pPrime(counts, 7);
    expect(found.reason).toMatch(words);
    expect([found.mean, found.sigmaZ, found.points]).toEqual([null, null, []]);
  });

  test('one person a month, now in time and now not: finite limits, no NaN', () => {
    const found = pPrime(
      Array.from({ length: 12 }, (_, i) => unit(i % 2, 1)),
      7,
    );
    expect(found.sigmaZ).toBeGreaterThan(0);
    expect(
      found.points.every((point) => Number.isFinite(point?.lower) && Number.isFinite(point?.upper)),
    ).toBe(true);
  });
});

// 200 series of 36 months of 10 to 200 people about 85%, alike but for chance: σz is 1 on average, and of 7,200 months
// about 0.3% lie outside limits at three standard deviations (0.4% to 0.6% for binomials this skewed).
test('by chance alone σz is 1, and few months lie outside', () => {
  const next = uniform(3);
  const sizes = [10, 25, 60, 120, 200, 40];
  const draw = drawer(sizes.map((size) => binomialTable(size, 0.85)));
  let [sigma, outside] = [0, 0];
  for (let series = 0; series < 200; series++) {
    const counts = Array.from({ length: 36 }, (_, i) => unit(draw(i % 6, next()), sizes[i % 6] as number));
    const { sigmaZ, points } = pPrime(counts, 7);
    sigma += (sigmaZ ?? 0) / 200;
    outside += points.filter((point) => point?.flag?.signal === 'outside').length;
  }
  expect(sigma).toBeCloseTo(1, 1);
  expect(outside / 7200).toBeLessThan(0.01);
});
