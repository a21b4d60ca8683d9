import type { CellStyle } from 'hucre/xlsx';
import type { BookCell, BookColumn } from './book.ts';

const INK = '212B32';
const font = { name: 'Arial', size: 11, color: { rgb: INK } };

export const FONT = font;
export const TITLE: CellStyle = { font: { ...font, size: 16, bold: true } };
export const HEADING: CellStyle = { font: { ...font, size: 13, bold: true }, alignment: { vertical: 'top' } };
export const PLAIN: CellStyle = { font };
export const PROSE: CellStyle = { font, alignment: { wrapText: true, vertical: 'top' } };
export const LINK: CellStyle = {
  font: { ...font, color: { rgb: '005EB8' }, underline: true },
  alignment: { vertical: 'top' },
};

const RULE = { style: 'thin', color: { rgb: 'D8DDE0' } } as const;

/** The head of a column, over its numbers where it has a format. */
export const headStyle = ({ format }: BookColumn): CellStyle => ({
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '12436D' } },
  alignment: { wrapText: true, vertical: 'center', horizontal: format === undefined ? 'left' : 'right' },
});

/** A cell of a table: words from the left, numbers and the symbols that stand for them from the right. */
export function cellStyle(cell: BookCell, { format, oneLine }: BookColumn): CellStyle {
  const border = { bottom: RULE };
  if (typeof cell === 'object' && 'text' in cell) return { ...LINK, border };
  const number = typeof cell === 'object' ? cell.format : format;
  if (number === undefined) return { ...(oneLine ? PLAIN : PROSE), border };
  return { font, border, numFmt: number, alignment: { horizontal: 'right', vertical: 'top' } };
}
