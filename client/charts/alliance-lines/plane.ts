import type { BreakReply, TargetReply } from '../../../data/contract/common.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { holdsIn } from '../kit/overTime.ts';
import { type Frame, pixel, type Scale, scaleOf, valueAxis } from '../kit/plane.ts';

/** One area over time. */
export type Line = {
  area: string;
  name: string;
  points: readonly { period: string; value: number | null }[];
};

type Drawn = {
  lines: readonly Line[];
  alliance: Line;
  england: Line | null;
  targets: readonly TargetReply[];
  breaks: readonly BreakReply[];
  metric: Metric;
};

export type LinesPlane = {
  periods: readonly string[];
  frame: Frame;
  height: number;
  x: (index: number) => number;
  y: Scale;
  /** Places from which figures cannot be compared with those before. */
  breaks: number[];
  /** The standard in force in each period; null where there is none. */
  aims: (number | null)[];
  /** A line’s values in the order of the periods. */
  valuesOf: (line: Line) => (number | null)[];
  /** Values in the order of the periods. */
  placed: (points: Line['points']) => (number | null)[];
};

const endOf = (period: string) => parsePeriod(period)?.end ?? '';

/** The place of the first period that ends in a month (`YYYY-MM`) or after it; −1 where none does. */
export const placeOf = (periods: readonly string[], from: string): number =>
  periods.findIndex((period) => endOf(period) >= from);

/** The standard that figures of a period are held against; null where there is none. */
export const standardIn = (targets: readonly TargetReply[], period: string): number | null =>
  targets.find(
    (each) => each.basis === 'standard' && each.value !== null && each.comparable && holdsIn(period, each),
  )?.value ?? null;

/** Where lines over time are drawn in a picture of a width whose title ends at `top`; null with fewer than two periods. */
export function linesPlane(drawn: Drawn, width: number, top: number): LinesPlane | null {
  const { lines, alliance, england, targets, metric } = drawn;
  const all = [...lines, alliance, ...(england ? [england] : [])];
  const withFigures = [...lines, alliance].flatMap(({ points }) =>
    points.flatMap(({ period, value }) => (value === null ? [] : [period])),
  );
  const periods = [...new Set(withFigures)].sort((one, other) => endOf(one).localeCompare(endOf(other)));
  if (periods.length < 2) return null;
  const frame: Frame = { left: 56, right: width - (width < 520 ? 104 : 150), top, bottom: top + 340 };
  const x = (index: number) =>
    pixel(frame.left + 6 + ((frame.right - frame.left - 12) * index) / (periods.length - 1));
  const placed = (points: Line['points']) => {
    const known = new Map(points.map(({ period, value }) => [period, value]));
    return periods.map((period) => known.get(period) ?? null);
  };
  const known = new Map(all.map((line) => [line, placed(line.points)]));
  const valuesOf = (line: Line) => known.get(line) ?? [];
  const aims = periods.map((period) => standardIn(targets, period));
  const axis = valueAxis(metric, [...all.flatMap(valuesOf), ...aims], 8);
  const found = drawn.breaks.map(({ from }) => placeOf(periods, from));
  return {
    periods,
    frame,
    height: frame.bottom + 34,
    x,
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
    breaks: [...new Set(found)].filter((index) => index > 0).sort((one, other) => one - other),
    aims,
    valuesOf,
    placed,
  };
}

const REACH = 24;

/** The line nearest to a place of the picture, at the period nearest to it; empty where none is near. */
export function nearestLine(lines: readonly Line[], plane: LinesPlane, atX: number, atY: number): string {
  const { periods, x, y, valuesOf } = plane;
  const away = periods.map((_, index) => Math.abs(x(index) - atX));
  const index = away.indexOf(Math.min(...away));
  let [best, least] = ['', REACH];
  for (const line of lines) {
    const value = valuesOf(line)[index];
    if (value == null) continue;
    const distance = Math.abs(y.at(value) - atY);
    if (distance <= least) [best, least] = [line.area, distance];
  }
  return best;
}
