import { strFromU8, strToU8, unzipSync } from 'fflate';
import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { officeColour, PAGE_COLOURS, PALETTE } from '../../../../data/palette.ts';
import { arialLines } from '../../../../data/text/measure.ts';
import { zipOf } from '../zip.ts';
import {
  type Book,
  type BookCell,
  type BookColumn,
  type Link,
  PUBLISHER,
  type Sheet,
  type TextSheet,
} from './book.ts';
import type { Template } from './rows.ts';

/** A workbook as Excel's file. */
export const writeBook = async (book: Book): Promise<Uint8Array> => mended(await hucreBytes(book));

/** The bytes of a workbook as hucre writes them, to be mended. */
async function hucreBytes({ title, subject, made, cover, sheets }: Book): Promise<Uint8Array> {
  const date = new Date(made);
  return writeXlsx({
    properties: { title, subject, creator: PUBLISHER, created: date, modified: date },
    defaultFont: font,
    sheets: [textSheet(cover), ...sheets.map(tableSheet)],
  });
}

/** Widths in characters: of the cover, and of a printed page of a table. */
const [COVER, PAGE] = [90, 190];

function textSheet({ name, title, lines }: TextSheet): WriteSheet {
  const grid = new Grid([COVER]);
  grid.line(title, { ...TITLE, alignment: { wrapText: true } });
  for (const line of lines)
    if (typeof line === 'object' && 'heading' in line) grid.line(line.heading, HEADING);
    else grid.line(line, PROSE);
  const { rows, cells, rowDefs } = grid;
  return {
    ...{ name, columns: [{ width: COVER }], rows, cells, rowDefs },
    view: { showGridLines: false },
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

/** The row of the head of a sheet's table, from 1. */
const headRow = ({ lines }: Sheet): number => lines.length + 2;

function tableSheet(sheet: Sheet): WriteSheet {
  const { name, title, lines, table, columns, rows } = sheet;
  const widths = columns.map(({ width }) => width);
  const grid = new Grid(widths);
  grid.line(title, TITLE);
  for (const line of lines) grid.line(line, PLAIN);
  const columnAt = (index: number) => columns[index] ?? { head: '', width: 0 };
  if (rows.length > 0)
    grid.add(
      columns.map(({ head }) => head),
      (_, index) => headStyle(columnAt(index)),
    );
  for (const row of rows) grid.add(row, (cell, index) => cellStyle(cell, columnAt(index)));
  const head = headRow(sheet);
  const isWide = widths.reduce((sum, width) => sum + width, 0) > PAGE;
  return {
    ...{ name, rows: grid.rows, cells: grid.cells, rowDefs: grid.rowDefs },
    columns: widths.map((width) => ({ width })),
    view: { showGridLines: false },
    pageSetup: {
      // One page wide: on A3, which a printer of A4 makes smaller, where A4 has no room.
      ...{ paperSize: isWide ? 'a3' : 'a4', orientation: 'landscape', fitToPage: true },
      ...{ fitToWidth: 1, fitToHeight: 0 },
      ...(rows.length > 0 && { printTitlesRow: `$${head}:$${head}`, printTitlesColumn: '$A:$A' }),
    },
    ...(rows.length > 0 && {
      freezePane: { rows: head, columns: 1 },
      tables: [
        {
          name: table,
          range: `A${head}:${columnLetters(columns.length - 1)}${head + rows.length}`,
          columns: columns.map((column) => ({ name: column.head })),
          style: 'TableStyleLight1',
          showRowStripes: false,
        },
      ],
    }),
  };
}

/** The letters of a column from its index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** Points of Arial: a character of a column's width, the edges of a column; and a line of type as a multiple of its size. */
const [CHARACTER, EDGES, LEADING] = [6, 6, 1.28];
/** Points: the least height of a row, and the space above and below its lines. */
const [LEAST, PADDING] = [15, 3];

/** The rows of a sheet, with the style and link of each cell, each row as high as its text needs. */
class Grid {
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
      height = Math.max(height, this.#heightOf(String(cellValue(cell)), own, column));
    });
    this.rowDefs.set(this.rows.length, { height: Math.round(height) });
    this.rows.push(row.map(cellValue));
  }

  /** Adds a row of one cell. */
  line(line: string | Link, style: CellStyle) {
    this.add([line], () => (isLink(line) ? LINK : style));
  }

  #heightOf(text: string, { font: own, alignment }: CellStyle, column: number): number {
    const size = own?.size ?? 11;
    const room = CHARACTER * (this.#widths[column] ?? 0) - EDGES;
    const lines = alignment?.wrapText ? arialLines(text, room, size, own?.bold).length : 1;
    return Math.max(1, lines) * size * LEADING + PADDING;
  }
}

const isLink = (cell: unknown): cell is Link => typeof cell === 'object' && cell !== null && 'text' in cell;

function cellValue(cell: BookCell): CellValue {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return escapedText(cell);
  return 'value' in cell ? cell.value : escapedText(cell.text);
}

/** A text in which nothing reads as Excel's code of a character: `_x0041_` is not shown as A. */
const escapedText = (text: string) => text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');

const hyperlink = (link: Link) =>
  'url' in link ? { target: link.url } : { target: '', location: `'${link.sheet.replaceAll("'", "''")}'!A1` };

