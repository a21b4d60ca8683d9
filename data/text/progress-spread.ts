import type { ProgressRow } from '../contract/progress.ts';
import { metric as metricOf } from '../metrics/index.ts';
import type { Metric } from '../metrics/types.ts';
import { formatValue } from './format.ts';
import { isMadeUp } from './progress.ts';
import { areasNoun, gapWords, periodName } from './spread-parts.ts';

type Point = ProgressRow['spread'][number];
type Known = Point & { p10: number; p90: number };

/** The points of a spread that have one, oldest first. */
export const knownSpread = ({ spread }: Pick<ProgressRow, 'spread'>): Known[] =>
  spread.filter((point): point is Known => point.p10 !== null && point.p90 !== null);

/** The latest spread in short: `5.1 points apart in 2011`; empty where there is none. */
export function spreadBrief(metric: Metric, row: ProgressRow): string {
  const last = knownSpread(row).at(-1);
  return last ? `${gapWords(metric, last.p90 - last.p10)} apart in ${periodName(last.period)}` : '';
}

/** How far CCGs lie apart and how that has changed, in sentences; why it cannot be said, where it cannot. */
export function spreadWords(metric: Metric, row: ProgressRow): string {
  const known = knownSpread(row);
  const [first, last] = [known[0], known.at(-1)];
  if (isMadeUp(row) || !first || !last) return row.reason ?? 'No spread between CCGs can be given.';
  const width = ({ p10, p90 }: Known) => gapWords(metric, p90 - p10);
  const [low, high] = [last.p10, last.p90].map((value) => formatValue(metric, value));
  const now = `In ${periodName(last.period)} the middle eight in ten of ${last.areas} ${areasNoun('ccg', last.areas)} lay between ${low} and ${high}, ${width(last)} apart.`;
  if (first === last)
    return `${now} ${row.reason ?? 'Only this one period is published by CCG, so whether the spread shrinks cannot be said.'}`;
  return `${now} In ${periodName(first.period)} they lay ${width(first)} apart${first.areas === last.areas ? '' : `, among ${first.areas} ${areasNoun('ccg', first.areas)}`}.`;
}

/** England’s figure that stands beside one lest it mislead, as a sentence; empty where nothing does. */
export function besideWords({ beside }: Pick<ProgressRow, 'beside'>): string {
  if (!beside) return '';
  const shown = formatValue(metricOf(beside.metric), beside.value);
  return `${beside.label}, England: ${shown} in ${periodName(beside.period)}.`;
}
