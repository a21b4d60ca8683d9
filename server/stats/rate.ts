import erfc from '@stdlib/math-base-special-erfc';
import chiSquared from '@stdlib/stats-base-dists-chisquare-quantile';
import { Z95 } from './wilson.ts';

/** From this count on Byar's approximation is used, below it the exact limits. */
const BYAR_FROM = 10;

/** Byar's limits of a Poisson count. */
function byar(count: number, z: number) {
  const limit = (x: number, side: 1 | -1) => x * (1 - 1 / (9 * x) + (side * z) / (3 * Math.sqrt(x))) ** 3;
  return { lower: Math.max(0, limit(count, -1)), upper: limit(count + 1, 1) };
}

/** Exact limits of a Poisson count, by its tie with the chi-squared distribution. */
function exact(count: number, z: number) {
  const tail = erfc(z / Math.SQRT2) / 2;
  return {
    lower: chiSquared(tail, 2 * count) / 2,
    upper: chiSquared(1 - tail, 2 * count + 2) / 2,
  };
}

/**
 * Interval of a rate, in events per `multiplier` of the denominator: Byar's method from 10 events (Breslow and Day 1987,
 * IARC Scientific Publications 82, p. 69), exact Poisson limits below (Armitage and Berry 2002). The lower end is 0 for
 * no events. Throws a RangeError unless count >= 0 and the other numbers are above 0.
 */
export function rateInterval(
  count: number,
  denominator: number,
  multiplier = 1,
  z = Z95,
): { lower: number; upper: number } {
  if (!(Number.isFinite(count) && count >= 0))
    throw new RangeError(`count is ${count}: a number of at least 0 is needed`);
  for (const [name, value] of Object.entries({ denominator, multiplier, z }))
    if (!(Number.isFinite(value) && value > 0))
      throw new RangeError(`${name} is ${value}: a number above 0 is needed`);
  const { lower, upper } = count >= BYAR_FROM ? byar(count, z) : exact(count, z);
  return { lower: (lower / denominator) * multiplier, upper: (upper / denominator) * multiplier };
}