const font = { name: 'Arial', size: 11, color: { rgb: officeColour(PALETTE.ink) } };
const TITLE: CellStyle = { font: { ...font, size: 16, bold: true } };
const HEADING: CellStyle = { font: { ...font, size: 13, bold: true }, alignment: { vertical: 'top' } };
const PLAIN: CellStyle = { font };
const PROSE: CellStyle = { font, alignment: { wrapText: true, vertical: 'top' } };
const LINK: CellStyle = {
  font: { ...font, color: { rgb: officeColour(PAGE_COLOURS.link) }, underline: true },
  alignment: { vertical: 'top' },
};
const RULE = { style: 'thin', color: { rgb: officeColour(PALETTE.grid) } } as const;

/** The head of a column; right-aligned where the column has a format for numbers. */
const headStyle = ({ format }: BookColumn): CellStyle => ({
  font: { ...font, bold: true, color: { rgb: officeColour(PALETTE.paper) } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: officeColour(PALETTE.area) } },
  alignment: { wrapText: true, vertical: 'center', horizontal: format === undefined ? 'left' : 'right' },
});

/** A cell of a table: text left-aligned, numbers and the symbols in their place right-aligned. */
function cellStyle(cell: BookCell, { format, oneLine }: BookColumn): CellStyle {
  const border = { bottom: RULE };
  if (typeof cell === 'object' && 'text' in cell) return { ...LINK, border };
  const number = typeof cell === 'object' ? cell.format : format;
  if (number === undefined) return { ...(oneLine ? PLAIN : PROSE), border };
  return { font, border, numFmt: number, alignment: { horizontal: 'right', vertical: 'top' } };
}

/** The first day that a zip file can name, so that the same workbook has the same bytes. */
export const FIRST_DAY = new Date(1980, 0, 1);

/** A workbook of hucre's as Excel's schema wants it. */
const mended = (bytes: Uint8Array): Uint8Array =>
  zipOf(
    Object.entries(mendedParts(bytes)).map(([name, part]) => ({ name, bytes: part })),
    FIRST_DAY,
  );

/** Its parts by name. */
export function mendedParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, mend] of Object.entries(MENDINGS)) parts[name] = strToU8(mend(textOf(parts, name)));
  return parts;
}

function textOf(parts: Record<string, Uint8Array>, name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new Error(`The workbook has no part ${name}`);
  return strFromU8(bytes);
}

/** The properties of an office document with its language. */
export const withLanguage = (core: string): string =>
  core.replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');

/** What hucre leaves out or gets wrong, by part: language, nothing to compute on opening, the order within fonts. */
const MENDINGS: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': withLanguage,
  'xl/workbook.xml': (xml) => xml.replace(/<calcPr[^>]*\/>/, ''),
  'xl/worksheets/sheet1.xml': (xml) => xml.replace('<sheetView ', '<sheetView tabSelected="1" '),
  'xl/styles.xml': (xml) =>
    xml.replaceAll(/<font>(.*?)<\/font>/g, (_, children: string) => `<font>${inOrder(children)}</font>`),
};

/** The order in which the schema wants the children of a font. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function inOrder(children: string): string {
  const place = (child: string) => FONT_ORDER.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');
  return (children.match(/<[^>]+\/>/g) ?? []).sort((one, other) => place(one) - place(other)).join('');
}

/**
 * A workbook whose last sheet is to be streamed. The rows that the sheet has stand for the kinds of row to come, each with
 * the formats of its cells.
 */
export async function templateOf(book: Book): Promise<Template> {
  const last = book.sheets.at(-1);
  if (!last) throw new Error('The workbook has no sheet of rows');
  const parts = mendedParts(await hucreBytes(book));
  const sheet = `xl/worksheets/sheet${book.sheets.length + 1}.xml`;
  const table = `xl/tables/table${book.sheets.filter(({ rows }) => rows.length > 0).length}.xml`;
  const strings = 'xl/sharedStrings.xml';
  const head = headRow(last);
  const text = takenOut(parts, sheet).replace(/<dimension [^>]*\/>/, '');
  const [before] = splitAt(text, new RegExp(`<row r="${head + 1}"`));
  const [rows, after] = splitAt(text.slice(before.length), /<\/sheetData>/);
  const styles = rows
    .split('</row>')
    .slice(0, last.rows.length)
    .map((row) => [...row.matchAll(/ s="(\d+)"/g)].map(([, style]) => style ?? '0'));
  const shared = takenOut(parts, strings).replace(/ count="\d+"| uniqueCount="\d+"/g, '');
  const [first, end] = splitAt(shared, /<\/sst>/);
  return {
    parts,
    sheet: { name: sheet, before, after: `</sheetData>${after}` },
    table: { name: table, xml: takenOut(parts, table).split(/A\d+:[A-Z]+\d+/) },
    strings: { name: strings, before: first, after: `</sst>${end}`, count: first.split('<si>').length - 1 },
    styles,
    letters: last.columns.map((_, index) => columnLetters(index)),
    head,
  };
}

function takenOut(parts: Record<string, Uint8Array>, name: string): string {
  const text = textOf(parts, name);
  delete parts[name];
  return text;
}

/** The text before and after the first match of a pattern. Throws where there is none. */
function splitAt(text: string, pattern: RegExp): [before: string, after: string] {
  const match = pattern.exec(text);
  if (!match) throw new Error(`There is no ${pattern} in ${text.slice(0, 200)}`);
  return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}
