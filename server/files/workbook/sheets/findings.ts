import type { Finding, Findings } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { periodWords } from '../../../../data/text/words.ts';
import { type Column, tableOf, textCell } from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

/** The sentences to read first, each with the address of the API that its numbers come from. */
export function findingsSheet({ area, period, findings }: Findings, origin: string): FigureSheet {
  const columns: readonly Column<Finding>[] = [
    { head: 'Finding', width: 90, cell: ({ text }) => text },
    {
      head: 'Metric',
      width: 24,
      cell: ({ metric }) => textCell(metric && metricOf(metric).label),
    },
    { head: 'Period', width: 28, cell: (row) => periodWords(row.period) },
    {
      head: 'Where its numbers come from',
      width: 60,
      cell: ({ facts }) => {
        const url = facts[0]?.url;
        return url === undefined ? textCell(null) : { text: `${origin}${url}`, url: `${origin}${url}` };
      },
    },
  ];
  return {
    sheet: {
      name: 'Findings',
      title: `${area.name}: what the figures say`,
      lines: [
        `As at ${periodWords(period)}. The most telling first; the last column is the address of the API that answers.`,
        ...(findings.length === 0 ? ['Nothing can be said as at this period.'] : []),
      ],
      ...tableOf(columns, findings),
    },
    holds: 'The sentences to read first',
    metrics: findings.flatMap(({ metric }) => (metric === '' ? [] : [metric])),
  };
}
