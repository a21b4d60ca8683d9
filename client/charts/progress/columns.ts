import type { PathPoint, Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { Cell } from '../../../data/text/csv.ts';
import { formatValue } from '../../../data/text/format.ts';
import { standing, yearOf } from '../../../data/text/progress.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { type Column, type FileColumn, numberColumn } from '../kit/columns.ts';

const measure = ({ metric }: ProgressRow) => (metric === null ? null : metricOf(metric));
const source = (row: ProgressRow) => {
  const metric = measure(row);
  return metric && SOURCES[metric.source];
};
const yesNo = (truth: boolean | null) => (truth === null ? null : truth ? 'yes' : 'no');

const COLUMNS: readonly FileColumn<ProgressRow, Progress>[] = [
  ['area', (_, { area }) => area.area],
  ['area_name', (_, { area }) => area.name],
  ['as_at', (_, { period }) => period],
  ['ambition_id', ({ id }) => id],
  ['pathway', ({ pathway }) => pathway],
  ['heading', ({ heading }) => heading],
  ['ambition', ({ ambition }) => ambition],
  ['as_printed', ({ asPrinted }) => asPrinted],
  ['metric', ({ metric }) => metric],
  ['period', ({ period }) => period],
  ['status', ({ status }) => status],
  ['value', ({ value }) => value],
  ['unit', (row) => measure(row)?.unit ?? null],
  ['numerator', ({ numerator }) => numerator],
  ['denominator', ({ denominator }) => denominator],
  ['lower_95', ({ lower }) => lower],
  ['upper_95', ({ upper }) => upper],
  ['england', ({ england }) => england?.value ?? null],
  ['basis', ({ basis }) => basis],
  ['target', ({ target }) => target?.value ?? null],
  ['target_by', ({ target }) => target?.by ?? null],
  ['target_comparable', ({ target }) => yesNo(target?.comparable ?? null)],
  ['national_reference', ({ national }) => yesNo(national)],
  ['verdict', ({ verdict }) => verdict],
  ['verdict_words', (row) => standing(measure(row), row).words],
  ['reached', ({ reached }) => yesNo(reached)],
  ['date_passed', ({ passed }) => yesNo(passed)],
  ['gap', ({ gap }) => gap?.points ?? null],
  ['gap_people', ({ gap }) => gap?.people ?? null],
  ['pace_from', ({ pace }) => pace?.from ?? null],
  ['pace_to', ({ pace }) => pace?.to ?? null],
  ['pace_figures', ({ pace }) => pace?.points ?? null],
  ['pace_seen', ({ pace }) => pace?.seen ?? null],
  ['pace_lower_95', ({ pace }) => pace?.lower ?? null],
  ['pace_upper_95', ({ pace }) => pace?.upper ?? null],
  ['pace_needed', ({ pace }) => pace?.needed ?? null],
  ['when', ({ pace }) => pace?.when?.time ?? null],
  ['when_earliest', ({ pace }) => pace?.when?.earliest ?? null],
  ['when_latest', ({ pace }) => pace?.when?.latest ?? null],
  ['why_not_when', ({ pace }) => pace?.reason ?? null],
  ['recent_trend', ({ recentTrend }) => recentTrend?.direction ?? null],
  ['recent_trend_judgement', ({ recentTrend }) => recentTrend?.judgement ?? null],
  ['reason', ({ reason }) => reason],
  ['notes', ({ notes }) => notes.join(' ')],
  ['publisher', (row) => source(row)?.publisher ?? null],
  ['publication', (row) => source(row)?.publication ?? null],
  ['licence', (row) => source(row)?.licence ?? null],
  ['data_version', (_, { dataVersion }) => dataVersion],
];

/** The names of the columns of the file of a progress. */
export const PROGRESS_HEAD = COLUMNS.map(([name]) => name);

/** The rows of the file of a progress: every ambition as Annex A prints it, figures at full precision in the metric's unit. */
export const progressCells = (progress: Progress): Cell[][] =>
  progress.rows.map((row) => COLUMNS.map(([, value]) => value(row, progress)));

/** Some of these columns of one row, by name. */
export const progressCellsOf = (names: readonly string[], row: ProgressRow, progress: Progress): Cell[] =>
  names.map((name) => COLUMNS.find(([each]) => each === name)?.[1](row, progress) ?? null);

export type PathRow = PathPoint & { kind: 'Figure' | 'Straight path' | 'Projection' };

/** What a path draws, point by point. */
export const pathRows = ({ path: { points, target, projection } }: ProgressRow): PathRow[] => [
  ...points.map((point) => ({ ...point, kind: 'Figure' as const })),
  ...target.map((point) => ({ ...point, kind: 'Straight path' as const })),
  ...projection.map((point) => ({ ...point, kind: 'Projection' as const })),
];

/** The columns of a path’s points: when, what, value and interval. */
export function pathColumns(metric: Metric): Column<PathRow>[] {
  const number = (id: 'value' | 'lower' | 'upper', head: string) =>
    numberColumn<PathRow>(
      id,
      head,
      (row) => row[id],
      (value) => formatValue(metric, value),
    );
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
