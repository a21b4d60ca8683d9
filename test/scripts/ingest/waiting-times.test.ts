import { describe, expect, test } from 'vitest';
import { workFolder } from './folder.ts';
import { type Book, commissionerBook, FRONT_TITLE, icbBook, xlsx } from './workbook.ts';

const SHEET = '62-DAY (ALL CANCER)';
const NAME = 'APRIL-2016-COMMISSIONER-WORKBOOK.xlsx';
const folder = workFolder();

async function load(book: Book, name = NAME) {
  return folder.load(folder.put(name, xlsx(book)));
}

/** A whole workbook with its 62-day sheet changed. */
function changed(change: (rows: Book[string]) => void): Book {
  const book = commissionerBook('PERIOD: April 2016');
  change(book[SHEET] ?? []);
  return book;
}

const set = (row: number, column: number, value: string | number | null) => (rows: Book[string]) => {
  const cells = rows[row - 1];
  if (cells) cells[column] = value;
};

describe('a whole workbook', () => {
  test('gives total, within and row of each commissioner, counts as text included', async () => {
    const { refused, said } = await load(commissionerBook('PERIOD: April 2016'));
    expect(refused).toEqual([]);
    const waits = folder.table('waits.csv.gz');
    expect(waits).toHaveLength(9 * 4);
    expect(waits.find(({ metric, area }) => metric === '62-day-wait' && area === '09C')).toEqual({
      metric: '62-day-wait',
      area: '09C',
      period: '2016-04',
      grp: 'all',
      numerator: '1025',
      denominator: '1033',
      status: expect.stringMatching(/^(published|provisional)$/),
      file: 'cwt-2016-04',
      sheet: '62-DAY (ALL CANCER)',
      row: '10',
    });
    expect(said.join('\n')).toContain('9 sheets, 27 commissioner rows, 9 England rows');
    expect(said.filter((line) => line.startsWith('  left')).join('\n')).toMatch(
      /front page.*\n.*27 percentages.*\n.*27 ONS codes/,
    );
  });

  test.each([
    [['Status: Final Official Statistics', 'Provisional figures were published before.'], 'published'],
    [['Status: Provisional Official Statistics', 'Final figures follow.'], 'provisional'],
    [['This report presents the provisional statistics.'], 'provisional'],
  ])('is as final as the status of its front page, %j', async (lines, status) => {
    const book = commissionerBook('PERIOD: April 2016');
    book.FRONTPAGE?.push(...lines.map((line) => [line]));
    expect((await load(book)).refused).toEqual([]);
    expect([...new Set(folder.table('waits.csv.gz').map((wait) => wait.status))]).toEqual([status]);
  });

  test('is read where a sheet refers to a drawing that is not in the file', async () => {
    const bytes = xlsx(commissionerBook('April 2016'), { dangling: true });
    expect((await folder.load(folder.put(NAME, bytes))).refused).toEqual([]);
  });

  test('may state its period as a date', async () => {
    const { read } = await load(commissionerBook(new Date('2017-09-01')), 'SEPTEMBER-2017.xlsx');
    expect(read.map(({ manifest }) => manifest.period)).toEqual(['2017-09']);
  });

  test('has no row for a commissioner without a patient, who is a gap and not 0%', async () => {
    const book = changed((rows) =>
      rows.splice(11, 0, ['', '00C', 'NHS DARLINGTON CCG', 'ALL', 0, 0, 0, null]),
    );
    const { refused, said } = await load(book);
    expect(refused).toEqual([]);
    expect(folder.table('waits.csv.gz').map(({ area }) => area)).not.toContain('00C');
    expect(said).toContain('  left   1 rows without a patient: a share of none is a gap, not 0%');
  });

  test('has footnotes beneath its tables, which are counted', async () => {
    const notes = changed((rows) =>
      rows.push([], ['(1) A footnote of one cell'], [null, 'Source: NHS England']),
    );
    const { refused, said } = await load(notes);
    expect(refused).toEqual([]);
    expect(said).toContain('  left   2 notes beneath the tables: they hold no figure');
    // A commissioner without its counts is none.
    expect((await load(changed((rows) => rows.push([null, '00C'])))).refused).toEqual([
      expect.stringMatching(
        /row 14: total, within and after are empty, empty, empty; expected whole numbers/,
      ),
    ]);
  });

  test('joins on the NHS code whatever ONS code it prints, a name that names no month included', async () => {
    const { refused } = await load(changed(set(9, 0, 'E38000213')), 'download.xlsx');
    expect(refused).toEqual([]);
  });
});

