import type { TObject } from 'typebox';
import { ObservationsQuery } from '../../../data/contract/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import { csvLines, FORMULA_RULE, fileName } from '../../../data/text/csv.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { nothing } from '../../questions/question.ts';
import { type FileRoute, file, type Made, type Maker } from '../file.ts';
import { filtersOf, type ObservationFilters } from './rows.ts';

/** A CSV of the dataset that takes the filters of observations, streamed. */
type CsvDownload = {
  /** Its name in the address, without `.csv`. */
  file: string;
  summary: string;
  title: string;
  description: string;
  /** The schema of a row, its columns in order. */
  columns: TObject;
  /** The columns whose text may be empty. */
  mayBeEmpty: readonly string[];
  /** The titles of the columns that together identify a row. */
  key: readonly string[];
  /** Example queries. */
  examples: readonly string[];
  /** Its rows, each with its line end. */
  lines(maker: Maker, filters: ObservationFilters): Promise<Pick<Made, 'body' | 'length' | 'done'>>;
};

const queryOf = (query: ObservationsQuery) => {
  const text = new URLSearchParams(Object.entries(query).sort()).toString();
  return text === '' ? '' : `?${text}`;
};

/** The routes of a CSV and of its metadata. */
export function csvRoutes(download: CsvDownload): FileRoute[] {
  const nameOf = ({ version }: Dataset, query: ObservationsQuery) =>
    fileName([download.file, version, ...Object.values(query)], 'csv');
  const described = `${download.file}.csv-metadata.json`;
  const csv = file({
    path: `/api/download/${download.file}.csv`,
    summary: download.summary,
    parameters: nothing,
    query: ObservationsQuery,
    type: 'text/csv; charset=utf-8; header=present',
    columns: download.columns,
    streamed: true,
    check: (dataset, query) => void filtersOf(dataset, query),
    examples: download.examples.map((query) => `/api/download/${download.file}.csv${query}`),
    async make(maker, query) {
      const { dataset } = maker;
      const { body, length, done } = await download.lines(maker, filtersOf(dataset, query));
      const head = Buffer.from(csvLines([Object.keys(download.columns.properties)]));
      return {
        name: nameOf(dataset, query),
        body: following(head, body as AsyncIterable<string | Uint8Array>),
        ...(length !== undefined && { length: head.length + length }),
        ...(done && { done }),
        headers: {
          link: `<${described}${queryOf(query)}>; rel="describedby"; type="application/csvm+json"`,
        },
      };
    },
  });
  const metadata = file({
    path: `/api/download/${described}`,
    summary: `What describes ${download.file}.csv to programs: W3C’s CSV on the Web metadata, with its columns, their types and its sources.`,
    parameters: nothing,
    query: ObservationsQuery,
    type: 'application/csvm+json; charset=utf-8',
    examples: download.examples.map((query) => `/api/download/${described}${query}`),
    async make({ dataset }, query) {
      filtersOf(dataset, query);
      const url = `${download.file}.csv${queryOf(query)}`;
      return {
        name: `${nameOf(dataset, query)}-metadata.json`,
        inline: true,
        body: csvw(dataset, { ...download, url }),
      };
    },
  });
  return [csv, metadata];
}

async function* following(head: Uint8Array, lines: AsyncIterable<string | Uint8Array>) {
  yield head;
  yield* lines;
}

type ColumnSchema = { type?: string; description?: string; anyOf?: unknown[]; enum?: readonly string[] };

const columnName = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

function datatypeOf({ type, anyOf, enum: values }: ColumnSchema) {
  if (values) return { base: 'string', format: values.join('|') };
  return anyOf ? 'number' : (type ?? 'string');
}

/** The columns of a row's schema as CSVW describes them; numbers that may be null, and texts in `mayBeEmpty`, are not required. */
const columnsOf = (row: TObject, mayBeEmpty: readonly string[]) =>
  Object.entries(row.properties as Record<string, ColumnSchema>).map(([title, schema]) => ({
    name: columnName(title),
    titles: title,
    'dc:description': schema.description ?? '',
    datatype: datatypeOf(schema),
    required: !schema.anyOf && !mayBeEmpty.includes(title),
    null: '',
  }));

const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** How our CSVs are written, in the terms of CSV on the Web. */
const DIALECT = {
  encoding: 'utf-8',
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  lineTerminators: ['\r\n'],
  header: true,
  headerRowCount: 1,
};

const ENCODING_RULE =
  'UTF-8 without a byte order mark, so that programs read the first header as it stands; in Excel open it through Data, From Text/CSV.';

/**
 * The metadata of a CSV in the W3C's format CSV on the Web, as JSON. `url` is relative to the metadata, so that it holds
 * for the latest data and for a version alike.
 */
function csvw({ version, builtAt }: Dataset, about: CsvDownload & { url: string }): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: about.url,
    'dc:title': about.title,
    'dc:description': about.description,
    'dc:publisher': 'Cancer outcomes in England, from the publications named as sources',
    'dc:license': { '@id': LICENCE },
    'dc:source': Object.values(SOURCES).map(({ publisher, publication, licence }) =>
      [publisher, publication, licence].join('. '),
    ),
    'dc:modified': builtAt,
    'schema:version': version,
    notes: [FORMULA_RULE, ENCODING_RULE],
    dialect: DIALECT,
    tableSchema: {
      columns: columnsOf(about.columns, about.mayBeEmpty),
      primaryKey: about.key.map(columnName),
    },
  };
  return JSON.stringify(metadata, null, 1);
}
