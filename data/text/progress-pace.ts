import type { ProgressRow } from '../contract/progress.ts';
import type { Metric } from '../metrics/types.ts';
import { gapWords, periodName } from './spread-parts.ts';

type Pace = NonNullable<ProgressRow['pace']>;

/** A change a year with its sign: `+1.2 points`, `−0.4 points`. */
export const changeWords = (metric: Metric, change: number): string =>
  `${change < 0 ? '−' : '+'}${gapWords(metric, Math.abs(change))}`;

/** The pace seen with its interval, and the stretch it is read from, as a sentence; empty where none can be given. */
export function paceSeenWords(metric: Metric, { from, to, points, seen, lower, upper }: Pace): string {
  if (seen === null) return '';
  const range =
    lower === null || upper === null
      ? ''
      : ` (between ${changeWords(metric, lower)} and ${changeWords(metric, upper)}, 95% interval)`;
  return `${changeWords(metric, seen)} a year${range}, from ${points} figures, ${periodName(from)} to ${periodName(to)}.`;
}

/** The pace that would reach the target in time, as a sentence; empty where none is needed or the date has passed. */
export function paceNeededWords(metric: Metric, { needed }: Pace, by: string | null): string {
  if (needed === null) return '';
  return `${changeWords(metric, needed)} a year${by === null ? '' : ` to reach it by ${by}`}.`;
}

/** The calendar year of a time in years; the end of December is still of its year. */
export const yearOf = (time: number): string => String(Math.floor(time - 1e-6));

/** When the target is reached at the pace seen, with its range, or why that cannot be said; as a sentence. */
export function whenWords({ when, reason }: Pace): string {
  if (when === null) return reason ?? 'It cannot be said when.';
  const [earliest, latest] = [yearOf(when.earliest), when.latest === null ? null : yearOf(when.latest)];
  const range =
    latest === null
      ? `${earliest} at the earliest`
      : earliest === latest
        ? ''
        : `between ${earliest} and ${latest}`;
  return `At the pace seen, in ${yearOf(when.time)}${range && ` (${range})`}.`;
}
