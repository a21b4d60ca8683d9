import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { line } from './slope.ts';
import { sum } from './sum.ts';

export type Pace = {
  /** Change a year that reaches the target in time; null where the date has passed or the target is reached. */
  needed: number | null;
  /** Change a year seen, with its 95% interval; null for under three points. */
  seen: number | null;
  lower: number | null;
  upper: number | null;
  /** When the target is reached at the pace seen, with the range that its interval gives. */
  when: { time: number; earliest: number; latest: number } | null;
  reason: string | null;
};

type Point = { time: number; value: number };

/** Change a year with its 95% interval, by least squares with Student's t; null where no interval can be had. */
function seenIn(points: readonly Point[]): { seen: number; lower: number; upper: number } | null {
  const freedom = points.length - 2;
  if (freedom < 1) return null;
  const { slope, intercept, spread } = line(points.map(({ time, value }) => ({ x: time, y: value })));
  if (!(spread > 0)) return null;
  const left = sum(points.map(({ time, value }) => (value - intercept - slope * time) ** 2));
  const reach = tQuantile(0.975, freedom) * Math.sqrt(left / freedom / spread);
  return { seen: slope, lower: slope - reach, upper: slope + reach };
}

/**
 * The pace at which values change and the pace a target needs. Times are in years (2016.25), values and target in one
 * unit. `needed`: from the latest value to the target by the date. `when`: from the latest value on, at the pace seen
 * and at the two ends of its interval; null, with the `reason` in words, for too few points, where the interval holds 0
 * or leads away, or where the target is reached. `better` says which side of the target reaches it; without it the side
 * away from the first value does. Throws a RangeError where there is no point.
 */
export function pace(
  points: readonly Point[],
  { target, by, better }: { target: number; by: number; better?: 'higher' | 'lower' },
): Pace {
  const sorted = [...points].sort((a, b) => a.time - b.time);
  const [first, latest] = [sorted[0], sorted.at(-1)];
  if (!first || !latest) throw new RangeError('no points: a pace needs at least one');

  const found = seenIn(sorted);
  const seen = found ?? { seen: null, lower: null, upper: null };
  const gap = target - latest.value;
  const way = better === undefined ? Math.sign(target - first.value) : better === 'higher' ? 1 : -1;
  if (gap * way <= 0) return { needed: null, ...seen, when: null, reason: 'already reached' };

  const passed = by <= latest.time;
  const needed = passed ? null : gap / (by - latest.time);
  const at = (slope: number) => latest.time + gap / slope;
  if (found === null) return { needed, ...seen, when: null, reason: say('too few points', passed) };
  if (!(found.lower * way > 0 && found.upper * way > 0))
    return { needed, ...seen, when: null, reason: say('no trend toward it', passed) };
  const [slow, fast] = way > 0 ? [found.lower, found.upper] : [found.upper, found.lower];
  const when = { time: at(found.seen), earliest: at(fast), latest: at(slow) };
  return { needed, ...seen, when, reason: passed ? PASSED : null };
}

const PASSED = 'the date has passed';
const say = (reason: string, passed: boolean) => (passed ? `${reason}; ${PASSED}` : reason);
