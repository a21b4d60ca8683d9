import { expect, test } from 'vitest';
import { readFiles } from '../../../scripts/ingest/index.ts';
import { OWN_AREA_COLUMNS, OWN_AREAS_TEMPLATE } from '../../../scripts/ingest/own-areas.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();

const read = (...rows: string[]) => folder.read(`${rows.join('\n')}\n`);
const HEADER = OWN_AREA_COLUMNS.join(',');
const under = (...rows: string[]) => read(HEADER, ...rows);

test('the template is two areas, each of the members its rows name', async () => {
  const { taken, refused } = await read(OWN_AREAS_TEMPLATE);
  expect(refused).toEqual([]);
  expect(taken.map(({ format, manifest }) => [format, manifest.rows])).toEqual([['our own areas CSV', 4]]);
  expect(taken[0]?.reading.areas).toEqual([
    {
      area: 'dales-and-bradford',
      name: 'Airedale and Bradford Districts',
      level: 'ccg',
      members: ['02N', '02R'],
    },
    {
      area: 'across-the-pennines',
      name: 'Greater Manchester and West Yorkshire',
      level: 'icb',
      members: ['QOP', 'QWO'],
    },
  ]);
});

test.each([
  [
    'an unknown member',
    'x,X,02N\nx,X,NHS Bradford City',
    /row 3: member: "NHS Bradford City"; expected the NHS code.*02W \(NHS Bradford City CCG\)/,
  ],
  ['an empty member', 'x,X,02N\nx,X,', /row 3: member: ""; expected the NHS code of a CCG/],
  [
    'a member twice',
    'x,X,02N\nx,X,02R\nx,X,02N',
    /row 4: member: "02N"; expected each member once: row 2 has it too/,
  ],
  [
    'another level',
    'x,X,02N\nx,X,QWO',
    /row 3: member: "QWO"; expected a CCG of December 2016, as 02N: the members of an area are of one level/,
  ],
  [
    'an Alliance',
    'x,X,02N\nx,X,wessex',
    /row 3: member: "wessex"; expected the NHS code of a CCG or ICB: Alliances are of another level/,
  ],
  ['a region', 'x,X,02N\nx,X,region-north', /row 3: .*: regions are of another level/],
  ['England', 'x,X,02N\nx,X,england', /row 3: .*: England is of another level/],
  [
    'a later CCG',
    'x,X,02N\nx,X,36J',
    /row 3: member: "36J"; .*NHS Bradford District and Craven CCG was made later/,
  ],
  ['one member', 'x,X,02N', /row 2: area: "x" has one member; expected two or more/],
  [
    'ICBs never together',
    'x,X,QMJ\nx,X,Z9B2Z',
    /row 2: area: "x": QMJ ended in 2026-03 and Z9B2Z begins in 2026-04; expected ICBs/,
  ],
  [
    'an Alliance’s id',
    'wessex,X,02N\nwessex,X,02R',
    /row 2: area: "wessex"; expected another: a bundled area has this one/,
  ],
  ['a CCG’s id', '02n,X,02N\n02n,X,02R', /row 2: area: "02n"; expected another: a bundled area has this one/],
  [
    'a benchmark’s word',
    'similar,X,02N\nsimilar,X,02R',
    /row 2: area: "similar"; expected another: in an address/,
  ],
  [
    'an id with spaces',
    'My STP,X,02N\nMy STP,X,02R',
    /row 2: area: "My STP"; expected at most 40 small letters/,
  ],
  ['an empty id', ',X,02N\n,X,02R', /row 2: area: ""; expected at most 40 small letters/],
  ['no name', 'x,,02N\nx,,02R', /row 2: area_name: ""; expected a name of at most 80 characters/],
  ['two names', 'x,X,02N\nx,Y,02R', /row 3: area_name: "Y"; expected "X", as in row 2/],
  [
    'one name twice',
    'x,X,02N\nx,X,02R\ny,X,02N\ny,X,02W',
    /row 4: area_name: "X"; expected another: x in row 2 has it/,
  ],
  [
    'the same members',
    'x,X,02N\nx,X,02R\ny,Y,02R\ny,Y,02N',
    /row 4: area: "y" has the members of x; expected each area once/,
  ],
])('%s is refused by its row, and nothing of the file is taken', async (_, rows, message) => {
  const { taken, refused } = await under(rows);
  expect(taken).toEqual([]);
  expect(refused).toEqual([expect.stringMatching(message)]);
  expect(refused[0]).toMatch(/^any name\.csv, row/);
});

test('no rows, a column renamed and a column more are refused', async () => {
  expect((await under()).refused).toEqual(['any name.csv: not a CSV table: no row beneath the header']);
  expect((await read('area,area_name,ccg', 'x,X,02N')).refused).toEqual([
    'any name.csv, row 1: no column member; expected area, area_name, member',
    'any name.csv, row 1: unexpected column ccg',
  ]);
});

test('a hundred thousand faults of one area are told in seconds', async () => {
  const rows = Array.from({ length: 100_001 }, () => 'x,X,nowhere');
  const from = process.cpuUsage();
  const { taken } = await under(rows.join('\n'));
  const { user } = process.cpuUsage(from);
  expect(taken).toEqual([]);
  // It took three minutes when each row copied those before it.
  expect(user / 1e6).toBeLessThan(20);
});

test('every fault of a file is told, and a good file beside it is taken', async () => {
  const bad = folder.put('bad.csv', `${HEADER}\nx,X,02N\nx,X,nowhere\nMy STP,Y,02R\n`);
  const good = folder.put('good.csv', `${OWN_AREAS_TEMPLATE}\n`);
  const found = await readFiles([bad, good], { log: () => {} });
  expect(found.refused.map(({ row }) => row)).toEqual([3, 4, 4]);
  expect(found.read.map(({ manifest }) => manifest.file)).toEqual(['good.csv']);
});
