import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { readCells, readTable } from './csv.ts';
import { GEOGRAPHY } from './not-taken.ts';
import { printed } from './numbers.ts';
import { Refusal, refusal } from './problem.ts';
import { utf8 } from './utf8.ts';

/** A worksheet: `rows[0]` is the worksheet's row 1, empty cells are null. */
export type Sheet = { sheet: string; rows: unknown[][] };

/** What is in a file, whatever its name says. */
export type Content =
  | { kind: 'workbook'; sheets: Sheet[] }
  | { kind: 'records'; records: unknown[] }
  /** A CSV without a header. */
  | { kind: 'headless'; rows: { row: number; cells: string[] }[] }
  | { kind: 'table'; columns: string[]; rows: Record<string, string>[]; lines: number[] }
  /** A CSV table too large to be held: its columns and the file, to be read by DuckDB. */
  | { kind: 'large table'; columns: string[]; file: string };

const ZIP = '504b0304';
const OLD_EXCEL = 'd0cf11e0';

/** The first line of the NHS register of organisations: code, name, national grouping, high-level geography. */
const ODS = /^"?[A-Z0-9]{3,6}"?,"[^"]+","Y\d\d","Q\w\w",/i;

/** The first line of its list of successions: two codes, a reason, a date. */
export const ODS_SUCCESSIONS =
  /^"?[A-Z0-9]{3,8}"?,"?[A-Z0-9]{3,8}"?,"?[A-Z0-9]{0,3}"?,"?[12]\d{7}"?(,|\r?\n|$)/i;

const MEGABYTE = 1_000_000;
/** The largest publisher's file read here is 14 MB, its largest sheet 1 MB: what is far above is no such file. */
const LARGEST = { file: 48 * MEGABYTE, sheet: 16 * MEGABYTE, workbook: 64 * MEGABYTE } as const;
const HEADER_BYTES = 65_536;

/** The first columns of tables that are read by DuckDB, whatever their size. */
const LARGE = ['Basis', 'Org_Code', 'Standard_or_Item', 'Referral_Route_or_Stage'];
const isLarge = (columns: readonly string[]) => LARGE.every((column) => columns.includes(column));

/** Opens a file by its content: an Excel workbook, a JSON list or a CSV table. Throws a Refusal when it is none. */
export async function openContent(file: string): Promise<Content> {
  const name = path.basename(file);
  if (!existsSync(file)) throw refusal(name, `no such file (looked for ${path.resolve(file)})`);
  if (!statSync(file).isFile()) throw refusal(name, 'not a file');
  const { size } = statSync(file);
  if (size === 0) throw refusal(name, 'the file is empty; a workbook, CSV or JSON was expected');

  const first = firstBytes(file);
  const start = first.subarray(0, 4).toString('hex');
  const text = first.toString('utf8').replace(/^\ufeff/, '');
  const tabular = start !== ZIP && start !== OLD_EXCEL && !/^\s*[[{]/.test(text);
  const columns = tabular ? (text.split(/\r?\n/)[0] ?? '').split(',').map(unquoted) : [];
  if (tabular && isLarge(columns)) return { kind: 'large table', columns, file };
  if (ODS.test(text))
    throw refusal(
      name,
      `a register of organisations (ODS, without a header), no table of figures: ${GEOGRAPHY}`,
    );
  if (size > LARGEST.file)
    throw refusal(
      name,
      `${inMegabytes(size)}; expected at most ${inMegabytes(LARGEST.file)}: no publisher's file read here is as large`,
    );

  if (start === OLD_EXCEL)
    throw refusal(name, 'an Excel file of the old .xls kind (or a protected one); save as .xlsx');
  if (start === ZIP) return { kind: 'workbook', sheets: await openWorkbook(name, readFileSync(file)) };
  if (/\.(xlsx|xlsb|xls|ods)$/i.test(name)) {
    throw refusal(
      name,
      `named ${path.extname(name)} but not an Excel workbook (it does not start as a zip file does)`,
    );
  }
  if (ODS_SUCCESSIONS.test(text)) return openHeadless(name, file);
  return tabular ? openTable(name, file) : openJson(name, readFileSync(file));
}

/** The first line of a file without its byte order mark; empty where there is no such file. */
export const firstLine = (file: string): string =>
  statSync(file, { throwIfNoEntry: false })?.isFile()
    ? (firstBytes(file)
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)[0] ?? '')
    : '';

function firstBytes(file: string): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const open = openSync(file, 'r');
  try {
    return bytes.subarray(0, readSync(open, bytes, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(open);
  }
}

const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, '$1');
const inMegabytes = (bytes: number) => `${printed(Math.ceil(bytes / MEGABYTE))} MB`;

/** What a zip file's directory says that it holds, each with its size unpacked; nothing is unpacked. */
function packed(name: string, bytes: Buffer): { name: string; size: number }[] {
  const found: { name: string; size: number }[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        found.push({ name: entry, size: originalSize });
        return false;
      },
    });
  } catch (error) {
    throw refusal(name, `not a whole Excel workbook: damaged or cut short (${reason(error)})`);
  }
  return found;
}

