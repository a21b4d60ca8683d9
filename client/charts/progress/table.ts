import type { PathPoint, ProgressRow } from '../../../data/contract/progress.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { yearOf } from '../../../data/text/progress-pace.ts';
import type { Column } from '../kit/columns.ts';

export type PathRow = PathPoint & { kind: 'Figure' | 'Straight path' | 'Projection' };

/** What a path draws, point by point. */
export const pathRows = ({ path: { points, target, projection } }: ProgressRow): PathRow[] => [
  ...points.map((point) => ({ ...point, kind: 'Figure' as const })),
  ...target.map((point) => ({ ...point, kind: 'Straight path' as const })),
  ...projection.map((point) => ({ ...point, kind: 'Projection' as const })),
];

/** The columns of a path’s points: when, what, value and interval. */
export function pathColumns(metric: Metric): Column<PathRow>[] {
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
