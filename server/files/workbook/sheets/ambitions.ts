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

/** Where it stands with its target, and by how much. */
const stands = (row: ProgressRow): string => {
  const metric = measure(row);
  const gap = metric === null || row.national ? '' : gapBrief(metric, row);
  return [standing(metric, row).words, gap].filter(Boolean).join('. ');
};

/** The ambition begins each of the two sheets: what is looked at, then what stands behind it. Each prints legibly on A4. */
const AMBITION: Column<ProgressRow> = { head: 'Ambition', width: 24, cell: ({ ambition }) => ambition };

const FIGURES: readonly Column<ProgressRow>[] = [
  AMBITION,
  { head: 'Metric', width: 15, cell: ({ label }) => textCell(label) },
  { head: 'Unit', width: 8, cell: (row) => words(row, ({ unit }) => unit) },
  { head: 'Period', width: 11, cell: ({ period }) => textCell(period && periodWords(period)) },
  { head: 'Figure (in its unit)', width: 9, format: '0.0', cell: value((row) => row.value) },
  { head: '95% interval, lower', width: 10, format: '0.0', cell: value(({ lower }) => lower) },
  { head: '95% interval, upper', width: 10, format: '0.0', cell: value(({ upper }) => upper) },
  { head: 'England (in its unit)', width: 9, format: '0.0', cell: value(({ england }) => england?.value) },
  {
    head: 'Target, in words',
    width: 13,
    cell: (row) => words(row, (metric) => targetName(metric, row.target)),
  },
  {
    head: 'Target (in its unit)',
    width: 8,
    format: '0.0',
    cell: value(({ target }) => target?.value, false),
  },
  { head: 'Stands with its target', width: 24, cell: stands },
  { head: 'Gap in points (negative: beyond it)', width: 10, format: '0.0', cell: gap },
  { head: 'Gap in people', width: 8, format: COUNT, cell: (row) => row.gap?.people ?? NONE },
];

const BEHIND: readonly Column<ProgressRow>[] = [
  AMBITION,
  { head: 'Area of Annex A, heading', width: 17, cell: (row) => `${pathwayName(row)}: ${row.heading}` },
  { head: 'Status', width: 13, cell: (row) => words(row, ({ kind }) => statusWords(row.status, kind)) },
  { head: 'Numerator', width: 11, format: COUNT, cell: count(({ numerator }) => numerator) },
  { head: 'Denominator', width: 13, format: COUNT, cell: count(({ denominator }) => denominator) },
  { head: 'When it is reached', width: 20, cell: ({ pace }) => textCell(pace && whenWords(pace)) },
  { head: 'Why there is no figure', width: 22, cell: ({ reason }) => textCell(reason) },
  { head: 'Notes', width: 40, cell: ({ notes }) => textCell(notes.join(' ')) },
];

/** The sentences of a text, a line each: a line wider than the table would make the print smaller. */
const sentencesOf = (text: string): string[] => text.split(/(?<=\.) (?=[A-Z\d])/).filter(Boolean);

/** Every row of Annex A: its figure, its target and the gap; then its counts, when it would be reached, and notes. */
export function ambitionsSheets(progress: Progress): FigureSheet[] {
  const metrics = progress.rows.flatMap(({ metric }) => (metric === null ? [] : [metric]));
  return [
    {
      sheet: {
        name: 'Ambitions',
        title: `${progress.area.name}: the ambitions of Annex A`,
        lines: [
          `${progressHeading(progress.rows)}.`,
          ...sentencesOf(verdictsSentence(progress.rows)),
          asAtSentence(progress),
          'Ambitions that Annex A prints under several areas stand in each.',
        ],
        ...tableOf(FIGURES, progress.rows),
      },
      holds: 'Every ambition of Annex A: figure, interval, target, verdict, gap in points and people',
      metrics,
    },
    {
      sheet: {
        name: 'Ambitions, notes',
        title: `${progress.area.name}: what stands behind the ambitions`,
        lines: ['The rows are those of the sheet Ambitions, in the same order.'],
        ...tableOf(BEHIND, progress.rows),
      },
      holds: 'Every ambition of Annex A: counts, status, when it is reached, why there is no figure, notes',
      metrics,
    },
  ];
}
