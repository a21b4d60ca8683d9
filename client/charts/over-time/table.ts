import type { Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { type Column, tableOf } from '../kit/columns.ts';
import { controlSeries } from './controlSeries.ts';
import { trendSeries } from './series.ts';

type Row = { period: string; at: number };

/** What a trend or a control chart draws, period by period, oldest first. */
export function trendTable(trend: Trend, metric: Metric, control: boolean) {
  const series = trendSeries(trend, metric);
  const limits = controlSeries(trend, metric);
  const { periods, target } = control ? limits : series;
  const points = new Map(trend.points.map((point) => [point.period, point]));
  const of = ({ period }: Row) => points.get(period);
  const beside = [...(trend.benchmark ? [trend.benchmark] : []), ...trend.alliances];
  const columns: Column<Row>[] = [
    { id: 'area', head: 'Code', value: () => trend.area.area },
    { id: 'area_name', head: 'Area', value: () => trend.area.name },
    { id: 'period', head: 'Period', value: ({ period }) => period },
    { id: 'value', head: 'Value', value: (row) => of(row)?.value ?? null },
    { id: 'numerator', head: 'Numerator', value: (row) => of(row)?.numerator ?? null },
    { id: 'denominator', head: 'Denominator', value: (row) => of(row)?.denominator ?? null },
    { id: 'lower', head: 'Lower', value: (row) => of(row)?.lower ?? null },
    { id: 'upper', head: 'Upper', value: (row) => of(row)?.upper ?? null },
    { id: 'status', head: 'Status', value: (row) => of(row)?.status ?? null },
    ...(control
      ? [
          { id: 'mean', head: 'Mean', value: ({ at }: Row) => limits.mean[at] ?? null },
          { id: 'lower_limit', head: 'Lower limit', value: ({ at }: Row) => limits.lower[at] ?? null },
          { id: 'upper_limit', head: 'Upper limit', value: ({ at }: Row) => limits.upper[at] ?? null },
          { id: 'variation', head: 'Variation', value: ({ at }: Row) => limits.points[at]?.type ?? null },
          { id: 'signal', head: 'Signal', value: ({ at }: Row) => limits.points[at]?.signal ?? null },
        ]
      : beside.map(({ area, name, points: theirs }) => {
          const known = new Map(theirs.map(({ period, value }) => [period, value]));
          return { id: area, head: name, value: ({ period }: Row) => known.get(period) ?? null };
        })),
    { id: 'target', head: 'Target', value: ({ at }) => target[at] ?? null },
    { id: 'note', head: 'Note', value: (row) => of(row)?.notes.join(' ') ?? '' },
  ];
  return tableOf(
    columns,
    periods.map((period, at) => ({ period, at })),
  );
}
