import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/plane.ts';

type Path = ProgressRow['path'];
/** A year's name stands at its middle, where the figure of the year does. */
const MIDDLE = 0.5;

export type ProgressPlane = { frame: Frame; x: Scale; y: Scale };

const values = (points: readonly PathPoint[]) =>
  points.flatMap(({ value, lower, upper }) => [value, lower, upper]);

/** Whether a path has two places to draw something between. */
export const canDraw = ({ points, target, projection }: Path): boolean =>
  points.length > 0 && points.length + target.length + projection.length > 1;

/** The plane of a path: years along, named at their middles, and the metric's values up. */
export function progressPlane(path: Path, metric: Metric, frame: Frame): ProgressPlane {
  const all = [...path.points, ...path.target, ...path.projection];
  const times = all.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const axis = valueAxis(
    metric,
    [...values(path.points), ...[...path.target, ...path.projection].map(({ value }) => value)],
    4,
  );
  const room = first === last ? 0.5 : 0;
  return {
    frame,
    x: scaleOf(
      'linear',
      [first - room, last + room],
      [frame.left + 6, frame.right - 6],
      roundTicks(first - room - MIDDLE, last + room - MIDDLE, 4, 1).map((year) => year + MIDDLE),
    ),
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
  };
}

/** Points in order of time as a path of straight pieces; empty for fewer than two. */
export function straight(points: readonly PathPoint[], { x, y }: ProgressPlane): string {
  if (points.length < 2) return '';
  return `M${points.map(({ time, value }) => `${x.at(time)} ${y.at(value)}`).join('L')}`;
}

/** The intervals of points as one closed area; empty for fewer than two that have one. */
export function bandOf(points: readonly PathPoint[], { x, y }: ProgressPlane): string {
  const edge = (end: 'lower' | 'upper') =>
    points.flatMap((point) => {
      const value = point[end];
      return value === null ? [] : [`${x.at(point.time)} ${y.at(value)}`];
    });
  const [low, high] = [edge('lower'), edge('upper')];
  return low.length < 2 || low.length !== high.length ? '' : `M${[...high, ...low.reverse()].join('L')}z`;
}

/** An interval as an upright bar through its point; empty where none is known. */
export function barOf({ time, lower, upper }: PathPoint, { x, y }: ProgressPlane): string {
  if (lower === null || upper === null) return '';
  return `M${x.at(time)} ${y.at(lower)}V${y.at(upper)}`;
}

/** The points of the unbroken stretch that the pace is read from, which alone are joined; none without a pace. */
export function joined({ path, pace }: Pick<ProgressRow, 'path' | 'pace'>): readonly PathPoint[] {
  const at = (period: string) => path.points.findIndex((point) => point.period === period);
  const [from, to] = pace ? [at(pace.from), at(pace.to)] : [-1, -1];
  return from < 0 || to < 0 ? [] : path.points.slice(from, to + 1);
}

/** A diamond around a place, as a path. */
export const diamond = (x: number, y: number, reach: number) =>
  `M${x} ${pixel(y - reach)}L${pixel(x + reach)} ${y}L${x} ${pixel(y + reach)}L${pixel(x - reach)} ${y}z`;
