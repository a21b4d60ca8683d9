import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import { arialLines } from '../../../../data/text/arial.ts';
import type { BookCell, Link } from './book.ts';
import { LINK } from './style.ts';

/** Of Arial in points: a column's width for each of its characters, what its edges take, and a line for each of type. */
const [CHARACTER, EDGES, LEADING] = [6, 6, 1.28];
/** The least height of a row, and what a row has above and below its lines. */
const [LEAST, PADDING] = [15, 3];

const isLink = (cell: unknown): cell is Link => typeof cell === 'object' && cell !== null && 'text' in cell;

/** What reads as the code of a character stays as it is: `_x0041_` is no A. */
const textOf = (text: string) => text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

function plainOf(cell: BookCell): CellValue {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return textOf(cell);
  return 'value' in cell ? cell.value : textOf(cell.text);
}

/** What Excel calls the first cell of a sheet. */
const topOf = (sheet: string) => `'${sheet.replaceAll("'", "''")}'!A1`;

const hyperlink = (link: Link) =>
  'url' in link ? { target: link.url } : { target: '', location: topOf(link.sheet) };

/** Rows as they are laid out, with the style and the link of each cell, and each row as high as its words need. */
export class Grid {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, Partial<Cell>>();
  readonly rowDefs: NonNullable<WriteSheet['rowDefs']> = new Map();
  readonly #widths: readonly number[];

  /** `widths` of the columns in characters. */
  constructor(widths: readonly number[]) {
    this.#widths = widths;
  }

  add(row: readonly BookCell[], style: (cell: BookCell, column: number) => CellStyle) {
    let height = LEAST;
    row.forEach((cell, column) => {
      const own = style(cell, column);
      this.cells.set(`${this.rows.length},${column}`, {
        style: own,
        ...(isLink(cell) && { hyperlink: hyperlink(cell) }),
      });
      height = Math.max(height, this.#heightOf(String(plainOf(cell)), own, column));
    });
    this.rowDefs.set(this.rows.length, { height: Math.round(height) });
    this.rows.push(row.map(plainOf));
  }

  /** A row of one cell. */
  line(line: string | Link, style: CellStyle) {
    this.add([line], () => (isLink(line) ? LINK : style));
  }

  #heightOf(text: string, { font, alignment }: CellStyle, column: number): number {
    const size = font?.size ?? 11;
    const room = CHARACTER * (this.#widths[column] ?? 0) - EDGES;
    const lines = alignment?.wrapText ? arialLines(text, room, size, font?.bold).length : 1;
    return Math.max(1, lines) * size * LEADING + PADDING;
  }
}
