import type { Metric } from '../../../data/metrics/types.ts';
import type { CompareSeries } from '../../charts/compare-lines/lines.ts';
import { seriesTwin } from '../../charts/compare-lines/table.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { fileOf } from './fileOf.ts';
import type { CompareView } from './view.ts';

type Props = {
  series: CompareSeries;
  metric: Metric;
  view: CompareView;
  title: string;
  dataVersion: string;
  illustrative: boolean;
};

/** The values of every line, latest period first: a column for each area. */
export function LinesTable({ series, metric, view, title, dataVersion, illustrative }: Props) {
  const { name, about } = fileOf(view, 'areas over time', dataVersion, illustrative);
  const { period: _, confidence: __, ...own } = about;
  return (
    <DataTable
      label={`${title}: the chosen areas`}
      {...seriesTwin(series, metric)}
      keyOf={({ period }) => period}
      file={{ name, about: own }}
      empty="No figures."
      chosen={view.period}
    />
  );
}
