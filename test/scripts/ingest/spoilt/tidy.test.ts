import { spoiltTable } from './table.ts';

spoiltTable({
  format: 'our own tidy CSV',
  header: 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note'.split(','),
  rows: [
    ['early-stage', '02N', '2015', 'all', '40', '100', '0.4', '', '', 'published', ''],
    ['early-stage', '09C', '2015', 'all', '50', '100', '0.5', '', '', 'published', ''],
  ],
  needed: 'denominator',
  number: 'value',
  code: 'area',
  small: 'taken',
  unknown: /area: unknown area ZZ9; expected england, a CCG's or ICB's NHS code/,
  note: 'note',
  people: 'numerator',
  period: 'period',
  more: [
    [
      'an unknown group',
      { grp: 'tumour:elbow' },
      /row 2: grp: "tumour:elbow" is no group; expected all, one such as/,
    ],
    [
      'a month of a yearly metric',
      { period: '2015-04' },
      /row 2: period: 2015-04; expected a year such as .*early-stage/,
    ],
    ['a later geography', { area: 'QZZ' }, /row 2: area: unknown area QZZ/],
    ['a period to come', { period: '2099' }, /row 2: period: 2099; expected one from 1971 to today/],
  ],
});
