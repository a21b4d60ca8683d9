import { COMBINED_SHEETS } from '../../../scripts/ingest/waiting-times-combined.ts';
import type { Book, Cells } from './workbook.ts';

/** The bands of days of each standard, as the sheets print them. */
const BANDS: Record<number, readonly string[]> = {
  28: ['WITHIN 14 DAYS', 'IN 15 TO 28 DAYS', 'IN 29 TO 42 DAYS', 'IN 43 TO 62 DAYS', 'AFTER 62 DAYS'],
  31: ['WITHIN 31 DAYS', 'IN 32 TO 38 DAYS', 'IN 39 TO 48 DAYS', 'IN 49 TO 62 DAYS', 'AFTER 62 DAYS'],
  62: [
    'WITHIN 31 DAYS',
    'IN 32 TO 38 DAYS',
    'IN 39 TO 48 DAYS',
    'IN 49 TO 62 DAYS',
    'IN 63 TO 76 DAYS',
    'IN 77 TO 90 DAYS',
    'IN 91 TO 104 DAYS',
    'AFTER 104 DAYS',
  ],
};

/** Two ICBs and the unknown commissioner: patients in time of all, of one route, stage, cancer or treatment. */
const AREAS = [
  ['QOX', 'NHS BATH AND NORTH EAST SOMERSET, SWINDON AND WILTSHIRE INTEGRATED CARE BOARD', 6, 10],
  ['QWO', 'NHS WEST YORKSHIRE INTEGRATED CARE BOARD', 12.5, 20.5],
  ['UNKNOWN', 'UNKNOWN', 1, 2],
] as const;

const rowOf = (
  code: string | null,
  name: string,
  words: readonly string[],
  within: number,
  total: number,
  days: number,
) => {
  const after = total - within;
  const bands = (BANDS[days] ?? []).map((_, i, all) => (i === 0 ? within : i === all.length - 1 ? after : 0));
  return [null, code, name, ...words, total, within, after, within / total, null, ...bands];
};

/** A small workbook of the standards by ICB, as published from October 2023 on; `front` is its front page. */
export function combinedBook(month = 'April 2024', status = 'Status: Final Official Statistics'): Book {
  const book: Book = {
    Frontpage: [[null], [status], ['Cancer Waiting Times statistics: Commissioner Based'], [month]],
  };
  for (const { sheet, title, days, columns, parts } of COMBINED_SHEETS) {
    const [route, by] = columns;
    const rows: Cells = [
      [`${title} …`],
      [month.replace(/^(...)\w* 20(\d\d)$/, '$1-$2')],
      ['BASIS'],
      ['DEFINITIONS'],
      [null],
    ];
    const told = days === 28 ? 'TOLD' : 'TREATED';
    const head = [null, 'ODS CODE (1)', 'INTEGRATED CARE BOARD (ICB)/COMMISSIONING HUB', route];
    if (by !== null) head.push(by === 'CANCER TYPE' && !sheet.includes('ALL') ? `${by} (3)` : by);
    head.push(
      'TOTAL',
      `WITHIN ${days} DAYS`,
      `AFTER ${days} DAYS`,
      `${told} WITHIN ${days} DAYS`,
      null,
      ...(BANDS[days] ?? []),
    );
    const word = /ALL CANCER/.test(sheet)
      ? 'ALL CANCERS'
      : /MODALITY/.test(sheet)
        ? 'Surgery'
        : by === 'CANCER TYPE'
          ? 'Other (a)'
          : 'Suspected lung cancer';
    const sections =
      parts.length === 0
        ? [{ heading: '', value: by === null ? 'ALL ROUTES' : 'URGENT SUSPECTED CANCER' }]
        : parts;
    for (const [index, { heading, value }] of sections.entries()) {
      // Only one of the parts beneath the whole holds patients, so that the parts add up.
      if (heading !== '') rows.push([heading], [null]);
      rows.push(head);
      if (index <= 1) {
        const words = by === null ? [value] : [value, word];
        for (const [code, name, within, total] of AREAS)
          rows.push(rowOf(code, name, words, within, total, days));
        rows.push([null], rowOf(null, 'ALL ENGLISH COMMISSIONERS', words, 19.5, 32.5, days), [null]);
      }
      rows.push(['(1) A footnote beneath the table']);
    }
    book[sheet] = rows;
  }
  return book;
}
