import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import { formatValue } from '../../../data/format.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { yearOf } from '../../../data/words/progress-pace.ts';
import { canDraw, ProgressPath } from '../../charts/ProgressPath.tsx';
import { type Column, DataTable } from '../DataTable.tsx';
import { Twin } from '../metric/Twin.tsx';

const SIZE = { width: 280, height: 140 };
/** The mark of illustrative figures takes a line of its own. */
const MARKED = 32;

type Props = { metric: Metric; row: ProgressRow; file: { area: string; dataVersion: string } };

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
          columns={columnsOf(metric)}
          rows={rowsOf(row)}
          keyOf={({ kind, time }) => `${kind} ${time}`}
          file={{
            name: [file.area, row.id, 'path'],
            about: { area: file.area, ambition: row.ambition, data_version: file.dataVersion },
          }}
          empty="No figures."
        />
      </Twin>
    </figure>
  );
}

type PathRow = PathPoint & { kind: 'Figure' | 'Straight path' | 'Projection' };

const rowsOf = ({ path: { points, target, projection } }: ProgressRow): PathRow[] => [
  ...points.map((point) => ({ ...point, kind: 'Figure' as const })),
  ...target.map((point) => ({ ...point, kind: 'Straight path' as const })),
  ...projection.map((point) => ({ ...point, kind: 'Projection' as const })),
];

function columnsOf(metric: Metric): Column<PathRow>[] {
  const number = (id: 'value' | 'lower' | 'upper', head: string): Column<PathRow> => ({
    id,
    head,
    number: true,
    value: (row) => row[id],
    shown: (row) => (row[id] === null ? null : formatValue(metric, row[id])),
  });
  return [
    {
      id: 'when',
      head: 'When',
      value: ({ time }) => time,
      shown: ({ period, time }) => (period === null ? yearOf(time) : periodBrief(period)),
      parts: [
        { id: 'period', value: ({ period }) => period },
        { id: 'time', value: ({ time }) => time },
      ],
    },
    { id: 'kind', head: 'What', value: ({ kind }) => kind },
    number('value', 'Value'),
    number('lower', 'From'),
    number('upper', 'To'),
  ];
}
