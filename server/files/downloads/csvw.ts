import type { TObject } from 'typebox';
import { SOURCES } from '../../../data/sources.ts';
import { FORMULA_RULE } from '../../../data/text/csv.ts';
import type { Dataset } from '../../dataset/dataset.ts';

type Stated = { type?: string; description?: string; anyOf?: unknown[]; enum?: readonly string[] };

const nameOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

function datatypeOf({ type, anyOf, enum: words }: Stated) {
  if (words) return { base: 'string', format: words.join('|') };
  return anyOf ? 'number' : (type ?? 'string');
}

/** The columns of a row's schema; numbers that may be null, and texts in `mayBeEmpty`, are not required. */
const described = (row: TObject, mayBeEmpty: readonly string[]) =>
  Object.entries(row.properties as Record<string, Stated>).map(([title, stated]) => ({
    name: nameOf(title),
    titles: title,
    'dc:description': stated.description ?? '',
    datatype: datatypeOf(stated),
    required: !stated.anyOf && !mayBeEmpty.includes(title),
    null: '',
  }));

const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';

/** How a CSV of ours is written, in the words of CSV on the Web. */
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
 * What describes a CSV to programs: W3C's metadata for CSV on the Web, as JSON. `url` is relative to the metadata, so
 * that it holds for the latest data and for a version alike; `key` are the titles of the columns that tell rows apart.
 */
export function csvw(
  { version, builtAt }: Dataset,
  about: {
    url: string;
    title: string;
    description: string;
    columns: TObject;
    mayBeEmpty: readonly string[];
    key: readonly string[];
  },
): string {
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
    tableSchema: { columns: described(about.columns, about.mayBeEmpty), primaryKey: about.key.map(nameOf) },
  };
  return JSON.stringify(metadata, null, 1);
}
