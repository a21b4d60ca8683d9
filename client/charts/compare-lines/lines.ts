import type { Trend } from '../../../data/contract/trend.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { CHOSEN, PALETTE } from '../../../data/palette.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { holdsIn } from '../kit/overTime.ts';

/** One area's line: a value for each period, and the places from which it cannot be joined with what comes before. */
export type CompareLine = {
  area: string;
  name: string;
  level: string;
  values: (number | null)[];
  breaks: number[];
};
export type CompareSeries = {
  periods: string[];
  lines: CompareLine[];
  /** The standard in force in each period. */
  target: (number | null)[];
  /** What breaks every line, and from which period. */
  marks: { at: number; period: string; reason: string }[];
};

const endOf = (period: string) => parsePeriod(period)?.end ?? '';

const placesOf = (periods: readonly string[], breaks: readonly { from: string }[]) =>
  [...new Set(breaks.map(({ from }) => periods.findIndex((period) => endOf(period) >= from)))].filter(
    (index) => index > 0,
  );

/** Areas over the same periods, oldest first: those in which any has a figure. */
export function compareSeries(trends: readonly Trend[], metric: Metric): CompareSeries {
  const periods = [
    ...new Set(
      trends.flatMap(({ points }) => points.flatMap(({ period, value }) => (value === null ? [] : period))),
    ),
  ].sort((one, other) => endOf(one).localeCompare(endOf(other)));
  const target = trends[0]?.targets.find(
    ({ value, basis, comparable }) => value !== null && basis === 'standard' && comparable,
  );
  return {
    periods,
    lines: trends.map(({ area, points, breaks }) => {
      const known = new Map(points.map(({ period, value }) => [period, value]));
      return {
        ...area,
        values: periods.map((period) => known.get(period) ?? null),
        breaks: placesOf(periods, [...metric.breaks, ...breaks]),
      };
    }),
    target: periods.map((period) => (target && holdsIn(period, target) ? target.value : null)),
    marks: metric.breaks.flatMap(({ from, reason }) =>
      placesOf(periods, [{ from }]).map((at) => ({ at, period: periods[at] ?? '', reason })),
    ),
  };
}

const DASHES = [undefined, '9 3', '2 3', '12 3 2 3', '5 5', '14 4'] as const;

/** The colour and dash of a line by its place; no two of the first 36 are alike. England is grey with long dashes. */
export function lineStyle(index: number, area: string): { stroke: string; strokeDasharray?: string } {
  if (area === 'england') return { stroke: PALETTE.england, strokeDasharray: '7 4' };
  return {
    stroke: CHOSEN[index % CHOSEN.length] ?? CHOSEN[0],
    strokeDasharray: DASHES[(index + Math.floor(index / CHOSEN.length)) % DASHES.length],
  };
}
