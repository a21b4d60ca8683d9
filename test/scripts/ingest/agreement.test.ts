import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { combinedBook } from './combinedBook.ts';
import { workFolder } from './folder.ts';
import { xlsx } from './workbook.ts';

const folder = workFolder();
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';
const figure = (area: string, numerator: number) =>
  `early-stage,${area},2014,,${numerator},100,${numerator / 100},,,published,`;
const put = (name: string, ...rows: string[]) => folder.put(name, `${[HEADER, ...rows].join('\n')}\n`);

test('of two files that disagree the second is refused, by its row, and names the other; the first is kept', async () => {
  const { read, refused } = await folder.load(
    put('one.csv', figure('09C', 40)),
    put('two.csv', figure('02N', 50), figure('09C', 41)),
  );
  expect(read.map(({ manifest }) => manifest.file)).toEqual(['one.csv']);
  expect(refused).toEqual([
    'two.csv, row 3: early-stage 09C 2014 all is 41 of 100, and 40 of 100 in one.csv, row 2, which is loaded beside it; expected the same, or one of the two files',
  ]);
});

test('what two files have alike is left in the second, and told', async () => {
  const { read, refused } = await folder.load(
    put('one.csv', figure('09C', 40)),
    put('two.csv', figure('02N', 50), figure('09C', 40)),
  );
  expect(refused).toEqual([]);
  expect(read[1]?.reading.figures.map(({ area }) => area)).toEqual(['02N']);
  expect(read[1]?.reading.left).toEqual([
    { count: 1, what: 'figures', why: 'a file that is loaded beside it has just the same' },
  ]);
});

test('a table of months that contradicts a workbook beside it is refused, and the workbook kept', async () => {
  const book = folder.put('book.xlsx', xlsx(combinedBook()));
  const { read } = await folder.load(book);
  const [wait] =
    read[0]?.reading.waits.filter(({ metric, area }) => metric === '62-day-combined' && area === 'QOX') ?? [];
  const table = path.join(folder.at('.'), 'table.csv');
  writeFileSync(
    table,
    [
      'org_code,org_name,level,standard,month,within,total,data_status',
      `QOX,X,icb,CMB62,2024-04,${(wait?.numerator ?? 0) + 1},${(wait?.denominator ?? 0) + 2},final`,
    ].join('\n'),
  );
  const { read: kept, refused } = await folder.load(book, table);
  expect(kept.map(({ manifest }) => manifest.file)).toEqual(['book.xlsx']);
  expect(refused).toEqual([
    expect.stringMatching(/^table\.csv, row 2: 62-day-combined QOX 2024-04 all is .* in book\.xlsx, row \d+/),
  ]);
});
