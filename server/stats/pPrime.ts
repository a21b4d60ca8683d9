import { type Counts, mean, pooled, share } from './arithmetic.ts';
import { type Flag, movingRanges, same, signalsOf, whyNoRanges } from './xmr.ts';

/** Moving range of two values that a standard deviation of 1 gives on average (d₂ of two). */
const D2 = 1.128;

type Limits = { lower: number; upper: number };
type PPrime =
  | { mean: number; sigmaZ: number; points: ((Limits & { flag: Flag | null }) | null)[]; reason: null }
  | { mean: null; sigmaZ: null; points: []; reason: string };

const none = (reason: string): PPrime => ({ mean: null, sigmaZ: null, points: [], reason });

/**
 * Laney's p′ chart of counts in order of time (null: missing): about the pooled proportion, each with limits for as many
 * people as it has, three binomial standard deviations times `sigmaZ`, how far the standardised proportions move from one
 * to the next compared with chance alone (1: as chance moves them). Limits are not cut at 0 and 1. Which are special cause
 * by the rules of `xmr`, a run of `runLength` values making a shift or a trend. None, with the reason, under 12 figures,
 * where all are 0 or all 1, or where most equal the one before. Laney 2002, Quality Engineering 14:531.
 */
export function pPrime(counts: readonly (Counts | null)[], runLength: number): PPrime {
  const known = counts.filter((each) => each !== null && each.denominator > 0) as Counts[];
  const reason = whyNoRanges(counts.map((each) => each && share(each)));
  if (reason !== null) return none(reason);
  const overall = pooled(known);
  if (same(overall, 0) || same(overall, 1)) return none('all figures are at one end of the scale');

  const error = ({ denominator }: Counts) => Math.sqrt((overall * (1 - overall)) / denominator);
  const ranges = movingRanges(counts.map((each) => each && (share(each) - overall) / error(each)));
  const sigmaZ = mean(ranges) / D2;
  const limits = counts.map((each) => {
    const unit = each === null ? 0 : sigmaZ * error(each);
    return { mean: overall, lower: overall - 3 * unit, upper: overall + 3 * unit, near: 2 * unit };
  });
  const flags = signalsOf(
    counts.map((each) => each && share(each)),
    limits,
    runLength,
  );
  const points = limits.map(({ lower, upper }, i) =>
    counts[i] ? { lower, upper, flag: flags[i] ?? null } : null,
  );
  return { mean: overall, sigmaZ, points, reason: null };
}
