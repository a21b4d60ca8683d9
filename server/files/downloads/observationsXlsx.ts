import {
  OBSERVATION_COLUMNS,
  type ObservationRow,
  ObservationsQuery,
  ObservationRow as Schema,
} from '../../../data/contract/index.ts';
import { METRIC_IDS, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { fileName } from '../../../data/text/csv.ts';
import { symbolOf } from '../../../data/text/status.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nothing } from '../../questions/question.ts';
import { file } from '../file.ts';
import { COUNT, columnFormat, NONE, textCell } from '../shared/cells.ts';
import type { Book } from '../shared/xlsx/book.ts';
import { templateOf } from '../shared/xlsx/template.ts';
import { XLSX } from '../workbook/file.ts';
import { assembled } from '../workbook/sheets/assemble.ts';
import { coverSheet } from '../workbook/sheets/cover.ts';
import { notesSheet } from '../workbook/sheets/notes.ts';
import type { StreamedRow } from '../worker/sheet.ts';
import { roomForSheet, streamedSheet } from '../worker/stream.ts';
import { observationsAsked } from './asked.ts';
import { type ObservationsAsked, observationSlices } from './observations.ts';

const WIDTHS: Partial<Record<keyof ObservationRow, number>> = {
  metric_label: 32,
  area_name: 44,
  note: 60,
  source: 28,
  metric: 22,
};
const COUNTS: readonly string[] = ['numerator', 'denominator'];
const VALUES: readonly string[] = ['value', 'lower', 'upper'];

const TITLE = 'Cancer outcomes in England: every figure and gap';
const UNIT = 'unit';

/** The columns of the CSV with the unit of the figure beside it, each by its name there. */
const COLUMNS = OBSERVATION_COLUMNS.flatMap((name) => (name === 'value' ? [name, UNIT] : [name]));

const headOf = (name: string) =>
  VALUES.includes(name)
    ? `${name} (in the unit of the row)`
    : COUNTS.includes(name)
      ? `${name} (people)`
      : name;

/** Every figure of a metric in the format of its own. */
const LIKE = new Map(METRIC_IDS.map((id, at) => [id as string, at]));

function cellOf(name: string, row: ObservationRow): string | number {
  const metric = metricOf(row.metric as MetricId);
  if (name === UNIT) return metric.unit;
  const cell = row[name as keyof ObservationRow];
  if (cell !== null) return cell === '' ? NONE : cell;
  return COUNTS.includes(name) && metric.kind !== 'proportion' ? NONE : symbolOf(row.status);
}

async function* rowsOf(dataset: Dataset, asked: ObservationsAsked): AsyncGenerator<StreamedRow[]> {
  let some = false;
  for await (const slice of observationSlices(dataset, asked)) {
    some ||= slice.length > 0;
    yield slice.map((row) => ({
      like: LIKE.get(row.metric) ?? 0,
      cells: COLUMNS.map((name) => cellOf(name, row)),
    }));
  }
  // A table needs a row.
  if (!some) yield [{ like: 0, cells: COLUMNS.map(() => NONE) }];
}

function bookOf({ version, builtAt }: Dataset, query: ObservationsQuery, origin: string): Book {
  const asked = Object.entries(query);
  const filters =
    asked.length === 0
      ? 'Nothing is left out.'
      : `Only these: ${asked.map(([name, value]) => `${name} ${value}`).join(', ')}. Where none is, the table has one row of ${NONE}.`;
  const ids = query.metric === undefined ? METRIC_IDS : [query.metric];
  const descriptions = Schema.properties as Record<string, { description?: string }>;
  const notes = notesSheet(
    ids,
    OBSERVATION_COLUMNS.map((name) => ({
      kind: 'Column',
      name,
      text: textCell(descriptions[name]?.description),
    })),
  );
  const columns = COLUMNS.map((name) => ({
    head: headOf(name),
    width: WIDTHS[name as keyof ObservationRow] ?? 16,
    oneLine: true,
    ...(COUNTS.includes(name) && { format: COUNT }),
    ...(VALUES.includes(name) && { format: '0.0' }),
  }));
  const kinds = METRIC_IDS.map((id) =>
    COLUMNS.map((name) => (VALUES.includes(name) ? { value: 0, format: columnFormat(metricOf(id)) } : NONE)),
  );
  const figures = {
    sheet: { name: 'Observations', title: TITLE, lines: [filters], columns, rows: kinds },
    holds: 'A row for each figure, and for each gap with its reason',
    metrics: ids,
    streamed: true,
  };
  const link = `${origin}/api/download/observations.csv?${new URLSearchParams(asked)}`;
  const cover = coverSheet({ title: TITLE, about: [filters], link, origin, dataVersion: version, builtAt });
  return assembled({ title: TITLE, subject: TITLE, made: builtAt }, cover, notes, [figures]);
}

/** `/api/download/observations.xlsx`. */
export const OBSERVATIONS_XLSX = file({
  path: '/api/download/observations.xlsx',
  summary:
    'The figures and gaps asked for as a workbook, streamed: cover, contents, notes and one table, numbers in their formats.',
  parameters: nothing,
  query: ObservationsQuery,
  type: XLSX,
  columns: Schema,
  streamed: true,
  examples: ['/api/download/observations.xlsx?metric=62-day-wait&area=peninsula&grain=year'],
  async make({ dataset, origin }, query) {
    const asked = observationsAsked(dataset, query);
    roomForSheet();
    const template = await templateOf(bookOf(dataset, query, origin));
    const name = fileName(['observations', dataset.version, ...Object.values(query)], 'xlsx');
    return { name, body: streamedSheet(template, rowsOf(dataset, asked)) };
  },
});
