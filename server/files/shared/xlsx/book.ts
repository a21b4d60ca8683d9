/** Who publishes this dashboard, as files name it. */
export const PUBLISHER = 'Cancer outcomes in England dashboard';

/** Text that leads to a sheet of the same book, or out of it. */
export type Link = { text: string; sheet: string } | { text: string; url: string };

/** Text, a number in its column's format or in one of its own, or a link. No cell is empty: a gap has its symbol. */
export type BookCell = string | number | { value: number; format: string } | Link;

/** A column of a sheet's table: its head with its unit, its width in characters, Excel's format for its numbers; `oneLine`: words are not broken. */
export type BookColumn = { head: string; width: number; format?: string; oneLine?: boolean };

/** A sheet of one marked-up table; `lines` stand over it: what it holds, how to read it, its source. */
export type Sheet = {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  title: string;
  lines: readonly (string | Link)[];
  /** The name of the table, unique in the book: letters, digits and underscores. */
  table: string;
  columns: readonly BookColumn[];
  /** None where `lines` say why. */
  rows: readonly (readonly BookCell[])[];
};

/** A sheet of text only, each line a row: headings in bold. */
export type TextSheet = {
  name: string;
  title: string;
  lines: readonly (string | Link | { heading: string })[];
};

/** A workbook, before it is written. */
export type Book = {
  title: string;
  subject: string;
  /** When its data were made: the same data give the same file. */
  made: string;
  cover: TextSheet;
  /** Contents and notes, and what they lead to. */
  sheets: readonly Sheet[];
};
