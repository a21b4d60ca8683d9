import { type Counts, pooled, sum } from './arithmetic.ts';
import { quantiles } from './quantile.ts';

const TRIM = 0.1;

/**
 * Variance between units by DerSimonian and Laird (1986), Controlled Clinical Trials 7:177, at least 0: from the
 * heterogeneity `q` about the centre, the units' weights (one over their variances) and what q would be by chance, on
 * average (by default its degrees of freedom).
 */
export function betweenVariance(
  q: number,
  weights: readonly number[],
  byChance = weights.length - 1,
): number {
  const total = sum(weights);
  const spare = total - sum(weights.map((w) => w * w)) / total;
  return spare > 0 ? Math.max(0, (q - byChance) / spare) : 0;
}

/**
 * Over-dispersion of proportions about the overall one (the pooled by default), on the arcsine scale: `phi`, the mean
 * square of the z-scores winsorised at their 10th and 90th percentiles (so it is low by design: about 0.7 for units all
 * alike), and `tau2`, the additive variance between units. Both 0 for no units. Spiegelhalter (2005), Statistics in
 * Medicine 24:1185; Spiegelhalter et al. (2012), JRSS A 175:1. Throws a RangeError on a denominator of 0 or less.
 */
export function overdispersion(
  units: readonly Counts[],
  overall: number = pooled(units),
): { phi: number; tau2: number } {
  if (units.length === 0) return { phi: 0, tau2: 0 };
  const wrong = units.find(({ denominator }) => !(denominator > 0));
  if (wrong) throw new RangeError(`denominator is ${wrong.denominator}: a number above 0 is needed`);

  const centre = Math.asin(Math.sqrt(overall));
  const weights = units.map(({ denominator }) => 4 * denominator);
  const scores = units.map(
    ({ numerator, denominator }) =>
      (Math.asin(Math.sqrt(numerator / denominator)) - centre) * 2 * Math.sqrt(denominator),
  );
  const [low = 0, high = 0] = quantiles(scores, [TRIM, 1 - TRIM]);
  const phi = sum(scores.map((z) => Math.min(high, Math.max(low, z)) ** 2)) / units.length;
  return { phi, tau2: betweenVariance(units.length * phi, weights) };
}
