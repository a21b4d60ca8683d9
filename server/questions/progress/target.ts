import type { ProgressRow } from '../../../data/contract/index.ts';
import {
  type Metric,
  type MetricId,
  metric as metricOf,
  type Target,
  targetAt,
} from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { OPEN } from '../../dataset/geography.ts';
import type { AreaRow, AreaSeries } from '../shared/areaSeries.ts';
import type { Row } from '../shared/figures.ts';
import { passMark } from '../shared/judged.ts';

/** Counts within this of a whole person are whole: 85% of 20 is not 17.000000000000004. */
const ROUNDING = 1e-9;

/** The metric of an ambition, and the place of the target it names among the metric's targets. */
type Aim = { metric: MetricId; targetIndex: number | null };

/**
 * The target a figure is judged by: the one the ambition names, once it is stated and until it is replaced, else the
 * standard in force in the figure's last month. Null where there is none yet, or where the ambition names none.
 */
export function targetOf({ metric: id, targetIndex }: Aim, asAt: Period, month: string): Target | null {
  if (targetIndex === null) return null;
  const named = metricOf(id).targets[targetIndex];
  if (named && named.from <= asAt.end && month <= (named.until ?? OPEN)) return named;
  const standard = targetAt(id, month);
  return standard?.basis === 'standard' ? standard : null;
}

/** Whether the date of a target lies before the end of a period. */
export const isPassed = (target: Target | null, asAt: Period): boolean =>
  target?.by != null && `${target.by}-12` < asAt.end;

/** The value an area's figure is judged by: a standard's for every area, an ambition's for England alone; else null. */
export function markOf(target: Target | null, level: string): number | null {
  if (!target?.comparable) return null;
  return level === 'england' && target.basis === 'ambition' ? target.value : passMark(target);
}

/** Whether a target’s date has passed and the figure is from before it: it cannot tell whether it was reached by then. */
export const isTooOld = ({ asAt, level }: AreaSeries, row: AreaRow, target: Target | null): boolean =>
  target?.by != null &&
  isPassed(target, asAt) &&
  markOf(target, level) !== null &&
  row.end < `${target.by}-12`;

/**
 * How far short of its target a figure is, and whether it reaches it by itself. One of another denominator than the
 * target's is compared with nothing; an area's distance to a national ambition is given, but not whether it is reached.
 */
export function distanceTo(
  row: Row | null,
  target: Target | null,
  { level, metric }: { level: string; metric: Metric },
): Pick<ProgressRow, 'reached' | 'gap'> {
  if (!row || !target?.comparable) return { reached: null, gap: null };
  const gap = gapTo(row, target, metric);
  const reached = markOf(target, level) === null || gap === null ? null : (gap.people ?? gap.points) <= 0;
  return { reached, gap };
}

/** How far a figure falls short of its target; in people too where it has counts and the target is a standard. */
function gapTo(row: Row, target: Target, { polarity, kind }: Metric): ProgressRow['gap'] {
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

const singleArea = (level: string) => (level === 'england' ? 'England' : `a single ${areasNoun(level, 1)}`);

/** Why no time to reach a target can be given, whatever the figures; null where it depends on them. */
export function whyNoAim(target: Target | null, level: string): string | null {
  if (target === null) return 'No target had been stated yet.';
  if (!target.comparable)
    return 'The target is of another denominator than these figures, so no time to reach it is given.';
  if (target.value === null) return 'No number to reach is named, so no time to reach it is given.';
  if (target.basis === 'ambition' && level !== 'england')
    return `The ambition is national and is not set for ${singleArea(level)}.`;
  return null;
}

/** What has to be known of a figure beside its target: of another denominator, national, or older than its date. */
export function targetNotes(series: AreaSeries, row: AreaRow, target: Target | null): string[] {
  if (target === null) return [];
  const { level } = series;
  const notes: string[] = [];
  if (!target.comparable) notes.push(`${target.label}.`);
  if (target.basis === 'ambition' && level !== 'england')
    notes.push(
      `The ambition is national: for ${singleArea(level)} it is a reference, not a target of its own.`,
    );
  if (isTooOld(series, row, target))
    notes.push(
      `The date has passed, and the latest figure is of ${periodBrief(row.period)}: whether the target was reached by the end of ${target.by} cannot be told from it.`,
    );
  return notes;
}
