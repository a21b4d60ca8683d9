import { expect, test } from 'vitest';
import type { SourceCell, Sources } from '../../../data/contract/index.ts';
import { metric } from '../../../data/metrics/index.ts';
import {
  arithmeticWords,
  cellWords,
  publicationsOf,
  sourceFigure,
  sourceSubject,
} from '../../../data/text/sources.ts';

const cell = (area: string, numerator: number, denominator: number): SourceCell => ({
  area,
  name: area,
  period: '2016-04',
  numerator,
  denominator,
  value: numerator / denominator,
  publisher: 'NHS England',
  publication: 'Cancer Waiting Times, April 2016',
  licence: 'OGL v3.0',
  file: 'APRIL-2016.xlsx',
  sha256: 'a'.repeat(64),
  sheet: '62-DAY (ALL CANCER)',
  row: 9,
});

const of = (numerator: number, denominator: number, cells: SourceCell[]): Sources => ({
  query: { metric: '62-day-wait', area: 'west-yorkshire', period: '2016-04', group: 'all' },
  dataVersion: 'x',
  figure: {
    area: 'west-yorkshire',
    name: 'West Yorkshire',
    period: '2016-04',
    status: 'derived',
    value: numerator / denominator,
    numerator,
    denominator,
    lower: null,
    upper: null,
    note: '',
  },
  method: 'Sum.',
  earlier: [],
  cells,
});

const two = of(100, 110, [cell('02N', 43, 47), cell('02R', 57, 63)]);

test('a sum is written out term by term, and divided', () => {
  expect(sourceSubject(two)).toBe('62-day wait, West Yorkshire, April 2016');
  expect(sourceFigure(two)).toBe('90.9% (100 of 110 people treated)');
  expect(arithmeticWords(two)).toBe('43 + 57 = 100; 47 + 63 = 110; 100 ÷ 110 = 90.9%');
});

test('a long sum names its cells; what is no sum of them is only divided; what has no counts has no arithmetic', () => {
  const many = Array.from({ length: 13 }, (_, i) => cell(`0${i}`, 1, 2));
  expect(arithmeticWords(of(13, 26, many))).toBe(
    'the 13 cells below = 13; the 13 cells below = 26; 13 ÷ 26 = 50.0%',
  );
  expect(arithmeticWords(of(99, 110, two.cells))).toBe('99 ÷ 110 = 90.0%');
  expect(arithmeticWords({ ...two, figure: { ...two.figure, numerator: null } })).toBe('');
});

test('a publication of many cells is named once', () =>
  expect(publicationsOf(two.cells)).toEqual(['NHS England: Cancer Waiting Times, April 2016 (OGL v3.0)']));

test('a cell is told as it was published', () => {
  expect(cellWords(metric('62-day-wait'), cell('02N', 43, 47))).toBe('43 of 47');
  const alone = { ...cell('02N', 0, 1), numerator: null, value: 68.2 };
  expect(cellWords(metric('one-year-survival'), alone)).toBe('68.2%');
});
