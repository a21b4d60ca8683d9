import type { Trend, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { type Ends, holdsIn } from '../kit/overTime.ts';

/** A line over the periods of its chart: a value for each (null: a gap), and the places where it breaks. */
export type TrendLine = {
  kind: 'area' | 'england' | 'alliance';
  name: string;
  values: (number | null)[];
  breaks: number[];
};
/** Where something breaks: the first period after it, its place among the periods, and why. */
export type Mark = { period: string; at: number; reasons: string[] };
export type TrendSeries = {
  periods: string[];
  /** Those drawn beneath first: the Alliances, England, the area. */
  lines: TrendLine[];
  /** The area’s 95% intervals. */
  intervals: (Ends | null)[];
  target: (number | null)[];
  marks: Mark[];
};

const endOf = (period: string) => parsePeriod(period)?.end ?? '';

/** A trend over its periods, oldest first: its lines, intervals and target, and where something breaks. */
export function trendSeries(trend: Trend, metric: Metric): TrendSeries {
  const { points, benchmark, alliances, area } = trend;
  const periods = [...new Set([...points, ...(benchmark?.points ?? [])].map(({ period }) => period))].sort(
    (one, other) => endOf(one).localeCompare(endOf(other)),
  );
  const placesOf = (breaks: readonly { from: string }[]) =>
    breaks.map(({ from }) => periods.findIndex((period) => endOf(period) >= from)).filter((at) => at > 0);
  const inPlace = <T>(of: readonly TrendPoint[], read: (point: TrendPoint) => T) => {
    const known = new Map(of.map((point) => [point.period, point]));
    return periods.map((period) => {
      const point = known.get(period);
      return point ? read(point) : null;
    });
  };
  const line = (
    kind: TrendLine['kind'],
    name: string,
    of: readonly TrendPoint[],
    breaks: readonly { from: string }[],
  ): TrendLine => ({ kind, name, values: inPlace(of, ({ value }) => value), breaks: placesOf(breaks) });
  return {
    periods,
    lines: [
      ...alliances.map((each) => line('alliance', each.name, each.points, metric.breaks)),
      ...(benchmark ? [line('england', benchmark.name, benchmark.points, metric.breaks)] : []),
      line('area', area.name, points, trend.breaks),
    ],
    intervals: inPlace(points, ({ lower, upper }) =>
      lower === null || upper === null ? null : { low: lower, high: upper },
    ),
    target: periods.map((period) => targetIn(trend, period)),
    marks: marksOf(trend, periods),
  };
}

/** The target in force at the end of a period that figures can be held against; null where there is none. */
export const targetIn = ({ targets }: Trend, period: string): number | null =>
  targets.find((each) => each.value !== null && each.comparable && holdsIn(period, each))?.value ?? null;

function marksOf({ breaks }: Trend, periods: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  for (const { from, reason } of breaks) {
    const at = periods.findIndex((period) => endOf(period) >= from);
    if (at <= 0) continue;
    const known = marks.find((mark) => mark.at === at);
    if (known) known.reasons.push(reason);
    else marks.push({ period: periods[at] ?? '', at, reasons: [reason] });
  }
  return marks;
}
