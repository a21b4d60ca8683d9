import type { BreakReply, PaceReply, PathPoint, ProgressRow } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import {
  endTime,
  type Grain,
  middleTime,
  type Period,
  parsePeriod,
  startTime,
} from '../../../data/periods.ts';
import { PACE_READ } from '../../../data/text/progress.ts';
import { periodBrief, periodWords } from '../../../data/text/words.ts';
import { type Pace, type PaceReason, pace, seenPace } from '../../stats/pace.ts';
import { type AreaRow, type AreaSeries, breaksOverTime, overTime } from '../shared/areaSeries.ts';
import { isJudged } from '../shared/figures.ts';
import { isPassed, markOf, whyNoAim } from './target.ts';

/** Years after the last figure beyond which nothing is projected. */
const HORIZON = 10;

/** A figure in time. */
type Timed = { row: AreaRow; period: Period; time: number; value: number };

/** How long a series a pace is read from, and what its figures are called. */
type Length = { grain: Grain; fewest: number; most: number; one: string; many: string };

const QUARTERS: Length = { grain: 'quarter', fewest: 8, most: 12, one: 'quarter', many: 'quarters' };
const YEARS: Length = { grain: 'year', fewest: 5, most: 10, one: 'year', many: 'years' };
const LENGTHS: readonly Length[] = [QUARTERS, YEARS, { ...YEARS, grain: 'calendar-year' }];

/** What a pace is read from: all figures of one length, the last of them without a break, and the break before these. */
type PaceSeries = {
  length: Length;
  all: readonly Timed[];
  last: readonly Timed[];
  broken: BreakReply | null;
};

/**
 * The series that a pace is read from, as at a period: by quarter where there are quarters, else by year; null where
 * there is neither. Nothing before the latest break counts, up to the end of the figure shown (`until`).
 */
export function paceSeries(series: AreaSeries, until: string): PaceSeries | null {
  for (const length of LENGTHS) {
    const figures = figuresOf(series, length.grain);
    const [first, latest] = [figures[0], figures.at(-1)];
    if (!first || !latest) continue;
    const span = {
      start: first.period.start,
      end: until > latest.period.end ? until : latest.period.end,
    };
    const breaks = breaksOverTime(series, span);
    const broken = breaks.at(-1) ?? null;
    const since = figures.filter(({ period }) => broken === null || period.start >= broken.from);
    return { length, all: figures, last: since.slice(-length.most), broken };
  }
  return null;
}

function figuresOf(series: AreaSeries, grain: Grain): Timed[] {
  const { asAt } = series;
  return overTime(series).flatMap((row) => {
    const period = row.grain === grain && row.end <= asAt.end ? parsePeriod(row.period) : null;
    return period && row.value !== null && isJudged(row)
      ? [{ row, period, time: middleTime(period), value: row.value }]
      : [];
  });
}

/**
 * How fast a series changes a year, in the metric's unit, what reaches its target in time and when it is reached at this
 * pace; the reason in words where that is not known. `reachedIn`: the period of the area's own figure where it reaches the
 * target, which a last quarter may fall short of; nothing is said then of a way to it.
 */
export function paceOf(
  series: AreaSeries,
  figures: PaceSeries,
  target: Target | null,
  reachedIn: string | null,
): PaceReply {
  const { length, last, broken } = figures;
  const latest = last.at(-1) ?? figures.all.at(-1);
  const read = {
    from: (last[0] ?? latest)?.row.period ?? '',
    to: latest?.row.period ?? '',
    points: last.length,
  };
  const whyNone = whyNoAim(target, series.level);
  if (target === null || whyNone !== null)
    return { ...read, ...seenPace(last, length.fewest), needed: null, when: null, reason: whyNone };
  if (reachedIn !== null)
    return {
      ...read,
      ...seenPace(last, length.fewest),
      needed: null,
      when: null,
      reason: `The figure of ${periodBrief(reachedIn)} reaches the target, so nothing is projected.`,
    };
  const found = paceTo(series, figures, target);
  if (found === null || found.reason === 'too few points')
    return {
      ...read,
      ...seenPace(last, length.fewest),
      needed: found?.needed ?? null,
      when: null,
      reason: tooFew(last.length, length, broken),
    };
  const { reason } = found;
  const words = reason === null ? null : paceWords(reason, read.to, length, last.length);
  return { ...read, ...found, reason: words };
}

/** The pace of the figures since the last break towards a target; null where there are none. */
function paceTo(series: AreaSeries, { length, last }: PaceSeries, target: Target): Pace | null {
  if (target.value === null || last.length === 0) return null;
  const by = target.by === null || isPassed(target, series.asAt) ? null : endTime(`${target.by}-12`);
  const { polarity } = metricOf(series.id);
  return pace(last, {
    target: target.value,
    by,
    ...(polarity === 'none' ? {} : { better: polarity }),
    fewest: length.fewest,
    horizon: HORIZON,
  });
}

