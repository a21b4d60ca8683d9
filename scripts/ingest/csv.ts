import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse/sync';
import { quoted } from '../../data/text/csv.ts';

/** A value as it may be written to a CSV cell; null and undefined become an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/**
 * Returns the rows of a CSV file with a header row, one object of untrimmed strings per row.
 * A name that ends `.gz` is unzipped; a byte order mark is dropped.
 * Throws an Error that names the file and the line when the file is missing or empty, is not valid UTF-8 or CSV,
 * has a row of another length than its header, or repeats a column.
 */
export function readCsv(path: string): Record<string, string>[] {
  try {
    const bytes = readFileSync(path);
    const text = new TextDecoder('utf-8', { fatal: true }).decode(
      path.endsWith('.gz') ? gunzipSync(bytes) : bytes,
    );
    if (text.trim() === '') throw new Error('the file is empty; a header row is needed');
    return parse(text, { bom: true, columns: uniqueColumns, skip_empty_lines: true });
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
  const bytes = gzipSync(text, { level: 9 });
  bytes.fill(0, 4, 8);
  bytes[9] = 255;
  return bytes;
}
