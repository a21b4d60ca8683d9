import cdf from '@stdlib/stats-base-dists-binomial-cdf';
import pmf from '@stdlib/stats-base-dists-binomial-pmf';
import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';
import type { Zone } from '../../data/contract/spread.ts';
import { Z95, Z998 } from './wilson.ts';

/** Funnel limits of a proportion, each from 0 to 1. */
export type Limits = { lower95: number; upper95: number; lower998: number; upper998: number };

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
    const at = (q: number) => interpolated(overall, denominator, q);
    return { lower95: at(0.025), upper95: at(0.975), lower998: at(0.001), upper998: at(0.999) };
  }
  const error = Math.sqrt((overall * (1 - overall)) / denominator);
  return limits((z) => clamp(overall + z * error));
}

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

const limits = (at: (z: number) => number): Limits => ({
  lower95: at(-Z95),
  upper95: at(Z95),
  lower998: at(-Z998),
  upper998: at(Z998),
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
