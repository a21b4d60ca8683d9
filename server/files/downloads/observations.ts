import { OBSERVATION_COLUMNS, ObservationRow, ObservationsQuery } from '../../../data/contract/index.ts';
import { METRIC_IDS, metric as metricOf } from '../../../data/metrics/index.ts';
import { fileName } from '../../../data/text/csv.ts';
import { symbolOf } from '../../../data/text/figure.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { parquetOf } from '../../dataset/parquet.ts';
import { nothing } from '../../questions/question.ts';
import { file } from '../file.ts';
import { type Book, COUNT, columnFormat, NONE, textCell, XLSX } from '../shared/xlsx/book.ts';
import { assembleBook, coverSheet, notesSheet } from '../shared/xlsx/front-matter.ts';
import { templateOf } from '../shared/xlsx/write.ts';
import { type StreamedRow, streamedSheet } from '../worker/sheet.ts';
import { csvRoutes } from './csv.ts';
import {
  FROM_THE_FIRST,
  filtersOf,
  NO_FILTERS,
  type ObservationFilters,
  observationLines,
  observationSlices,
} from './rows.ts';

/** `/api/download/observations.csv` and its metadata. */
export const observationsCsv = csvRoutes({
  file: 'observations',
  summary:
    'The figures and gaps asked for as tidy CSV, one a row at full precision, streamed. A filter that matches nothing gives the header alone.',
  title: 'Cancer outcomes in England: figures by area and period',
  description:
    'One row for each figure, and for each gap with its reason. Numbers are at full precision: read back, they are the figures of the dashboard exactly.',
  columns: ObservationRow,
  mayBeEmpty: ['note'],
  key: ['metric', 'area', 'period', 'group'],
  examples: [
    '?metric=62-day-wait&period=fy2016-17&level=ccg',
    '?metric=early-stage&alliance=greater-manchester',
  ],
  lines: observationLines,
});

/** `/api/download/observations.parquet`. */
export const observationsParquet = file({
  path: '/api/download/observations.parquet',
  summary: 'The whole dataset as one Parquet file, in the columns and the order of observations.csv.',
  parameters: nothing,
  query: nothing,
  type: 'application/vnd.apache.parquet',
  columns: ObservationRow,
  heavy: () => true,
  examples: ['/api/download/observations.parquet'],
  async make({ dataset, signal }) {
    const most = dataset.observations;
    return {
      name: fileName(['observations', dataset.version], 'parquet'),
      body: await parquetOf(dataset, 'observations', { ...NO_FILTERS, ...FROM_THE_FIRST, most }, signal),
    };
  },
});

/** `/api/download/observations.xlsx`. */
export const observationsXlsx = file({
  path: '/api/download/observations.xlsx',
  summary:
    'The figures and gaps asked for as a workbook, streamed: cover, contents, notes and one table, numbers in their formats.',
  parameters: nothing,
  query: ObservationsQuery,
  type: XLSX,
  columns: ObservationRow,
  streamed: true,
  linked: true,
  heavy: () => true,
  check: (dataset, query) => void filtersOf(dataset, query),
  examples: ['/api/download/observations.xlsx?metric=62-day-wait&area=peninsula&grain=year'],
  async make({ dataset, origin }, query) {
    const filters = filtersOf(dataset, query);
    const template = await templateOf(bookOf(dataset, query, origin));
    const name = fileName(['observations', dataset.version, ...Object.values(query)], 'xlsx');
    return { name, body: streamedSheet(template, rowsOf(dataset, filters)) };
  },
});

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

/** The columns of the CSV by name, with the unit of the figure after the figure. */
const COLUMNS = OBSERVATION_COLUMNS.flatMap((name) => (name === 'value' ? [name, UNIT] : [name]));

const headOf = (name: string) =>
  VALUES.includes(name)
    ? `${name} (in the unit of the row)`
    : COUNTS.includes(name)
      ? `${name} (people)`
      : name;

/** The kind of a row: one for each metric, since each has its own format. */
const kindOf = (metric: ObservationRow['metric']) => Math.max(0, METRIC_IDS.indexOf(metric));

function cellOf(name: string, row: ObservationRow): string | number {
  const metric = metricOf(row.metric);
  if (name === UNIT) return metric.unit;
  const cell = row[name as keyof ObservationRow];
  if (cell !== null) return cell === '' ? NONE : cell;
  return COUNTS.includes(name) && metric.kind !== 'proportion' ? NONE : symbolOf(row.status);
}

async function* rowsOf(dataset: Dataset, filters: ObservationFilters): AsyncGenerator<StreamedRow[]> {
  let some = false;
  for await (const slice of observationSlices(dataset, filters)) {
    some ||= slice.length > 0;
    yield slice.map((row) => ({
      kind: kindOf(row.metric),
      cells: COLUMNS.map((name) => cellOf(name, row)),
    }));
  }
  // A table needs a row.
  if (!some) yield [{ kind: 0, cells: COLUMNS.map(() => NONE) }];
}

function bookOf({ version, builtAt }: Dataset, query: ObservationsQuery, origin: string): Book {
  const parameters = Object.entries(query);
  const filters =
    parameters.length === 0
      ? 'Nothing is left out.'
      : `Only these: ${parameters.map(([name, value]) => `${name} ${value}`).join(', ')}. Where none is, the table has one row of ${NONE}.`;
  const ids = query.metric === undefined ? METRIC_IDS : [query.metric];
  const descriptions = ObservationRow.properties as Record<string, { description?: string }>;
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
  const link = `${origin}/api/download/observations.csv?${new URLSearchParams(parameters)}`;
  const cover = coverSheet({ title: TITLE, about: [filters], link, origin, dataVersion: version, builtAt });
  return assembleBook({ title: TITLE, subject: TITLE, made: builtAt }, cover, notes, [figures]);
}
