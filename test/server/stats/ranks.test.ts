import { expect, test } from 'vitest';
import { places, rankOf, ranks, uniform } from '../../../server/stats/ranks.ts';
import { wilson } from '../../../server/stats/wilson.ts';

const unit = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  ...wilson(numerator, denominator),
});

test('the best has place 1, and equals share the first of their places', () => {
  expect(places([0.9, 0.8, 0.8, 0.7], 'highest')).toEqual([1, 2, 2, 4]);
  expect(places([0.9, 0.8, 0.8, 0.7], 'lowest')).toEqual([4, 2, 2, 1]);
});

test('areas far apart keep their places', () => {
  const far = [unit(9900, 10_000), unit(5000, 10_000), unit(100, 10_000)];
  expect(ranks(far, 'highest')).toEqual([
    { value: 1, lower: 1, upper: 1 },
    { value: 2, lower: 2, upper: 2 },
    { value: 3, lower: 3, upper: 3 },
  ]);
  expect(ranks(far, 'lowest').map(({ value }) => value)).toEqual([3, 2, 1]);
});

test('areas alike can take nearly any place, and a place lies in its range', () => {
  const alike = Array.from({ length: 40 }, (_, i) => unit(80 + (i % 3), 100));
  for (const { value, lower, upper } of ranks(alike, 'highest')) {
    expect(lower).toBeLessThanOrEqual(value);
    expect(upper).toBeGreaterThanOrEqual(value);
    expect(upper - lower).toBeGreaterThan(20);
  }
});

// Two equal normal errors: the better one is behind in a draw with probability Phi(-difference / (sqrt 2 x error)).
test('two units swap places as often as they should', () => {
  const apart = (difference: number) => [
    { value: difference, lower: difference - 1.96, upper: difference + 1.96 },
    { value: 0, lower: -1.96, upper: 1.96 },
  ];
  expect(ranks(apart(2.2), 'highest')[0]).toEqual({ value: 1, lower: 1, upper: 2 });
  expect(ranks(apart(3.6), 'highest')[0]).toEqual({ value: 1, lower: 1, upper: 1 });
});

test('the same figures have the same ranges', () => {
  const units = Array.from({ length: 209 }, (_, i) => unit(200 + (i % 60), 300));
  expect(ranks(units, 'highest')).toEqual(ranks(units, 'highest'));
});

test('nothing to rank', () => expect(ranks([], 'highest')).toEqual([]));

test('one unit alone has the place and range it has among all', () => {
  const next = uniform(3);
  const unlike = Array.from({ length: 83 }, () => {
    const denominator = 5 + Math.floor(400 * next());
    return unit(Math.floor((denominator + 1) * next()), denominator);
  });
  const alike = Array.from({ length: 12 }, () => unit(9, 10));
  const without = Array.from({ length: 3 }, () => ({ value: 2, lower: 2, upper: 2 }));
  for (const units of [unlike, alike, without, [unit(1, 2)]])
    for (const best of ['highest', 'lowest'] as const)
      expect(units.map((_, i) => rankOf(units, i, best))).toEqual(ranks(units, best));
});

test('no such unit', () => expect(() => rankOf([unit(1, 2)], 1, 'highest')).toThrow(RangeError));
