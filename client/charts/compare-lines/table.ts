import type { Metric } from '../../../data/metrics/types.ts';
import { briefName, periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { Column } from '../kit/columns.ts';
import type { CompareSeries } from './lines.ts';

type Row = { period: string; index: number };

/** The values of every line as a table: a column for each area and for the standard, the latest period first. */
export function seriesTwin(series: CompareSeries, metric: Metric) {
  const shown = (value: number | null) => (value === null ? null : formatValue(metric, value));
  const column = (id: string, head: string, values: readonly (number | null)[]): Column<Row> => ({
    id,
    head,
    number: true,
    value: ({ index }) => values[index] ?? null,
    shown: ({ index }) => shown(values[index] ?? null),
  });
  const columns: Column<Row>[] = [
    {
      id: 'series_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...series.lines.map(({ area, name, values }) => column(area, briefName(name), values)),
    ...(series.target.some((value) => value !== null) ? [column('standard', 'Standard', series.target)] : []),
  ];
  return { columns, rows: series.periods.map((period, index) => ({ period, index })).reverse() };
}
