import { expect, test } from 'vitest';
import { binomialTable, drawer } from '../../../server/stats/binomial.ts';
import { uniform } from '../../../server/stats/ranks.ts';

test.each([
  [1, 0.3],
  [4, 0.75],
  [25, 0.5],
  [700, 0.97],
])('%i trials at %d: the probabilities of R’s dbinom', (trials, probability) => {
  const { first, probabilities } = binomialTable(trials, probability);
  let logarithm = 0;
  for (let i = 1; i <= first; i++) logarithm += Math.log((trials - i + 1) / i);
  for (let i = 0; i < probabilities.length; i++) {
    const x = first + i;
    const expected = Math.exp(
      logarithm + x * Math.log(probability) + (trials - x) * Math.log1p(-probability),
    );
    expect(Math.abs((probabilities[i] as number) - expected)).toBeLessThan(1e-12);
    logarithm += Math.log((trials - x) / (x + 1));
  }
  expect([...probabilities].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
});

test('certain and impossible', () => {
  expect(binomialTable(7, 0)).toEqual({ first: 0, probabilities: Float64Array.of(1) });
  expect(binomialTable(7, 1)).toEqual({ first: 7, probabilities: Float64Array.of(1) });
});

test('draws have the mean and the variance of the distribution', () => {
  const draw = drawer([binomialTable(40, 0.85)]);
  const next = uniform(3);
  const drawn = Array.from({ length: 50_000 }, () => draw(0, next()));
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
  // 34 and 5.1, with five standard errors.
  expect(Math.abs(mean - 34)).toBeLessThan(5 * Math.sqrt(5.1 / 50_000));
  expect(Math.abs(variance - 5.1)).toBeLessThan(5 * 5.1 * Math.sqrt(2 / 50_000));
});

test('refuses no trials, half a trial and no probability', () => {
  expect(() => binomialTable(0, 0.5)).toThrow(RangeError);
  expect(() => binomialTable(2.5, 0.5)).toThrow(RangeError);
  expect(() => binomialTable(2, 1.5)).toThrow(RangeError);
});
