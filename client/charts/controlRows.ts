import type { ControlPoint, Trend } from '../../data/contract.ts';
import { formatRound, formatValue } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { parsePeriod } from '../../data/periods.ts';
import { type Mark, type TrendColumn, type TrendRow, targetIn } from './trendRows.ts';

/** One period of a control chart; each stretch between breaks has columns of its own (`area0`, `mean0`, `lower0`). */
export type ControlRow = TrendRow & { point: ControlPoint } & {
  [line in `${'mean' | 'lower' | 'upper'}${number}`]?: number | null;
};

/** A limit as it is drawn: a proportion's within 0 and 1. */
export const cut = (limit: number | null, { kind }: Metric) =>
  limit === null || kind !== 'proportion' ? limit : Math.min(1, Math.max(0, limit));

/** A trend's control chart as rows by period, the columns of its series and of its lines, and where it starts anew. */
export function controlRows(trend: Trend, metric: Metric) {
  const { points, segments } = trend.control;
  const known = new Map(points.map((point) => [point.period, point]));
  const starts = segments.map(({ from }) => from);
  let stretch = 0;
  const rows = trend.points.flatMap(({ period, value }): ControlRow[] => {
    const point = known.get(period);
    if (!point) return [];
    if (stretch + 1 < starts.length && period === starts[stretch + 1]) stretch++;
    const row: ControlRow = { period, target: targetIn(trend, period), point };
    row[`area${stretch}`] = value;
    row[`mean${stretch}`] = point.mean;
    row[`lower${stretch}`] = cut(point.lower, metric);
    row[`upper${stretch}`] = cut(point.upper, metric);
    return [row];
  });
  const stretches = segments.map((_, index) => index);
  const column = (key: string): TrendColumn => ({ key, kind: 'area', name: trend.area.name });
  return {
    rows,
    stretches,
    columns: stretches.map((index) => column(`area${index}`)),
    lines: stretches.flatMap((index) => ['mean', 'lower', 'upper'].map((line) => column(`${line}${index}`))),
    marks: starts.slice(1).map((period, index): Mark => {
      const [after, until] = [starts[index], period].map((id) => parsePeriod(id ?? '')?.start ?? '');
      const here = trend.breaks.filter(({ from }) => from > (after ?? '') && from <= (until ?? ''));
      return { period, reasons: here.map(({ reason }) => reason) };
    }),
  };
}

/** The names of a control chart's lines, with the value at which each ends; of the limits only where the last stretch has some. */
export function controlLabels({ segments }: Trend['control'], metric: Metric) {
  const last = segments.at(-1);
  if (!last) return [];
  return [
    { name: 'Upper limit', limit: last.upper },
    { name: 'Mean', limit: last.mean },
    { name: 'Lower limit', limit: last.lower },
  ].flatMap(({ name, limit }) => {
    const value = cut(limit, metric);
    if (value === null) return [];
    const shown = value === limit ? formatValue(metric, value) : formatRound(metric, value);
    return { text: `${name} ${shown}`, value };
  });
}
