import type { Metric } from '../../data/metrics/types.ts';
import { axisOf, type TrendColumn, type TrendRow } from './trendRows.ts';

export const TOP = 26;
export const FOOT = 28;
export const AXIS = 48;

type Size = { metric: Metric; width: number; height: number };

/** Where things stand in a chart over time, in pixels: its margins, and the heights and places of values and periods. */
export function planeOf(
  rows: readonly TrendRow[],
  columns: readonly TrendColumn[],
  { metric, width, height }: Size,
) {
  const { low, high, ticks } = axisOf(rows, metric, columns);
  const narrow = width < 420;
  const right = narrow ? 100 : 132;
  const margin = { top: TOP, right, bottom: 4, left: 0 };
  const bottom = height - margin.bottom - FOOT;
  const periods = rows.map(({ period }) => period);
  const step = (width - AXIS - right) / Math.max(1, rows.length - 1);
  return {
    low,
    high,
    ticks,
    margin,
    bottom,
    step,
    labels: { x: width - right + 8, low: TOP, high: bottom, room: narrow ? 12 : 16 },
    heightOf: (value: number) => TOP + ((high - value) / (high - low)) * (bottom - TOP),
    across: (period: string) => AXIS + step * periods.indexOf(period),
  };
}
