import { OBSERVATION_COLUMNS, ObservationRow, type ObservationsQuery } from '../../../data/contract/index.ts';
import { csvLines } from '../../../data/text/csv.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import { observationsAsked } from './asked.ts';
import { observationSlices } from './observations.ts';
import { type Download, downloadRoutes } from './routes.ts';

async function* lines(dataset: Dataset, query: ObservationsQuery) {
  yield csvLines([OBSERVATION_COLUMNS]);
  for await (const rows of observationSlices(dataset, observationsAsked(dataset, query)))
    yield csvLines(rows.map((row) => OBSERVATION_COLUMNS.map((column) => row[column])));
}

const observationsCsv: Download = {
  file: 'observations',
  summary:
    'The figures and gaps asked for as tidy CSV, one a row at full precision, streamed. A filter that matches nothing gives the header alone.',
  title: 'Cancer outcomes in England: figures by area and period',
  description:
    'One row for each figure, and for each gap with its reason. Numbers are at full precision: read back, they are the figures of the dashboard exactly.',
  columns: ObservationRow,
  mayBeEmpty: ['note'],
  key: ['metric', 'area', 'period', 'group'],
  examples: [
    '?metric=62-day-wait&period=fy2016-17&level=ccg',
    '?metric=early-stage&alliance=greater-manchester',
  ],
  lines,
};

/** `/api/download/observations.csv` and what describes it. */
export const OBSERVATIONS_CSV = downloadRoutes(observationsCsv);
