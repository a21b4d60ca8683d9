import { spoiltTable } from './table.ts';

spoiltTable({
  format: 'NDRS, stage at diagnosis by area, year and site (CSV)',
  header: [
    ...['Geography Type', 'Geography Name', 'Year', 'Site', 'Stage 1', 'Stage 2', 'Stage 3', 'Stage 4'],
    ...[
      'Staged - other early',
      'Staged - other advanced',
      'Unstageable',
      'Missing stage',
      'Percentage completeness',
    ],
  ],
  rows: [
    [
      'Integrated Care Board',
      'NHS Somerset Integrated Care Board',
      ...'2022,Lung,10,20,30,40,0,0,0,0,100.0'.split(','),
    ],
    ['Country', 'England', ...'2022,Lung,10,20,30,40,0,0,0,0,100.0'.split(',')],
  ],
  needed: 'Unstageable',
  number: 'Stage 2',
  code: 'Geography Name',
  small: /row 2/,
  unknown: /row 2/,
  people: 'Stage 1',
  period: 'Year',
  more: [['an unknown site', { Site: 'Elbow' }, /row 2: .*Elbow/]],
});
