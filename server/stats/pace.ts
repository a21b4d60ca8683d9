import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { line, sum } from './arithmetic.ts';

/** Why no time can be given at which a target is reached. */
export type PaceReason =
  | 'too few points'
  | 'no trend'
  | 'moving away'
  | 'already reached'
  | 'passed by the line'
  | 'too far';

type Seen = {
  /** Change a year seen, with its 95% interval; null for too few points. */
  seen: number | null;
  lower: number | null;
  upper: number | null;
};

export type Pace = Seen & {
  /** Change a year that reaches the target in time; null without a date ahead, or where the target is reached. */
  needed: number | null;
  /** When the fitted line reaches the target, with its 95% interval from the last point on; `latest`: null if too far. */
  when: { time: number; earliest: number; latest: number | null } | null;
  reason: PaceReason | null;
};

type Point = { time: number; value: number };

type Aim = {
  target: number;
  /** The time by which it is to be reached; null for none. */
  by: number | null;
  better?: 'higher' | 'lower';
  /** Points that a pace needs, at least 3. */
  fewest?: number;
  /** Years after the last point beyond which no time is given. */
  horizon?: number;
};

const NONE: Seen = { seen: null, lower: null, upper: null };

/**
 * Change a year with its 95% interval, by least squares with Student's t on the residuals; times are in years. All null
 * for fewer points than `fewest` (3 by default, and at least), or where all are of one time. Montgomery, Peck and Vining,
 * Introduction to Linear Regression Analysis, 2.4.
 */
export function seenPace(points: readonly Point[], fewest = 3): Seen {
  return seenOf(fitted(points, fewest));
}

const seenOf = (fit: ReturnType<typeof fitted>): Seen =>
  fit === null ? NONE : { seen: fit.slope, lower: fit.slope - fit.reach, upper: fit.slope + fit.reach };

/** The straight line through points, its middle, and how far its slope's 95% interval reaches; null for too few. */
function fitted(points: readonly Point[], fewest: number) {
  const freedom = points.length - 2;
  if (freedom < 1 || points.length < fewest) return null;
  // From the first point on: values that are all alike then have a slope of exactly 0.
  const [from] = points;
  const moved = points.map(({ time, value }) => ({
    x: time - (from?.time ?? 0),
    y: value - (from?.value ?? 0),
  }));
  const { slope, intercept, spread } = line(moved);
  if (!(spread > 0)) return null;
  const left = sum(moved.map(({ x, y }) => (y - intercept - slope * x) ** 2));
  const error = tQuantile(0.975, freedom) * Math.sqrt(left / freedom);
  const middle = (of: (point: Point) => number) => sum(points.map(of)) / points.length;
  return {
    slope,
    reach: error / Math.sqrt(spread),
    /** Half the width of the 95% interval of one point about the line, as if the line were known. */
    error,
    spread,
    time: middle(({ time }) => time),
    value: middle(({ value }) => value),
  };
}

/**
 * When a fitted line reaches a value, with the 95% interval of that time, which holds the error of the line's level as well
 * as of its slope (Fieller 1954, JRSS B 16:175). Only where the slope's interval leaves out no change.
 */
function crossing(fit: NonNullable<ReturnType<typeof fitted>>, points: number, target: number) {
  const { slope, error, spread, time, value } = fit;
  const gap = target - value;
  const certain = slope ** 2 - error ** 2 / spread;
  const reach = error * Math.sqrt(gap ** 2 / spread + certain / points);
  return {
    time: time + gap / slope,
    earliest: time + (slope * gap - reach) / certain,
    latest: time + (slope * gap + reach) / certain,
  };
}

/**
 * The pace at which values change and the pace a target needs. Times are in years (2016.25), values and target in one
 * unit. `needed`: from the latest value to the target by the date. `when`: where the fitted line reaches the target, with
 * its 95% interval, never before the latest point; null, with the `reason`, for too few points, where the interval of the
 * slope holds no change or leads away, where the latest value reaches the target, where the line had reached it before
 * though that value does not, or where it does so further ahead than the horizon. `better` says which side of the target
 * reaches it; without it the side away from the first value does. Throws a RangeError without a point.
 */
export function pace(
  points: readonly Point[],
  { target, by, better, fewest = 3, horizon = Number.POSITIVE_INFINITY }: Aim,
): Pace {
  const sorted = [...points].sort((a, b) => a.time - b.time);
  const [first, latest] = [sorted[0], sorted.at(-1)];
  if (!first || !latest) throw new RangeError('no points: a pace needs at least one');

  const fit = fitted(sorted, fewest);
  const found = seenOf(fit);
  const gap = target - latest.value;
  const way = better === undefined ? Math.sign(target - first.value) : better === 'higher' ? 1 : -1;
  const cannot = (reason: PaceReason, needed: number | null): Pace => ({
    needed,
    ...found,
    when: null,
    reason,
  });
  if (gap * way <= 0) return cannot('already reached', null);

  const needed = by === null || by <= latest.time ? null : gap / (by - latest.time);
  if (fit === null) return cannot('too few points', needed);
  const [slow, fast] = [fit.slope - way * fit.reach, fit.slope + way * fit.reach];
  if (fast * way < 0) return cannot('moving away', needed);
  if (!(slow * way > 0)) return cannot('no trend', needed);

  const reached = crossing(fit, sorted.length, target);
  const last = latest.time + horizon;
  if (reached.time <= latest.time) return cannot('passed by the line', needed);
  if (reached.time > last) return cannot('too far', needed);
  const when = {
    time: reached.time,
    earliest: Math.max(latest.time, reached.earliest),
    latest: reached.latest > last ? null : reached.latest,
  };
  return { needed, ...found, when, reason: null };
}
