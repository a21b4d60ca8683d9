import type { Assurance, PointType, Signal } from '../../data/contract/control.ts';
import { ENOUGH, limitsOf, type Stretch } from './limits.ts';
import { type Flag, signalsOf } from './signals.ts';

export type XmrOptions = {
  /** Which way is better. */
  direction: 'increase' | 'decrease' | 'neutral';
  target?: number | null;
  /** Whether moving ranges that stand out are left out of the limits, once. */
  screenOutliers?: boolean;
  /** How many values of a segment its limits are made from (12 or more); all by default. */
  fixAfter?: number;
  /** Where a new segment begins: places in the values, from 0. */
  rebaseAt?: readonly number[];
  /** Consecutive values that make a shift or a trend. */
  runLength?: number;
};

type Line = { mean: number | null; lower: number | null; upper: number | null };
export type XmrPoint = Line & {
  value: number | null;
  signal: Signal | null;
  side: 'above' | 'below' | null;
  type: PointType;
};
/** `start` and `end`: the first and last places in the values, both included. */
export type XmrSegment = Line & { start: number; end: number; reason: string | null };
export type Xmr = {
  points: XmrPoint[];
  segments: XmrSegment[];
  assurance: Assurance | null;
  /** Why the last segment has no limits; null where it has. */
  reason: string | null;
};

function check(count: number, fixAfter: number | undefined, rebaseAt: readonly number[], runLength: number) {
  if (fixAfter !== undefined && !(Number.isInteger(fixAfter) && fixAfter >= ENOUGH))
    throw new RangeError(`fixAfter is ${fixAfter}: a whole number of at least ${ENOUGH} is needed`);
  if (!(Number.isInteger(runLength) && runLength >= 2))
    throw new RangeError(`runLength is ${runLength}: a whole number of at least 2 is needed`);
  for (const at of rebaseAt)
    if (!(Number.isInteger(at) && at >= 0 && at < count))
      throw new RangeError(`rebaseAt holds ${at}: a place from 0 to ${count - 1} is needed`);
}

function typeOf(flag: Flag | null, direction: XmrOptions['direction']): PointType {
  if (flag === null) return 'common-cause';
  if (direction === 'neutral') return flag.side === 'above' ? 'neutral-high' : 'neutral-low';
  return (flag.side === 'above') === (direction === 'increase') ? 'improvement' : 'concern';
}

function assuranceOf(
  { lower, upper }: Line,
  { direction, target = null }: Pick<XmrOptions, 'direction' | 'target'>,
): Assurance | null {
  if (direction === 'neutral' || target === null || lower === null || upper === null) return null;
  if (target > upper) return direction === 'increase' ? 'consistent-fail' : 'consistent-pass';
  if (target < lower) return direction === 'increase' ? 'consistent-pass' : 'consistent-fail';
  return 'inconsistent';
}

const line = ({ mean, lower, upper }: Stretch): Line => ({ mean, lower, upper });

/**
 * XmR control chart of values in order of time (null: missing), with the rules of NHS England's Making Data Count as in
 * NHSRplotthedots 0.2.2 (Shewhart 1931; Wheeler 1993): limits by segment, what is special cause and why, and whether
 * the target, by the last segment's limits, can be expected to be met. A null breaks runs and moving ranges; no rule
 * crosses segments. Throws a RangeError on a fixAfter, rebaseAt or runLength that cannot be.
 */
export function xmr(values: readonly (number | null)[], options: XmrOptions): Xmr {
  const { direction, screenOutliers = true, fixAfter, rebaseAt = [], runLength = 7 } = options;
  check(values.length, fixAfter, rebaseAt, runLength);
  if (values.length === 0)
    return { points: [], segments: [], assurance: null, reason: 'there are no figures' };

  const starts = [...new Set([0, ...rebaseAt])].sort((a, b) => a - b);
  const points: XmrPoint[] = [];
  const segments = starts.map((start, i): XmrSegment => {
    const own = values.slice(start, starts[i + 1]);
    const stretch = limitsOf(own.slice(0, fixAfter), screenOutliers);
    const flags = stretch.reason === null ? signalsOf(own, stretch, runLength) : [];
    own.forEach((value, at) => {
      const flag = flags[at] ?? null;
      const { signal = null, side = null } = flag ?? {};
      points.push({ value, ...line(stretch), signal, side, type: typeOf(flag, direction) });
    });
    return { start, end: start + own.length - 1, ...line(stretch), reason: stretch.reason };
  });
  const last = segments[segments.length - 1] as XmrSegment;
  return { points, segments, assurance: assuranceOf(last, options), reason: last.reason };
}
