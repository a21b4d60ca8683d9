import type {
  BreakReply,
  Control,
  ControlPoint,
  ControlReading,
  ControlSegment,
  PPrime,
  TargetReply,
  TrendPoint,
} from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { endOf, type Grain, parsePeriod, periodLabel } from '../../../data/periods.ts';
import {
  cutLimits,
  pPrimeDisagrees,
  RUN_LENGTH,
  rebased,
  SCREENED,
  smallCounts,
  whyNoChart,
  whyNoLimits,
} from '../../../data/text/control.ts';
import { asSentence } from '../../../data/text/words.ts';
import { OPEN } from '../../dataset/geography.ts';
import { mean } from '../../stats/arithmetic.ts';
import { pPrime } from '../../stats/pPrime.ts';
import { type PointType, typeOf, xmr } from '../../stats/xmr.ts';
import { passMark } from './judged.ts';

const DIRECTIONS = { higher: 'increase', lower: 'decrease', none: 'neutral' } as const;

/** Under so many people in its median figure, a chart says that its counts are small. */
const SMALL = 60;

/** People that move by more than this share of their mean ask for limits that allow for it (Montgomery, 7.3.2). */
const STEADY = 1 / 4;

/**
 * From this share of figures at 0% or 100% on, a segment has no limits: it then has no room on one side of its mean.
 * Drawing the 31-day counts at random, chance alone made 3% of points special where none is at 100%, 7% at a third.
 */
const MOST_AT_END = 1 / 3;

const NONE: Control = {
  reason: null,
  points: [],
  segments: [],
  period: null,
  variation: null,
  signal: null,
  assurance: null,
  target: null,
  pPrime: null,
  runLength: RUN_LENGTH,
  cautions: [],
};

const blank = (period: string): ControlPoint => ({
  period,
  mean: null,
  lower: null,
  upper: null,
  signal: null,
  side: null,
  type: 'common-cause',
});

/**
 * The control chart (XmR) of a proportion by month or quarter, values as shares of 1: mean, limits and special causes of
 * each segment between the breaks, or the reason in words why there is none; limits are cut at 0 and 1 after all has been
 * read from them. Gaps before the first figure and after the last have no limits. Moving ranges are screened once for
 * outliers, as in NHSRplotthedots. Where people are few, or change, the last figure is read by a p′ chart too.
 */
export function controlOf(
  metric: Metric,
  grain: Grain,
  points: readonly TrendPoint[],
  breaks: readonly BreakReply[],
  targets: readonly TargetReply[],
): Control {
  const first = points.findIndex(({ value }) => value !== null);
  const charted =
    first < 0 ? [] : points.slice(first, points.findLastIndex(({ value }) => value !== null) + 1);
  const figures = charted.filter(({ value }) => value !== null);
  const reason = whyNoChart(metric, grain, figures.length);
  const blanks = points.map(({ period }) => blank(period));
  if (reason !== null) return { ...NONE, reason, points: blanks };

  const period = charted.at(-1)?.period ?? '';
  const target = standardIn(targets, endOf(period));
  const starts = segmentStarts(charted, breaks);
  const chart = xmr(
    charted.map(({ value }) => value),
    {
      direction: DIRECTIONS[metric.polarity],
      runLength: RUN_LENGTH,
      rebaseAt: starts,
      ...(target === null ? {} : { target }),
    },
  );
  const segments = segmentsOf(charted, starts, chart.segments);
  const hasLimits = (index: number) => segments.findLast(({ start }) => start <= index)?.reason === null;
  const judged = charted.map((point, i): ControlPoint => {
    const { value: _, ...found } = chart.points[i] ?? { value: null, ...blank('') };
    return hasLimits(i) ? { ...found, ...cut(found), period: point.period } : blank(point.period);
  });
  const latest = hasLimits(charted.length - 1) ? judged.at(-1) : undefined;
  const last = segments.at(-1);
  const control: Control = {
    ...NONE,
    reason: whyNoSegment(segments),
    points: [...blanks.slice(0, first), ...judged, ...blanks.slice(first + judged.length)],
    segments: segments.map(({ start: _, figures: __, ...segment }) => ({ ...segment, ...cut(segment) })),
    period,
    variation: latest?.type ?? null,
    signal: latest?.signal ?? null,
    assurance: latest ? chart.assurance : null,
    target,
    pPrime: latest && last ? pPrimeOf(metric, last.figures, latest.type) : null,
  };
  return { ...control, cautions: cautionsOf(metric, grain, segments, control) };
}

type Ends = { lower: number | null; upper: number | null };

const within = (limit: number) => Math.min(1, Math.max(0, limit));

/** Limits within the range of a proportion. */
const cut = ({ lower, upper }: Ends): Ends => ({
  lower: lower === null ? null : within(lower),
  upper: upper === null ? null : within(upper),
});

