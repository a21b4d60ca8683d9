import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Succession } from '../../../data/geography/own.ts';
import { succeeded } from '../../../scripts/geography/succeeded.ts';
import { type GeographyTables, readTables } from '../../../scripts/geography/tables.ts';
import { ROOT } from '../../../server/dataset/root.ts';

const bundled = readTables(path.join(ROOT, 'data/geography'));
const ends = (area: string, to: string, from: string, alliance: string | null = null): Succession => ({
  area,
  to,
  name: to,
  from,
  alliance,
});
const last = (tables: GeographyTables, icb: string) =>
  tables['memberships-today'].filter((row) => row.icb === icb).at(-1);

/** The bundled tables as they would be without some of the ICBs of April 2026. */
function without(made: readonly string[], ...members: string[]): GeographyTables {
  const others = (column: string) => (row: Record<string, string>) => !made.includes(row[column] ?? '');
  return {
    ...bundled,
    commissioners: bundled.commissioners
      .filter(others('id'))
      .map((row) => (members.includes(row.id ?? '') ? { ...row, until: '' } : row)),
    successions: bundled.successions.filter(others('successor')),
    'icb-successions': bundled['icb-successions'].filter(others('successor')),
    'memberships-today': bundled['memberships-today'].filter(others('icb')),
  };
}

/** Rows to compare. The bundled shares of an Alliance are of mid-2019, those of a succession of mid-2015: a point apart. */
const sorted = (rows: readonly Record<string, string>[]) =>
  rows
    .map(({ note = '', ...row }) =>
      [...Object.entries(row).sort(), note.replace(/ of mid-2015|\d+%/g, '')].join(' '),
    )
    .sort();

test('West and North London, given as a user would, has the rows that are bundled', () => {
  const made = succeeded(without(['Z9B2Z'], 'QMJ', 'QRV'), [
    { ...ends('QMJ', 'Z9B2Z', '2026-04'), name: 'NHS West and North London ICB' },
    { ...ends('QRV', 'Z9B2Z', '2026-04'), name: 'NHS West and North London ICB' },
  ]);
  for (const name of ['commissioners', 'successions', 'icb-successions', 'memberships-today'] as const)
    expect(sorted(made[name]), name).toEqual(sorted(bundled[name]));
});

test('the ICBs of eastern England, two of which were divided by sub-ICBs, given as a user would have the rows that are bundled', () => {
  const made = ['T6Y0W', 'S1Y5D', 'D7T5G'];
  const members = ['QMM', 'QJG', 'QM7', 'QHG', 'QUE', 'QH8'];
  const tables = without(made, ...members);
  const nameOf = (icb: string) => bundled.commissioners.find(({ id }) => id === icb)?.name ?? '';
  const goes = (area: string, to: string, subIcbs?: string[]): Succession => ({
    ...ends(area, to, '2026-04', last(bundled, to)?.alliance),
    name: nameOf(to),
    ...(subIcbs ? { subIcbs } : {}),
  });
  const after = succeeded(tables, [
    goes('QMM', 'T6Y0W'),
    goes('QJG', 'T6Y0W', ['06L', '07K']),
    goes('QJG', 'D7T5G', ['06T']),
    goes('QH8', 'D7T5G'),
    goes('QM7', 'D7T5G', ['07H']),
    goes('QM7', 'S1Y5D', ['06K', '06N']),
    goes('QHG', 'S1Y5D'),
    goes('QUE', 'S1Y5D'),
  ]);
  for (const name of ['commissioners', 'successions', 'memberships-today'] as const)
    expect(sorted(after[name]), name).toEqual(sorted(bundled[name]));
  const shares = (of: GeographyTables) =>
    of['icb-successions']
      .filter(({ icb = '' }) => ['QJG', 'QM7'].includes(icb))
      .map(({ icb, successor, share }) => [icb, successor, Number(share)] as const)
      .sort();
  for (const [i, [icb, successor, share]] of shares(bundled).entries())
    expect(shares(after)[i]).toEqual([icb, successor, expect.closeTo(share, 2)]);
  expect(shares(after)).toHaveLength(4);
});

