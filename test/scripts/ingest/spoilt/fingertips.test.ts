import { spoiltTable } from './table.ts';

const header =
  'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Column not used,Time period Sortable,New data,Compared to goal,Time period range'.split(
    ',',
  );
const row = (code: string) =>
  header.map(
    (column) =>
      ({
        'Indicator ID': '276',
        'Indicator Name': 'Cancer: QOF prevalence (all ages)',
        'Area Code': code,
        'Area Type': 'CCGs',
        Sex: 'Persons',
        Age: 'All ages',
        'Time period': '2014/15',
        Value: '40',
        Count: '40',
        Denominator: '100',
      })[column] ?? '',
  );

spoiltTable({
  format: "Fingertips' CSV",
  header,
  // E38000002 is 09C Ashford.
  rows: [row('E38000001'), row('E38000002')],
  needed: 'Denominator',
  number: 'Value',
  code: 'Area Code',
  small: 'taken',
  unknown: 'left',
  twice: 'left',
  note: 'Value note',
  period: 'Time period',
  more: [
    ['a count above its denominator', { Count: '101' }, /row 2: Count: 101; expected 0 to the denominator/],
    [
      '10^20 people',
      { Denominator: '100000000000000000000' },
      /row 2: Denominator: .*; expected fewer people/,
    ],
  ],
});
