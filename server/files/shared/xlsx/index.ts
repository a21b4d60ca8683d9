import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Book, PUBLISHER, type Sheet, type TextSheet } from './book.ts';
import { Grid } from './grid.ts';
import { mended } from './mend.ts';
import { cellStyle, FONT, HEADING, headStyle, PLAIN, PROSE, TITLE } from './style.ts';

/** Characters across the cover, and across a printed page of a table. */
const [COVER, PAGE] = [90, 190];

/** The place of a column in letters: 0 is A, 26 is AA. */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26);
  return `${rest === 0 ? '' : columnLetters(rest - 1)}${String.fromCharCode(65 + (place % 26))}`;
}

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

/** Where a sheet's table begins: its head is this row, from 1. */
export const headRow = ({ lines }: Pick<Sheet, 'lines'>): number => lines.length + 2;

function tableSheet({ name, title, lines, table, columns, rows }: Sheet): WriteSheet {
  const widths = columns.map(({ width }) => width);
  const grid = new Grid(widths);
  grid.line(title, TITLE);
  for (const line of lines) grid.line(line, PLAIN);
  const columnAt = (at: number) => columns[at] ?? { head: '', width: 0 };
  if (rows.length > 0)
    grid.add(
      columns.map(({ head }) => head),
      (_, at) => headStyle(columnAt(at)),
    );
  for (const row of rows) grid.add(row, (cell, at) => cellStyle(cell, columnAt(at)));
  const head = headRow({ lines });
  const fitToWidth = Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / PAGE));
  return {
    ...{ name, rows: grid.rows, cells: grid.cells, rowDefs: grid.rowDefs },
    columns: widths.map((width) => ({ width })),
    view: { showGridLines: false },
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth, fitToHeight: 0 },
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

/** The bytes of a workbook as its writer makes them, to be mended. */
export async function written({ title, subject, made, cover, sheets }: Book): Promise<Uint8Array> {
  const date = new Date(made);
  return writeXlsx({
    properties: { title, subject, creator: PUBLISHER, created: date, modified: date },
    defaultFont: FONT,
    sheets: [textSheet(cover), ...sheets.map(tableSheet)],
  });
}

/** A workbook as Excel's file. */
export const writeBook = async (book: Book): Promise<Uint8Array> => mended(await written(book));
