import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';
import { type Book, type Cells, xlsx } from './workbook.ts';

const folder = workFolder();
const HEADING =
  'Four Week (28-days) Wait from Urgent Referral to Patient Told they have Cancer, or Cancer is Definitively Excluded';

const sheet = (label: string, ...rows: Cells): Cells => [
  [null, 'National Time Series'],
  [null, null, HEADING],
  [],
  [null, label, 'Total', 'Within Standard', 'Outside Standard', 'Performance (%)'],
  ...rows,
];

/** A small workbook of one standard; April 2021 as it is published, 154,535 of 211,835. */
const book = (): Book => ({
  Cover: [
    [null, 'National Time Series'],
    [null, 'April 2021 to June 2021'],
    [null, null, 'This workbook contains final data from'],
    [null, null, 'April 2021', 'to', 'June 2021'],
  ],
  'Monthly Performance': sheet(
    'Monthly',
    [null, new Date('2021-04-01'), 211_835, 154_535, 57_300, 0.73],
    [null, new Date('2021-05-01'), 'No Standard Set', null, null, null],
  ),
  'Quarterly Performance': sheet('Quarterly', [null, '21/22 Q1', 30, 20, 10, 0.67]),
  'Annual Performance': sheet(
    'Year',
    [null, '2021/22', 30, 20, 10, 0.67],
    [null, '2022/23 YTD', 3, 2, 1, 0.67],
  ),
});

const load = (change: (rows: Cells, book: Book) => void = () => {}) => {
  const all = book();
  change(all['Monthly Performance'] ?? [], all);
  return folder.load(folder.put('series.xlsx', xlsx(all)));
};

test('a month, quarter and year of a standard are taken; before it was set there is none', async () => {
  const { refused } = await load();
  expect(refused).toEqual([]);
  expect(
    folder
      .table('waits.csv.gz')
      .map(({ period, numerator, denominator }) => [period, numerator, denominator]),
  ).toEqual([
    ['2021-04', '154535', '211835'],
    ['fy2021-22', '20', '30'],
    ['fy2021-22-q1', '20', '30'],
  ]);
});

test.each(['*', '[c]', '-', '<5', 'many'])('%s for a number is refused, by sheet and row', async (mark) => {
  const { refused } = await load((rows) => rows[4]?.splice(2, 1, mark));
  expect(refused).toEqual([
    `series.xlsx, sheet Monthly Performance, row 5: 28-day-diagnosis 2021-04: total, within and outside are ${mark}, 154535, 57300; expected numbers`,
  ]);
});

test.each<[string, (rows: Cells, book: Book) => void, RegExp]>([
  [
    'a row twice',
    (rows) => void rows.splice(5, 0, [...(rows[4] ?? [])]),
    /row 6: 28-day-diagnosis 2021-04 again; it is in row 5 already/,
  ],
  [
    'a column missing',
    (rows) => {
      for (const cells of rows) cells.splice(2, 1);
    },
    /row 4: column 3: "Within Standard" stands beneath no standard; expected Total, Within Standard, Outside Standard/,
  ],
  [
    'a column renamed',
    (rows) => void rows[3]?.splice(4, 1, 'Late'),
    /row 4: beneath "Four Week .*" stand Total, Within Standard, Late; expected Total, Within Standard, Outside/,
  ],
  [
    'a sheet missing',
    (_rows, all) => {
      delete all['Quarterly Performance'];
    },
    /no sheet of quarters of a standard; expected months, quarters and years, a sheet each/,
  ],
])('%s is refused', async (_, change, message) => {
  const { read, refused } = await load(change);
  expect(read).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(message)]);
});
