import type { ControlPoint, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { type Mark, targetIn } from './series.ts';

/** A control chart over its periods, oldest first; null where there is no figure, or no mean or limit. */
export type ControlSeries = {
  periods: string[];
  values: (number | null)[];
  points: ControlPoint[];
  mean: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  target: (number | null)[];
  /** Where the limits start anew. */
  breaks: number[];
  marks: Mark[];
};

/** A limit as it is drawn: a proportion's within 0 and 1. */
export const cut = (limit: number | null, { kind }: Metric) =>
  limit === null || kind !== 'proportion' ? limit : Math.min(1, Math.max(0, limit));

/** A trend's control chart: its figures with the mean and the limits of each stretch, and where a stretch starts. */
export function controlSeries(trend: Trend, metric: Metric): ControlSeries {
  const known = new Map(trend.control.points.map((point) => [point.period, point]));
  const rows = trend.points.flatMap(({ period, value }) => {
    const point = known.get(period);
    return point ? [{ period, value, point }] : [];
  });
  const periods = rows.map(({ period }) => period);
  const starts = trend.control.segments.map(({ from }) => from);
  const marks = starts.slice(1).map((period, index): Mark => {
    const [after = '', until = ''] = [starts[index], period].map((id) => parsePeriod(id ?? '')?.start);
    const here = trend.breaks.filter(({ from }) => from > after && from <= until);
    return { period, at: periods.indexOf(period), reasons: here.map(({ reason }) => reason) };
  });
  return {
    periods,
    values: rows.map(({ value }) => value),
    points: rows.map(({ point }) => point),
    mean: rows.map(({ point }) => point.mean),
    lower: rows.map(({ point }) => cut(point.lower, metric)),
    upper: rows.map(({ point }) => cut(point.upper, metric)),
    target: periods.map((period) => targetIn(trend, period)),
    breaks: marks.map(({ at }) => at),
    marks,
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
