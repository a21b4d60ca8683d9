import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { ROOT } from '../../server/dataset/root.ts';
import type { Done, Work } from './loading.ts';
import { writeCombinedCsv, writeTidy, writeWorkbook } from './published.ts';
import { median, type Row, ratios, spread } from './table.ts';

const ROUNDS = 5;
const ROWS = 1_000_000;
const MEGABYTE = 1_000_000;
const MOST = { seconds: 10, megabytes: 300 };

/** Does some work in a process of its own. Throws where the file should have been taken and was not, or the reverse. */
async function done(work: Work, taken: boolean, ...args: string[]): Promise<Done> {
  const script = path.join(ROOT, '.build/scripts/bench/loading.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script, work, ...args], { cwd: ROOT });
  const came = JSON.parse(stdout) as Done;
  if (came.taken > 0 !== taken)
    throw new Error(`${work} ${args[0]}: ${taken ? 'refused' : 'taken'} ${came.said}`);
  return came;
}

/** Ours and the bare reading of a file, in rounds that take turns. */
async function compared(file: string, out: string, bare: Work) {
  const [ours, theirs]: [Done[], Done[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await done(bare, true, file));
    rmSync(out, { recursive: true, force: true });
    ours.push(await done('stored', true, file, out));
  }
  const took = (all: Done[]) => all.map(({ milliseconds }) => milliseconds);
  const peak = Math.max(...ours.map(({ megabytes }) => megabytes));
  const ratio = ratios(took(ours), took(theirs));
  const seconds = (median(took(ours)) / 1000).toFixed(2);
  return { ratio: median(ratio), peak, words: `${spread(ratio)}; ${seconds} s, ${peak.toFixed(0)} MB` };
}

async function workbookRows(folder: string): Promise<Row[]> {
  const [file, out] = [path.join(folder, 'workbook.xlsx'), path.join(folder, 'month')];
  await writeWorkbook(file);
  const { ratio, words } = await compared(file, out, 'sheets');
  const database = path.join(folder, 'cancer.duckdb');
  copyFileSync(path.join(ROOT, 'data/build/cancer.duckdb'), database);
  const whole = await done('load', true, file, path.join(folder, 'local'), database);
  return [
    {
      what: 'a month’s workbook read, reconciled and stored / bare reading of its sheets',
      measured: words,
      budget: 'under 2',
      met: ratio < 2,
    },
    {
      what: 'the same as a whole load: a dataset built with it, compared and swapped in',
      measured: `${(whole.milliseconds / 1000).toFixed(1)} s, ${whole.megabytes.toFixed(0)} MB`,
      budget: 'none',
      met: null,
    },
  ];
}

async function yearRow(folder: string): Promise<Row> {
  const file = path.join(folder, 'combined.csv');
  await writeCombinedCsv(file, ROWS);
  const { ratio, peak, words } = await compared(file, path.join(folder, 'year'), 'table');
  return {
    what: `a year’s combined CSV of a million rows (${(statSync(file).size / MEGABYTE).toFixed(0)} MB) read, reconciled and stored / DuckDB reading it`,
    measured: words,
    budget: `under 3, at most ${MOST.megabytes} MB`,
    met: ratio < 3 && peak <= MOST.megabytes,
  };
}

async function refusedRow(file: string, what: string): Promise<Row> {
  const { milliseconds, megabytes } = await done('read', false, file);
  return {
    what: `${what}: refused`,
    measured: `${(milliseconds / 1000).toFixed(2)} s, ${megabytes.toFixed(0)} MB`,
    budget: `under ${MOST.seconds} s, at most ${MOST.megabytes} MB`,
    met: milliseconds < MOST.seconds * 1000 && megabytes <= MOST.megabytes,
  };
}

/** Writes a workbook of one sheet, which is so large unpacked. */
function writeLargeSheet(file: string, bytes: number) {
  const row = '<row><c t="inlineStr"><is><t>ALL ENGLISH COMMISSIONERS</t></is></c><c><v>10224</v></c></row>';
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row.repeat(Math.ceil(bytes / row.length))}</sheetData></worksheet>`;
  const parts = { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': strToU8(sheet) };
  writeFileSync(file, zipSync(parts, { level: 1 }));
}

/** The loader's speed and memory, with files made of the bundled figures; and how soon a file too large is refused. */
export async function benchLoader(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-outcomes-bench-'));
  try {
    const rows = [...(await workbookRows(folder)), await yearRow(folder)];
    const [sheet, table] = [path.join(folder, 'sheet.xlsx'), path.join(folder, 'large.csv')];
    writeLargeSheet(sheet, 190 * MEGABYTE);
    rows.push(await refusedRow(sheet, 'a workbook with a sheet of 190 MB'));
    await writeTidy(table, 100 * MEGABYTE);
    rows.push(await refusedRow(table, 'a CSV of 100 MB in our tidy shape'));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
