import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Places } from '../../../data/geography/places.ts';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { placesFrom } from '../../../scripts/places/index.ts';
import { ROOT } from '../../../server/dataset/root.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'places-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, lines: readonly string[]) => {
  const at = path.join(folder, name);
  writeFileSync(at, `\uFEFF${lines.join('\n')}\n`);
  return at;
};

const LOOKUPS = [
  file('ccg16.csv', ['LSOA11CD,CCG16CDH,LAD16NM', 'L1,02N,Bradford', 'L2,02W,Bradford', 'L3,02N,Craven']),
  file('ccg21.csv', [
    'FID,LSOA11CD,CCG21CDH,LAD21NM',
    '1,L1,36J,Bradford',
    '2,L2,36J,Bradford',
    '3,L3,36J,Craven',
  ]),
  file('people.csv', ['"LSOA11CD","pop2019"', '"L1",300', '"L2",100', '"L3",50']),
  file('icbs.csv', ['SICBL24CDH,ICB24CDH', '36J,QWO']),
  file('trusts.csv', ['Code,Name,ICB Code', 'RAE,Bradford Hospitals,QWO,', 'Y00001,A walk-in centre,QWO,']),
];

test('a council has the share of its people in each area; a trust its ICB; a site is no trust', () =>
  expect(placesFrom(LOOKUPS)).toEqual({
    councils: [
      {
        name: 'Bradford',
        ccgs: [
          ['02N', 0.75],
          ['02W', 0.25],
        ],
        icbs: [['QWO', 1]],
      },
      { name: 'Craven', ccgs: [['02N', 1]], icbs: [['QWO', 1]] },
    ],
    trusts: [{ code: 'RAE', name: 'Bradford Hospitals', icb: 'QWO' }],
  }));

test('a file that is no look-up, and one that is missing, are named with their columns', () => {
  expect(() => placesFrom([file('other.csv', ['a,b', '1,2'])])).toThrow(
    /other\.csv: none of the look-ups; its columns are a, b/,
  );
  expect(() => placesFrom(LOOKUPS.slice(0, 4))).toThrow(/no file with the columns Code, Name, ICB Code/);
});

describe('the bundled places', () => {
  const { councils, trusts } = JSON.parse(
    readFileSync(path.join(ROOT, 'data/geography/places.json'), 'utf8'),
  ) as Places;
  const codes = (table: string, column: string) =>
    new Set(readCsv(path.join(ROOT, `data/geography/${table}.csv`)).map((row) => row[column]));

  test('name areas that there are, with shares of at most one', () => {
    const [ccgs, icbs] = [codes('ccgs', 'id'), codes('memberships-today', 'icb')];
    for (const { name, ccgs: own, icbs: today } of councils) {
      expect(
        own.every(([area]) => ccgs.has(area)),
        name,
      ).toBe(true);
      expect(
        today.every(([area]) => icbs.has(area)),
        name,
      ).toBe(true);
      for (const shares of [own, today])
        if (shares.length > 0) {
          const sum = shares.reduce((total, [, share]) => total + share, 0);
          expect(sum, name).toBeGreaterThan(0.97);
          expect(sum, name).toBeLessThan(1.003);
        }
    }
    for (const { name, icb } of trusts) expect(icbs.has(icb), name).toBe(true);
  });

  test('reach every CCG of 2016', () => {
    const reached = new Set(councils.flatMap(({ ccgs }) => ccgs.map(([area]) => area)));
    expect([...codes('ccgs', 'id')].filter((id) => !reached.has(id ?? ''))).toEqual([]);
  });

  // ONS LSOA look-up of April 2016 and population of mid-2019.
  test('Leeds is three CCGs: 41.7% West, 32.9% South and East, 25.4% North', () =>
    expect(councils.find(({ name }) => name === 'Leeds')).toMatchObject({
      ccgs: [
        ['03C', 0.417],
        ['03G', 0.329],
        ['02V', 0.254],
      ],
      icbs: [['QWO', 1]],
    }));
});
