import { type Column, tabled, tableName } from '../../shared/cells.ts';
import type { Book, Link, Sheet, TextSheet } from '../../shared/xlsx/book.ts';
import type { Figures } from './sheet.ts';

export const CONTENTS = 'Contents';
const BACK: Link = { text: 'Back to the contents', sheet: CONTENTS };

const COLUMNS: readonly Column<Figures>[] = [
  { head: 'Sheet', width: 30, cell: ({ sheet }) => ({ text: sheet.name, sheet: sheet.name }) },
  { head: 'What it holds', width: 100, cell: ({ holds }) => holds },
];

const NOTED = 'symbols, methods and cautions are in the sheet Notes.';

/** That a sheet has one table, so that whoever reads by ear knows how large it is. */
function oneTable({ sheet: { rows, columns }, streamed }: Figures): string {
  if (rows.length === 0) return 'There is no table.';
  const size = streamed ? '' : ` of ${rows.length} ${rows.length === 1 ? 'row' : 'rows'} and`;
  return `One table${size || ' of'} ${columns.length} columns; ${NOTED}`;
}

const withBack = (figures: Figures): Sheet => ({
  ...figures.sheet,
  table: tableName(figures.sheet.name),
  lines: [...figures.sheet.lines, oneTable(figures), BACK],
});

/** A workbook of a cover, contents that lead to every sheet, notes and figures, each with its way back. */
export function assembled(
  about: Pick<Book, 'title' | 'subject' | 'made'>,
  cover: TextSheet,
  notes: Figures,
  figures: readonly Figures[],
): Book {
  const listed = [notes, ...figures];
  const contents = {
    name: CONTENTS,
    title: CONTENTS,
    lines: [
      `One table of ${listed.length} rows and ${COLUMNS.length} columns; each name leads to its sheet.`,
      { text: 'Back to the cover', sheet: cover.name },
    ],
    ...tabled(COLUMNS, listed),
  };
  return { ...about, cover, sheets: [{ ...contents, table: tableName(CONTENTS) }, ...listed.map(withBack)] };
}
