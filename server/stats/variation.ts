import erfc from '@stdlib/math-base-special-erfc';
import gammainc from '@stdlib/math-base-special-gammainc';
import { type Counts, mean, pooled, share, sum, summed } from './arithmetic.ts';
import { betweenVariance } from './overdispersion.ts';
import { quantiles } from './quantile.ts';
import { Z95 } from './wilson.ts';

type Unit = Counts | { value: number; lower?: number | null; upper?: number | null };

const NONE = { q: null, df: null, pValue: null, i2: null, tau: null };
const SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

/**
 * How far units differ. Quantiles (R's type 7, unweighted; null for no units), and whether they differ beyond chance:
 * Cochran's Q with its degrees of freedom and p-value, I² (0 to 1; Higgins and Thompson 2002, Statistics in Medicine
 * 21:1539) and `tau`, the standard deviation between units (DerSimonian and Laird 1986), on the arcsine scale for counts
 * and in the values' own unit for values with 95% intervals; null with the `reason` where units have neither.
 */
export function variation(units: readonly Unit[]) {
  const values = units.map((unit) => (counted(unit) ? unit.numerator / unit.denominator : unit.value));
  const [min = null, p10 = null, p25 = null, median = null, p75 = null, p90 = null, max = null] =
    values.length === 0 ? [] : quantiles(values, SHARES);
  const estimates = estimatesOf(units);
  const found = typeof estimates === 'string' ? NONE : heterogeneity(estimates);
  const reason = typeof estimates === 'string' ? estimates : null;
  return { min, p10, p25, median, p75, p90, max, ...found, reason };
}

const counted = (unit: Unit): unit is Counts => 'numerator' in unit;

type Estimate = { value: number; weight: number };

/** The estimates to weigh, or why they cannot be weighed. */
function estimatesOf(units: readonly Unit[]): Estimate[] | string {
  if (units.length === 0) return 'there are no figures';
  const counts = units.filter(counted);
  if (counts.length === units.length)
    return counts.map(({ numerator, denominator }) => ({
      value: Math.asin(Math.sqrt(numerator / denominator)),
      weight: 4 * denominator,
    }));
  if (counts.length > 0) return 'some figures have counts and others have none';

  const estimates: Estimate[] = [];
  for (const unit of units) {
    if (counted(unit) || typeof unit.lower !== 'number' || typeof unit.upper !== 'number')
      return 'figures have neither counts nor intervals';
    if (!(unit.upper > unit.lower)) return 'a figure has an interval without width';
    estimates.push({ value: unit.value, weight: ((2 * Z95) / (unit.upper - unit.lower)) ** 2 });
  }
  return estimates;
}

/** Chi-squared heterogeneity of estimates about their weighted mean, and what follows from it. */
function heterogeneity(estimates: readonly Estimate[]) {
  const weights = estimates.map(({ weight }) => weight);
  const centre = sum(estimates.map(({ value, weight }) => value * weight)) / sum(weights);
  const q = sum(estimates.map(({ value, weight }) => weight * (value - centre) ** 2));
  const df = estimates.length - 1;
  return {
    q,
    df,
    // The upper tail itself: one minus the lower would be 0 long before it is.
    pValue: df === 0 ? 1 : gammainc(q / 2, df / 2, true, true),
    i2: q > df ? (q - df) / q : 0,
    tau: Math.sqrt(betweenVariance(q, weights)),
  };
}

/** A standard deviation on the arcsine scale as one of proportions about `centre` (0 to 1), by the delta method. */
export const tauInUnits = (tau: number, centre: number): number => 2 * tau * Math.sqrt(centre * (1 - centre));

const Z90 = 1.2815515655446004;
const MOST_STEPS = 100;
// A step this small leaves an error of about its cube.
const CLOSE = 1e-6;

/**
 * The first and last deciles that proportions of units with these denominators would have if all were alike and only
 * chance differed: from the mixture of their normal distributions on the arcsine scale (variance 1/4n: Freeman and Tukey
 * 1950, Annals of Mathematical Statistics 21:607). Throws a RangeError where there is no denominator, or one not above 0.
 */
export function chanceSpread(overall: number, denominators: readonly number[]): { p10: number; p90: number } {
  if (!(overall >= 0 && overall <= 1))
    throw new RangeError(`overall is ${overall}: a proportion from 0 to 1 is needed`);
  if (denominators.length === 0 || !denominators.every((n) => n > 0 && Number.isFinite(n)))
    throw new RangeError('denominators above 0 are needed, at least one');
  if (overall === 0 || overall === 1) return { p10: overall, p90: overall };

  const centre = Math.asin(Math.sqrt(overall));
  const far = distance(denominators);
  return {
    p10: Math.sin(Math.max(0, centre - far)) ** 2,
    p90: Math.sin(Math.min(Math.PI / 2, centre + far)) ** 2,
  };
}

/** How far from the centre nine tenths of the mixture are passed: Halley's steps from just below. */
function distance(denominators: readonly number[]): number {
  const scale = denominators.map((n) => 2 * Math.sqrt(n));
  let far = Z90 / mean(scale);
  for (let step = 0; step < MOST_STEPS; step++) {
    let passed = 0;
    let density = 0;
    let bend = 0;
    for (const precision of scale) {
      const z = far * precision;
      const height = precision * Math.exp((-z * z) / 2);
      passed += 1 - erfc(z / Math.SQRT2) / 2;
      density += height;
      bend -= height * precision * z;
    }
    const short = ((0.9 * scale.length - passed) * Math.sqrt(2 * Math.PI)) / density;
    const move = short / (1 + (short * bend) / (2 * density));
    far += move;
    if (Math.abs(move) < CLOSE * far) break;
  }
  return far;
}

/**
 * Share of the variation between units that lies between their groups, 0 to 1: the sum of squares between groups over
 * the total one, each unit weighted by its denominator (one-way analysis of variance: Fisher 1925). Null for fewer than
 * two groups with units, or where all units are alike.
 */
export function betweenShare(groups: readonly (readonly Counts[])[]): number | null {
  const filled = groups.filter((group) => group.length > 0);
  if (filled.length < 2) return null;
  const overall = pooled(filled.flat());
  const squares = (units: readonly Counts[]) =>
    sum(units.map((unit) => unit.denominator * (share(unit) - overall) ** 2));
  const total = squares(filled.flat());
  const groupsAsUnits = filled.map(summed);
  const weight = sum(groupsAsUnits.map(({ denominator }) => denominator));
  // Rounding alone makes squares of this size.
  if (!(total > weight * 1e-28)) return null;
  return Math.min(1, squares(groupsAsUnits) / total);
}
