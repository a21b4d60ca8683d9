import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { OBSERVATION_COLUMNS, type ObservationRow } from '../../../../data/contract/index.ts';

const NUMBERS: readonly string[] = ['numerator', 'denominator', 'value', 'lower', 'upper'];

/** A text as it was before it was made safe from being taken for a formula. */
const unescaped = (text: string) => (/^'+[=+\-@\t\r\n]/.test(text) ? text.slice(1) : text);

type Read = { header: string[]; rows: Record<string, string>[] };

/** The rows of a CSV, its texts as they were; throws where a line has not as many cells as the header. */
export function readCsv(text: string): Read {
  const [header = [], ...lines] = parse(text, { record_delimiter: '\r\n' }) as string[][];
  return {
    header,
    rows: lines.map((cells) =>
      Object.fromEntries(cells.map((cell, i) => [header[i] ?? '', unescaped(cell)])),
    ),
  };
}

/** The rows of observations.csv as the database holds them. */
export function readObservations(read: string | Read): ObservationRow[] {
  const { header, rows } = typeof read === 'string' ? readCsv(read) : read;
  expect(header).toEqual(OBSERVATION_COLUMNS);
  const value = (column: string, cell = '') =>
    NUMBERS.includes(column) ? (cell === '' ? null : Number(cell)) : cell;
  return rows.map(
    (row) =>
      Object.fromEntries(header.map((column) => [column, value(column, row[column])])) as ObservationRow,
  );
}

type CsvwColumn = {
  name: string;
  titles: string;
  required: boolean;
  datatype: string | { base: string; format: string };
};

/** What is wrong with a CSV by its CSVW metadata: columns in order, datatypes, words allowed, what is required, the key. */
export function csvwFaults({ header, rows }: Read, metadata: string): string[] {
  const { tableSchema } = JSON.parse(metadata) as {
    tableSchema: { columns: CsvwColumn[]; primaryKey: string[] };
  };
  const { columns, primaryKey } = tableSchema;
  const titles = columns.map((column) => column.titles);
  if (titles.join('|') !== header.join('|')) return [`columns are ${header}, not ${titles}`];
  const key = primaryKey.map((name) => columns.find((column) => column.name === name)?.titles ?? '?');
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    const told = JSON.stringify(key.map((title) => row[title]));
    const again = seen.has(told) ? [`row ${i}: ${told} stands there twice`] : [];
    seen.add(told);
    return [...again, ...columns.flatMap((column) => cellFaults(column, row[column.titles] ?? '', i))];
  });
}

const PATTERN: Record<string, RegExp> = {
  string: /^/,
  number: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  integer: /^-?\d+$/,
};

function cellFaults({ titles, required, datatype }: CsvwColumn, cell: string, row: number): string[] {
  if (cell === '') return required ? [`row ${row}: ${titles} is required`] : [];
  const pattern = typeof datatype === 'string' ? PATTERN[datatype] : new RegExp(`^(${datatype.format})$`);
  return pattern?.test(cell) ? [] : [`row ${row}: ${titles} is ${cell}`];
}
