import { sum } from './sum.ts';

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
