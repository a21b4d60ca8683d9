import { expect, test } from 'vitest';
import type { Succession } from '../../../data/geography/own.ts';
import { readFiles } from '../../../scripts/ingest/index.ts';
import { SUCCESSION_COLUMNS, SUCCESSIONS_TEMPLATE } from '../../../scripts/ingest/successions.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEADER = SUCCESSION_COLUMNS.slice(0, 5).join(',');
const DIVIDED = SUCCESSION_COLUMNS.join(',');

const read = (rows: readonly string[], successions: readonly Succession[] = []) =>
  folder.read(`${rows.join('\n')}\n`, { successions });
const under = (rows: string, successions: readonly Succession[] = []) =>
  read([HEADER, ...rows.split('\n')], successions);

test('the template is a merger of two, one under a new code in the Alliance given, and a division', async () => {
  const { taken, refused } = await read(SUCCESSIONS_TEMPLATE.split('\n'));
  expect(refused).toEqual([]);
  expect(taken.map(({ format, manifest }) => [format, manifest.rows])).toEqual([
    ['our own successions CSV', 5],
  ]);
  expect(taken[0]?.reading.tally).toEqual({ 'ICBs that end': 4, 'ICBs that begin': 4 });
  const merged = {
    to: 'N1A1A',
    name: 'NHS Derbyshire and Nottinghamshire ICB',
    from: '2027-04',
    alliance: null,
  };
  const part = { area: 'QOQ', from: '2027-04', alliance: 'today-humber-and-north-yorkshire' };
  expect(taken[0]?.reading.successions?.map(({ row: _, ...each }) => each)).toEqual([
    { area: 'QJ2', ...merged },
    { area: 'QT1', ...merged },
    {
      area: 'QSL',
      to: 'N2B2B',
      name: 'NHS Somerset ICB',
      from: '2027-04',
      alliance: 'today-somerset-wiltshire-avon-and-gloucestershire',
    },
    { ...part, to: 'N3C3C', name: 'NHS York and North Yorkshire ICB', subIcbs: ['03Q', '42D'] },
    { ...part, to: 'N4D4D', name: 'NHS Humber ICB', subIcbs: ['02Y', '03F', '03H', '03K'] },
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
    /row 3: from_area: "QOP"; expected each ICB to end once: in row 2 it becomes N1X; one that is divided is told by its sub-ICBs, in ONS’ look-up/,
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

// Nottingham and Nottinghamshire is 52R and 02Q (Bassetlaw) of the 106 sub-ICBs; Derby and Derbyshire is 15M alone.
const [ONE, OTHER] = [
  'QT1,N1X,One,2027-04,today-east-midlands,52R',
  'QT1,N2X,Two,2027-04,today-south-yorkshire,02Q',
];
test('an ICB is divided by its sub-ICBs, a part of it may join another, and one told whole by them is not divided', async () => {
  const { taken, refused } = await read([
    DIVIDED,
    ONE,
    OTHER,
    'QF7,N2X,Two,2027-04,today-south-yorkshire,',
    'QJ2,N3X,Three,2027-04,,15M',
  ]);
  expect(refused).toEqual([]);
  expect(
    taken[0]?.reading.successions?.map(({ row, area, to, subIcbs }) => [row, area, to, subIcbs]),
  ).toEqual([
    [2, 'QT1', 'N1X', ['52R']],
    [3, 'QT1', 'N2X', ['02Q']],
    [4, 'QF7', 'N2X', undefined],
    [5, 'QJ2', 'N3X', undefined],
  ]);
});

test.each([
  [
    'a sub-ICB in no row',
    [ONE, OTHER?.replace('02Q', '15M')],
    [
      /row 3: sub_icb: "15M"; expected a sub-ICB of QT1: 02Q, 52R/,
      /row 2: sub_icb: 02Q of QT1 is in no row; expected every sub-ICB of an ICB that is divided/,
    ],
  ],
  [
    'a sub-ICB twice',
    [ONE, OTHER, OTHER],
    [/row 4: from_area: "QT1"; expected each row once: row 3 has it too/],
  ],
  [
    'a sub-ICB that is divided itself',
    [ONE, OTHER, 'QT1,N2X,Two,2027-04,today-south-yorkshire,52R'],
    [
      /row 4: sub_icb: "52R"; expected each sub-ICB whole in one ICB: in row 2 it goes to N1X, and nothing here says/,
    ],
  ],
  [
    'a row without a sub-ICB',
    [ONE, OTHER?.replace('02Q', '')],
    [
      /row 3: from_area: "QT1"; expected each ICB to end once: in row 2 it becomes N1X; one that is divided is told by/,
    ],
  ],
  [
    'two months',
    [ONE, OTHER?.replace('2027-04', '2027-10')],
    [/row 3: from_month: "2027-10"; expected "2027-04", as in row 2: an ICB is divided in one month/],
  ],
  [
    'no Alliance',
    [ONE, 'QT1,N2X,Two,2027-04,,02Q'],
    [
      /row 3: alliance: "": N2X begins with a part of QT1, which is divided; expected today's Alliance of it, .*QT1 is in today-east-midlands/,
    ],
  ],
  [
    'a part that goes to an ICB that goes on',
    [ONE, 'QT1,QF7,South Yorkshire,2027-04,today-south-yorkshire,02Q'],
    [/row 3: to_area: "QF7"; expected a new code: NHS South Yorkshire ICB has this one since 2022-04/],
  ],
])('a division with %s is refused by its rows', async (_, rows, messages) => {
  const { taken, refused } = await read([DIVIDED, ...rows.map(String)]);
  expect(taken).toEqual([]);
  expect(refused).toEqual(messages.map((message) => expect.stringMatching(message)));
});

test('a division that an earlier load declares is said again whole, or that load undone first', async () => {
  const [earlier] = [(await read([DIVIDED, String(ONE), String(OTHER)])).taken[0]?.reading.successions ?? []];
  expect((await read([DIVIDED, String(ONE), String(OTHER)], earlier)).refused).toEqual([]);
  expect((await read([DIVIDED, 'QT1,N1X,Another,2027-04,today-east-midlands,52R'], earlier)).refused).toEqual(
    [
      expect.stringMatching(/row 2: sub_icb: 02Q of QT1 is in no row/),
      expect.stringMatching(
        /N2X is made of QT1 in 2027-04 by an earlier load, .*; expected that load to be undone/,
      ),
    ],
  );
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
