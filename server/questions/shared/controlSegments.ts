import type { BreakReply, ControlSegment, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod, periodLabel } from '../../../data/periods.ts';
import {
  cutLimits,
  rebased,
  SCREENED,
  sentence,
  smallCounts,
  whyNoLimits,
} from '../../../data/text/limits.ts';

/** Under so many people in its median figure, a chart says that its counts are small. */
const SMALL = 60;

/**
 * From this share of figures at 0% or 100% on, a stretch has no limits: it then has no room on one side of its mean.
 * Drawing the 31-day counts at random, chance alone made 3% of points special where none is at 100%, 7% at a third.
 */
const MOST_AT_END = 1 / 3;

/** A stretch between breaks, with its place and its figures. */
export type Stretch = ControlSegment & { start: number; own: readonly TrendPoint[] };

type Limits = { mean: number | null; lower: number | null; upper: number | null; reason: string | null };

/** Where a series starts anew: the first point that starts at or after each break, with figures on both sides. */
export function startsAt(points: readonly TrendPoint[], breaks: readonly BreakReply[]): number[] {
  const starts = breaks.map(({ from }) =>
    points.findIndex(({ period }) => (parsePeriod(period)?.start ?? '') >= from),
  );
  return [...new Set(starts)].filter((start) => start > 0).sort((a, b) => a - b);
}

/** The stretches of a chart between its starts, with their limits or the reason why they have none. */
export function stretchesOf(
  points: readonly TrendPoint[],
  starts: readonly number[],
  limits: readonly Limits[],
): Stretch[] {
  return [0, ...starts].map((start, i, all): Stretch => {
    const own = points.slice(start, all[i + 1]);
    const { mean = null, lower = null, upper = null, reason: why = null } = limits[i] ?? {};
    const reason = why === null ? ceiling(own) : sentence(why);
    return {
      start,
      own,
      from: own[0]?.period ?? '',
      until: own.at(-1)?.period ?? '',
      points: own.filter(({ value }) => value !== null).length,
      ...(reason === null ? { mean, lower, upper } : { mean: null, lower: null, upper: null }),
      reason,
    };
  });
}

/** Why a stretch whose figures crowd at 0% or 100% has no limits; null where they do not. */
function ceiling(points: readonly TrendPoint[]): string | null {
  const values = points.flatMap(({ value }) => value ?? []);
  for (const [end, words] of [
    [1, '100%'],
    [0, '0%'],
  ] as const) {
    const there = values.filter((value) => value === end).length;
    if (there > 0 && there >= MOST_AT_END * values.length) return whyNoLimits(there, values.length, words);
  }
  return null;
}

/** Why no stretch of a chart has limits, each with its months where there are several; null where one has. */
export function whyNoLimitsIn(stretches: readonly Stretch[]): string | null {
  if (stretches.some(({ reason }) => reason === null)) return null;
  const [only, ...more] = stretches;
  if (more.length === 0) return only?.reason ?? null;
  return stretches.map(({ from, until, reason }) => `${words(from, until)}: ${reason}`).join(' ');
}

/** What a reader of a chart must be told, from its stretches. */
export function cautionsOf(metric: Metric, grain: Grain, stretches: readonly Stretch[]): string[] {
  const drawn = stretches.filter(({ reason }) => reason === null);
  if (drawn.length === 0) return [];
  const people = (stretches.at(-1)?.own ?? []).flatMap(({ denominator }) => denominator ?? []);
  const median = people.sort((a, b) => a - b)[Math.floor(people.length / 2)];
  const starts = stretches.slice(1).flatMap(({ from }) => parsePeriod(from)?.start ?? []);
  return [
    median !== undefined && median < SMALL ? smallCounts(metric, grain, median) : null,
    cutLimits(
      drawn.some(({ upper }) => upper !== null && upper > 1),
      drawn.some(({ lower }) => lower !== null && lower < 0),
    ),
    starts.length > 0 ? rebased(starts.map((month) => words(month, month))) : null,
    SCREENED,
  ].filter((each) => each !== null);
}

/** The months from one period to the end of another, in words. */
function words(from: string, until: string): string {
  const [first, last] = [parsePeriod(from), parsePeriod(until)];
  return first && last ? periodLabel({ ...first, grain: 'month', end: last.end }) : from;
}
