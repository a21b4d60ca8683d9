import type { Trend, TrendPoint } from '../../../data/contract/index.ts';
import { parsePeriod } from '../../../data/periods.ts';

export type Moved =
  | { before: TrendPoint; now: TrendPoint; reason: null }
  | { before: TrendPoint | null; now: TrendPoint | null; reason: string };

const endOf = (period: string) => parsePeriod(period)?.end ?? '';

/** The last figure whose period ends in or before a month, and the one before it; or why they cannot be set side by side. */
export function moved({ points, breaks }: Pick<Trend, 'points' | 'breaks'>, month: string): Moved {
  const at = points.findLastIndex(({ period }) => endOf(period) <= month);
  const now = points[at];
  const before = points[at - 1];
  if (now === undefined || now.value === null)
    return { before: null, now: null, reason: now?.notes.join(' ') || 'There is no figure by then.' };
  if (before === undefined || before.value === null)
    return { before: null, now, reason: 'There is no figure for the quarter before.' };
  const between = breaks.find(({ from }) => endOf(before.period) < from && from <= endOf(now.period));
  if (between) return { before, now, reason: `Not comparable with the quarter before. ${between.reason}` };
  return { before, now, reason: null };
}
