import { ObservationRow } from '../../../data/contract/index.ts';
import { fileName } from '../../../data/text/csv.ts';
import { parquetOf } from '../../dataset/parquet.ts';
import { nothing } from '../../questions/question.ts';
import { file } from '../file.ts';
import { EVERYTHING, FROM_THE_FIRST } from './observations.ts';

/** `/api/download/observations.parquet`. */
export const observationsParquet = file({
  path: '/api/download/observations.parquet',
  summary: 'The whole dataset as one Parquet file, in the columns and the order of observations.csv.',
  parameters: nothing,
  query: nothing,
  type: 'application/vnd.apache.parquet',
  columns: ObservationRow,
  examples: ['/api/download/observations.parquet'],
  async make({ dataset }) {
    const most = dataset.observations;
    return {
      name: fileName(['observations', dataset.version], 'parquet'),
      body: await parquetOf(dataset, 'observations', { ...EVERYTHING, ...FROM_THE_FIRST, most }),
    };
  },
});
