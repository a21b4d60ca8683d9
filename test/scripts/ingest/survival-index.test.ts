import { expect, test } from 'vitest';
import { workFolder } from './folder.ts';

const folder = workFolder();
const HEADER =
  'Geography type,Geography code,Geography name,Cancer site,Sex,Age at diagnosis,Standardisation type,Years since diagnosis,Diagnosis Year,Survival (%),Lower 95% CI,Upper 95% CI';
// Index of cancer survival, December 2013: Airedale, Wharfedale and Craven, diagnoses of 2011.
const AIREDALE =
  'CCG,E38000001,"NHS Airedale, Wharfedale and Craven",All cancers,Persons,15-99,Standardised,1,2011,68.7,,';
const ENGLAND = 'England,E92000001,England,All cancers,Persons,15-99,Standardised,1,2011,68.2,68.0,68.4';

const load = (header: string, ...rows: string[]) =>
  folder.load(folder.put('survival.csv', `${[header, ...rows].join('\n')}\n`));

test('the one-year index of all cancers and persons is taken, of CCGs and England; the rest is left, and said', async () => {
  const { read, refused, said } = await load(
    HEADER,
    AIREDALE,
    ENGLAND,
    AIREDALE.replace('All cancers', 'Breast'),
    AIREDALE.replace('Persons', 'Females'),
    AIREDALE.replace(',1,2011', ',5,2011'),
    AIREDALE.replace('15-99', '55-64'),
    AIREDALE.replace('Standardised', 'Non-standardised'),
    AIREDALE.replace('E38000001', 'E56000003').replace('CCG', 'Cancer Alliance'),
    AIREDALE.replace('E38000001', '14L'),
  );
  expect(refused).toEqual([]);
  expect(read[0]?.format).toBe('ONS, index of cancer survival by CCG (CSV)');
  expect(
    folder
      .table('other.csv')
      .map(({ metric, area, period, value, lower, row }) => [metric, area, period, value, lower, row]),
  ).toEqual([
    ['one-year-survival', '02N', '2011', '68.7', '', '2'],
    ['one-year-survival', 'england', '2011', '68.2', '68', '3'],
  ]);
  expect(said.filter((line) => line.startsWith('  left'))).toEqual([
    '  left   1 rows of Breast: the index of all cancers is taken',
    '  left   1 rows of sex Females: figures are of persons',
    '  left   1 rows of survival after 5 years: survival after one year is taken',
    '  left   1 rows of age 55-64: the index of all ages is taken',
    '  left   1 rows that are not standardised: areas of different ages cannot be compared by them',
    '  left   1 rows of geography type Cancer Alliance: neither a CCG nor an ICB known here, nor England',
    '  left   1 rows of a CCG in years without it: worked out anew for a footprint of another time',
  ]);
});

test.each([
  [
    'no years',
    [HEADER.replace('Years since diagnosis', 'Term'), AIREDALE],
    /row 1: no column such as "Years since/,
  ],
  [
    'a renamed column',
    [HEADER.replace('Cancer site', 'Site'), AIREDALE],
    /row 1: no column Cancer site; expected/,
  ],
  [
    'a footnote mark',
    [HEADER, AIREDALE.replace('68.7', '[c]')],
    /row 2: Survival \(%\): "\[c\]"; expected a number/,
  ],
  [
    'more than all',
    [HEADER, '', AIREDALE.replace('68.7', '168.7')],
    /row 3: Survival \(%\): 168.7; expected 0 to 100/,
  ],
  ['a row twice', [HEADER, AIREDALE, AIREDALE], /row 3: one-year-survival 02N 2011 all is in row 2 already/],
  [
    'nothing',
    [HEADER, AIREDALE.replace(',1,', ',5,')],
    /survival\.csv: no row to take; left 1 rows of survival after 5/,
  ],
])('%s is refused', async (_, lines, message) => {
  const { read, refused } = await load(...(lines as [string, ...string[]]));
  expect(read).toEqual([]);
  expect(refused[0]).toMatch(message);
});
