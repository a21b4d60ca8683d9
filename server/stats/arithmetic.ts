/** Sum of the values with their rounding errors carried along (Neumaier 1974, ZAMM 54:39); 0 for none. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean: the mean of equal values is exactly that value. Throws a RangeError where there is no value. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values: a mean needs at least one');
  const first = sum(values) / values.length;
  return first + sum(values.map((value) => value - first)) / values.length;
}

/** Mean of values weighted by their weights; null where nothing has weight. */
export function weightedMean(parts: readonly { value: number; weight: number }[]): number | null {
  const total = sum(parts.map(({ weight }) => weight));
  return total > 0 ? sum(parts.map(({ value, weight }) => value * weight)) / total : null;
}

/** People with an outcome, and the people they are counted among. */
export type Counts = { numerator: number; denominator: number };

/** The counts of several units together. */
export const summed = (units: readonly Counts[]): Counts => ({
  numerator: sum(units.map(({ numerator }) => numerator)),
  denominator: sum(units.map(({ denominator }) => denominator)),
});

export const share = ({ numerator, denominator }: Counts): number => numerator / denominator;

/** The share of several units together: sum of numerators over sum of denominators. */
export const pooled = (units: readonly Counts[]): number => share(summed(units));

/**
 * Least squares line of y on x, each point weighted by its weight (1 by default). `spread` is the weighted sum of squares
 * of x about its mean: with weights of one over the variance, the slope's variance is one over it. The slope is NaN
 * where all x are equal.
 */
export function line(points: readonly { x: number; y: number; weight?: number }[]) {
  const total = sum(points.map(({ weight = 1 }) => weight));
  const centre = sum(points.map(({ x, weight = 1 }) => weight * x)) / total;
  const level = sum(points.map(({ y, weight = 1 }) => weight * y)) / total;
  const spread = sum(points.map(({ x, weight = 1 }) => weight * (x - centre) ** 2));
  const slope = sum(points.map(({ x, y, weight = 1 }) => weight * (x - centre) * (y - level))) / spread;
  return { slope, intercept: level - slope * centre, spread };
}
