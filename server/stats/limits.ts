import { mean } from './sum.ts';

/** What a stretch of a control chart stands on: its mean and limits, or why it has none. */
export type Stretch =
  | { mean: number; lower: number; upper: number; near: number; reason: null }
  | { mean: null; lower: null; upper: null; near: null; reason: string };

/** Figures that limits need. */
export const ENOUGH = 12;
const LIMIT = 2.66;
const NEAR = (2 / 3) * LIMIT;
const SCREEN = 3.267;
const EPSILON = 1e-12;

/** Whether two numbers are the same but for rounding. */
export const same = (a: number, b: number): boolean =>
  Math.abs(a - b) <= EPSILON * Math.max(Math.abs(a), Math.abs(b));

/** Differences between neighbours, without sign; a null has none on either side. */
function movingRanges(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1] ?? null;
    if (value === null || before === null) return [];
    return same(value, before) ? 0 : Math.abs(value - before);
  });
}

const without = (reason: string): Stretch => ({ mean: null, lower: null, upper: null, near: null, reason });

/**
 * Mean and limits of individual values by their average moving range: mean ± 2.66 of it, and `near`, how far from the
 * mean the lines two thirds of the way out lie. `screen` leaves out, once, moving ranges of 3.267 of their average or
 * more (Nelson 1982, Journal of Quality Technology 14:172). None, with the reason, under 12 values or where most
 * neighbours are equal, for then limits would lie on the mean. Limits are not cut at the ends of a scale.
 */
export function limitsOf(values: readonly (number | null)[], screen: boolean): Stretch {
  const known = values.filter((value) => value !== null);
  if (known.length < ENOUGH)
    return without(
      `there ${known.length === 1 ? 'is 1 figure' : `are ${known.length} figures`}: limits need at least ${ENOUGH}`,
    );

  const ranges = movingRanges(values);
  if (ranges.length === 0) return without('no two figures follow each other');
  if (2 * ranges.filter((range) => range > 0).length < ranges.length)
    return without('most figures equal the one before, so limits would have no meaning');

  const first = mean(ranges);
  const kept = screen ? ranges.filter((range) => range < SCREEN * first) : ranges;
  const average = kept.length === 0 ? 0 : mean(kept);
  if (average === 0) return without('figures hardly differ, so limits would have no meaning');

  const centre = mean(known);
  return {
    mean: centre,
    lower: centre - LIMIT * average,
    upper: centre + LIMIT * average,
    near: NEAR * average,
    reason: null,
  };
}
