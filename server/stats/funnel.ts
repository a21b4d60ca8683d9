import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import pmf from '@stdlib/stats-base-dists-binomial-pmf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import { Z95, Z998 } from './wilson.ts';

/** Funnel limits of a proportion, each from 0 to 1. */
export type Limits = { lower95: number; upper95: number; lower998: number; upper998: number };

/** Where a value lies in a funnel: beyond the 99.8% limits, between these and the 95% limits, or inside. */
export type Zone = 'low-998' | 'low-95' | 'inside' | 'high-95' | 'high-998';

const GRID = 60;

const clamp = (value: number) => Math.min(1, Math.max(0, value));

function check(overall: number, denominator: number) {
  if (!(overall >= 0 && overall <= 1))
    throw new RangeError(`overall is ${overall}: a proportion from 0 to 1 is needed`);
  if (!(Number.isFinite(denominator) && denominator > 0))
    throw new RangeError(`denominator is ${denominator}: a number above 0 is needed`);
}

/** A binomial quantile between whole counts, as a proportion of the denominator. */
function interpolated(overall: number, denominator: number, q: number): number {
  const r = binomialQuantile(q, denominator, overall);
  const beyond = (cdf(r, denominator, overall) - q) / pmf(r, denominator, overall);
  return clamp((r - beyond) / denominator);
}

/**
 * Where a proportion of so many people would lie by chance around the overall one. `score`: the values whose Wilson
 * interval just touches the overall (PHEindicatormethods calculate_funnel_limits), any denominator above 0. `exact`:
 * binomial quantiles, interpolated (Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix A.1.1), whole
 * denominators only. Throws a RangeError on an overall outside 0 to 1 or such a denominator.
 */
export function funnelLimits(
  overall: number,
  denominator: number,
  method: 'score' | 'exact' = 'score',
): Limits {
  check(overall, denominator);
  if (method === 'exact') {
    if (!Number.isInteger(denominator))
      throw new RangeError(`denominator is ${denominator}: exact limits need a whole number`);
    const limit = (q: number) => interpolated(overall, denominator, q);
    return { lower95: limit(0.025), upper95: limit(0.975), lower998: limit(0.001), upper998: limit(0.999) };
  }
  const error = Math.sqrt((overall * (1 - overall)) / denominator);
  return limits((z) => clamp(overall + z * error));
}

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

/** The outer of two pairs of limits. */
export const outer = (one: Limits, other: Limits): Limits => ({
  lower95: Math.min(one.lower95, other.lower95),
  upper95: Math.max(one.upper95, other.upper95),
  lower998: Math.min(one.lower998, other.lower998),
  upper998: Math.max(one.upper998, other.upper998),
});

/**
 * Limits beyond which a proportion differs from the overall one by both ways to reckon chance: its Wilson interval leaves
 * the overall out, and the binomial distribution gives it, or one further out, in less than 2.5% or 0.1% of cases (of
 * part of a person, which some publishers count, as of whole people). Score limits alone call none in time of one person
 * different from 85%, which chance gives in 15% of cases. Throws as `exactLimits` does.
 */
export const agreedLimits = (overall: number, denominator: number): Limits =>
  outer(funnelLimits(overall, denominator), exactLimits(overall, Math.max(1, Math.round(denominator))));

/**
 * Limits widened for over-dispersion, on the arcsine scale, whose angle stays within 0 to a quarter turn (Spiegelhalter
 * 2005, Statistics in Medicine 24:1185, section 4): `tau2` is the variance between units on that scale, at least 0.
 */
export function adjustedLimits(overall: number, denominator: number, tau2: number): Limits {
  check(overall, denominator);
  if (!(Number.isFinite(tau2) && tau2 >= 0))
    throw new RangeError(`tau2 is ${tau2}: a number of at least 0 is needed`);
  const centre = Math.asin(Math.sqrt(overall));
  const error = Math.sqrt(1 / (4 * denominator) + tau2);
  return limits((z) => Math.sin(Math.min(Math.PI / 2, Math.max(0, centre + z * error))) ** 2);
}

const limits = (limit: (z: number) => number): Limits => ({
  lower95: limit(-Z95),
  upper95: limit(Z95),
  lower998: limit(-Z998),
  upper998: limit(Z998),
});

/**
 * Where a proportion lies among limits: beyond those of 99.8%, beyond those of 95%, or inside. A value on a limit is
 * inside it, so that limits cut at 0 and 1 sort values from 0 to 1 as uncut ones would.
 */
export function zoneOf(value: number, { lower95, upper95, lower998, upper998 }: Limits): Zone {
  if (value < lower998) return 'low-998';
  if (value > upper998) return 'high-998';
  if (value < lower95) return 'low-95';
  if (value > upper95) return 'high-95';
  return 'inside';
}

/**
 * Whole denominators to draw limits at, growing by even ratios from the smallest unit's (at least 1) to a twentieth
 * beyond the largest one's: at most 60. Throws a RangeError unless 0 <= smallest <= largest and largest > 0.
 */
export function funnelGrid(smallest: number, largest: number): number[] {
  if (!(Number.isFinite(largest) && largest > 0 && smallest >= 0 && smallest <= largest))
    throw new RangeError(`denominators from ${smallest} to ${largest}: a range above 0 is needed`);
  const first = Math.max(1, Math.floor(smallest));
  const last = Math.max(first + 1, Math.ceil(1.05 * largest));
  const grid = Array.from({ length: GRID }, (_, i) => Math.round(first * (last / first) ** (i / (GRID - 1))));
  return [...new Set(grid)];
}
