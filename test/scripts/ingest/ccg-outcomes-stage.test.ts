import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
const MERGED = { '00F': [475, 908], '00G': [281, 545], '00H': [269, 519] } as const;

/** England and its 211 CCGs in one year, as the publisher prints them. */
function records(): Record<string, string | number>[] {
  const codes = readCsv('data/geography/ccgs.csv')
    .map(({ id = '' }) => id)
    .sort();
  const ccgs = codes.filter((code) => code !== '13T').map((code) => record(code, 240, 1458));
  const merged = Object.entries(MERGED).map(([code, [within, of]]) => record(code, within, of));
  const sum = 208 * 240 + 475 + 281 + 269;
  return [{ ...record('National', sum, 208 * 1458 + 1972), Breakdown: 'National' }, ...ccgs, ...merged];
}

const record = (level: string, numerator: number, denominator: number) => ({
  'Reporting period': 2013,
  Breakdown: 'CCG',
  Level: level,
  Percentage: Math.round((1000 * numerator) / denominator) / 10,
  Denominator: denominator.toLocaleString('en-GB'),
  Numerator: numerator.toLocaleString('en-GB'),
});

const load = (list: unknown[]) => folder.load(folder.put('stage.json', JSON.stringify(list)));

describe('the stage table by CCG', () => {
  test('gives the 209: 208 as published, NHS Newcastle Gateshead as the sum of its three', async () => {
    const { refused, said } = await load(records());
    expect(refused).toEqual([]);
    const other = folder.table('other.csv');
    expect(other).toHaveLength(209);
    expect(other.find(({ area }) => area === '13T')).toMatchObject({
      numerator: '1025',
      denominator: '1972',
      status: 'derived',
      note: expect.stringMatching(/^Sum of the three CCGs.*00F \(475 of 908, row 210\), 00G .*, 00H /),
    });
    expect(other.find(({ area }) => area === '00C')).toMatchObject({
      period: '2013',
      grp: 'all',
      numerator: '240',
      denominator: '1458',
      value: String(240 / 1458),
      lower: '',
      status: 'published',
      row: '2',
    });
    expect(said.join('\n')).toMatch(/1 England rows: .*sum of its CCGs[\s\S]*3 rows of 00F, 00G, 00H/);
  });

  test('says that the denominator includes unstaged cancers', async () => {
    await load(records());
    for (const { note } of folder.table('other.csv'))
      expect(note).toContain('The denominator includes cancers whose stage was not recorded');
  });

  test.each([
    ['a CCG that is not one', 1, { Level: 'ZZ9' }, /row 2: unknown CCG ZZ9/],
    ['a CCG twice', 2, { Level: '00C' }, /row 3: 00C again in 2013/],
    [
      'a count that is none',
      1,
      { Numerator: 'n/a' },
      /row 2: 00C: numerator n\/a of denominator 1,458 in 2013/,
    ],
    ['more early than all', 1, { Numerator: '1,459' }, /row 2: 00C: numerator 1,459 of denominator 1,458/],
    ['a percentage of other counts', 1, { Percentage: 40 }, /row 2: 00C: 40% is not 240 of 1458/],
    ['no England', 0, { Breakdown: 'CCG', Level: '00C' }, /no England record in 2013/],
    [
      'a sum that is not England',
      1,
      { Denominator: '1,459' },
      /row 1: England in 2013 .* its CCGs sum to .*305,237/,
    ],
  ])('is refused with %s', async (_, index, change, message) => {
    const list = records();
    list[index] = { ...list[index], ...change } as Record<string, string | number>;
    const { refused, read } = await load(list);
    expect(read).toEqual([]);
    expect(refused).toContainEqual(expect.stringMatching(message));
  });

  test('is refused with a missing field, or a missing CCG', async () => {
    const { Denominator: _, ...bare } = records()[1] ?? {};
    expect((await load(records().with(1, bare as Record<string, string>))).refused).toContainEqual(
      expect.stringMatching(/^stage\.json, row 2: record without Denominator; expected Reporting period, /),
    );
    expect((await load(records().slice(0, -1))).refused).toContain(
      'stage.json: 210 CCGs in 2013; expected 211',
    );
  });
});
