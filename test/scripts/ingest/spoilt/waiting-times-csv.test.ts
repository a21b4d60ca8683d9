import { spoiltTable } from './table.ts';

const row = (code: string, within: string, total: string, after: string) => [
  ...['01/04/2025', 'Commissioner', code, '', 'X', '62D', 'ALL CANCERS', 'ALL ROUTES', 'ALL MODALITIES'],
  ...[total, within, after],
];

spoiltTable({
  format: 'NHS England Cancer Waiting Times, combined CSV',
  header: [
    ...['Period', 'Basis', 'Org_Code', 'Parent_Org', 'Org_Name', 'Standard_or_Item', 'Cancer_Type'],
    ...['Referral_Route_or_Stage', 'Treatment_Modality', 'Total', 'Within', 'After'],
  ],
  rows: [row('QOX', '6', '10', '4'), row('UNKNOWN', '1.5', '2.5', '1'), row('Total', '7.5', '12.5', '5')],
  needed: 'Treatment_Modality',
  number: 'Within',
  code: 'Org_Code',
  small: 'taken',
  unknown: /row 2: unknown commissioner ZZ9 \(X\); expected a code of/,
  period: 'Period',
  more: [
    [
      'a third of a patient',
      { Within: '6.3' },
      /row 2: total, within and after are 10, 6\.3, 4; expected whole or half/,
    ],
    [
      '10^20 people',
      { Total: '100000000000000000000' },
      /row 2: total, within and after are 100000000000000000000, 6, 4/,
    ],
  ],
});
