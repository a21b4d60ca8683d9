import type { Metric, Target } from '../../../data/metrics/index.ts';
import { unsummable } from '../shared/benchmark/sum.ts';
import { isIllustrative, type Row } from '../shared/figures.ts';
import { countsOf } from './counts.ts';
import type { Told } from './gap.ts';

/** Why an Alliance's figure cannot be taken apart: it is illustrative, no count, or absent; null where it can. */
export function notCounted(alliance: Row, ccgs: readonly Told[], metric: Metric): string | null {
  if ([alliance, ...ccgs.map(({ row }) => row)].some(isIllustrative))
    return 'The figures are illustrative, not published: nothing is told from them of who makes a gap.';
  const why = unsummable(metric);
  if (why !== null) return `${why}: no CCG’s part in it can be told.`;
  if (countsOf(alliance) === null)
    return alliance.note || 'No counts of the Alliance are published for this period.';
  if (ccgs.every(({ row }) => countsOf(row) === null))
    return 'No CCG of the Alliance has a figure for this period.';
  return null;
}

/** Why there is no gap to tell of: no target, or none that an area is held to; null where there is one. */
export function noMark(target: Target | null, { label, targets }: Metric): string | null {
  if (target?.basis === 'standard') return null;
  const aim = target ?? targets.find(({ basis }) => basis !== 'standard');
  return aim
    ? `${aim.label}. That is for England as a whole, not a standard to which an Alliance or a CCG is held.`
    : `No national standard is in force in this period for: ${label}.`;
}
