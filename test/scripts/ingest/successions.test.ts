import { expect, test } from 'vitest';
import type { Succession } from '../../../data/geography/own.ts';
import { readFiles } from '../../../scripts/ingest/index.ts';
import { SUCCESSION_COLUMNS, SUCCESSIONS_TEMPLATE } from '../../../scripts/ingest/successions.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEADER = SUCCESSION_COLUMNS.join(',');

const read = (rows: readonly string[], successions: readonly Succession[] = []) =>
  folder.read(`${rows.join('\n')}\n`, { successions });
const under = (rows: string, successions: readonly Succession[] = []) =>
  read([HEADER, ...rows.split('\n')], successions);

test('the template is a merger of two and one under a new code, in the Alliance given', async () => {
  const { taken, refused } = await read(SUCCESSIONS_TEMPLATE.split('\n'));
  expect(refused).toEqual([]);
  expect(taken.map(({ format, manifest }) => [format, manifest.rows])).toEqual([
    ['our own successions CSV', 3],
  ]);
  expect(taken[0]?.reading.tally).toEqual({ 'ICBs that end': 3, 'ICBs that begin': 2 });
  const merged = {
    to: 'N1A1A',
    name: 'NHS Derbyshire and Nottinghamshire ICB',
    from: '2027-04',
    alliance: null,
  };
  expect(taken[0]?.reading.successions).toEqual([
    { area: 'QJ2', ...merged },
    { area: 'QT1', ...merged },
    {
      area: 'QSL',
      to: 'N2B2B',
      name: 'NHS Somerset ICB',
      from: '2027-04',
      alliance: 'today-somerset-wiltshire-avon-and-gloucestershire',
    },
  ]);
});

test('the Alliance may be left out, and a chain of later months is one', async () => {
  const { taken, refused } = await read([
    'from_area,to_area,to_name,from_month',
    'N1X,N2X,Two,2028-04',
    'QOP,N1X,One,2027-04',
  ]);
  expect(refused).toEqual([]);
  expect(taken[0]?.reading.successions).toHaveLength(2);
});

test.each([
  [
    'an unknown area',
    'NHS Greater Manchester,N1X,X,2027-04,',
    /row 2: from_area: "NHS Greater Manchester"; expected the NHS code of an ICB.*QOP \(NHS Greater Manchester ICB\)/,
  ],
  ['an empty area', ',N1X,X,2027-04,', /row 2: from_area: ""; expected the NHS code of an ICB/],
  [
    'a CCG',
    '02N,N1X,X,2027-04,',
    /row 2: from_area: "02N"; .*Airedale.* is a CCG, and what became of CCGs is known/,
  ],
  ['an Alliance', 'today-wessex,N1X,X,2027-04,', /row 2: from_area: .*Alliances are of another level/],
  ['England', 'england,N1X,X,2027-04,', /row 2: from_area: .*England is of another level/],
  [
    'one that has ended',
    'QMJ,N1X,X,2027-04,',
    /row 2: from_area: "QMJ"; expected an ICB that there is until 2027-04: NHS North Central London ICB ended in 2026-03/,
  ],
  [
    'a month before the area exists',
    'QOP,N1X,X,2021-04,',
    /row 2: from_month: "2021-04"; expected a month after 2022-04, in which NHS Greater Manchester ICB begins/,
  ],
  ['the month in which it begins', 'Z9B2Z,N1X,X,2026-04,', /row 2: from_month: .*a month after 2026-04/],
  ['no month', 'QOP,N1X,X,April 2027,', /row 2: from_month: "April 2027"; expected a month such as 2027-04/],
  [
    'a thirteenth month',
    'QOP,N1X,X,2027-13,',
    /row 2: from_month: "2027-13"; expected a month such as 2027-04/,
  ],
  ['a month far ahead', 'QOP,N1X,X,2207-04,', /row 2: from_month: "2207-04"; expected one up to 20\d\d-12/],
  [
    'an area that ends twice',
    'QOP,N1X,X,2027-04,\nQOP,N2X,Y,2028-04,',
    /row 3: from_area: "QOP"; expected each ICB to end once: in row 2 it becomes N1X; one that is divided cannot be loaded/,
  ],
  [
    'a row twice',
    'QOP,N1X,X,2027-04,\nQOP,N1X,X,2027-04,',
    /row 3: from_area: "QOP"; expected each row once: row 2 has it too/,
  ],
  [
    'a chain within a month',
    'QOP,N1X,X,2027-04,\nN1X,N2X,Y,2027-04,',
    /row 3: from_month: "2027-04"; expected a month after 2027-04, in which N1X begins itself \(row 2\)/,
  ],
  [
    'a circle',
    'QOP,QWO,X,2027-04,\nQWO,QOP,Y,2028-04,',
    /row 2: to_area: QOP becomes QWO becomes QOP: a circle; expected a new code for each ICB/,
  ],
  ['one that becomes itself', 'QOP,QOP,X,2027-04,', /row 2: to_area: QOP becomes QOP: a circle/],
  [
    'a successor that is there already',
    'QOP,QWO,X,2027-04,',
    /row 2: to_area: "QWO"; expected a new code: NHS West Yorkshire ICB has this one since 2022-04/,
  ],
  ['a CCG’s code', 'QOP,02N,X,2027-04,', /row 2: to_area: "02N"; expected a new code: .*Airedale/],
  [
    'a hub’s code',
    'QOP,13Q,X,2027-04,',
    /row 2: to_area: "13Q"; expected a new code: another area has this one/,
  ],
  [
    'a code in words',
    'QOP,New ICB,X,2027-04,',
    /row 2: to_area: "New ICB"; expected an NHS code of 3 to 6 capitals/,
  ],
  ['no name', 'QOP,N1X,,2027-04,', /row 2: to_name: ""; expected a name of at most 80 characters/],
  ['two names', 'QOP,N1X,X,2027-04,\nQWO,N1X,Y,2027-04,', /row 3: to_name: "Y"; expected "X", as in row 2/],
  [
    'two months',
    'QOP,N1X,X,2027-04,\nQWO,N1X,X,2027-10,',
    /row 3: from_month: "2027-10"; expected "2027-04", as in row 2/,
  ],
  [
    'an unknown Alliance',
    'QOP,N1X,X,2027-04,today-manchester',
    /row 2: alliance: "today-manchester"; expected one of today's.*today-greater-manchester/,
  ],
])('%s is refused by its row, and nothing of the file is taken', async (_, rows, message) => {
  const { taken, refused } = await under(rows);
  expect(taken).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(message)]);
});

