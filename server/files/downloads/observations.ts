import {
  OBSERVATION_COLUMNS,
  ObservationRow,
  ObservationsQuery,
  STATUSES,
} from '../../../data/contract/index.ts';
import { METRIC_IDS, type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { csvLines, fileName } from '../../../data/text/csv.ts';
import { SYMBOLS, symbolOf } from '../../../data/text/figure.ts';
import { copied, piecesOf } from '../../dataset/copy.ts';
import { csvLineOf } from '../../dataset/csvLine.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { subquery } from '../../dataset/queries.ts';
import { type Choice, type SheetCell, sheetRowOf } from '../../dataset/sheetRow.ts';
import { nothing } from '../../questions/question.ts';
import { file } from '../file.ts';
import { type Book, COUNT, columnFormat, NONE, textCell, XLSX } from '../shared/xlsx/book.ts';
import { assembleBook, coverSheet, notesSheet } from '../shared/xlsx/front-matter.ts';
import { type PackedRows, packRows, rowOfOneText, streamedBook, type Template } from '../shared/xlsx/rows.ts';
import { templateOf } from '../shared/xlsx/write.ts';
import { csvRoutes } from './csv.ts';
import { stored } from './kept.ts';
import {
  allOf,
  filtersOf,
  isWhole,
  NO_FILTERS,
  type ObservationFilters,
  observationSlices,
  partsOf,
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
  async lines(maker, filters) {
    const { dataset } = maker;
    if (filters.metric !== '') return { body: linesOf(dataset, filters) };
    const key = isWhole(filters) ? 'observations.csv' : null;
    const copy = {
      select: `SELECT ${csvLineOf(ObservationRow)} || chr(13) FROM ${subquery('observations')}`,
      format: 'lines',
      parts: partsOf(dataset, filters),
    } as const;
    const { file: written, done } = await stored(maker, key, (signal) => copied(dataset, copy, signal));
    return { body: piecesOf(written.files), length: written.bytes, done };
  },
});

/** The figures of one metric are few: they are sent as they are read, and take no turn from heavy work. */
async function* linesOf(dataset: Dataset, filters: ObservationFilters): AsyncGenerator<string> {
  for await (const rows of observationSlices(dataset, filters))
    yield csvLines(rows.map((row) => OBSERVATION_COLUMNS.map((column) => row[column])));
}

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
    const copy = {
      select: `FROM ${subquery('observations')}`,
      format: 'parquet',
      parts: [allOf(dataset, NO_FILTERS)],
    } as const;
    const written = await copied(dataset, copy, signal);
    try {
      return {
        name: fileName(['observations', dataset.version], 'parquet'),
        body: (await written.files[0]?.readFile()) ?? '',
      };
    } finally {
      await written.close();
    }
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
  check: (dataset, query) => void filtersOf(dataset, query),
  examples: ['/api/download/observations.xlsx?metric=62-day-wait&area=peninsula&grain=year'],
  async make(maker, query) {
    const { dataset, origin } = maker;
    const filters = filtersOf(dataset, query);
    const template = await templateOf(bookOf(dataset, query, origin));
    const texts = await textsOf(dataset, filters);
    const { sheet, strings } = template;
    // What the rows are made with: it is the same at each address of the server, but for the texts on the cover.
    const key = isWhole(filters) ? `${strings.count} ${sheet.before}` : null;
    const { file: rows, done } = await stored(maker, key, (signal) =>
      rowsOf(dataset, filters, template, texts, signal),
    );
    const name = fileName(['observations', dataset.version, ...Object.values(query)], 'xlsx');
    return { name, body: streamedBook(template, rows, texts), done };
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

/** The texts of the rows of a metric, or of all, and those that stand in their cells without being in the dataset. */
async function textsOf({ db }: Dataset, { metric }: ObservationFilters): Promise<string[]> {
  const rows = await db.rows<{ text: string }>('texts', { metric });
  const added = [
    ...Object.values(SYMBOLS).map(({ sign }) => sign),
    ...METRIC_IDS.map((id) => metricOf(id).unit),
  ];
  return [...new Set([...rows.map(({ text }) => text), ...added])];
}

/** The type of every text of those rows, in the order of `textsOf`. A type takes no parameters: the metric is one of ours. */
const typeOfTexts = ({ metric }: ObservationFilters) =>
  `CREATE TEMP TYPE texts AS ENUM ${subquery('texts').replaceAll('$metric', `'${metric}'`)}`;

/** How the cells of a row are written. Where a count is missing, what stands there depends on the metric; else on the status. */
function cellsOf({ styles, letters, strings }: Template, texts: readonly string[]): SheetCell[] {
  const places = new Map(texts.map((text, at) => [text, strings.count + at]));
  const placeOf = (text: string) => places.get(text) ?? 0;
  const ofMetric = <Chosen>(chosen: (metric: Metric, kind: number) => Chosen): Choice<Chosen> => ({
    by: 'metric',
    named: new Map(METRIC_IDS.map((id, kind) => [id, chosen(metricOf(id), kind)])),
    others: chosen(metricOf('62-day-wait'), METRIC_IDS.indexOf('62-day-wait')),
  });
  const none = placeOf(NONE);
  const ofStatus = {
    by: 'status',
    named: new Map(STATUSES.map((status) => [status, placeOf(symbolOf(status))])),
    others: none,
  };
  const nothing = { by: 'status', named: new Map<string, number>(), others: none };
  return COLUMNS.map((name, at): SheetCell => {
    const column = { letters: letters[at] ?? '' };
    const style = styles[0]?.[at] ?? '0';
    if (name === UNIT) return { ...column, style, shown: ofMetric(({ unit }) => placeOf(unit)) };
    if (!COUNTS.includes(name) && !VALUES.includes(name)) return { ...column, style, text: name, none };
    return {
      ...column,
      number: name,
      style: ofMetric((_, kind) => styles[kind]?.[at] ?? '0'),
      gap: ofMetric(({ kind }) => (VALUES.includes(name) || kind === 'proportion' ? ofStatus : nothing)),
    };
  });
}

async function rowsOf(
  dataset: Dataset,
  filters: ObservationFilters,
  template: Template,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<PackedRows> {
  const numbered = `SELECT *, row_number() OVER () + ${template.head} AS row FROM ${subquery('observations')}`;
  const row = sheetRowOf(cellsOf(template, texts), {
    number: 'row',
    type: 'texts',
    first: template.strings.count,
  });
  const copy = {
    select: `SELECT ${row} FROM (${numbered})`,
    format: 'lines',
    types: [typeOfTexts(filters)],
    // In one: a part for each metric takes a quarter longer, as long rows are made at once.
    parts: [allOf(dataset, filters)],
  } as const;
  const none = rowOfOneText(template, template.strings.count + texts.indexOf(NONE));
  return packRows(template, await copied(dataset, copy, signal), none, signal);
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
