import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { combinedBook } from '../combinedBook.ts';
import { workFolder } from '../folder.ts';
import { type Book, type Cells, commissionerBook, icbBook, xlsx } from '../workbook.ts';

const folder = workFolder();
const GOOD = xlsx(commissionerBook('PERIOD: May 2016'));

/** Loads a file beside a good one, which is always kept. */
async function load(content: Uint8Array | string, name = 'given.xlsx') {
  const { read, refused } = await folder.load(folder.put(name, content), folder.put('good.xlsx', GOOD));
  expect(read.map(({ manifest }) => manifest.file)).toContain('good.xlsx');
  return { taken: read.find(({ manifest }) => manifest.file === name), refused: refused.join('\n') };
}

type Kind = { make: (month?: string) => Book; sheet: string; code: string; total: number };
const KINDS: [string, Kind][] = [
  [
    'by CCG',
    {
      make: (month = 'April 2016') => commissionerBook(month),
      sheet: '62-DAY (ALL CANCER)',
      code: '02N',
      total: 4,
    },
  ],
  [
    'by ICB, July 2022',
    { make: (month = 'July 2022') => icbBook(month), sheet: '62-DAY (ALL CANCER)', code: 'QOX', total: 4 },
  ],
  [
    'by ICB, April 2024',
    { make: (month) => combinedBook(month), sheet: '62-DAY (ALL CANCER)', code: 'QOX', total: 5 },
  ],
];

describe.each(KINDS)('a workbook %s', (_kind, { make, sheet, code, total }) => {
  /** The workbook with its first row of a commissioner changed; the row's number in the sheet. */
  function spoilt(change: (cells: Cells[number], rows: Cells, at: number) => void): {
    book: Uint8Array;
    row: number;
  } {
    const book = make();
    const rows = book[sheet] ?? [];
    const at = rows.findIndex((cells) => cells[1] === code);
    change(rows[at] ?? [], rows, at);
    return { book: xlsx(book), row: rows.indexOf(rows[at] ?? []) + 1 };
  }

  test('as it is, and with blank rows beneath: taken', async () => {
    expect((await load(xlsx(make()))).refused).toBe('');
    const { book } = spoilt((_cells, rows) => rows.push([], []));
    expect((await load(book)).refused).toBe('');
  });

  test.each(['*', '[c]', '-', '<5', 'n/a'])('%s for a number: refused, by sheet and row', async (mark) => {
    const { book, row } = spoilt((cells) => {
      cells[total] = mark;
    });
    const { taken, refused } = await load(book);
    expect(taken).toBeUndefined();
    expect(refused).toContain(`given.xlsx, sheet ${sheet}, row ${row}: `);
    expect(refused).toContain(mark);
  });

  test.each([
    ['10^20 people', (cells: Cells[number]) => void cells.splice(total, 1, 1e20)],
    ['a third of a patient', (cells: Cells[number]) => void cells.splice(total, 1, 10.3)],
    ['people below none', (cells: Cells[number]) => void cells.splice(total, 1, -1)],
    ['a code that nobody has', (cells: Cells[number]) => void cells.splice(1, 1, 'QZZ')],
    [
      'a row twice',
      (cells: Cells[number], rows: Cells, at: number) => void rows.splice(at + 1, 0, [...cells]),
    ],
  ] as const)('%s: refused, by sheet and row', async (_, change) => {
    const { book, row } = spoilt(change);
    const { taken, refused } = await load(book);
    expect(taken).toBeUndefined();
    expect(refused).toMatch(
      new RegExp(`given\\.xlsx, sheet .*, row (${row}|${row + 1}): .*(expected|again|unknown)`),
    );
  });

  test('a code with spaces around it is that code', async () => {
    const { book } = spoilt((cells) => {
      cells[1] = ` ${code} `;
    });
    expect((await load(book)).refused).toBe('');
  });

  test('a code in small letters, or with a space in it, is that code, and told', async () => {
    for (const other of [code.toLowerCase(), `${code.slice(0, 2)}\u00a0${code.slice(2)}`]) {
      const { book } = spoilt((cells) => {
        cells[1] = other;
      });
      const { taken, refused } = await load(book);
      expect(refused).toBe('');
      expect(taken?.reading.tally).toMatchObject({
        [`code in other letters or with spaces ("${other}" is ${code})`]: 1,
      });
      expect(taken?.reading.waits.some(({ area }) => area === code)).toBe(true);
    }
  });

  // Those by CCG have ended.
  test.skipIf(_kind === 'by CCG')('of a month that has not begun: refused, by sheet and row', async () => {
    const { taken, refused } = await load(xlsx(make(`April ${new Date().getFullYear() + 1}`)));
    expect(taken).toBeUndefined();
    expect(refused).toMatch(
      /^given\.xlsx, sheet .*, row \d+: the period is \d{4}-04, and today is .*; expected a period that has begun$/,
    );
  });

  test('two files of one month: one is refused, and says which the other is', async () => {
    const { refused } = await folder.load(
      folder.put('one.xlsx', xlsx(make())),
      folder.put('two.xlsx', xlsx(make())),
    );
    expect(refused).toEqual([
      expect.stringMatching(/^two\.xlsx: cwt-.* comes in one\.xlsx too; expected one file for it/),
    ]);
  });
});

test.each([
  ['no byte', '', /the file is empty/],
  ['a text', 'Dear all', /named \.xlsx but not an Excel workbook/],
  ['half a zip', GOOD.subarray(0, GOOD.length / 2), /not a whole Excel workbook: damaged or cut short/],
  [
    'a sheet of 17 MB unpacked',
    zipSync({ 'xl/workbook.xml': strToU8('<x/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(17_000_000) }),
    /sheet1\.xml holds 17 MB; expected at most 16 MB in a sheet/,
  ],
  [
    '65 MB in all',
    zipSync({
      'xl/workbook.xml': strToU8('<x/>'),
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((n) => [`xl/worksheets/sheet${n}.xml`, new Uint8Array(13_000_000)]),
      ),
    }),
    /holds 66 MB unpacked; expected at most 64 MB/,
  ],
] as const)('%s named .xlsx: refused', async (_, content, message) => {
  const { taken, refused } = await load(content);
  expect(taken).toBeUndefined();
  expect(refused).toMatch(message);
});