test('every fault is told, and a column renamed', async () => {
  const { refused } = await under('nowhere,N1X,X,2027-04,\nQOP,N2X,,2027-04,\nQMJ,N3X,Z,2027-04,');
  expect(refused.map((line) => /row \d/.exec(line)?.[0]).sort()).toEqual(['row 2', 'row 3', 'row 4']);
  expect((await read(['from_area,to_area,new_name,from_month', 'QOP,N1X,X,2027-04'])).refused).toEqual([
    'any name.csv, row 1: no column to_name; expected from_area, to_area, to_name, from_month',
    'any name.csv, row 1: unexpected column new_name',
  ]);
});

test('what an earlier load declares holds, may be said again, and is not taken away under it', async () => {
  const of = (area: string, to: string, from: string): Succession => ({
    area,
    to,
    name: to,
    from,
    alliance: null,
  });
  const earlier = [of('QOP', 'N1X', '2027-04')];
  expect((await under('QOP,N1X,Another name,2027-10,', earlier)).refused).toEqual([]);
  expect((await under('QWO,N2X,X,2027-04,\nN1X,N2X,X,2028-04,', earlier)).refused).toEqual([
    'any name.csv, row 3: from_month: "2028-04"; expected "2027-04", as in row 2',
  ]);
  expect((await under('N1X,N2X,X,2028-04,', earlier)).refused).toEqual([]);
  for (const month of ['2026-10', '2027-04'])
    expect((await under(`QOP,N2X,X,${month},`, earlier)).refused).toEqual([
      expect.stringMatching(
        /N1X is made of QOP in 2027-04 by an earlier load, .*; expected that load to be undone/,
      ),
    ]);
  expect((await under('QOP,N2X,X,2028-04,', earlier)).refused).toEqual([
    expect.stringMatching(/NHS Greater Manchester ICB ended in 2027-03/),
  ]);
});

test('a file beside it may have figures of an ICB that begins, and an own area of it', async () => {
  const files = [
    folder.put(
      'figures.csv',
      'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note\nearly-stage-of-staged,N1X,2026,,,,,,,suppressed,Withheld\n',
    ),
    folder.put('areas.csv', 'area,area_name,member\nnorth,The north,N1X\nnorth,The north,QE1\n'),
    folder.put('ends.csv', `${HEADER}\nQOP,N1X,One,2025-10,\n`),
  ];
  const found = await readFiles(files, { log: () => {} });
  expect(found.refused).toEqual([]);
  expect(found.read.map(({ manifest }) => manifest.file)).toEqual(['ends.csv', 'areas.csv', 'figures.csv']);
});
