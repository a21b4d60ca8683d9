import type { ReactNode } from 'react';
import { type Cell, csv } from '../../../data/text/csv.ts';

/** A column: what it is called in the file and on the page, its value, and how a reader sees it. */
export type Column<Row> = {
  id: string;
  head: string;
  /** What the column is sorted by, and what the file holds: full precision, null for a gap. */
  value: (row: Row) => Cell;
  shown?: (row: Row) => ReactNode;
  number?: boolean;
  /** Words that need room. */
  room?: 'some' | 'much';
  /** What the file holds instead, where a column shows several values. */
  parts?: readonly { id: string; value: (row: Row) => Cell }[];
};
export type Sorting = { by: string; down: boolean };

/** Rows in the order of a column, gaps last either way; as given where no such column is named. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { by, down }: Sorting,
): readonly Row[] {
  const column = columns.find(({ id }) => id === by);
  if (!column) return rows;
  const gap = (value: Cell) => Number(value === null || value === '');
  const order = (one: Cell, other: Cell) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : String(one).localeCompare(String(other), 'en-GB');
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort(
      (one, other) => gap(one.value) - gap(other.value) || (down ? -1 : 1) * order(one.value, other.value),
    )
    .map(({ row }) => row);
}

/** What a file of a table holds: the names of its columns, and its cells unrounded. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const cells = columns.flatMap((column) => column.parts ?? [{ id: column.id, value: column.value }]);
  return { head: cells.map(({ id }) => id), rows: rows.map((row) => cells.map(({ value }) => value(row))) };
}

/** The file of a table: its columns, then what the file says of itself, the same in every row. */
export function csvOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  about: Readonly<Record<string, string>>,
): string {
  const table = tableOf(columns, rows);
  return csv(
    [...table.head, ...Object.keys(about)],
    table.rows.map((row) => [...row, ...Object.values(about)]),
  );
}
