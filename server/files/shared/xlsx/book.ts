import type { Status } from '../../../../data/contract/index.ts';
import type { Metric } from '../../../../data/metrics/index.ts';
import { SYMBOLS, symbolOf } from '../../../../data/text/figure.ts';
import { decimalsIn, formatValue, isShare } from '../../../../data/text/format.ts';

/** The media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The publisher of this dashboard, as files name it. */
export const PUBLISHER = 'Cancer outcomes in England dashboard';

/** A workbook, before it is written. */
export type Book = {
  title: string;
  subject: string;
  /** When its data were made: the same data give the same file. */
  made: string;
  cover: TextSheet;
  /** Contents and notes, and the sheets that the contents list. */
  sheets: readonly Sheet[];
};

/** A sheet of one Excel table; `lines` stand above it: what it holds, how to read it, its source. */
export type Sheet = {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  title: string;
  lines: readonly (string | Link)[];
  /** The name of the table, unique in the book: letters, digits and underscores. */
  table: string;
  columns: readonly BookColumn[];
  /** None where `lines` give the reason. */
  rows: readonly (readonly BookCell[])[];
};

/** A sheet of text only, each line a row: headings in bold. */
export type TextSheet = {
  name: string;
  title: string;
  lines: readonly (string | Link | { heading: string })[];
};

/** A column of a sheet's table: its head with its unit, its width in characters, Excel's format for its numbers; `oneLine`: text is not wrapped. */
export type BookColumn = { head: string; width: number; format?: string; oneLine?: boolean };

/** Text, a number in its column's format or in one of its own, or a link. No cell is empty: a gap has its symbol. */
export type BookCell = string | number | { value: number; format: string } | Link;

/** A link to a sheet of the same book, or to an address. */
export type Link = { text: string; sheet: string } | { text: string; url: string };

/** A column of a sheet, and its cell in each row. */
export type Column<Row> = BookColumn & { cell: (row: Row) => BookCell };

/** The columns and rows of a sheet. */
export const tableOf = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => ({
  columns: columns.map(({ head, width, format }) => ({ head, width, ...(format && { format }) })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

/** The name of a table from words: letters, digits and underscores. */
export const tableName = (words: string): string =>
  `table_${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;

export const COUNT = '#,##0';
/** A difference with its sign. */
export const SIGNED = '+#,##0.0;−#,##0.0;0.0';
export const NONE = SYMBOLS.inapplicable.sign;
const UNAVAILABLE = SYMBOLS.unavailable.sign;

/** Excel's format of a metric's column. */
export const columnFormat = (metric: Metric): string =>
  `${zeros(metric.decimals)}${isShare(metric) ? '%' : ''}`;

/** Excel's format for a value with the decimals that the pages show: `0.0%` of a share, `0.0` of an index or a rate. */
export const formatOf = (metric: Metric, value: number): string =>
  `${zeros(decimalsIn(formatValue(metric, value)))}${isShare(metric) ? '%' : ''}`;

const zeros = (count: number) => (count === 0 ? '0' : `0.${'0'.repeat(count)}`);

/** A value in a column of one metric, in a format of its own where it needs other decimals; a gap's symbol. */
export function valueCell(metric: Metric, value: number | null | undefined, status?: Status): BookCell {
  if (value == null) return status === undefined ? UNAVAILABLE : symbolOf(status);
  const format = formatOf(metric, value);
  return format === columnFormat(metric) ? value : { value, format };
}

/** A value in a column of several metrics, always in a format of its own; a gap's symbol. */
export const mixedCell = (metric: Metric, value: number | null | undefined, status?: Status): BookCell =>
  value == null ? valueCell(metric, value, status) : { value, format: formatOf(metric, value) };

/** A number, or the symbol for what is not available. */
export const numberCell = (value: number | null | undefined): BookCell => value ?? UNAVAILABLE;

/** A count, or a gap's symbol; only proportions have counts. */
export const countCell = ({ kind }: Metric, count: number | null, status: Status): BookCell =>
  count ?? (kind === 'proportion' ? symbolOf(status) : NONE);

/** A text, or the symbol for none. */
export const textCell = (text: string | null | undefined): string => text || NONE;
