import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { canDraw, ProgressPath } from '../../charts/progress/ProgressPath.tsx';
import { pathColumns, pathRows } from '../../charts/progress/table.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { Twin } from '../../ui/TableTwin.tsx';
import { UseChart } from '../../ui/UseChart.tsx';

const SIZE = { width: 280, height: 140 };
/** The mark of illustrative figures takes a line of its own. */
const MARKED = 32;

type Props = { metric: Metric; row: ProgressRow; file: Pick<Progress, 'area' | 'period' | 'dataVersion'> };

/** An ambition's path drawn small, and the same as a table; nothing where there is nothing to draw between. */
export function PathPicture({ metric, row, file }: Props) {
  if (!canDraw(row.path)) return null;
  const height = SIZE.height + (row.status === 'illustrative' ? MARKED : 0);
  const label = `The path of ${row.label ?? metric.label}`;
  return (
    <figure className="path">
      <ProgressPath row={row} spec={{ metric, ...SIZE, height, title: '' }} />
      <Twin>
        <DataTable
          label={label}
          columns={pathColumns(metric)}
          rows={pathRows(row)}
          keyOf={({ kind, time }) => `${kind} ${time}`}
          file={{
            name: [file.area.name, row.id, 'path'],
            about: { area: file.area.name, ambition: row.ambition, data_version: file.dataVersion },
          }}
          empty="No figures."
        />
      </Twin>
      <UseChart
        chart="progress"
        asked={{ area: file.area.area, period: file.period, ambition: row.id }}
        of={`${label}, ${file.area.name}`}
      />
    </figure>
  );
}
