import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import { quoted } from '../../data/text/csv.ts';
import { utf8 } from './utf8.ts';

/** A value as it may be written to a CSV cell; null and undefined become an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Returns the rows of a CSV file with a header row, one object of untrimmed strings per row.
 * A name that ends `.gz` is unzipped; a byte order mark is dropped.
 * Throws an Error that names the file and the line when the file is missing or empty, is not valid UTF-8 or CSV,
 * has a row of another length than its header, or repeats a column.
 */
export function readCsv(path: string): Record<string, string>[] {
  return readTable(path).rows;
}

/** A CSV table: its rows, and the line of the file in which each ends (the header is line 1; blank lines count). */
export type Table = { rows: Record<string, string>[]; lines: number[] };

/** The rows of a CSV file without a header, each with its line; cells are trimmed, and rows may differ in length. */
export function readCells(path: string): { row: number; cells: string[] }[] {
  const lines: number[] = [];
  const rows = parsed(path, {
    relax_column_count: true,
    on_record: (record: string[], { lines: line }: { lines: number }) => {
      lines.push(line);
      return record;
    },
  }) as string[][];
  return rows.map((cells, index) => ({ row: lines[index] ?? 0, cells: cells.map((cell) => cell.trim()) }));
}

/** As `readCsv`, with the line of each row; `trim` leaves out spaces around cells. */
export function readTable(path: string, { trim = false } = {}): Table {
  const lines: number[] = [];
  const rows = parsed(path, {
    columns: uniqueColumns,
    trim,
    on_record: (record: Record<string, string>, { lines: line }: { lines: number }) => {
      lines.push(line);
      return record;
    },
  }) as Record<string, string>[];
  return { rows, lines };
}

/** What csv-parse makes of a file; errors name the file and the line. */
function parsed(path: string, options: object): unknown[] {
  try {
    const bytes = readFileSync(path);
    const text = decoded(path.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    if (text.trim() === '') throw new Error('the file is empty; a header row is needed');
    checkCommas(text);
    return parse(text, { bom: true, skip_empty_lines: true, ...options });
  } catch (error) {
    throw new Error(`${path}${lineOf(error)}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

/**
 * Writes rows as CSV (RFC 4180 quoting, LF line ends, header first) with the given columns in the given order.
 * A name that ends `.gz` is zipped with no time stamp, so that the same rows give the same bytes.
 * Throws an Error that names the file and line when a row has a field that is not among the columns,
 * or a number that is not finite.
 */
export function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<Record<string, Cell>>,
): void {
  const known = new Set(columns);
  const lines = [columns.map(quoted).join(',')];
  for (const row of rows) {
    const at = `${path}, line ${lines.length + 1}`;
    const stranger = Object.keys(row).find((field) => !known.has(field));
    if (stranger !== undefined) {
      throw new Error(`${at}: unknown field ${stranger}; the columns are ${columns.join(', ')}`);
    }
    for (const column of columns) {
      const value = row[column];
      if (typeof value === 'number' && !Number.isFinite(value)) {
        throw new Error(`${at}: ${column} is ${value}; a finite number or an empty cell is needed`);
      }
    }
    lines.push(columns.map((column) => quoted(String(row[column] ?? ''))).join(','));
  }
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, path.endsWith('.gz') ? zipped(text) : text);
}

/** The text of bytes that are UTF-8. Throws naming the other encoding, or the first line that is not UTF-8. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new Error('the file is UTF-16; expected UTF-8: save it as "CSV UTF-8 (comma delimited)"');
  const text = utf8(bytes);
  if (text !== null) return text;
  const { line, byte } = firstNotUtf8(bytes);
  throw new Error(
    `line ${line} is not UTF-8 (byte 0x${byte.toString(16)}, as of Windows-1252); expected UTF-8: save it as "CSV UTF-8 (comma delimited)"`,
  );
}

/** The lines of a file, without what ends them, of which no more than one is held. */
async function* linesOf(file: string): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array = new Uint8Array();
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest;
}

/** Whether a file has an empty line: quicker to tell than which. */
async function hasBlankLine(file: string): Promise<boolean> {
  // A file that begins with one has it too.
  let end = Buffer.from('\n');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 22 })) {
    const bytes = Buffer.concat([end, chunk as Buffer]);
    if (bytes.includes('\n\n') || bytes.includes('\n\r\n')) return true;
    end = bytes.subarray(-2);
  }
  return false;
}

/** The numbers of the lines of a file that are empty. */
export async function blankLines(file: string): Promise<number[]> {
  if (!(await hasBlankLine(file))) return [];
  const blank: number[] = [];
  let line = 1;
  for await (const bytes of linesOf(file)) {
    if (bytes.length === 0 || (bytes.length === 1 && bytes[0] === 13)) blank.push(line);
    line += 1;
  }
  return blank;
}

/** Which line of a large file is not UTF-8, as `readTable` says it; null where all are. */
export async function notUtf8(file: string): Promise<string | null> {
  let line = 1;
  for await (const bytes of linesOf(file)) {
    try {
      decoded(bytes);
    } catch (error) {
      return (error as Error).message.replace(/^line 1\b/, `line ${line}`);
    }
    line += 1;
  }
  return null;
}

/** The first line that does not decode, and the first of its bytes that is not ASCII. */
function firstNotUtf8(bytes: Uint8Array): { line: number; byte: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const part = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (utf8(part) === null) return { line, byte: part.find((each) => each > 127) ?? 0 };
    start = end < 0 ? bytes.length : end + 1;
  }
  return { line, byte: 0 };
}

/** Throws where what parts the cells of the first line is no comma, naming it; a name of a column may have commas in it. */
function checkCommas(text: string): void {
  const [first = ''] = text.split(/\r?\n/, 1);
  const times = (mark: string) => first.split(mark).length - 1;
  const parted = Object.entries({ semicolons: ';', tabs: '\t' }).find(([, mark]) => times(mark) > times(','));
  if (parted)
    throw new Error(`line 1: the cells are parted by ${parted[0]}; expected commas: save it as CSV UTF-8`);
}

function uniqueColumns(header: string[]): string[] {
  const repeated = header.find((name, index) => header.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`line 1 repeats the column ${repeated || '(unnamed)'}`);
  return header;
}

function lineOf(error: unknown): string {
  return error instanceof CsvError && typeof error.lines === 'number' ? `, line ${error.lines}` : '';
}

/** Gzip header bytes 4 to 7 are the time, byte 9 the operating system: both are zeroed or fixed. */
function zipped(text: string): Buffer {
  // Level 9 takes three times as long for 4% less.
  const bytes = gzipSync(text, { level: 7 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}
