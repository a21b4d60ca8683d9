import { spoiltTable } from './table.ts';

spoiltTable({
  format: 'ONS, index of cancer survival by CCG (CSV)',
  header: [
    ...['Geography type', 'Geography code', 'Geography name', 'Cancer site', 'Sex', 'Age'],
    ...['Years since diagnosis', 'Diagnosis Year', 'Survival (%)'],
  ],
  rows: [
    ['CCG', 'E38000001', 'NHS Airedale', 'All cancers', 'Persons', '15-99', '1', '2011', '68.7'],
    ['CCG', 'E38000002', 'NHS Ashford', 'All cancers', 'Persons', '15-99', '1', '2011', '68.1'],
  ],
  needed: 'Cancer site',
  number: 'Survival (%)',
  code: 'Geography code',
  small: 'taken',
  unknown: 'left',
  period: 'Diagnosis Year',
});