function checkPacked(name: string, bytes: Buffer): void {
  const entries = packed(name, bytes);
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name));
  if (has(/^xl\/workbook\.bin$/)) throw refusal(name, 'an Excel binary workbook (.xlsb); save as .xlsx');
  if (has(/^content\.xml$/)) throw refusal(name, 'an OpenDocument spreadsheet (.ods); save as .xlsx');
  if (!has(/^xl\/workbook\.xml$/))
    throw refusal(name, 'a zip file and no Excel workbook; unpack it and load what is in it');
  const sum = entries.reduce((all, { size }) => all + size, 0);
  const large = entries.find(({ size }) => size > LARGEST.sheet);
  if (large)
    throw refusal(
      name,
      `${large.name} holds ${inMegabytes(large.size)}; expected at most ${inMegabytes(LARGEST.sheet)} in a sheet`,
    );
  if (sum > LARGEST.workbook)
    throw refusal(
      name,
      `holds ${inMegabytes(sum)} unpacked; expected at most ${inMegabytes(LARGEST.workbook)}`,
    );
}

async function openWorkbook(name: string, bytes: Buffer): Promise<Sheet[]> {
  checkPacked(name, bytes);
  try {
    const sheets = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => ({ sheet, rows: data }));
  } catch (error) {
    throw refusal(name, `not a whole Excel workbook: damaged or cut short (${reason(error)})`);
  }
}

function openJson(name: string, bytes: Buffer): Content {
  try {
    const text = utf8(bytes);
    if (text === null) throw refusal(name, 'not UTF-8; expected JSON in UTF-8: save it so');
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { kind: 'records', records: value };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw refusal(name, `not valid JSON: damaged or cut short (${reason(error)})`);
  }
  if (/"type"\s*:\s*"FeatureCollection"/.test(bytes.subarray(0, HEADER_BYTES).toString('utf8')))
    throw refusal(
      name,
      'boundaries (GeoJSON), no figures: npm run data -- boundaries takes those of the 209 CCGs',
    );
  throw refusal(name, 'JSON, but not a list of records');
}

function openHeadless(name: string, file: string): Content {
  try {
    return { kind: 'headless', rows: readCells(file) };
  } catch (error) {
    throw notTable(name, file, error);
  }
}

function openTable(name: string, file: string): Content {
  try {
    const { rows, lines } = readTable(file, { trim: true });
    if (rows[0] === undefined) throw new Error('no row beneath the header');
    return { kind: 'table', columns: Object.keys(rows[0]), rows, lines };
  } catch (error) {
    throw notTable(name, file, error);
  }
}

const notTable = (name: string, file: string, error: unknown) =>
  refusal(name, `not a CSV table: ${reason(error).replace(`${file}, `, '').replace(`${file}: `, '')}`);

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