describe('what becomes of ICBs', () => {
  test('the tables given are left as they are, and without successions they are the same', () => {
    const before = JSON.stringify(bundled);
    succeeded(bundled, [ends('QOP', 'N1', '2027-04')]);
    expect(JSON.stringify(bundled)).toBe(before);
    expect(succeeded(bundled, [])).toBe(bundled);
  });

  test('one under a new code has the same people and the same Alliance, exactly', () => {
    const made = succeeded(bundled, [ends('QOP', 'N1', '2027-04')]);
    const of = (icb: string, from: string) =>
      made.successions
        .filter((row) => row.successor === icb && row.from === from)
        .map(({ ccg, share }) => [ccg, share]);
    expect(of('N1', '2027-04')).toEqual(of('QOP', '2022-04'));
    expect(of('N1', '2027-04')).toHaveLength(12);
    expect(last(made, 'N1')).toEqual({
      icb: 'N1',
      alliance: 'today-greater-manchester',
      from: '2027-04',
      fit: 'exact',
      note: '',
    });
    expect(made.commissioners.find(({ id }) => id === 'QOP')?.until).toBe('2027-03');
  });

  test('a merger of two Alliances goes to the one with most people, or to the one given', () => {
    const [most, given] = [null, 'today-west-yorkshire-and-harrogate'].map((alliance) =>
      last(
        succeeded(
          bundled,
          ['QOP', 'QWO'].map((area) => ends(area, 'N1', '2027-04', alliance)),
        ),
        'N1',
      ),
    );
    // 2,789,339 and 2,331,463 people of mid-2015.
    const shares =
      '54% Greater Manchester Cancer Alliance, 46% West Yorkshire and Harrogate Cancer Alliance.';
    expect(most).toMatchObject({
      alliance: 'today-greater-manchester',
      fit: 'best-fit',
      note: `Counted whole where most of its people of mid-2015 are: ${shares}`,
    });
    expect(given).toMatchObject({
      alliance: 'today-west-yorkshire-and-harrogate',
      fit: 'best-fit',
      note: `Counted whole in West Yorkshire and Harrogate Cancer Alliance, as it was declared. Its people of mid-2015 are: ${shares}`,
    });
  });

  test('the shares printed of a merger sum to 100%', () => {
    // 37.03, 34.48 and 28.49% of their people: rounded each by itself they sum to 99.
    const made = succeeded(
      bundled,
      ['D7T5G', 'QE1', 'QF7'].map((area) => ends(area, 'N1', '2027-04')),
    );
    expect(last(made, 'N1')?.note).toMatch(
      /: 37% East of England .*, 34% Lancashire .*, 29% South Yorkshire/,
    );
  });

  test('the parts of NHS Cumbria come together where the two ICBs that share it merge', () => {
    const made = succeeded(bundled, [ends('QHM', 'N1', '2027-04'), ends('QE1', 'N1', '2027-04')]);
    expect(made.successions.filter(({ ccg, from }) => ccg === '01H' && from === '2027-04')).toMatchObject([
      { successor: 'N1', share: '1', fit: 'best-fit', note: '' },
    ]);
    const one = succeeded(bundled, [ends('QHM', 'N1', '2027-04')]);
    expect(
      one.successions
        .filter(({ ccg, from }) => ccg === '01H' && from === '2027-04')
        .map(({ successor, share }) => `${successor} ${share}`)
        .sort(),
    ).toEqual(['N1 0.631132', 'QE1 0.368868']);
  });

  test('one that is divided leaves each sub-ICB’s people to the one told, and needs them all', () => {
    const part = (to: string, ...subIcbs: string[]) => ({
      ...ends('QT1', to, '2027-04', 'today-east-midlands'),
      subIcbs,
    });
    const made = succeeded(bundled, [part('N1', '52R'), part('N2', '02Q')]);
    // Bassetlaw had 114,533 of the 1,124,749 people of mid-2015 in the seven CCGs of 2016.
    expect(made['icb-successions'].filter(({ icb }) => icb === 'QT1')).toEqual([
      { icb: 'QT1', successor: 'N1', from: '2027-04', share: '0.898170' },
      { icb: 'QT1', successor: 'N2', from: '2027-04', share: '0.101830' },
    ]);
    expect(made.successions.filter(({ successor }) => successor === 'N2')).toMatchObject([
      { ccg: '02Q', from: '2027-04', share: '1', fit: 'exact' },
    ]);
    expect(last(made, 'N2')).toMatchObject({ alliance: 'today-east-midlands', fit: 'exact' });
    expect(() => succeeded(bundled, [part('N1', '52R')])).toThrow(
      '02Q, a sub-ICB of QT1, is in none of those that it is divided into',
    );
  });

  test('one that is made may end in a later month, and not where it is not there', () => {
    const made = succeeded(bundled, [ends('N1', 'N2', '2028-04'), ends('QOP', 'N1', '2027-04')]);
    expect(made.commissioners.filter(({ id }) => id === 'N1' || id === 'N2')).toMatchObject([
      { id: 'N1', from: '2027-04', until: '2028-03' },
      { id: 'N2', from: '2028-04', until: '' },
    ]);
    expect(() => succeeded(bundled, [ends('QMJ', 'N1', '2027-04')])).toThrow(
      'QMJ, of which N1 is made in 2027-04, is no ICB that there is until then',
    );
  });
});
