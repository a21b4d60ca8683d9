import pmf from '@stdlib/stats-base-dists-binomial-pmf';
import type { Limits } from './funnel.ts';

const TAILS = [0.001, 0.025] as const;
// So far below the mean nothing is left that a double could hold beside the tails.
const FAR = 12;

/**
 * Counts below which each of the tails lies, between whole numbers: r − (P(X ≤ r) − q) / P(X = r) for the smallest r with
 * P(X ≤ r) ≥ q (Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1). Sums upward from far below the mean.
 */
function lowerCounts(overall: number, denominator: number): number[] {
  const mean = denominator * overall;
  const deviation = Math.sqrt(mean * (1 - overall));
  let count = Math.max(0, Math.floor(mean - FAR * (deviation + 1)));
  let mass = pmf(count, denominator, overall);
  let below = mass;
  return TAILS.map((tail) => {
    while (below < tail && count < denominator) {
      mass *= ((denominator - count) / (count + 1)) * (overall / (1 - overall));
      count += 1;
      below += mass;
    }
    return Math.max(0, count - (below - tail) / mass);
  });
}

/**
 * Binomial limits, each read from its own tail: the lower from people who are in time, the upper from those who are not.
 * So a value is outside exactly where chance would give it, or one further out, in less than 2.5% or 0.1% of cases; the
 * interpolation that `funnelLimits` repeats as published sets the upper ones up to one person lower, and with few
 * expected on the rarer side puts every unit at 100% outside. Throws a RangeError unless 0 < overall < 1 and the
 * denominator is a whole number above 0.
 */
export function exactLimits(overall: number, denominator: number): Limits {
  if (!(overall > 0 && overall < 1))
    throw new RangeError(`overall is ${overall}: a proportion between 0 and 1 is needed`);
  if (!(Number.isInteger(denominator) && denominator > 0))
    throw new RangeError(`denominator is ${denominator}: a whole number above 0 is needed`);
  const [lower998 = 0, lower95 = 0] = lowerCounts(overall, denominator);
  const [upper998 = 0, upper95 = 0] = lowerCounts(1 - overall, denominator);
  return {
    lower95: lower95 / denominator,
    upper95: 1 - upper95 / denominator,
    lower998: lower998 / denominator,
    upper998: 1 - upper998 / denominator,
  };
}
