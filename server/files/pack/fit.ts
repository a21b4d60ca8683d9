import { arialLines } from '../../../data/text/measure.ts';
import type { Box, DeckCell, Paragraph, TableBlock, TextBlock } from './deck.ts';

/** Inches between the edges of a table's cell and its text. */
export const CELL = { x: 0.08, y: 0.035 };
/** The height of a line of type as a multiple of its size. */
export const LINE = 1.2;
const POINTS = 72;
/** The share of a line's width that is filled, since programs round the widths of letters differently. */
const FULL = 0.97;
const CELL_FULL = 0.98;
/** Points of a bullet before its line. */
const INDENT = 14;

/** How many lines a text takes in a box `width` inches wide, at a size in points. */
export const lineCount = (text: string, width: number, size: number, bold = false): number =>
  arialLines(text, width * POINTS * FULL, size, bold).length;

/** How high paragraphs are in a box `width` inches wide, in inches, with the space after each; `size` in points. */
export function textHeight(paragraphs: readonly Paragraph[], width: number, size: number): number {
  const points = paragraphs.reduce((sum, { runs, bullet }) => {
    const text = runs.map((run) => run.text).join('');
    const room = width * POINTS * FULL - (bullet ? INDENT : 0);
    const bold = runs.some((run) => run.bold);
    return sum + Math.max(1, arialLines(text, room, size, bold).length) * size * LINE + size / 3;
  }, 0);
  return points / POINTS;
}

export type Sizes = { largest: number; least: number };

/** The largest size of type at which paragraphs fit a box; the least allowed where none does. */
export function textSize(paragraphs: readonly Paragraph[], { w, h }: Box, { largest, least }: Sizes): number {
  let size = largest;
  while (size > least && textHeight(paragraphs, w, size) > h) size--;
  return size;
}

/** How many of the first paragraphs fit a box at a size; at least one. */
export function fittingCount(paragraphs: readonly Paragraph[], { w, h }: Box, size: number): number {
  let sum = 0;
  const over = paragraphs.findIndex((paragraph) => {
    sum += textHeight([paragraph], w, size);
    return sum > h;
  });
  return over < 0 ? paragraphs.length : Math.max(1, over);
}

/** Paragraphs in a box, as large as they fit. */
export function textBlock(name: string, box: Box, paragraphs: readonly Paragraph[], sizes: Sizes): TextBlock {
  return { kind: 'text', name, box, paragraphs, size: textSize(paragraphs, box, sizes) };
}

type Table = Pick<TableBlock, 'head' | 'rows' | 'widths'>;

/** The heights of a table's rows in inches, its head first. */
export function rowHeights(table: Table & { size: number }): number[] {
  return [rowHeight(table.head, table, true), ...table.rows.map((row) => rowHeight(row, table, false))];
}

function rowHeight(
  cells: readonly DeckCell[],
  { widths, size }: { widths: readonly number[]; size: number },
  header: boolean,
): number {
  const lines = cells.map(({ text, bold }, column) => {
    const room = ((widths[column] ?? 0) - 2 * CELL.x) * POINTS * CELL_FULL;
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, arialLines(line, room, size, header || bold).length), 0);
  });
  return (Math.max(1, ...lines) * size * LINE) / POINTS + 2 * CELL.y;
}

/** How high a table is, in inches. */
export const tableHeight = (table: Table & { size: number }): number =>
  rowHeights(table).reduce((sum, one) => sum + one, 0);

const LEAST = 9;

/** The largest size of type, from `largest` points down to 9, at which a table is no higher than `height` inches; else 9. */
export function tableSize(table: Table, height: number, largest: number): number {
  let size = largest;
  while (size > LEAST && tableHeight({ ...table, size }) > height) size--;
  return size;
}

/** A table in a box, in type as large as it fits and no larger than `largest` points; the box ends where the table does. */
export function tableBlock(
  { name, alt, box }: Pick<TableBlock, 'name' | 'alt' | 'box'>,
  { head, rows, widths }: Table,
  largest = 14,
): TableBlock {
  const size = tableSize({ head, rows, widths }, box.h, largest);
  const h = tableHeight({ head, rows, widths, size });
  return { kind: 'table', name, alt, box: { ...box, h }, head, rows, widths, size };
}
