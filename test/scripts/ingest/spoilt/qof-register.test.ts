import { spoiltTable } from './table.ts';

spoiltTable({
  format: 'QOF cancer register by CCG, summed from practices (CSV)',
  header: ['ccg_code', 'ccg_ons', 'ccg_name', 'register', 'list_size', 'practices', 'period', 'pct'],
  rows: [
    ['00C', 'E38000042', 'NHS Darlington CCG', '30', '1000', '2', '2016/17', '3.0'],
    ['02N', 'E38000001', 'NHS Airedale CCG', '20', '1000', '2', '2016/17', '2.0'],
  ],
  needed: 'list_size',
  number: 'register',
  code: 'ccg_code',
  small: 'taken',
  unknown: /unknown CCG ZZ9/,
  people: 'register',
  period: 'period',
});
