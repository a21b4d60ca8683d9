import gammainc from '@stdlib/math-base-special-gammainc';
import { betweenVariance, type Counts } from './overdispersion.ts';
import { quantiles } from './quantile.ts';
import { sum } from './sum.ts';
import { Z95 } from './wilson.ts';

export type Unit = Counts | { value: number; lower?: number | null; upper?: number | null };

type Estimate = { value: number; weight: number };

const counted = (unit: Unit): unit is Counts => 'numerator' in unit;

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

/** A standard deviation on the arcsine scale as one of proportions about `centre` (0 to 1), by the delta method. */
export const tauInUnits = (tau: number, centre: number): number => 2 * tau * Math.sqrt(centre * (1 - centre));
