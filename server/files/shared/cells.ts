import type { Status } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { SYMBOLS, symbolOf } from '../../../data/text/status.ts';
import type { BookCell, BookColumn } from './xlsx/book.ts';

export const COUNT = '#,##0';
/** A difference with its sign. */
export const SIGNED = '+#,##0.0;−#,##0.0;0.0';
export const NONE = SYMBOLS.inapplicable.sign;
const UNAVAILABLE = SYMBOLS.unavailable.sign;

/** A column of a sheet, and what stands in it of each row. */
export type Column<Row> = BookColumn & { cell: (row: Row) => BookCell };

/** Columns and rows of a table. */
export const tabled = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]) => ({
  columns: columns.map(({ head, width, format }) => ({ head, width, ...(format && { format }) })),
  rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
});

const places = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

const zeros = (count: number) => (count === 0 ? '0' : `0.${'0'.repeat(count)}`);

/** Excel's format that shows a value as readers of the pages see it: `0.0%` of a share, `0.0` of an index or a rate. */
export const formatOf = (metric: Metric, value: number): string =>
  `${zeros(places(formatValue(metric, value)))}${metric.kind === 'proportion' ? '%' : ''}`;

/** Excel's format of a metric's column. */
export const columnFormat = (metric: Metric): string =>
  `${zeros(metric.decimals)}${metric.kind === 'proportion' ? '%' : ''}`;

/** A metric's value with as many decimals as it takes, or the symbol that says why there is none. */
export function valueCell(metric: Metric, value: number | null | undefined, status?: Status): BookCell {
  if (value == null) return status === undefined ? UNAVAILABLE : symbolOf(status);
  const format = formatOf(metric, value);
  return format === columnFormat(metric) ? value : { value, format };
}

/** The same in a column of several metrics: with a format of its own always. */
export const mixedCell = (metric: Metric, value: number | null | undefined, status?: Status): BookCell =>
  value == null ? valueCell(metric, value, status) : { value, format: formatOf(metric, value) };

/** A number, or the symbol for what is not available. */
export const numberCell = (value: number | null | undefined): BookCell => value ?? UNAVAILABLE;

/** A count, or the symbol for none: what is no proportion has no counts. */
export const countCell = ({ kind }: Metric, count: number | null, status: Status): BookCell =>
  count ?? (kind === 'proportion' ? symbolOf(status) : NONE);

/** Words, or the symbol for none. */
export const textCell = (text: string | null | undefined): string => text || NONE;

/** The name of a table from words: letters, digits and underscores. */
export const tableName = (words: string): string =>
  `table_${words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;