const counted = (count: number, { one, many }: Length) =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`;

/** Why there are too few figures to read a pace from, the break that cuts them off named. */
function tooFew(count: number, length: Length, broken: BreakReply | null): string {
  const are = count === 1 ? 'There is' : 'There are';
  const since = broken ? ` since the series broke in ${periodWords(broken.from)}` : '';
  const why = broken ? ` ${broken.reason}` : '';
  return `${are} ${counted(count, length)} of figures${since}; a pace is read from at least ${length.fewest}.${why}`;
}

/** Why it is not known when a target is reached, in words; `latest`: the last figure's period. */
function paceWords(
  reason: Exclude<PaceReason, 'too few points'>,
  latest: string,
  length: Length,
  count: number,
): string {
  const over = `the last ${counted(count, length)}`;
  switch (reason) {
    case 'already reached':
      return `The latest ${length.one} (${periodBrief(latest)}) reaches the target, so nothing is projected.`;
    case 'no trend':
      return `No trend can be told from chance over ${over}: the interval of the change a year holds no change.`;
    case 'moving away':
      return `Over ${over} the figures move away from the target.`;
    case 'passed by the line':
      return `The straight line through ${over} has reached the target already, and the latest ${length.one} (${periodBrief(latest)}) has not, so no date is given.`;
    case 'too far':
      return `At this pace the target is more than ten years away from the last figure, too far to project.`;
  }
}

/** How a pace was read, and what its interval leaves out. */
export function howRead(length: Length, count: number): string {
  const fit = `${PACE_READ} through the last ${counted(count, length)} (least squares), with a 95% interval by Student’s t; the range of a date holds the error of the line’s level too (Fieller 1954)`;
  return length.grain === 'quarter'
    ? `${fit}. Quarters follow the seasons and resemble the quarter before, which the interval leaves out: it is rather too narrow.`
    : `${fit}. Years resemble the year before, which the interval leaves out: it is rather too narrow.`;
}

type Path = ProgressRow['path'];

export const NO_PATH: Path = { points: [], target: [], projection: [] };

/**
 * The expected path against the actual one: every figure of the series so far, the way to the target, and the
 * projection at the pace seen, none where the target is reached. The last two are empty where the area has no target with
 * a number of its own.
 */
export function pathOf(
  series: AreaSeries,
  figures: PaceSeries,
  target: Target | null,
  found: PaceReply,
  reachedIn: string | null,
): Path {
  const points = figures.all.map(pointOf);
  const mark = markOf(target, series.level);
  if (target === null || mark === null) return { ...NO_PATH, points };
  const projection = reachedIn === null ? projectionOf(figures, found, mark, metricOf(series.id)) : [];
  const until = projection.at(-1)?.time ?? points.at(-1)?.time ?? 0;
  return { points, target: targetPath(figures, target, mark, until), projection };
}

const pointOf = ({ row, time, value }: Timed): PathPoint => ({
  period: row.period,
  time,
  value,
  lower: row.lower,
  upper: row.upper,
  numerator: row.numerator,
  denominator: row.denominator,
});

const bare = (time: number, value: number): PathPoint => ({
  period: null,
  time,
  value,
  lower: null,
  upper: null,
});

/** The range of the values a metric can take. */
function boundsOf(metric: Metric): readonly [number, number] {
  switch (metric.kind) {
    case 'proportion':
    case 'score':
      return [0, 1];
    case 'index':
      return [0, 100];
    case 'mean':
      return metric.range;
    case 'rate':
      return [0, Number.POSITIVE_INFINITY];
  }
}

/** The line seen, carried on from the time of the last figure to the target or for ten years; empty without a trend towards it. */
function projectionOf({ last }: PaceSeries, found: PaceReply, target: number, metric: Metric): PathPoint[] {
  const latest = last.at(-1);
  const { seen, lower, upper, when } = found;
  if (!latest || seen === null || lower === null || upper === null) return [];
  const toward = Math.sign(target - latest.value);
  if (!(toward * lower > 0 && toward * upper > 0)) return [];
  const mean = (of: (one: Timed) => number) => last.reduce((total, one) => total + of(one), 0) / last.length;
  const [least, most] = boundsOf(metric);
  const level = mean(({ value }) => value) + seen * (latest.time - mean(({ time }) => time));
  const start = Math.min(most, Math.max(least, level));
  // The line has passed the target, and the latest figure has not: nothing is projected.
  if (toward * (target - start) <= 0) return [];
  const years = when === null ? HORIZON : when.time - latest.time;
  const after = (slope: number) => Math.min(most, Math.max(least, start + slope * years));
  return [
    { ...bare(latest.time, start), lower: start, upper: start },
    {
      ...bare(latest.time + years, when === null ? after(seen) : target),
      lower: after(lower),
      upper: after(upper),
    },
  ];
}

/**
 * The way to the target: level at a standard over the span; a straight line to an ambition's date from the last figure
 * before it was stated.
 */
function targetPath({ all, last }: PaceSeries, target: Target, value: number, until: number): PathPoint[] {
  if (target.by === null) {
    const from = Math.max(all[0]?.time ?? until, startTime(target.from));
    return [bare(from, value), bare(Math.max(from, until), value)];
  }
  const stated = target.from.slice(0, 4);
  const base = last.findLast(({ period }) => period.end.slice(0, 4) <= stated) ?? last[0];
  const end = endTime(`${target.by}-12`);
  return base && base.time < end ? [pointOf(base), bare(end, value)] : [];
}
