import type { Trend, TrendPoint } from '../../data/contract.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { parsePeriod } from '../../data/periods.ts';

type Value = number | null | undefined;
/** One period of a chart; a series that a break divides has a column for each of its parts (`area0`, `area1`). */
export type TrendRow = { period: string; target: number | null } & Record<
  `band${string}`,
  [low: number, high: number] | null | undefined
> &
  Record<`${'area' | 'england' | 'alliance'}${string}`, Value>;
export type TrendColumn = { key: string; kind: 'area' | 'england' | 'alliance'; name: string };
export type Mark = { period: string; reasons: string[] };

/** A trend as rows by period, with the columns to draw and the periods at which something breaks. */
export function trendRows(trend: Trend, metric: Metric) {
  const periods = [
    ...new Set([...trend.points, ...(trend.benchmark?.points ?? [])].map(({ period }) => period)),
  ].sort(inTime);
  const general = metric.breaks.map(({ from }) => from);
  const own = trend.breaks.map(({ from }) => from);
  const rows: TrendRow[] = periods.map((period) => ({ period, target: targetIn(trend, period) }));
  const columns: TrendColumn[] = [];
  const add = (
    kind: TrendColumn['kind'],
    number: number,
    name: string,
    points: readonly TrendPoint[],
    breaks: readonly string[],
  ) => {
    const known = new Map(points.map((point) => [point.period, point]));
    const keys = new Set<string>();
    for (const row of rows) {
      const key = `${kind}${number}-${partOf(row.period, breaks)}` as const;
      keys.add(key);
      row[key] = known.get(row.period)?.value ?? null;
    }
    for (const key of keys) columns.push({ key, kind, name });
  };
  for (const [index, { name, points }] of trend.alliances.entries())
    add('alliance', index, name, points, general);
  if (trend.benchmark) add('england', 0, trend.benchmark.name, trend.benchmark.points, general);
  add('area', 0, trend.area.name, trend.points, own);
  const bands = new Map(
    trend.points.map(({ period, lower, upper }) => [
      period,
      lower === null || upper === null ? null : ([lower, upper] as [number, number]),
    ]),
  );
  const bandKeys = new Set<`band${number}`>();
  for (const row of rows) {
    const key = `band${partOf(row.period, own)}` as const;
    bandKeys.add(key);
    row[key] = bands.get(row.period) ?? null;
  }
  return { rows, columns, bands: [...bandKeys], marks: marksOf(trend, periods) };
}

/** How many breaks lie at or before a period. */
const partOf = (period: string, breaks: readonly string[]) =>
  breaks.filter((from) => from <= (parsePeriod(period)?.end ?? '')).length;

const inTime = (one: string, other: string) =>
  (parsePeriod(one)?.end ?? '').localeCompare(parsePeriod(other)?.end ?? '');

/** The target in force at the end of a period, in the metric’s unit; null where there is none. */
export function targetIn(trend: Trend, period: string): number | null {
  const end = parsePeriod(period)?.end ?? '';
  const inForce = trend.targets.find(
    ({ value, from, until }) => value !== null && from <= end && (until === null || end <= until),
  );
  return inForce?.value ?? null;
}

function marksOf(trend: Trend, periods: readonly string[]): Mark[] {
  const marks: Mark[] = [];
  for (const { from, reason } of trend.breaks) {
    const period = periods.find((id) => (parsePeriod(id)?.end ?? '') >= from);
    if (period === undefined || period === periods[0]) continue;
    const known = marks.find((mark) => mark.period === period);
    if (known) known.reasons.push(reason);
    else marks.push({ period, reasons: [reason] });
  }
  return marks;
}

/**
 * The axis of a chart: for a proportion it ends at 100% and starts at 80% or the ten per cent below the lowest value,
 * so that charts of one page can be compared; otherwise round ends around the values.
 */
export function axisOf(
  rows: readonly TrendRow[],
  metric: Metric,
  columns: readonly TrendColumn[],
): { low: number; high: number; ticks: number[] } {
  const values = rows
    .flatMap((row) => [row.target, ...columns.map(({ key }) => row[key as 'area'])])
    .filter((value) => value != null);
  const [least, most] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  if (metric.kind === 'proportion' && most > 0.5)
    return ticked(Math.min(0.8, Math.floor(least * 10 + 1e-9) / 10), 1);
  const step = 10 ** Math.floor(Math.log10(Math.max(most - least, 1e-6)));
  return ticked(Math.floor(least / step) * step, Math.ceil(most / step) * step);
}

function ticked(low: number, high: number) {
  const step =
    [0.05, 0.1, 0.2, 0.25, 1, 2, 5, 10, 20, 50].find((each) => (high - low) / each <= 5.01) ??
    (high - low) / 4;
  const ticks = Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, index) =>
    Number((high - index * step).toFixed(6)),
  ).reverse();
  return { low, high, ticks };
}
