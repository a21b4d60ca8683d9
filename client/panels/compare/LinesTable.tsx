import { formatValue } from '../../../data/format.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { briefName, periodBrief } from '../../../data/words/figure.ts';
import type { CompareSeries } from '../../charts/compareLines.ts';
import type { CompareView } from '../../compareView.ts';
import { type Column, DataTable } from '../DataTable.tsx';
import { fileOf } from './fileOf.ts';

type Props = {
  series: CompareSeries;
  metric: Metric;
  view: CompareView;
  title: string;
  dataVersion: string;
  illustrative: boolean;
};

type Row = { period: string; index: number };

/** The values of every line, latest period first: a column for each area. */
export function LinesTable({ series, metric, view, title, dataVersion, illustrative }: Props) {
  const columns: Column<Row>[] = [
    {
      id: 'series_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...series.lines.map(
      ({ area, name, values }): Column<Row> => ({
        id: area,
        head: briefName(name),
        number: true,
        value: ({ index }) => values[index] ?? null,
        shown: ({ index }) => {
          const value = values[index] ?? null;
          return value === null ? null : formatValue(metric, value);
        },
      }),
    ),
  ];
  const rows = series.periods.map((period, index) => ({ period, index })).reverse();
  const { name, about } = fileOf(view, 'areas over time', dataVersion, illustrative);
  const { period: _, confidence: __, ...own } = about;
  return (
    <DataTable
      label={`${title}: the chosen areas`}
      columns={columns}
      rows={rows}
      keyOf={({ period }) => period}
      file={{ name, about: own }}
      empty="No figures."
      chosen={view.period}
    />
  );
}
