import { strToU8, zipSync } from 'fflate';
import { STANDARDS, type Standard } from '../../../scripts/ingest/standards.ts';

export type Cells = (string | number | Date | null)[][];
export type Book = Record<string, Cells>;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function cell(value: Cells[number][number], row: number, column: number): string {
  const at = `r="${String.fromCharCode(65 + column)}${row + 1}"`;
  if (value === null) return '';
  if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
  if (value instanceof Date) return `<c ${at} s="1"><v>${value.getTime() / 86_400_000 + 25569}</v></c>`;
  return `<c ${at} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
}

const sheetXml = (rows: Cells, drawing: boolean) =>
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheetData>' +
  rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((value, i) => cell(value, row, i)).join('')}</row>`)
    .join('') +
  `</sheetData>${drawing ? '<drawing r:id="rId1"/>' : ''}</worksheet>`;

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const relationships = (all: [id: string, type: string, target: string][]) =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  all
    .map(
      ([id, type, to]) => `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${to}"/>`,
    )
    .join('') +
  '</Relationships>';

/** An .xlsx file of the sheets; with `dangling`, the first refers to a drawing that is not in the file. */
export function xlsx(book: Book, { dangling = false } = {}): Uint8Array {
  const sheets = Object.entries(book);
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><sheets>` +
      sheets
        .map(([name], i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string, string] => [
        `rId${i + 1}`,
        'worksheet',
        `worksheets/sheet${i + 1}.xml`,
      ]),
      ['rId99', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml':
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs></styleSheet>',
  };
  for (const [i, [, rows]] of sheets.entries())
    parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(rows, dangling && i === 0);
  if (dangling)
    parts['xl/worksheets/_rels/sheet1.xml.rels'] = relationships([
      ['rId1', 'drawing', '../drawings/drawing1.xml'],
    ]);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

export const FRONT_TITLE = 'Waiting Times for Suspected and Diagnosed Cancer Patients: Commissioner Based';

/** A whole commissioner workbook as published up to March 2020, three commissioners in each sheet. */
export function commissionerBook(stated: string | Date): Book {
  const book: Book = { FRONTPAGE: [[null], [FRONT_TITLE], [stated]] };
  for (const standard of STANDARDS.slice(0, 9)) book[standard.sheet] = standardSheet(standard, stated);
  return book;
}

/** A sheet of one standard: its header in row 8, commissioners in rows 9 to 11, England in row 13. */
function standardSheet({ title, days }: Standard, stated: string | Date): Cells {
  const head = ['CCG - ONS AREA ID (1)', 'CCG CODE', 'CLINICAL COMMISSIONING GROUP (CCG)', 'CANCER TYPE'];
  const counts = ['TOTAL', `WITHIN ${days} DAYS`, `AFTER ${days} DAYS`, `TREATED WITHIN ${days} DAYS`];
  return [
    [title],
    [stated],
    ...[3, 4, 5, 6, 7].map(() => []),
    [...head, ...counts],
    ['E38000001', '02N', 'NHS AIREDALE, WHARFEDALE AND CRAVEN CCG', 'ALL', 47, 43, 4, 43 / 47],
    ['E38000002', '09C', 'NHS ASHFORD CCG', 'ALL', '1,033', '1,025', 8, null],
    ['N/A', '13Q', 'NATIONAL COMMISSIONING HUB 1', 'ALL', 4, 2, 2, 0.5],
    [],
    [null, null, 'ENGLAND', 'ALL', 1084, 1070, 14, 1070 / 1084],
  ];
}

/** The ten sheets of July 2022 to September 2023: by ICB and hub, halves where two share a patient, no England row. */
export function icbBook(
  stated: string,
  counts: Partial<Record<string, readonly [within: number, total: number]>> = {},
): Book {
  const book: Book = { FRONTPAGE: [[null], [FRONT_TITLE], [stated], ['Final']] };
  for (const { metric, sheet, title, days } of STANDARDS) {
    const [within, total] = counts[metric] ?? [100, 120];
    const row = (code: string, name: string, inTime: number, all: number) => [
      ...[null, code, name, 'ALL', all, inTime, all - inTime, inTime / all],
    ];
    book[sheet] = [
      [title],
      [stated],
      ...[3, 4, 5, 6, 7].map(() => []),
      [
        ...[null, 'ODS CODE (1)', 'INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB', 'CANCER TYPE'],
        ...['TOTAL', `WITHIN ${days} DAYS`, `AFTER ${days} DAYS`, `TREATED WITHIN ${days} DAYS`],
      ],
      row('QOX', 'NHS BATH AND NORTH EAST SOMERSET, SWINDON AND WILTSHIRE ICB', within - 20.5, total - 30.5),
      row('13Q', 'NATIONAL COMMISSIONING HUB 1', 20, 30),
      row('UNKNOWN', 'UNKNOWN', 0.5, 0.5),
    ];
  }
  return book;
}
