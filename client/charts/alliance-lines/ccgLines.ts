import type { Alliance, Areas, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { briefName, periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { Column } from '../kit/columns.ts';
import { type Line, standardIn } from './plane.ts';

/** The CCGs that count in an Alliance at any time: those of Annex i, and those that later mergers made of them. */
export const ccgsOverTime = (
  { area, ccgs }: Pick<Alliance, 'area' | 'ccgs'>,
  { laterCcgs }: Pick<Areas, 'laterCcgs'>,
): string[] => [
  ...new Set([...ccgs, ...laterCcgs.filter(({ alliance }) => alliance === area).map((later) => later.area)]),
];

/** Whether a trend has a figure at all. */
export const hasFigures = ({ points }: Trend): boolean => points.some(({ value }) => value !== null);

/** The line of a trend. */
export const lineOf = ({ area, points }: Trend): Line => ({ ...area, points });

/** How the picture of CCGs over time is to be read. */
export const LINES_NOTE =
  'Grey: a CCG each. A line that ends or begins is a CCG that merged or was made by a merger.';

type Row = { period: string; values: ReadonlyMap<string, number | null> };

/**
 * The values of an Alliance, its CCGs and England over time, a column for each, and the standard; the latest period
 * first. The Alliance’s trend says which periods there are.
 */
export function linesTwin(whole: Trend, ccgs: readonly Trend[], metric: Metric) {
  const lines = [...[whole, ...ccgs].map(lineOf), ...(whole.benchmark ? [whole.benchmark] : [])];
  const known = lines.map(
    ({ area, points }) => [area, new Map(points.map(({ period, value }) => [period, value]))] as const,
  );
  const aim = (period: string) => standardIn(whole.targets, period);
  const shown = (value: number | null) => (value === null ? null : formatValue(metric, value));
  const rows = whole.points
    .map(
      ({ period }): Row => ({
        period,
        values: new Map(known.map(([area, values]) => [area, values.get(period) ?? null])),
      }),
    )
    .reverse();
  const columns: Column<Row>[] = [
    {
      id: 'period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...lines.map(
      ({ area, name }): Column<Row> => ({
        id: area,
        head: briefName(name),
        number: true,
        value: ({ values }) => values.get(area) ?? null,
        shown: ({ values }) => shown(values.get(area) ?? null),
      }),
    ),
    ...(rows.some(({ period }) => aim(period) !== null)
      ? [
          {
            id: 'standard',
            head: 'Standard',
            number: true,
            value: ({ period }: Row) => aim(period),
            shown: ({ period }: Row) => shown(aim(period)),
          },
        ]
      : []),
  ];
  return { columns, rows };
}
