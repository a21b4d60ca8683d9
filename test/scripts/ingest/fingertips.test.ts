import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeCsv } from '../../../scripts/ingest/csv.ts';
import { ingest, readFiles } from '../../../scripts/ingest/index.ts';
import { problemLine } from '../../../scripts/ingest/problem.ts';
import { ROOT } from '../../../server/dataset/root.ts';
import { workFolder } from './folder.ts';

const folder = workFolder();
let said: string[] = [];
beforeEach(() => {
  said = [];
});

const COLUMNS = [
  ...['Indicator ID', 'Indicator Name', 'Parent Code', 'Parent Name', 'Area Code', 'Area Name', 'Area Type'],
  ...['Sex', 'Age', 'Category Type', 'Category', 'Time period', 'Value', 'Lower CI 95.0 limit'],
  ...['Upper CI 95.0 limit', 'Lower CI 99.8 limit', 'Upper CI 99.8 limit', 'Count', 'Denominator'],
  ...['Value note', 'Recent Trend', 'Compared to England value or percentiles'],
  ...['Compared to Region value or percentiles', 'Time period Sortable', 'New data', 'Compared to goal'],
];
const AIREDALE = {
  'Indicator ID': '1',
  'Area Code': 'E38000001',
  'Area Type': 'CCGs',
  Sex: 'Persons',
  Age: 'All ages',
  'Time period': '2015',
  Value: '40',
  Count: '40',
  Denominator: '100',
};

async function load(rows: Record<string, string>[], metric?: string) {
  const file = folder.put('ft.csv', '');
  writeCsv(file, COLUMNS, rows);
  const { refused } = await ingest([file], {
    log: (line) => said.push(line),
    out: folder.out(),
    geography: path.join(ROOT, 'data/geography'),
    metric,
  });
  return refused.map(problemLine);
}

const figures = () =>
  folder
    .table('other.csv')
    .map(({ area, period, numerator, denominator, value, lower, upper, status, row, note }) =>
      [area, period, numerator, denominator, value, lower, upper, status, row, note].join('|'),
    );

test('CCGs and England are taken as proportions; the rest is left, and said', async () => {
  const refused = await load(
    [
      { ...AIREDALE, 'Lower CI 95.0 limit': '31', 'Upper CI 95.0 limit': '49.5' },
      { ...AIREDALE, 'Area Code': 'E92000001', 'Area Type': 'England', 'Time period': '2013/14' },
      { ...AIREDALE, 'Time period': '2012 - 14' },
      { ...AIREDALE, 'Time period': '1999 - 01', Value: '', 'Value note': 'Value suppressed, small count' },
      { ...AIREDALE, 'Time period': '2011', Value: '', 'Value note': 'Value missing in source data' },
      { ...AIREDALE, Sex: 'Male' },
      { ...AIREDALE, Category: 'Most deprived decile' },
      { ...AIREDALE, 'Area Code': 'E06000001', 'Area Type': 'UA' },
      { ...AIREDALE, 'Area Code': 'E38000215' },
    ],
    'early-stage',
  );
  expect(refused).toEqual([]);
  expect(figures()).toEqual([
    '02N|1999-2001||100||||suppressed|5|Value suppressed, small count',
    '02N|2011||100||||not-published|6|Value missing in source data',
    '02N|2012-2014|40|100|0.4|||published|4|',
    '02N|2015|40|100|0.4|||published|2|',
    'england|fy2013-14|40|100|0.4|||published|3|',
  ]);
  expect(said.filter((line) => line.startsWith('  left'))).toEqual([
    '  left   1 rows of sex Male: figures are of all persons',
    '  left   1 rows of a category: figures are of everyone, not of a category of people',
    '  left   1 rows of area type UA: neither a CCG nor an ICB known here, nor England',
    '  left   1 rows of a CCG in years without it: worked out anew for a footprint of another time',
  ]);
});

test('a rate keeps its scale, and its count only beside a denominator; a mean keeps none', async () => {
  await load([{ ...AIREDALE, Value: '121.5', Denominator: '' }], 'under-75-mortality');
  expect(figures()).toEqual(['02N|2015|||121.5|||published|2|']);
  await load([{ ...AIREDALE, Value: '8.7', Count: '870' }], 'patient-experience');
  expect(figures()).toEqual(['02N|2015||100|8.7|||published|2|']);
});