/** The last figure of a stretch by a p′ chart; null where people are many and steady, or it has no limits. */
function pPrimeOf(metric: Metric, figures: readonly TrendPoint[], byXmr: PointType): PPrime | null {
  const counts = figures.map(({ numerator, denominator }) =>
    numerator === null || !denominator ? null : { numerator, denominator },
  );
  const people = counts.flatMap((each) => each?.denominator ?? []);
  if (!isSmallOrMoving(people)) return null;
  const { mean, sigmaZ, points } = pPrime(counts, RUN_LENGTH);
  const last = points.at(-1);
  if (mean === null || !last) return null;
  const variation = typeOf(last.flag, DIRECTIONS[metric.polarity]);
  return {
    mean,
    lower: within(last.lower),
    upper: within(last.upper),
    sigmaZ,
    variation,
    signal: last.flag?.signal ?? null,
    agrees: variation === byXmr,
  };
}

/** Whether the figures of a chart have few people, or numbers of them that differ by more than a quarter of their mean. */
function isSmallOrMoving(people: readonly number[]): boolean {
  if (people.length === 0) return false;
  const average = mean(people);
  return medianOf(people) < SMALL || people.some((each) => Math.abs(each - average) > STEADY * average);
}

/** The middle of numbers, the upper one of two; Infinity for none. */
const medianOf = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;

/** A control chart in short: what its last figure says, and what to expect about the standard. */
export const readingOf = (
  { reason, period, variation, signal, assurance, target, pPrime }: Control,
  grain: Grain,
): ControlReading => ({ grain, reason, period, variation, signal, assurance, target, pPrime });

/** The standard in force in a month; ambitions are national, no pass mark of an area. */
function standardIn(targets: readonly TargetReply[], month: string): number | null {
  const inForce = targets.filter(({ from, until }) => from <= month && month <= (until ?? OPEN));
  return inForce.map(passMark).find((mark) => mark !== null) ?? null;
}

/** A segment between breaks, with its place and its figures and gaps. */
type Segment = ControlSegment & { start: number; figures: readonly TrendPoint[] };

type Limits = { mean: number | null; lower: number | null; upper: number | null; reason: string | null };

/** Where a series starts anew: the first point that starts at or after each break, with figures on both sides. */
function segmentStarts(points: readonly TrendPoint[], breaks: readonly BreakReply[]): number[] {
  const starts = breaks.map(({ from }) =>
    points.findIndex(({ period }) => (parsePeriod(period)?.start ?? '') >= from),
  );
  return [...new Set(starts)].filter((start) => start > 0).sort((a, b) => a - b);
}

/** The segments of a chart between its starts, with their limits or the reason why they have none. */
function segmentsOf(
  points: readonly TrendPoint[],
  starts: readonly number[],
  limits: readonly Limits[],
): Segment[] {
  return [0, ...starts].map((start, i, all): Segment => {
    const figures = points.slice(start, all[i + 1]);
    const { mean = null, lower = null, upper = null, reason: why = null } = limits[i] ?? {};
    const reason = why === null ? whyCrowded(figures) : asSentence(why);
    return {
      start,
      figures,
      from: figures[0]?.period ?? '',
      until: figures.at(-1)?.period ?? '',
      points: figures.filter(({ value }) => value !== null).length,
      ...(reason === null ? { mean, lower, upper } : { mean: null, lower: null, upper: null }),
      reason,
    };
  });
}

/** Why a segment whose figures crowd at 0% or 100% has no limits; null where they do not. */
function whyCrowded(points: readonly TrendPoint[]): string | null {
  const values = points.flatMap(({ value }) => value ?? []);
  for (const [end, words] of [
    [1, '100%'],
    [0, '0%'],
  ] as const) {
    const crowded = values.filter((value) => value === end).length;
    if (crowded > 0 && crowded >= MOST_AT_END * values.length)
      return whyNoLimits(crowded, values.length, words);
  }
  return null;
}

/** Why no segment of a chart has limits, each with its months where there are several; null where one has. */
function whyNoSegment(segments: readonly Segment[]): string | null {
  if (segments.some(({ reason }) => reason === null)) return null;
  const [only, ...more] = segments;
  if (more.length === 0) return only?.reason ?? null;
  return segments.map(({ from, until, reason }) => `${monthsWords(from, until)}: ${reason}`).join(' ');
}

/** What has to be known before a chart is read, from its segments. */
function cautionsOf(metric: Metric, grain: Grain, segments: readonly Segment[], control: Control): string[] {
  const drawn = segments.filter(({ reason }) => reason === null);
  if (drawn.length === 0) return [];
  const people = (segments.at(-1)?.figures ?? []).flatMap(({ denominator }) => denominator ?? []);
  const median = medianOf(people);
  const starts = segments.slice(1).flatMap(({ from }) => parsePeriod(from)?.start ?? []);
  return [
    pPrimeDisagrees(metric, control),
    median < SMALL ? smallCounts(metric, grain, median) : null,
    cutLimits(
      drawn.some(({ upper }) => upper !== null && upper > 1),
      drawn.some(({ lower }) => lower !== null && lower < 0),
    ),
    starts.length > 0 ? rebased(starts.map((month) => monthsWords(month, month))) : null,
    SCREENED,
  ].filter((each) => each !== null);
}

/** The months from one period to the end of another, in words. */
function monthsWords(from: string, until: string): string {
  const [first, last] = [parsePeriod(from), parsePeriod(until)];
  return first && last ? periodLabel({ ...first, grain: 'month', end: last.end }) : from;
}
