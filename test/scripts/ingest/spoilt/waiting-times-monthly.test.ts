import { spoiltTable } from './table.ts';

spoiltTable({
  format: 'NHS England Cancer Waiting Times by ICB and month (CSV)',
  header: ['org_code', 'org_name', 'level', 'standard', 'month', 'within', 'total', 'data_status'],
  rows: [
    ['QOX', 'NHS BATH', 'icb', 'CMB62', '2024-04', '60', '100', 'final'],
    ['ENG', 'England', 'england', 'CMB62', '2024-04', '60', '100', 'final'],
  ],
  needed: 'total',
  number: 'within',
  code: 'org_code',
  small: 'taken',
  unknown: /unknown commissioner ZZ9 \(NHS BATH\); expected a code of/,
  period: 'month',
  more: [
    [
      'another status',
      { data_status: 'draft' },
      /row 2: data_status: "draft"; expected final or provisional/,
    ],
    ['a third of a patient', { within: '60.3' }, /row 2: within "60\.3" of total/],
  ],
});
