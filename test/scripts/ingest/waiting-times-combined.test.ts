import { describe, expect, test } from 'vitest';
import { combinedBook } from './combinedBook.ts';
import { workFolder } from './folder.ts';
import { type Book, xlsx } from './workbook.ts';

const NAME = 'APRIL-2024-CWT-CRS-COMMISSIONER-WORKBOOK.xlsx';
const folder = workFolder();
const load = (book: Book, name = NAME) => folder.load(folder.put(name, xlsx(book)));

/** A workbook with one sheet changed. */
function changed(sheet: string, change: (rows: Book[string]) => void): Book {
  const book = combinedBook();
  change(book[sheet] ?? []);
  return book;
}

/** The first row of a sheet that begins, in its second column, with a code. */
const rowOf = (rows: Book[string], code: string) => rows.find((cells) => cells[1] === code) ?? [];

describe('a workbook by ICB of October 2023 on', () => {
  test('gives the whole, each route and stage, cancer type and treatment, and those treated after 104 days', async () => {
    const { refused } = await load(combinedBook());
    expect(refused).toEqual([]);
    const waits = folder.table('waits.csv.gz');
    const of = (metric: string, area: string, grp: string) => {
      const found = waits.find((row) => row.metric === metric && row.area === area && row.grp === grp);
      return found && `${found.numerator} of ${found.denominator}`;
    };
    expect(of('62-day-combined', 'QWO', 'all')).toBe('12.5 of 20.5');
    expect(of('62-day-combined', 'england', 'all')).toBe('19.5 of 32.5');
    expect(of('62-day-combined', 'QOX', 'route:urgent-suspected-cancer')).toBe('6 of 10');
    expect(of('62-day-combined', 'QOX', 'tumour:other')).toBe('6 of 10');
    expect(of('62-day-combined', 'QOX', 'treatment:surgery')).toBe('6 of 10');
    expect(of('62-day-over-104', 'QOX', 'all')).toBe('4 of 10');
    expect(of('31-day-combined', 'QOX', 'stage:first')).toBe('6 of 10');
    expect(of('28-day-diagnosis', 'QOX', 'suspected:lung')).toBe('6 of 10');
    expect(of('28-day-diagnosis', 'QOX', 'route:urgent-suspected-cancer')).toBe('6 of 10');
  });

  test('names sheet, row and status of each figure', async () => {
    await load(combinedBook('April 2024', 'Status: Provisional Official Statistics'));
    const rows = combinedBook()['62-DAY (ALL CANCER)'] ?? [];
    const found = folder
      .table('waits.csv.gz')
      .find(({ metric, area, grp }) => metric === '62-day-combined' && area === 'QWO' && grp === 'all');
    expect(found).toMatchObject({
      status: 'provisional',
      file: 'cwt-2024-04',
      sheet: '62-DAY (ALL CANCER)',
      row: String(rows.findIndex((cells) => cells[1] === 'QWO') + 1),
    });
  });
});

describe('refused whole, with sheet, row and what would be right', () => {
  test.each([
    [
      'a part that does not sum to its England row with UNKNOWN',
      '62-DAY (ALL CANCER)',
      (rows: Book[string]) => void Object.assign(rowOf(rows, 'UNKNOWN'), { 5: 3, 7: 2, 8: 1 / 3, 17: 2 }),
      /sheet 62-DAY \(ALL CANCER\), row \d+: England .* is 20 within of 33|the commissioners sum to/,
    ],
    [
      'part B read as part A',
      '31-DAY (ALL CANCER)',
      (rows: Book[string]) => void Object.assign(rowOf(rows, 'QOX'), { 3: 'First Treatment' }),
      /TREATMENT STAGE is "First Treatment"; expected "ALL STAGES" in PART A: ALL STAGES/,
    ],
    [
      'a part that is missing',
      '62-DAY (BY CANCER)',
      (rows: Book[string]) =>
        void Object.assign(rows.find((cells) => cells[0] === 'PART C: BREAST SYMPTOMATIC') ?? [], {
          0: null,
        }),
      /sheet 62-DAY \(BY CANCER\): no row reads "PART C: BREAST SYMPTOMATIC"/,
    ],
    [
      'a period that contradicts the front page',
      '28-DAY FDS (ALL ROUTES)',
      (rows: Book[string]) => void Object.assign(rows[1] ?? [], { 0: 'May-24' }),
      /row 2: the period is "May-24" \(2024-05\); the front page says 2024-04/,
    ],
    [
      'an ICB that is not known',
      '28-DAY FDS (ALL ROUTES)',
      (rows: Book[string]) => void Object.assign(rowOf(rows, 'QWO'), { 1: 'QZZ' }),
      /unknown commissioner QZZ \(.*; expected .*, or an ICB declared by a file of successions/,
    ],
    [
      'a cancer type that is not known',
      '31-DAY (BY CANCER)',
      (rows: Book[string]) => {
        for (const cells of rows) if (cells[4] === 'Other (a)') cells[4] = 'Elbow';
      },
      /"Elbow" is no tumour that is known; add it to data\/metrics\/groups.ts/,
    ],
    [
      'text for a number',
      '62-DAY (BY TREATMENT MODALITY)',
      (rows: Book[string]) => void Object.assign(rowOf(rows, 'QOX'), { 5: '*' }),
      /row \d+: total, within and after are \*, 6, 4; expected whole or half numbers/,
    ],
    [
      'a renamed column',
      '31-DAY (ALL CANCER)',
      (rows: Book[string]) =>
        void Object.assign(rows.find((cells) => cells[1] === 'ODS CODE (1)') ?? [], { 5: 'ALL' }),
      /the columns are .*; expected ODS CODE/,
    ],
  ])('%s', async (_what, sheet, change, message) => {
    const { refused, read } = await load(changed(sheet, change));
    expect(read).toEqual([]);
    expect(refused.join('\n')).toMatch(message);
  });

  test('a provider workbook, with the reason', async () => {
    const book = combinedBook();
    book.Frontpage = [['Status: Final'], ['Cancer Waiting Times statistics: Provider Based'], ['April 2024']];
    const { refused } = await load(book);
    expect(refused[0]).toMatch(/figures by hospital cannot be rolled up to CCGs or ICBs/);
  });

  test('a front page without a status', async () => {
    const { refused } = await load(combinedBook('April 2024', 'Statistics'));
    expect(refused[0]).toMatch(/the status is ""; expected Status: Final or Status: Provisional/);
  });
});
