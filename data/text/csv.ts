export type Cell = string | number | null;

/** Begins every file, so that spreadsheet programs read it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet may take for the start of a formula, also after apostrophes, so that the one added can be told apart. */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** How such a text is made safe, for a person whose program reads the file. */
export const FORMULA_RULE =
  'A text that a spreadsheet could take for a formula (its first character, after any apostrophes, is =, +, -, @, a tab or a line end) is written with one apostrophe before it; a program drops that one. Numbers are never written so.';

/** A table as CSV (RFC 4180), in UTF-8 with a byte order mark; numbers at full precision, gaps empty. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + csvLines([head, ...rows]);

/** Rows of a CSV, each with its line end, for a file written piece by piece. */
export const csvLines = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return quoted(FORMULA.test(value) ? `'${value}` : value);
}

/** A text as one field of a CSV: in quotes where it holds a comma, a quote or a line end. */
export const quoted = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A file's name without its ending, from its parts: in lower case, only letters, digits, dots and hyphens. */
export const fileStem = (parts: readonly string[]): string =>
  parts
    .map((part) =>
      part
        .toLowerCase()
        .replace(/[^a-z0-9.]+/g, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('_')
    .slice(0, 120);

/** The same with its ending. */
export const fileName = (parts: readonly string[], ending: string): string => `${fileStem(parts)}.${ending}`;
