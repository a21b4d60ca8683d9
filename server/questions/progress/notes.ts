import { metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { historyOf, successorOf } from '../../dataset/geography.ts';
import { besideOf, isIllustrative, notesOf } from '../shared/figures.ts';
import { notesOn } from '../shared/latest.ts';
import type { Own, OwnRow } from '../shared/own.ts';
import { isPassed, markOf } from './target.ts';
import { asReference, olderThanDate } from './words.ts';

/** What became of an area whose code has ended by the period. */
function endedBy({ geography, area, at }: Own): string[] {
  const successor = successorOf(geography, area);
  if (!successor || successor.from > at.end) return [];
  return [historyOf(geography, area, successor)].filter((note) => note !== null);
}

/** What a reader must know of a figure itself: its own notes, its area’s, and that it stands in for another period. */
export function figureNotes(own: Own, row: OwnRow): string[] {
  const { geography, area, level } = own;
  const period = parsePeriod(row.period) ?? own.at;
  const ofArea = geography.notesOf(area, period.start, period.end);
  const notes = notesOf(row, ofArea, besideOf(metricOf(own.id), level));
  return [...notes, ...notesOn(own, row), ...endedBy(own)];
}

/** Whether a target’s date has passed and the figure is from before it: it cannot tell whether it was reached by then. */
export const isTooOld = ({ at, level }: Own, row: OwnRow | null, target: Target | null): boolean =>
  row !== null &&
  target?.by != null &&
  isPassed(target, at) &&
  markOf(target, level) !== null &&
  row.end < `${target.by}-12`;

/** What a reader must know of a figure beside its target: of another denominator, national, or older than its date. */
export function targetNotes(own: Own, row: OwnRow, target: Target | null): string[] {
  if (isIllustrative(row)) return ['An illustrative figure is held against no target and has no pace.'];
  if (target === null) return [];
  const { level } = own;
  return [
    ...(target.comparable ? [] : [`${target.label}.`]),
    ...(target.basis === 'ambition' && level !== 'england' ? [asReference(level)] : []),
    ...(target.by !== null && isTooOld(own, row, target) ? [olderThanDate(target.by, row.period)] : []),
  ];
}
