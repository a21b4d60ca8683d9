import { describe, expect, test } from 'vitest';
import { betweenGroups } from '../../../server/stats/betweenGroups.ts';
import { binomialTable, drawer } from '../../../server/stats/binomial.ts';
import { uniform } from '../../../server/stats/ranks.ts';

const unit = (numerator: number, denominator: number) => ({ numerator, denominator });

// Values .9 .7 | .5 .3, ten people each: overall .6, groups .8 and .4. Between 20 (.04) + 20 (.04) = 1.6; in all
// 10 (.09 + .01 + .01 + .09) = 2, within .4 on 2 degrees of freedom, .2 each. ω² = (1.6 - .2) / (2 + .2).
test('by hand', () => {
  const found = betweenGroups([
    [unit(9, 10), unit(7, 10)],
    [unit(5, 10), unit(3, 10)],
  ]);
  expect(found?.share).toBeCloseTo(0.8, 12);
  expect(found?.omegaSquared).toBeCloseTo(1.4 / 2.2, 12);
  // Of the three ways to pair four units one gives as much: 1 / 3, in 2,000 deals within three standard errors.
  expect(Math.abs((found?.pValue ?? 0) - 1 / 3)).toBeLessThan(0.032);
  // The others pair .9 with .5 (squares between 20 × .01 × 2 = .4) or with .3 (none): ω² -.182 and -.4.
  expect(found?.chance).toBeCloseTo((1.4 / 2.2 + (0.4 - 0.8) / (2 + 0.8) + (0 - 1) / (2 + 1)) / 3, 1);
});

test('all of it where the units of a group are alike; the same again from the same units', () => {
  const groups = [[unit(9, 10), unit(90, 100)], [unit(4, 8)]];
  expect(betweenGroups(groups)?.omegaSquared).toBeCloseTo(1, 12);
  expect(betweenGroups(groups)).toEqual(betweenGroups(groups));
});

test('below none where groups differ less than chance makes them', () => {
  const found = betweenGroups([
    [unit(9, 10), unit(5, 10)],
    [unit(5, 10), unit(9, 10)],
  ]);
  expect(found?.share).toBeCloseTo(0, 12);
  expect(found?.omegaSquared).toBeLessThan(0);
  expect(found?.pValue).toBe(1);
});

describe('nothing to split', () => {
  test.each([
    ['nobody', []],
    ['one unit', [[unit(1, 2)]]],
    ['one group', [[unit(1, 2), unit(2, 3)], []]],
    ['two units in two groups', [[unit(1, 2)], [unit(2, 3)]]],
    ['units that are all alike', [[unit(1, 3), unit(2, 6)], [unit(100, 300)]]],
    ['units all at 100%', [[unit(3, 3), unit(6, 6)], [unit(1, 1)]]],
    ['units all at 0%', [[unit(0, 3), unit(0, 6)], [unit(0, 1)]]],
  ])('%s', (_, groups) => expect(betweenGroups(groups)).toBeNull());
});

// 120 units of six sizes in 12 groups, all alike at 90%: an uncorrected share would be 11 / 119 on average. Two hundred
// draws; the mean of ω² has a standard error of about 0.003, and 5% of p-values lie below 0.05 (3 of 200 to 17 by chance).
test('units that are all alike: ω² is 0 on average, and called more than chance as often as is said', () => {
  const next = uniform(11);
  const sizes = Array.from({ length: 120 }, (_, i) => [3, 10, 25, 60, 140, 300][i % 6] as number);
  const draw = drawer(sizes.map((size) => binomialTable(size, 0.9)));
  let [omega, share, called] = [0, 0, 0];
  for (let time = 0; time < 200; time++) {
    const groups = Array.from({ length: 12 }, () => [] as { numerator: number; denominator: number }[]);
    sizes.forEach((size, i) => {
      groups[Math.floor(i / 10)]?.push(unit(draw(i, next()), size));
    });
    const found = betweenGroups(groups);
    omega += (found?.omegaSquared ?? 0) / 200;
    share += (found?.share ?? 0) / 200;
    if ((found?.pValue ?? 1) < 0.05) called++;
  }
  expect(Math.abs(omega)).toBeLessThan(0.01);
  expect(share).toBeCloseTo(11 / 119, 1);
  expect(called).toBeGreaterThanOrEqual(3);
  expect(called).toBeLessThanOrEqual(17);
});
