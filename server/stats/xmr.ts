import { mean } from './arithmetic.ts';

/** Figures that limits need. */
const ENOUGH = 12;
/** How far the limits lie from the mean, in average moving ranges. */
const LIMIT = 2.66;
/** How far the lines lie beyond which two of three neighbours are special cause. */
const NEAR = (2 / 3) * LIMIT;
/** A moving range of so many times their average is left out of the limits. */
const SCREEN = 3.267;
const EPSILON = 1e-12;

/** The rule by which a value is special cause. */
export type Signal = 'outside' | 'trend' | 'two-of-three' | 'shift';
/** What a value says: common cause, or special cause of a kind. */
export type PointType = 'common-cause' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low';
/** Whether the process can be expected to pass its target: always, never, or now and then. */
export type Assurance = 'consistent-pass' | 'consistent-fail' | 'inconsistent';

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
type XmrPoint = Line & {
  value: number | null;
  signal: Signal | null;
  side: 'above' | 'below' | null;
  type: PointType;
};
/** `start` and `end`: the first and last places in the values, both included. */
type XmrSegment = Line & { start: number; end: number; reason: string | null };
type Xmr = {
  points: XmrPoint[];
  segments: XmrSegment[];
  assurance: Assurance | null;
  /** Why the last segment has no limits; null where it has. */
  reason: string | null;
};

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
    const segment = values.slice(start, starts[i + 1]);
    const baseline = limitsOf(segment.slice(0, fixAfter), screenOutliers);
    const flags =
      baseline.reason === null
        ? signalsOf(
            segment,
            segment.map(() => baseline),
            runLength,
          )
        : [];
    segment.forEach((value, place) => {
      const flag = flags[place] ?? null;
      const { signal = null, side = null } = flag ?? {};
      points.push({ value, ...line(baseline), signal, side, type: typeOf(flag, direction) });
    });
    return { start, end: start + segment.length - 1, ...line(baseline), reason: baseline.reason };
  });
  const last = segments[segments.length - 1] as XmrSegment;
  return { points, segments, assurance: assuranceOf(last, options), reason: last.reason };
}

function check(count: number, fixAfter: number | undefined, rebaseAt: readonly number[], runLength: number) {
  if (fixAfter !== undefined && !(Number.isInteger(fixAfter) && fixAfter >= ENOUGH))
    throw new RangeError(`fixAfter is ${fixAfter}: a whole number of at least ${ENOUGH} is needed`);
  if (!(Number.isInteger(runLength) && runLength >= 2))
    throw new RangeError(`runLength is ${runLength}: a whole number of at least 2 is needed`);
  for (const place of rebaseAt)
    if (!(Number.isInteger(place) && place >= 0 && place < count))
      throw new RangeError(`rebaseAt holds ${place}: a place from 0 to ${count - 1} is needed`);
}

/** What a value says by its flag, where that way is better. */
export function typeOf(flag: Flag | null, direction: XmrOptions['direction']): PointType {
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

const line = ({ mean, lower, upper }: Baseline): Line => ({ mean, lower, upper });

/** The mean and limits of a segment, and how far from the mean `near` lies; or why it has none. */
type Baseline =
  | { mean: number; lower: number; upper: number; near: number; reason: null }
  | { mean: null; lower: null; upper: null; near: null; reason: string };

/** Whether two numbers are the same but for rounding. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b));

/** Differences between neighbours, without sign; a null has none on either side, and equal but for rounding is 0. */
export function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1] ?? null;
    if (value === null || before === null) return [];
    return same(value, before) ? 0 : Math.abs(value - before);
  });
}

/** Why no limits can be made from how far values move from one to the next: too few, or most alike; null where they can. */
export function whyNoRanges(values: readonly (number | null)[]): string | null {
  const known = values.filter((value) => value !== null).length;
  if (known < ENOUGH)
    return `there ${known === 1 ? 'is 1 figure' : `are ${known} figures`}: limits need at least ${ENOUGH}`;
  const ranges = movingRanges(values);
  if (ranges.length === 0) return 'no two figures follow each other';
  if (2 * ranges.filter((range) => range > 0).length < ranges.length)
    return 'most figures equal the one before, so limits would have no meaning';
  return null;
}

