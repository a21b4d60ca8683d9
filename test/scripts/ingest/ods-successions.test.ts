import { expect, test } from 'vitest';
import type { Succession } from '../../../data/geography/own.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();

async function read(rows: readonly string[], successions: readonly Succession[] = []) {
  const { taken, refused } = await folder.read(rows.map((row) => `${row}\r\n`).join(''), { successions });
  return { taken: taken[0], refused };
}

const TRUST = '"RV8","R1K","R","20141001","1"';
const MERGER = ['"QJ2","N1A1A","R","20270401","1"', '"qt1","N1A1A","R","20270401","1"'];
const MERGED = ['QJ2', 'QT1'].map((area) => ({
  area,
  to: 'N1A1A',
  name: 'ICB N1A1A',
  from: '2027-04',
  alliance: null,
}));

test('of its organisations the ICBs that end are taken, and what has no name here yet is told', async () => {
  const ended = '"QJG","T6Y0W","R","20260401","1"';
  const { taken, refused } = await read([TRUST, ended, ...MERGER, ...MERGER]);
  expect(refused).toEqual([]);
  expect(taken?.format).toBe('ODS list of successions (CSV without a header)');
  expect(taken?.reading.successions).toEqual(MERGED.map((each, i) => ({ ...each, row: 3 + i })));
  expect(taken?.reading.tally).toEqual({
    'ICBs that end': 2,
    'ICB that begins': 1,
    'code in other letters or with spaces ("qt1" is QT1)': 1,
  });
  // The first line in small letters is told as one of that list too.
  expect((await read(MERGER.map((row) => row.toLowerCase()))).refused).toEqual([]);
  expect(taken?.reading.left.map(({ count, what }) => [count, what])).toEqual([
    [1, 'rows of other organisations'],
    [1, 'rows of ICBs that have ended'],
    [2, 'rows again'],
    [1, 'name of an ICB'],
  ]);
});

test('what is declared already is held: its name and Alliance stay, and nothing is said anew', async () => {
  const known = MERGED.map((each) => ({ ...each, name: 'NHS Derbyshire and Nottinghamshire ICB' }));
  const { taken, refused } = await read(MERGER, known);
  expect(refused).toEqual([]);
  expect(taken?.reading.successions).toEqual([]);
  expect(taken?.reading.left).toEqual([{ count: 2, what: 'rows of ICBs that end', why: 'held already' }]);
  // A third ICB joins them: the whole is said again.
  const { taken: more } = await read([...MERGER, '"QJM","N1A1A","R","20270401","1"'], known);
  expect(more?.reading.successions?.map(({ area, name }) => [area, name])).toEqual(
    ['QJ2', 'QT1', 'QJM'].map((area) => [area, 'NHS Derbyshire and Nottinghamshire ICB']),
  );
});

test('a division that is declared already is held, and refused before it is', async () => {
  const known = ['52R N1A1A', '02Q N2B2B'].map((each): Succession => {
    const [sub = '', to = ''] = each.split(' ');
    return { area: 'QT1', to, name: to, from: '2027-04', alliance: 'today-east-midlands', subIcbs: [sub] };
  });
  const rows = known.map(({ to }) => `"QT1","${to}","R","20270401","1"`);
  const { taken, refused } = await read(rows, known);
  expect(refused).toEqual([]);
  expect(taken?.reading.successions).toEqual([]);
  expect(taken?.reading.left).toEqual([{ count: 2, what: 'rows of ICBs that end', why: 'held already' }]);
  expect((await read(rows)).taken).toBeUndefined();
});

test.each([
  ['no ICB', [TRUST], /no ICB in it that ends after those known here; left 1 rows of other organisations/],
  [
    'an ICB divided',
    ['"QJ2","N1A1A","R","20270401","1"', '"QJ2","N2B2B","R","20270401","1"'],
    /row 2: column 1: "QJ2"; expected each ICB to end once: in row 1 it becomes N1A1A; one that is divided is told by its sub-ICBs, in ONS’ look-up/,
  ],
  [
    'semicolons',
    MERGER.map((row) => row.replaceAll(',', ';')),
    /line 1: the cells are parted by semicolons; expected commas/,
  ],
  [
    'a day within a month',
    ['"QJ2","N1A1A","R","20270415","1"'],
    /row 1: column 4: "20270415"; expected the first day of a month/,
  ],
  [
    'a successor that goes on',
    ['"QJ2","QT1","R","20270401","1"'],
    /row 1: column 2: "QT1"; expected a new code: NHS Nottingham and Nottinghamshire ICB has this one/,
  ],
  [
    'a month before the area exists',
    ['"QJ2","N1A1A","R","20210401","1"'],
    /row 1: column 4: "2021-04"; expected a month after 2022-04/,
  ],
])('%s: refused, by its row', async (_, rows, message) => {
  const { taken, refused } = await read(rows);
  expect(taken).toBeUndefined();
  expect(refused).toEqual([expect.stringMatching(message)]);
});