test.each([
  ['no metric', [AIREDALE], undefined, /^ft\.csv: .* add --metric ID/],
  ['an unknown metric', [AIREDALE], 'early', /^ft\.csv: --metric: unknown metric early; expected one of/],
  ['a wait', [AIREDALE], '62-day-wait', /^ft\.csv: --metric: 62-day-wait is a waiting time/],
  [
    'two indicators',
    [AIREDALE, { ...AIREDALE, 'Indicator ID': '2', 'Time period': '2014' }],
    'early-stage',
    /^ft\.csv: indicator 1 .*, 2 .* is matched to no metric; .*indicators\.csv/,
  ],
  [
    'a period',
    [{ ...AIREDALE, 'Time period': '2015 Q5' }],
    'early-stage',
    /^ft\.csv, row 2: Time period: "2015 Q5" is none/,
  ],
  ['a count', [{ ...AIREDALE, Count: '101' }], 'early-stage', /^ft\.csv, row 2: Count: 101; expected 0 to/],
  [
    'nothing to take',
    [{ ...AIREDALE, Sex: 'Male' }],
    'early-stage',
    /^ft\.csv: no row to take; left 1 rows of sex Male/,
  ],
])('%s: refused, and nothing is written', async (_, rows, metric, message) => {
  const refused = await load(rows, metric);
  expect(refused[0]).toMatch(message);
  expect(existsSync(folder.out())).toBe(false);
});

test('a row without a value is a gap, with the publisher’s note or that there is no value', async () => {
  expect(await load([{ ...AIREDALE, Value: '' }], 'early-stage')).toEqual([]);
  expect(figures()).toEqual(['02N|2015||100||||not-published|2|The publisher gives no value']);
});

const SMOKING = {
  ...AIREDALE,
  'Indicator ID': '91547',
  'Indicator Name': 'Smoking prevalence in adults (15+) - current smokers (QOF)',
  Age: '15+ yrs',
  'Time period': '2019/20',
};

test('the metric follows from the indicator, and is not taken for another', async () => {
  expect(await load([SMOKING])).toEqual([]);
  expect(folder.table('other.csv')[0]).toMatchObject({
    metric: 'adult-smoking-qof',
    file: 'fingertips-91547',
  });
  expect(await load([SMOKING], 'cancer-prevalence')).toEqual([
    expect.stringMatching(/indicator 91547 .* is adult-smoking-qof; --metric says cancer-prevalence/),
  ]);
  expect(await load([{ ...SMOKING, 'Indicator ID': '999' }])).toEqual([
    expect.stringMatching(/indicator 999 \(Smoking .*\) is matched to no metric; .*--metric ID/),
  ]);
});

test('England twice, beneath another parent, is one row; every ONS code of a CCG is that CCG; an ICB is taken', async () => {
  const england = { ...SMOKING, 'Area Code': 'E92000001', 'Area Type': 'England' };
  const refused = await load([
    england,
    // As in the download of 91547 of November 2026, in 2015/16.
    { ...england, 'Parent Code': 'E92000001', Age: 'Not applicable' },
    // ONS gave Fylde and Wyre, and Greater Preston, other codes in April 2018.
    { ...SMOKING, 'Area Code': 'E38000226' },
    { ...SMOKING, 'Area Code': 'E38000227' },
    { ...SMOKING, 'Area Code': 'E54000050', 'Area Type': 'ICBs', 'Time period': '2022/23' },
  ]);
  expect(refused).toEqual([]);
  expect(folder.table('other.csv').map(({ area }) => area)).toEqual(['01E', '02M', 'QHM', 'england']);
  expect(said).toContain('  left   1 rows of an area printed twice, beneath another parent: the same figure');
});

test('an indicator of the table is known by its number and its name; a user’s table adds others', async () => {
  const register = {
    ...AIREDALE,
    'Indicator ID': '276',
    'Indicator Name': 'Cancer: QOF prevalence (all ages)',
    'Time period': '2014/15',
    Value: '2.1',
    Count: '21',
    Denominator: '1000',
  };
  expect(await load([register])).toEqual([]);
  expect(folder.table('other.csv')[0]).toMatchObject({ metric: 'cancer-prevalence', value: '0.021' });
  expect(folder.table('manifest.csv')[0]?.publication).toBe(
    'Cancer: QOF prevalence (all ages) (indicator 276)',
  );
  expect(await load([{ ...register, 'Indicator Name': 'Stroke: QOF prevalence' }])).toEqual([
    expect.stringMatching(
      /indicator 276 is "Stroke: QOF prevalence"; indicators\.csv has it as "Cancer: QOF/,
    ),
  ]);
  const own = folder.put('indicators.csv', 'indicator,metric\n1,early-stage\n');
  const file = folder.put('ft.csv', '');
  writeCsv(file, COLUMNS, [AIREDALE]);
  const { read } = await readFiles([file], { log: () => {}, indicators: own });
  expect(read[0]?.reading.figures[0]?.metric).toBe('early-stage');
});

test('27 columns, whatever the 23rd is called, and two ages in one file', async () => {
  const columns = COLUMNS.map((column) =>
    column === 'Compared to Region value or percentiles' ? 'Column not used' : column,
  );
  const file = folder.put('ft.csv', '');
  writeCsv(file, [...columns, 'Time period range'], [{ ...SMOKING, 'Time period range': '1y' }]);
  expect((await folder.load(file)).refused).toEqual([]);
  expect(await load([SMOKING, { ...SMOKING, 'Time period': '2018/19', Age: '18+ yrs' }])).toEqual([
    'ft.csv: Age: 15+ yrs, 18+ yrs; expected one in a file',
  ]);
});