const noLimits = (reason: string): Baseline => ({ mean: null, lower: null, upper: null, near: null, reason });

/**
 * Mean and limits of individual values by their average moving range: mean ± 2.66 of it, and `near`, how far from the
 * mean the lines two thirds of the way out lie. `screen` leaves out, once, moving ranges of 3.267 of their average or
 * more (Nelson 1982, Journal of Quality Technology 14:172). None, with the reason, under 12 values or where most
 * neighbours are equal, for then limits would lie on the mean. Limits are not cut at the ends of a scale.
 */
export function limitsOf(values: readonly (number | null)[], screen: boolean): Baseline {
  const reason = whyNoRanges(values);
  if (reason !== null) return noLimits(reason);
  const ranges = movingRanges(values);

  const first = mean(ranges);
  const kept = screen ? ranges.filter((range) => range < SCREEN * first) : ranges;
  const average = kept.length === 0 ? 0 : mean(kept);
  if (average === 0) return noLimits('figures hardly differ, so limits would have no meaning');

  const centre = mean(values.filter((value) => value !== null));
  return {
    mean: centre,
    lower: centre - LIMIT * average,
    upper: centre + LIMIT * average,
    near: NEAR * average,
    reason: null,
  };
}

export type Flag = { signal: Signal; side: 'above' | 'below' };
type Limited = Pick<Extract<Baseline, { reason: null }>, 'mean' | 'lower' | 'upper' | 'near'>;

/** Runs of so many equal signs or more, none of them 0: first and last place, and the sign. */
function runs(signs: readonly number[], length: number) {
  const found: { first: number; last: number; sign: number }[] = [];
  for (let first = 0, i = 1; i <= signs.length; i++) {
    if (i < signs.length && signs[i] === signs[first]) continue;
    const sign = signs[first] ?? 0;
    if (sign !== 0 && i - first >= length) found.push({ first, last: i - 1, sign });
    first = i;
  }
  return found;
}

const sideOf = (sign: number) => (sign > 0 ? 'above' : 'below');

/**
 * Which values of one segment, each with its own mean and limits, are special cause, by which rule and on which side (a
 * rise counts as above); null where common cause. A value has the first rule that holds: outside the limits; part of a rise or fall of `runLength` values,
 * where two meet the later; near a limit with another of three in a row, all on one side of the mean; part of
 * `runLength` values on one side. NHS England, Making Data Count (NHSRplotthedots 0.2.2).
 */
export function signalsOf(
  values: readonly (number | null)[],
  limits: readonly Limited[],
  runLength: number,
): (Flag | null)[] {
  const flags = values.map((): Flag | null => null);
  const limited = (test: (value: number, at: Limited) => boolean) =>
    values.map((value, i) => {
      const at = limits[i];
      return value !== null && at !== undefined && test(value, at);
    });
  const sides = values.map((value, i) => {
    const { mean = 0 } = limits[i] ?? {};
    return value === null || same(value, mean) ? 0 : Math.sign(value - mean);
  });
  const steps = values.map((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? 0 : Math.sign(value - before);
  });
  const isOutside = limited((value, { lower, upper }) => value > upper || value < lower);
  const isNear = limited(
    (value, { mean, near, lower, upper }) =>
      (value > mean + near || value < mean - near) && value <= upper && value >= lower,
  );

  // The weakest rule first: a stronger one takes its place.
  for (const { first, last, sign } of runs(sides, runLength))
    flags.fill({ signal: 'shift', side: sideOf(sign) }, first, last + 1);

  for (let i = 0; i + 2 < values.length; i++) {
    const window = [i, i + 1, i + 2];
    const sign = sides[i] ?? 0;
    if (sign === 0 || window.some((place) => sides[place] !== sign)) continue;
    const close = window.filter((place) => isNear[place]);
    if (close.length < 2) continue;
    for (const place of close) flags[place] = { signal: 'two-of-three', side: sideOf(sign) };
  }

  for (const { first, last, sign } of runs(steps, runLength - 1))
    flags.fill({ signal: 'trend', side: sideOf(sign) }, first - 1, last + 1);

  isOutside.forEach((outside, i) => {
    if (outside) flags[i] = { signal: 'outside', side: sideOf(sides[i] ?? 0) };
  });
  return flags;
}
