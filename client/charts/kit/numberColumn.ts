import type { Column } from './columns.ts';

/** A column of numbers: the value unrounded in the file, in words on the page. */
export const numberColumn = <Row>(
  id: string,
  head: string,
  value: (row: Row) => number | null,
  words: (known: number) => string,
): Column<Row> => ({
  id,
  head,
  number: true,
  value,
  shown: (row) => {
    const known = value(row);
    return known === null ? null : words(known);
  },
});
