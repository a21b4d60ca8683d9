export type BookCell = string | number | null;

/** A column of a sheet's table: its head with its unit, and Excel's format for its numbers, such as `0.0%`. */
export type BookColumn = { head: string; format?: string; width: number };

/** A sheet of one marked-up table; `lines` stand over it: what it holds, how to read it, its source. */
export type Sheet = {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  title: string;
  lines: readonly string[];
  /** The name of the table, unique in the book: letters, digits and underscores. */
  table: string;
  columns: readonly BookColumn[];
  rows: readonly (readonly BookCell[])[];
};

/** A workbook, before it is written: its cover, contents and notes are sheets like any other. */
export type Book = {
  title: string;
  subject: string;
  sheets: readonly Sheet[];
  /** Sheets of text only, before the tables: each paragraph a row; a link leads to a sheet of the book. */
  front: readonly {
    name: string;
    title: string;
    lines: readonly (string | { text: string; sheet: string })[];
  }[];
};