describe('is refused, with sheet, row and what was expected:', () => {
  const cases: [string, Book, RegExp][] = [
    [
      'a total that does not add up',
      changed(set(9, 4, 48)),
      /row 9: the total is 48; within 43 \+ after 4 is 47/,
    ],
    ['half a patient', changed(set(9, 5, 42.5)), /row 9: .*47, 42\.5, 4; expected whole numbers/],
    ['an empty count', changed(set(9, 6, null)), /row 9: .*47, 43, empty; expected whole numbers/],
    ['a percentage of other counts', changed(set(9, 7, 0.5)), /row 9: the percentage is 0\.5/],
    ['a commissioner twice', changed(set(10, 1, '02N')), /row 10: 02N again; it is in row 9 already/],
    ['a code nobody has', changed(set(9, 1, 'ZZ9')), /row 9: unknown commissioner ZZ9/],
    ['a row without a code', changed(set(9, 1, null)), /row 9: no CCG code/],
    [
      'a renamed column',
      changed(set(8, 5, 'IN TIME')),
      /row 8: column F is "IN TIME"; expected WITHIN 62 DAYS/,
    ],
    ['a renamed total', changed(set(8, 4, 'ALL')), /row 8: no column TOTAL/],
    [
      'no header',
      changed(set(8, 1, 'CODE')),
      /no header row; expected one with CCG CODE or ODS CODE in column B/,
    ],
    ['another title', changed(set(1, 0, 'SOMETHING ELSE')), /row 1: the title is "SOMETHING ELSE"/],
    ['another period', changed(set(2, 0, 'PERIOD: May 2016')), /row 2: .*2016-05.*front page says 2016-04/],
    ['no England row', changed((rows) => rows.splice(12, 1)), /no ENGLAND row/],
    [
      'commissioners that do not sum to England',
      changed((rows) => rows.splice(9, 1)),
      /row 12: England is 1,070 within of 1,084; the commissioners sum to 45 of 51/,
    ],
  ];
  test.each(cases)('%s', async (_, book, message) => {
    const { refused, read } = await load(book);
    expect(read).toEqual([]);
    expect(refused).toEqual([expect.stringMatching(message)]);
    expect(refused[0]).toContain(`${NAME}, sheet ${SHEET}`);
  });

  test('a missing sheet, and one nobody expects', async () => {
    const { [SHEET]: sheet = [], ...book } = commissionerBook('April 2016');
    const { refused } = await load({ ...book, '62-DAY (ALL CANCERS)': sheet });
    expect(refused).toEqual([
      expect.stringMatching(/sheet 62-DAY \(ALL CANCERS\): unexpected sheet; expected in 2016-04: TWO WEEK/),
      expect.stringMatching(/sheet 62-DAY \(ALL CANCER\): missing/),
    ]);
  });

  test('a month that contradicts the file name', async () => {
    const { refused } = await load(commissionerBook('April 2016'), 'MAY-2016.xlsx');
    expect(refused).toEqual([
      'MAY-2016.xlsx, sheet FRONTPAGE, row 3: the front page is for 2016-04; the file name says 2016-05',
    ]);
  });

  test.each([
    ['no front page', undefined, /sheet FRONTPAGE: missing/],
    ['a front page without its title', [['Waits']], /sheet FRONTPAGE: no row reads/],
    ['a front page without a month', [[FRONT_TITLE], ['soon']], /sheet FRONTPAGE, row 2: no month/],
  ])('%s', async (_, front, message) => {
    const { FRONTPAGE, ...book } = commissionerBook('April 2016');
    const { refused } = await load(front ? { FRONTPAGE: front, ...book } : book);
    expect(refused).toEqual([expect.stringMatching(message)]);
  });

  test('the 28-day sheet missing in April 2021, when no England row is due', async () => {
    const { refused } = await load(commissionerBook('PERIOD: APR 2021/22'), 'APRIL-2021.xlsx');
    expect(refused).toEqual([expect.stringMatching(/sheet 28-DAY FDS \(ALL ROUTES\): missing/)]);
  });
});

describe('a workbook by ICB and hub, July 2022 to September 2023', () => {
  // NHS England, July 2022: what all commissioners of the workbook sum to.
  const JULY = {
    '28-day-diagnosis': [165_819, 233_522],
    '31-day-wait': [25_062, 26_989],
    '62-day-wait': [9005, 14_515],
  } as const;

  test('is taken whole, hubs, unknown and halves of patients too', async () => {
    const file = folder.put('JULY-2022.xlsx', xlsx(icbBook('PERIOD: July 2022', JULY)));
    const { refused } = await folder.load(file);
    expect(refused).toEqual([]);
    const waits = folder.table('waits.csv.gz');
    for (const [metric, [within, total]] of Object.entries(JULY)) {
      const own = waits.filter((row) => row.metric === metric && row.period === '2022-07');
      expect(own.map(({ area }) => area)).toEqual(['13Q', 'QOX', 'UNKNOWN']);
      expect(own.reduce((sum, { numerator }) => sum + Number(numerator), 0)).toBe(within);
      expect(own.reduce((sum, { denominator }) => sum + Number(denominator), 0)).toBe(total);
    }
    expect(folder.table('manifest.csv')[0]).toMatchObject({
      id: 'cwt-2022-07',
      publication: 'Cancer Waiting Times by commissioner (ICB), monthly, final, July 2022',
    });
  });

  test.each([
    [
      'by its front page',
      (book: Book) => void Object.assign(book, { FRONTPAGE: [['X: Provider Based'], ['July 2022']] }),
    ],
    [
      'by its columns',
      (book: Book) => {
        for (const rows of Object.values(book)) if (rows[7]) rows[7][1] = 'PROVIDER CODE';
      },
    ],
  ])('by hospital: refused with the reason, told %s', async (_, change) => {
    const book = icbBook('PERIOD: July 2022');
    change(book);
    const { refused, read } = await folder.load(folder.put('JULY-2022.xlsx', xlsx(book)));
    expect(read).toEqual([]);
    expect(refused[0]).toMatch(/a file by provider: .* cannot be rolled up to CCGs or ICBs/);
  });
});
