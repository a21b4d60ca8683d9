import type { ProgressRow } from '../../../data/contract/index.ts';
import type { Metric, MetricId, Target } from '../../../data/metrics/index.ts';
import { metric as metricOf, targetAt } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import { OPEN } from '../../dataset/geography.ts';
import { isIllustrative, passMark, type Row, verdictOf } from '../shared/figures.ts';

/** Counts within this of a whole person are whole: 85% of 20 is not 17.000000000000004. */
const ROUNDING = 1e-9;

/** What an ambition asks of a metric: the target it names, by its place among the metric's. */
export type Asked = { metric: MetricId; targetIndex: number | null };

/**
 * The target a figure is read against: the one the ambition names, once it is stated and until it is replaced, else the
 * standard in force in the figure's last month. Null where there is none yet, or where the ambition names none.
 */
export function targetOf({ metric: id, targetIndex }: Asked, at: Period, month: string): Target | null {
  if (targetIndex === null) return null;
  const own = metricOf(id).targets[targetIndex];
  if (own && own.from <= at.end && month <= (own.until ?? OPEN)) return own;
  const standard = targetAt(id, month);
  return standard?.basis === 'standard' ? standard : null;
}

/** Whether the date of a target lies before the end of a period. */
export const isPassed = (target: Target | null, at: Period): boolean =>
  target?.by != null && `${target.by}-12` < at.end;

/** The value an area's figure is judged by: a standard's for every area, an ambition's for England alone; else null. */
export function markOf(target: Target | null, level: string): number | null {
  if (!target?.comparable) return null;
  return level === 'england' && target.basis === 'ambition' ? target.value : passMark(target);
}

/** How far a figure falls short of a value; people only where counts are held to a standard. */
function gapTo(row: Row, target: Target, { polarity, kind }: Metric): NonNullable<ProgressRow['gap']> | null {
  const { value, numerator, denominator } = row;
  const mark = target.value;
  if (value === null || mark === null || polarity === 'none') return null;
  const way = polarity === 'lower' ? -1 : 1;
  const points = way * (mark - value);
  if (kind !== 'proportion' || target.basis !== 'standard' || numerator === null || denominator === null)
    return { points, people: null };
  const people = Math.max(0, Math.ceil(way * (mark * denominator - numerator) - ROUNDING));
  return { points, people };
}

/**
 * A figure against its target: by its 95% interval, by itself, and how far short it is. An illustrative figure, and one
 * of another denominator than the target's, is held against nothing; a national ambition is told an area as a distance.
 */
export function against(
  row: Row | null,
  target: Target | null,
  level: string,
  metric: Metric,
): Pick<ProgressRow, 'verdict' | 'reached' | 'gap'> {
  if (!row || !target?.comparable || isIllustrative(row))
    return { verdict: 'no-target', reached: null, gap: null };
  const mark = markOf(target, level);
  const gap = gapTo(row, target, metric);
  const reached = mark === null || gap === null ? null : (gap.people ?? gap.points) <= 0;
  return { verdict: verdictOf(row, mark, metric), reached, gap };
}
