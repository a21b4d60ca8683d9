import { describe, expect, test } from 'vitest';
import { slopeIndex } from '../../../server/stats/inequality.ts';

// The example of PHEindicatormethods, ?phe_sii, first area: deciles, most deprived first.
const population = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534];
const value = [75.9, 78.3, 83.8, 83.6, 80.5, 81.1, 81.7, 84.2, 80.6, 86.3];
const lower = [72.7, 75.3, 80.9, 80.2, 77.1, 78, 79, 81.4, 75.8, 83.2];
const upper = [79.1, 81.4, 86.8, 87.1, 83.8, 84.2, 84.4, 86.9, 85.4, 89.4];
const deciles = population.map((people, i) => ({
  population: people,
  value: value[i] as number,
  lower: lower[i] as number,
  upper: upper[i] as number,
}));
const shares = deciles.map((group) => ({
  population: group.population,
  value: group.value / 100,
  lower: group.lower / 100,
  upper: group.upper / 100,
}));

describe('on the values’ own scale', () => {
  // Worked out apart with numpy by the package's matrices, inv(M'M) M' with M = (sqrt a, b sqrt a).
  test('ten deciles', () => {
    const found = slopeIndex(deciles);
    expect(found.slope).toBeCloseTo(7.0002347600799055, 10);
    expect(found.relative).toBeCloseTo(1.0897097049119415, 12);
    expect(found.lower).toBeCloseTo(3.151679469486758, 10);
    expect(found.upper).toBeCloseTo(10.848790050673053, 10);
  });

  // On the line 10 + 5x, whatever the populations.
  test('groups on a straight line', () => {
    const people = [1, 2, 3, 2, 2];
    let before = 0;
    const groups = people.map((n) => {
      const x = (before + n / 2) / 10;
      before += n;
      return { population: n, value: 10 + 5 * x, lower: 9 + 5 * x, upper: 11 + 5 * x };
    });
    const found = slopeIndex(groups);
    expect(found.slope).toBeCloseTo(5, 12);
    expect(found.relative).toBeCloseTo(1.5, 12);
    expect(found.lower).toBeLessThan(5);
    expect(found.lower + found.upper).toBeCloseTo(10, 12);
  });

  test('from the least deprived the slope turns round', () => {
    const found = slopeIndex(deciles);
    const back = slopeIndex([...deciles].reverse());
    expect(back.slope).toBeCloseTo(-found.slope, 11);
    expect(back.lower).toBeCloseTo(-found.upper, 11);
    expect(back.relative).toBeCloseTo(1 / (found.relative ?? 0), 11);
  });

  test('the scale of the populations does not matter', () => {
    const larger = deciles.map((group) => ({ ...group, population: group.population * 1000 }));
    expect(slopeIndex(larger).slope).toBeCloseTo(slopeIndex(deciles).slope, 11);
  });
});

describe('on the logit', () => {
  // Worked out apart with numpy; the interval turns the line about the middle of the population.
  test('ten deciles', () => {
    const found = slopeIndex(shares, { transform: true });
    expect(found.slope).toBeCloseTo(0.06894704744113878, 12);
    expect(found.relative).toBeCloseTo(1.0883724389982823, 12);
    expect(found.lower).toBeCloseTo(0.029448785522320775, 12);
    expect(found.upper).toBeCloseTo(0.10855981224053202, 12);
  });

  // The interval PHEindicatormethods finds by simulation: 400,000 draws with numpy gave 0.0297 to 0.1077.
  test('near the simulated interval', () => {
    const found = slopeIndex(shares, { transform: true });
    expect(Math.abs(found.lower - 0.0297389)).toBeLessThan(0.001);
    expect(Math.abs(found.upper - 0.10765646)).toBeLessThan(0.001);
  });

  test('the other proportion turns the slope round', () => {
    const others = shares.map((group) => ({
      population: group.population,
      value: 1 - group.value,
      lower: 1 - group.upper,
      upper: 1 - group.lower,
    }));
    const [found, turned] = [
      slopeIndex(shares, { transform: true }),
      slopeIndex(others, { transform: true }),
    ];
    expect(turned.slope).toBeCloseTo(-found.slope, 12);
    expect(turned.upper).toBeCloseTo(-found.lower, 12);
  });

  test('needs proportions within 0 to 1', () => {
    const whole = shares.map((group, i) => (i === 9 ? { ...group, upper: 1 } : group));
    expect(() => slopeIndex(whole, { transform: true })).toThrow(RangeError);
    expect(() => slopeIndex(whole)).not.toThrow();
  });
});

test('refuses four groups, an empty one and an interval the wrong way round', () => {
  expect(() => slopeIndex(deciles.slice(0, 4))).toThrow(/there are 4 groups/);
  expect(() => slopeIndex(deciles.map((group) => ({ ...group, population: 0 })))).toThrow(RangeError);
  expect(() => slopeIndex(deciles.map((group) => ({ ...group, lower: 99 })))).toThrow(RangeError);
});

test('a line from nothing has no ratio', () => {
  const flat = deciles.map((group) => ({ ...group, value: 0, lower: -1, upper: 1 }));
  expect(slopeIndex(flat).relative).toBeNull();
});
