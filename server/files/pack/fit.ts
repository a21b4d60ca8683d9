import { arialLines } from '../../../data/text/arial.ts';
import type { DeckCell, TableBlock } from './deck.ts';

/** Of a cell of a table: room beside and above its words, in inches. */
export const CELL = { x: 0.08, y: 0.035 };
/** A line of type is this many times as high as its size. */
export const LINE = 1.2;
const POINTS = 72;

type Measured = Pick<TableBlock, 'head' | 'rows' | 'widths' | 'size'>;

function rowHeight(cells: readonly DeckCell[], { widths, size }: Measured, header: boolean): number {
  const lines = cells.map(({ text, bold }, column) => {
    // A hair narrower than the cell, since programs round the widths of letters differently.
    const room = ((widths[column] ?? 0) - 2 * CELL.x) * POINTS * 0.98;
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, arialLines(line, room, size, header || bold).length), 0);
  });
  return (Math.max(1, ...lines) * size * LINE) / POINTS + 2 * CELL.y;
}

/** The heights of a table's rows in inches, its head first. */
export function rowHeights(table: Measured): number[] {
  return [rowHeight(table.head, table, true), ...table.rows.map((row) => rowHeight(row, table, false))];
}

/** How high a table is, in inches. */
export const tableHeight = (table: Measured): number => rowHeights(table).reduce((sum, one) => sum + one, 0);

/** The largest size of type, from 14 points to 9, at which a table keeps to `height` inches, and how many of its rows do. */
export function fitTable(table: Omit<Measured, 'size'>, height: number): { size: number; rows: number } {
  for (let size = LARGEST; size >= LEAST; size--)
    if (tableHeight({ ...table, size }) <= height) return { size, rows: table.rows.length };
  const heights = rowHeights({ ...table, size: LEAST });
  let rows = -1;
  for (let sum = 0; rows < table.rows.length && sum + (heights[rows + 1] ?? 0) <= height; rows++)
    sum += heights[rows + 1] ?? 0;
  return { size: LEAST, rows: Math.max(0, rows) };
}

const LARGEST = 14;
const LEAST = 9;
