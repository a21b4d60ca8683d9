import { PATHWAY } from '../../../../data/ambitions/index.ts';
import type { Progress, ProgressRow } from '../../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../../data/metrics/index.ts';
import { gapBrief, targetName } from '../../../../data/text/board.ts';
import { statusWords } from '../../../../data/text/figure.ts';
import { isShare } from '../../../../data/text/format.ts';
import {
  asAtSentence,
  progressHeading,
  standing,
  verdictsSentence,
  whenWords,
} from '../../../../data/text/progress.ts';
import { periodWords } from '../../../../data/text/words.ts';
import type { BookCell } from '../../shared/xlsx/book.ts';
import {
  COUNT,
  type Column,
  countCell,
  formatOf,
  mixedCell,
  NONE,
  tableOf,
  textCell,
} from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

const measure = ({ metric }: ProgressRow): Metric | null => (metric === null ? null : metricOf(metric));

const pathwayName = ({ pathway }: ProgressRow) => PATHWAY.find(({ id }) => id === pathway)?.name ?? pathway;

/** A value in the metric's own unit; not applicable where no metric measures the ambition. */
const value =
  (of: (row: ProgressRow) => number | null | undefined, gapApplies = true) =>
  (row: ProgressRow): BookCell => {
    const metric = measure(row);
    const figure = of(row);
    if (metric === null || (figure == null && !gapApplies)) return NONE;
    return mixedCell(metric, figure, row.status);
  };

const count =
  (of: (row: ProgressRow) => number | null) =>
  (row: ProgressRow): BookCell => {
    const metric = measure(row);
    return metric === null ? NONE : countCell(metric, of(row), row.status);
  };

/** A gap in percentage points of a share, in the unit of any other metric. */
function gap(row: ProgressRow): BookCell {
  const metric = measure(row);
  if (metric === null || row.gap === null) return NONE;
  const points = isShare(metric) ? 100 * row.gap.points : row.gap.points;
  return { value: points, format: formatOf({ ...metric, targets: [] }, row.gap.points).replace('%', '') };
}

const words = (row: ProgressRow, say: (metric: Metric) => string) => {
  const metric = measure(row);
  return textCell(metric && say(metric));
};

const COLUMNS: readonly Column<ProgressRow>[] = [
  { head: 'Ambition', width: 46, cell: ({ ambition }) => ambition },
  { head: 'Area of Annex A', width: 20, cell: pathwayName },
  { head: 'Heading', width: 20, cell: ({ heading }) => heading },
  { head: 'Metric', width: 20, cell: ({ label }) => textCell(label) },
  { head: 'Unit', width: 12, cell: (row) => words(row, ({ unit }) => unit) },
  { head: 'Period', width: 18, cell: ({ period }) => textCell(period && periodWords(period)) },
  { head: 'Status', width: 20, cell: (row) => words(row, ({ kind }) => statusWords(row.status, kind)) },
  { head: 'Figure (in its unit)', width: 12, format: '0.0', cell: value((row) => row.value) },
  { head: '95% interval, lower', width: 12, format: '0.0', cell: value(({ lower }) => lower) },
  { head: '95% interval, upper', width: 12, format: '0.0', cell: value(({ upper }) => upper) },
  { head: 'Numerator', width: 13, format: COUNT, cell: count(({ numerator }) => numerator) },
  { head: 'Denominator', width: 13, format: COUNT, cell: count(({ denominator }) => denominator) },
  { head: 'England (in its unit)', width: 12, format: '0.0', cell: value(({ england }) => england?.value) },
  {
    head: 'Target, in words',
    width: 26,
    cell: (row) => words(row, (metric) => targetName(metric, row.target)),
  },
  {
    head: 'Target (in its unit)',
    width: 12,
    format: '0.0',
    cell: value(({ target }) => target?.value, false),
  },
  {
    head: 'Stands with its target',
    width: 30,
    cell: (row) => standing(measure(row), row).words,
  },
  { head: 'Gap in points (negative: beyond the target)', width: 16, format: '0.0', cell: gap },
  { head: 'Gap in people', width: 12, format: COUNT, cell: (row) => row.gap?.people ?? NONE },
  { head: 'Gap, in words', width: 34, cell: (row) => words(row, (metric) => gapBrief(metric, row)) },
  { head: 'When it is reached', width: 40, cell: ({ pace }) => textCell(pace && whenWords(pace)) },
  { head: 'Why there is no figure', width: 50, cell: ({ reason }) => textCell(reason) },
  { head: 'Notes', width: 60, cell: ({ notes }) => textCell(notes.join(' ')) },
];

/** Every row of Annex A: its figure, its target, the gap, and when it would be reached. */
export function ambitionsSheet(progress: Progress): FigureSheet {
  return {
    sheet: {
      name: 'Ambitions',
      title: `${progress.area.name}: the ambitions of Annex A`,
      lines: [
        `${progressHeading(progress.rows)}.`,
        verdictsSentence(progress.rows),
        `${asAtSentence(progress)} Ambitions that Annex A prints under several areas stand in each.`,
      ].filter(Boolean),
      ...tableOf(COLUMNS, progress.rows),
    },
    holds:
      'Every ambition of Annex A: figure, interval, target, gap in points and people, verdict, date, reason',
    metrics: progress.rows.flatMap(({ metric }) => (metric === null ? [] : [metric])),
  };
}
