import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csv, fileName } from '../../../data/text/csv.ts';

describe('CSV', () => {
  test('begins with a byte order mark, ends lines as RFC 4180 has it, and keeps numbers whole', () =>
    expect(csv(['area', 'value'], [['00V', 115_755 / 141_670]])).toBe(
      '\uFEFFarea,value\r\n00V,0.817074892355474\r\n',
    ));

  test('quotes, commas and line ends survive a reader', () => {
    const awkward = ['South Yorkshire, Bassetlaw', 'called “here” or "there"', 'one\r\ntwo', ''];
    const [, row] = parse(csv(['a', 'b', 'c', 'd'], [awkward]), { bom: true }) as string[][];
    expect(row).toEqual(awkward);
  });

  test.each(['=1+1', '+44', '-x', '@sum', '\tx', '\rx'])('%j is no formula', (text) =>
    expect(csv(['a'], [[text]]).replaceAll('"', '')).toContain(`\r\n'${text}`),
  );

  test('a negative number stays a number; a gap and what is no number are empty', () =>
    expect(csv(['a', 'b', 'c'], [[-0.5, null, Number.NaN]])).toBe('\uFEFFa,b,c\r\n-0.5,,\r\n'));

  test('a file is named after what it holds', () =>
    expect(fileName(['62-day-wait', 'fy2016-17', 'CCGs', 'best tenth of CCGs', ''], 'csv')).toBe(
      '62-day-wait_fy2016-17_ccgs_best-tenth-of-ccgs.csv',
    ));
});
