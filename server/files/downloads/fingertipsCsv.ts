import { FINGERTIPS_COLUMNS, FingertipsRow, type ObservationsQuery } from '../../../data/contract/index.ts';
import { csvLines } from '../../../data/text/csv.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { observationsAsked } from './asked.ts';
import { fingertipsSlices } from './fingertips.ts';
import { downloadRoutes } from './routes.ts';

async function* lines(dataset: Dataset, query: ObservationsQuery) {
  yield csvLines([FINGERTIPS_COLUMNS]);
  for await (const rows of fingertipsSlices(dataset, observationsAsked(dataset, query)))
    yield csvLines(rows.map((row) => FINGERTIPS_COLUMNS.map((column) => row[column])));
}

/** `/api/download/fingertips.csv` and what describes it. */
export const FINGERTIPS_CSV = downloadRoutes({
  file: 'fingertips',
  summary:
    'The figures and gaps asked for in the 26 columns of a Fingertips download, streamed: proportions as per cent, compared with England and with the Alliance.',
  title: 'Cancer outcomes in England, in Fingertips’ columns',
  description:
    'One row for each figure, and for each gap with its reason, in the columns and words of a Fingertips download. It is not from Fingertips.',
  columns: FingertipsRow,
  mayBeEmpty: [
    ...['Parent Code', 'Parent Name', 'Category Type', 'Category', 'Value note', 'Recent Trend'],
    ...['New data', 'Compared to goal'],
  ],
  key: ['Indicator ID', 'Area Code', 'Category Type', 'Category', 'Time period'],
  examples: ['?metric=early-stage&period=2013&level=ccg', '?metric=62-day-wait&grain=year'],
  lines,
});
