import { expect, test } from 'vitest';
import { chanceSpread } from '../../../server/stats/chance.ts';
import { normals } from '../../../server/stats/normals.ts';
import { quantile } from '../../../server/stats/quantile.ts';

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
