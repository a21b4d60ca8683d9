import type { ControlPoint, Trend } from '../../../data/contract/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { targetIn } from '../../../data/standards.ts';
import { type Column, tableOf } from '../kit/columns.ts';
import { inOrderOfTime, placeFrom, valuesAt } from '../kit/overTime.ts';

/** Where something breaks: the first period after it, its place among the periods, and why. */
export type Mark = { period: string; at: number; reasons: string[] };

/** The periods of a trend and of what it is held against, oldest first. */
export const periodsOf = ({ points, benchmark }: Trend): string[] =>
  inOrderOfTime([...points, ...(benchmark?.points ?? [])].map(({ period }) => period));

/** Where a trend breaks, each place once, with every reason for it. */
export function marksOf({ breaks }: Trend, periods: readonly string[]): Mark[] {
  const found: Mark[] = [];
  for (const { from, reason } of breaks) {
    const at = placeFrom(periods, from);
    if (at <= 0) continue;
    const same = found.find((each) => each.at === at);
    if (same) same.reasons.push(reason);
    else found.push({ period: periods[at] ?? '', at, reasons: [reason] });
  }
  return found;
}

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

/** A trend's control chart: its figures with the mean and the limits of each segment, and where a segment starts. */
export function controlSeries(trend: Trend): ControlSeries {
  const byPeriod = new Map(trend.control.points.map((point) => [point.period, point]));
  const rows = trend.points.flatMap(({ period, value }) => {
    const point = byPeriod.get(period);
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
    lower: rows.map(({ point }) => point.lower),
    upper: rows.map(({ point }) => point.upper),
    target: periods.map((period) => targetIn(trend, period)),
    breaks: marks.map(({ at }) => at),
    marks,
  };
}

type Row = { period: string; at: number };

/** What a trend or a control chart draws, period by period, oldest first; `drawn` keeps the rows of the periods drawn. */
export function trendTable(
  trend: Trend,
  control: boolean,
  drawn: (rows: readonly Row[]) => Row[] = (rows) => [...rows],
) {
  const limits = controlSeries(trend);
  const periods = control ? limits.periods : periodsOf(trend);
  const byPeriod = new Map(trend.points.map((point) => [point.period, point]));
  const pointOf = ({ period }: Row) => byPeriod.get(period);
  const others = [...(trend.benchmark ? [trend.benchmark] : []), ...trend.alliances];
  const columns: Column<Row>[] = [
    { id: 'area', head: 'Code', value: () => trend.area.area },
    { id: 'area_name', head: 'Area', value: () => trend.area.name },
    { id: 'period', head: 'Period', value: ({ period }) => period },
    { id: 'value', head: 'Value', value: (row) => pointOf(row)?.value ?? null },
    { id: 'numerator', head: 'Numerator', value: (row) => pointOf(row)?.numerator ?? null },
    { id: 'denominator', head: 'Denominator', value: (row) => pointOf(row)?.denominator ?? null },
    { id: 'lower', head: 'Lower', value: (row) => pointOf(row)?.lower ?? null },
    { id: 'upper', head: 'Upper', value: (row) => pointOf(row)?.upper ?? null },
    { id: 'status', head: 'Status', value: (row) => pointOf(row)?.status ?? null },
    ...(control
      ? [
          { id: 'mean', head: 'Mean', value: ({ at }: Row) => limits.mean[at] ?? null },
          { id: 'lower_limit', head: 'Lower limit', value: ({ at }: Row) => limits.lower[at] ?? null },
          { id: 'upper_limit', head: 'Upper limit', value: ({ at }: Row) => limits.upper[at] ?? null },
          { id: 'variation', head: 'Variation', value: ({ at }: Row) => limits.points[at]?.type ?? null },
          { id: 'signal', head: 'Signal', value: ({ at }: Row) => limits.points[at]?.signal ?? null },
        ]
      : others.map(({ area, name, points }) => {
          const values = valuesAt(periods, points);
          return { id: area, head: name, value: ({ at }: Row) => values[at] ?? null };
        })),
    { id: 'target', head: 'Target', value: ({ period }) => targetIn(trend, period) },
    { id: 'note', head: 'Note', value: (row) => pointOf(row)?.notes.join(' ') ?? '' },
  ];
  return tableOf(columns, drawn(periods.map((period, at) => ({ period, at }))));
}
