import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { readCsv } from './csv.ts';
import { refusal } from './problem.ts';

/** A worksheet: `rows[0]` is the worksheet's row 1, empty cells are null. */
export type Sheet = { sheet: string; rows: unknown[][] };

/** What is in a file, whatever its name says. */
export type Content =
  | { kind: 'workbook'; sheets: Sheet[] }
  | { kind: 'records'; records: unknown[] }
  | { kind: 'table'; columns: string[]; rows: Record<string, string>[] };

const ZIP = '504b0304';
const OLD_EXCEL = 'd0cf11e0';

/** Opens a file by its content: an Excel workbook, a JSON list or a CSV table. Throws a Refusal when it is none. */
export async function openContent(file: string): Promise<Content> {
  const name = path.basename(file);
  if (!existsSync(file)) throw refusal(name, `no such file (looked for ${path.resolve(file)})`);
  if (!statSync(file).isFile()) throw refusal(name, 'not a file');
  const bytes = readFileSync(file);
  if (bytes.length === 0) throw refusal(name, 'the file is empty; a workbook, CSV or JSON was expected');

  const start = bytes.subarray(0, 4).toString('hex');
  if (start === ZIP) return { kind: 'workbook', sheets: await openWorkbook(name, bytes) };
  if (start === OLD_EXCEL) throw refusal(name, 'an Excel file of the old .xls kind; expected .xlsx');
  if (/\.xlsx$/i.test(name)) {
    throw refusal(name, 'named .xlsx but not an Excel workbook (it does not start as a zip file does)');
  }
  return /^\s*[[{]/.test(bytes.toString('utf8', 0, 100)) ? openJson(name, bytes) : openTable(name, file);
}

async function openWorkbook(name: string, bytes: Buffer): Promise<Sheet[]> {
  try {
    const sheets = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data }));
  } catch (error) {
    throw refusal(name, `not a whole Excel workbook: damaged or cut short (${reason(error)})`);
  }
}

function openJson(name: string, bytes: Buffer): Content {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (Array.isArray(value)) return { kind: 'records', records: value };
  } catch (error) {
    throw refusal(name, `not valid JSON: damaged or cut short (${reason(error)})`);
  }
  throw refusal(name, 'JSON, but not a list of records');
}

function openTable(name: string, file: string): Content {
  try {
    const rows = readCsv(file);
    if (rows[0] === undefined) throw new Error('no row beneath the header');
    return { kind: 'table', columns: Object.keys(rows[0]), rows };
  } catch (error) {
    throw refusal(
      name,
      `not a CSV table: ${reason(error).replace(`${file}, `, '').replace(`${file}: `, '')}`,
    );
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
