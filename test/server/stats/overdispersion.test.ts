import { expect, test } from 'vitest';
import { pooled } from '../../../server/stats/arithmetic.ts';
import { betweenVariance, overdispersion } from '../../../server/stats/overdispersion.ts';
import { normals } from '../../../server/stats/ranks.ts';

const units = [
  [171, 200],
  [62, 80],
  [240, 260],
  [88, 120],
  [133, 150],
  [55, 70],
  [301, 333],
].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));

// Worked out apart with numpy: quantile(z, [.1, .9]) (type 7), clip, mean of squares, DerSimonian and Laird.
test('seven units', () => {
  const { phi, tau2 } = overdispersion(units);
  expect(phi).toBeCloseTo(3.8889211353636712, 10);
  expect(tau2).toBeCloseTo(0.005342254656915723, 12);
});

test('the pooled proportion is the default centre', () => {
  // 1050 of 1213.
  expect(pooled(units)).toBe(1050 / 1213);
  expect(overdispersion(units, 1050 / 1213)).toEqual(overdispersion(units));
  expect(overdispersion(units, 0.8).phi).toBeGreaterThan(overdispersion(units).phi);
});

test('the order does not matter, nor which of the two proportions is counted', () => {
  const turned = units.map(({ numerator, denominator }) => ({
    numerator: denominator - numerator,
    denominator,
  }));
  for (const other of [[...units].reverse(), turned]) {
    expect(overdispersion(other).phi).toBeCloseTo(overdispersion(units).phi, 10);
    expect(overdispersion(other).tau2).toBeCloseTo(overdispersion(units).tau2, 12);
  }
});

// Winsorising makes phi of units that are all alike about 0.7, not 1, and leaves no variance between them.
test('chance alone', () => {
  const alike = [...normals(2000, 7)].map((z) => ({
    numerator: 10_000 * Math.sin(Math.asin(Math.sqrt(0.85)) + z / 200) ** 2,
    denominator: 10_000,
  }));
  const { phi, tau2 } = overdispersion(alike);
  expect(phi).toBeGreaterThan(0.64);
  expect(phi).toBeLessThan(0.76);
  expect(tau2).toBe(0);
});

test('one unit, none, and units all at 100%', () => {
  expect(overdispersion([{ numerator: 8, denominator: 10 }])).toEqual({ phi: 0, tau2: 0 });
  expect(overdispersion([])).toEqual({ phi: 0, tau2: 0 });
  expect(
    overdispersion([
      { numerator: 8, denominator: 8 },
      { numerator: 5, denominator: 5 },
    ]),
  ).toEqual({ phi: 0, tau2: 0 });
});

test('a denominator of 0 is refused', () => {
  expect(() => overdispersion([...units, { numerator: 0, denominator: 0 }])).toThrow(RangeError);
});

// Equal weights w: (q - (k - 1)) / (k w - w) = (10 - 2) / (3 x 4 - 4) = 1.
test('the variance between units', () => {
  expect(betweenVariance(10, [4, 4, 4])).toBe(1);
  expect(betweenVariance(1.9, [4, 4, 4])).toBe(0);
  expect(betweenVariance(5, [4])).toBe(0);
});
