import type { Scorecard } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { scorecardHeading } from '../../../../data/text/board.ts';
import { COMPARISON_WORDS, symbolOf } from '../../../../data/text/figure.ts';
import { areasNoun, periodBrief } from '../../../../data/text/words.ts';
import type { Gathered } from '../../shared/gather.ts';
import type { ScorecardTable } from '../../shared/scorecard.ts';
import { type Column, columnFormat, NONE, tableOf, valueCell } from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

type Head = Scorecard['columns'][number];
type Row = ScorecardTable['rows'][number];
type Figure = Pick<Row['cells'][number], 'value' | 'status'>;
type Line = { area: string; name: string; figureOf(head: Head): Figure | null | undefined };

const headOf = ({ metric, label, period }: Head) =>
  `${label}, ${periodBrief(period)} (${metricOf(metric).unit})`;

const nameColumns = (one: string): readonly Column<{ area: string; name: string }>[] => [
  { head: one, width: 44, cell: ({ name }) => name },
  { head: 'Code', width: 20, cell: ({ area }) => area },
];

const cellOf = (row: Row, { metric }: Head) => row.cells.find((cell) => cell.metric === metric);

/** The rows above the areas: England, and the Alliance itself. */
const benchmarkLines = (columns: readonly Head[]): Line[] =>
  (['england', 'alliance'] as const).flatMap((which) => {
    const figure = columns.flatMap((head) => head[which] ?? [])[0];
    return figure ? [{ area: figure.area, name: figure.name, figureOf: (head) => head[which] }] : [];
  });

/** Areas by every metric: a sheet of their values, and one of how each compares. */
export function scorecardSheets(
  scorecard: ScorecardTable,
  { subject, period }: Pick<Gathered, 'subject' | 'period'>,
): FigureSheet[] {
  const { columns, rows, against } = scorecard;
  const [one, many] = [areasNoun(scorecard.level, 1), areasNoun(scorecard.level, 2)];
  const metrics = columns.map(({ metric }) => metric);
  const lines = [
    `As at ${periodBrief(period)}: each metric’s latest figure by then, its period in the head of its column.`,
    ...(rows.length === 0 || columns.length === 0
      ? [`No metric has a figure of its ${many} up to ${periodBrief(period)}.`]
      : []),
  ];
  const shown = columns.length === 0 ? [] : rows;
  const values: Line[] = [
    ...(shown.length === 0 ? [] : benchmarkLines(columns)),
    ...shown.map((row) => ({ ...row, figureOf: (head: Head) => cellOf(row, head) })),
  ];
  const value = (head: Head): Column<Line> => ({
    head: headOf(head),
    width: 17,
    format: columnFormat(metricOf(head.metric)),
    cell: ({ figureOf }) => {
      const figure = figureOf(head);
      return valueCell(metricOf(head.metric), figure?.value, figure?.status);
    },
  });
  const compared = (head: Head): Column<Row> => ({
    head: headOf(head),
    width: 17,
    cell: (row) => {
      const cell = cellOf(row, head);
      if (cell?.value == null) return cell ? symbolOf(cell.status) : NONE;
      return COMPARISON_WORDS[cell.comparison];
    },
  });
  return [
    {
      sheet: {
        name: 'Scorecard values',
        title: `${subject.name}: ${many} by every metric`,
        lines: [`${scorecardHeading(scorecard)}.`, ...lines],
        ...tableOf([...nameColumns(one), ...columns.map(value)], values),
      },
      holds: `Each of its ${many} by every metric: the figures`,
      metrics,
    },
    {
      sheet: {
        name: 'Scorecard comparisons',
        title: `${subject.name}: how its ${many} compare with ${against}`,
        lines: [`Better, similar or worse than ${against} by the 95% interval.`, ...lines],
        ...tableOf([...nameColumns(one), ...columns.map(compared)], shown),
      },
      holds: `Each of its ${many} by every metric: better, similar or worse than ${against}`,
      metrics,
    },
  ];
}
