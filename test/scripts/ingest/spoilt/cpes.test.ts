import { spoiltTable } from './table.ts';

const row = (area: readonly string[]) => [
  ...[...area, '2018', 'Both', 'All', 'All Cancers', 'Q59', 'Overall, how would you rate your care?'],
  ...['unadjusted', '100.0', '8.8', '8.7', '8.9', '', '', '', '', '', '', ''],
];

spoiltTable({
  format: 'National Cancer Patient Experience Survey 2018 (CSV)',
  header: [
    ...['Geog', 'Trust.Code', 'Trust.Name', 'Year', 'Gender', 'IMD', 'Cancer.Type', 'Question.Number'],
    ...['Question.Text', 'adjusted.unadjusted.yearonyear', 'Number.of.responses', 'scored.percentage'],
    ...[
      'Lower.95..confidence.interval',
      'Upper.95..confidence.interval',
      'Performance.Rating',
      'Performance',
    ],
    ...['Expected.Range..lower.', 'Expected.Range..upper.', 'Significant.Change.2017.2018'],
    ...['SignificantChangeOverallyears', 'Significance.test'],
  ],
  rows: [row(['CCG', '00C', 'NHS Darlington CCG']), row(['National', 'National', 'England'])],
  needed: 'Number.of.responses',
  number: 'scored.percentage',
  code: 'Trust.Code',
  small: 'taken',
  unknown: /unknown/,
  people: 'Number.of.responses',
  period: 'Year',
});
