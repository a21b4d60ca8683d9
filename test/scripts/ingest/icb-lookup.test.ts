import { expect, test } from 'vitest';
import type { Succession } from '../../../data/geography/own.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEADER = 'SICBL27CD,SICBL27CDH,SICBL27NM,ICB27CD,ICB27CDH,ICB27NM,CAL27CD,CAL27NM';
const NEW =
  'E54000099,N1A1A,NHS Derbyshire and Nottinghamshire Integrated Care Board,E56000024,East Midlands';
// The sub-ICBs of Derby and Derbyshire (QJ2), Nottingham and Nottinghamshire (QT1), and one of Lincolnshire's.
const MERGER = [
  `E38000229,15M,X,${NEW}`,
  `E38000243,52R,X,${NEW}`,
  `E38000008,02Q,X,${NEW}`,
  'E38000238,71E,X,E54000013,QJM,NHS Lincolnshire Integrated Care Board,E56000024,East Midlands',
];
const MERGED = ['QJ2', 'QT1'].map((area) => ({
  area,
  to: 'N1A1A',
  name: 'NHS Derbyshire and Nottinghamshire ICB',
  from: '2027-04',
  alliance: 'today-east-midlands',
}));

async function read(rows: readonly string[], successions: readonly Succession[] = [], header = HEADER) {
  const { taken, refused } = await folder.read(`\ufeff${[header, ...rows].join('\n')}\n`, { successions });
  return { taken: taken[0], refused };
}

test('ICBs made of whole ones are successions of that April, with name and Alliance', async () => {
  const { taken, refused } = await read(MERGER);
  expect(refused).toEqual([]);
  expect(taken?.format).toBe('ONS look-up of sub-ICBs to ICBs (CSV)');
  expect(taken?.reading.successions).toEqual(MERGED.map((each, i) => ({ ...each, row: 2 + i })));
  expect(taken?.reading.tally).toEqual({
    'ICBs that end': 2,
    'ICB that begins': 1,
    'sub-ICBs in ICBs as they are held here': 1,
  });
});

test('a look-up by small areas is the same, and so is one that is declared already, which says nothing anew', async () => {
  const lsoas = MERGER.flatMap((row) => [1, 2, 3].map((n) => `E0100000${n},${row}`));
  const { taken } = await read(lsoas, [], `LSOA21CD,${HEADER}`);
  expect(taken?.reading.successions).toEqual(MERGED.map((each, i) => ({ ...each, row: 2 + 3 * i })));
  const { taken: again, refused } = await read(MERGER, MERGED);
  expect(refused).toEqual([]);
  expect(again?.reading.successions).toEqual([]);
  // The list of the register gave no name: the look-up does.
  const unnamed = MERGED.map((each) => ({ ...each, name: 'ICB N1A1A', alliance: null }));
  expect((await read(MERGER, unnamed)).taken?.reading.successions).toMatchObject(MERGED);
});

test('an ICB that is divided is told by its sub-ICBs, with their Alliances', async () => {
  const rows = [
    'E38000243,52R,X,,N1A1A,NHS One Integrated Care Board,E56000024,East Midlands',
    'E38000008,02Q,X,,N2B2B,NHS Two Integrated Care Board,E56000025,South Yorkshire',
  ];
  const { taken, refused } = await read(rows);
  expect(refused).toEqual([]);
  const parts = [
    { to: 'N1A1A', name: 'NHS One ICB', alliance: 'today-east-midlands', subIcbs: ['52R'], row: 2 },
    { to: 'N2B2B', name: 'NHS Two ICB', alliance: 'today-south-yorkshire', subIcbs: ['02Q'], row: 3 },
  ].map((part) => ({ area: 'QT1', from: '2027-04', ...part }));
  expect(taken?.reading.successions).toEqual(parts);
  expect(taken?.reading.tally).toMatchObject({ 'ICB that ends': 1, 'ICBs that begin': 2 });
  expect((await read(rows, parts)).taken?.reading.successions).toEqual([]);
});

test('without a code of the NHS known ICBs are told by their ONS code or name', async () => {
  const header = 'SICBL26CD,ICB26CD,ICB26NM';
  const { taken, refused } = await read(
    [
      'E38000229,E54000058,NHS Derby and Derbyshire Integrated Care Board',
      'E38000256,E54000099,NHS West and North London Integrated Care Board',
    ],
    [],
    header,
  );
  expect(refused).toEqual([]);
  expect(taken?.reading.successions).toEqual([]);
  expect(taken?.reading.tally).toMatchObject({ 'sub-ICBs in ICBs as they are held here': 2 });
});

test('an ICB in another of today’s Alliances is told, and stays in its own', async () => {
  const { taken } = await read(['E38000229,15M,X,E54000058,QJ2,NHS Derby,E56000025,South Yorkshire']);
  expect(taken?.reading.left).toEqual([
    {
      count: 1,
      what: 'ICB in another Cancer Alliance',
      why: expect.stringMatching(/^QJ2: today-south-yorkshire; an ICB that goes on stays/),
    },
  ]);
});

const [DERBY = '', NOTTINGHAM = ''] = MERGER;
test.each([
  [
    'an ICB divided, without its parts’ Alliances',
    ['E38000243,52R,X,,N1A1A,NHS One Integrated Care Board,,', 'E38000008,02Q,X,,N2B2B,NHS Two ICB,,'],
    /row 2: CAL27CD: "": N1A1A begins with a part of QT1, which is divided; expected today's Alliance of it/,
  ],
  [
    'an ICB divided, of which a sub-ICB is missing',
    [
      'E38000085,02Y,X,,N1A1A,NHS One ICB,,Humber and North Yorkshire',
      'E38000069,03F,X,,N2B2B,NHS Two ICB,,Humber and North Yorkshire',
    ],
    /row 2: SICBL27CDH: 03H, 03K, 03Q, 42D of QOQ are in no row; expected every sub-ICB/,
  ],
  [
    'a sub-ICB that leaves an ICB which goes on',
    ['E38000229,15M,X,,QT1,NHS N,,', 'E38000243,52R,X,,QT1,NHS N,,', 'E38000006,02P,X,,QJ2,NHS D,,'],
    /row 2: ICB27CDH: "QT1" has 15M, which stands in QJ2 until 2027-04, and QJ2 goes on without it under its code; expected a new code for each part/,
  ],
  [
    'a sub-ICB in two ICBs',
    [DERBY, 'E38000229,15M,X,,QT1,NHS N,,'],
    /row 3: ICB27CDH: "QT1" has 15M, which N1A1A has in row 2; expected each sub-ICB in one ICB/,
  ],
  [
    'an unknown sub-ICB in a new ICB',
    [DERBY, NOTTINGHAM, 'E38009999,ZZ9,X,,N2B2B,NHS New ICB,,'],
    /row 4: SICBL27CDH: "ZZ9" in N2B2B, which is new; expected a sub-ICB that is known here/,
  ],
  [
    'a new ICB without a code of the NHS',
    ['E38000229,15M,X,E54000099,,NHS New Integrated Care Board,,'],
    /row 2: ICB27CDH: "E54000099" \(NHS New .*\) is known here by no ONS code; expected the NHS' code/,
  ],
])('%s: refused, by its row', async (_, rows, message) => {
  const { taken, refused } = await read(rows);
  expect(taken).toBeUndefined();
  expect(refused[0]).toMatch(message);
});
