import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { Column } from './columns.ts';

type Bounded = { lower: number | null; upper: number | null };

/** The 95% interval of each row's figure: both ends in one column, and as two in the file. */
export const intervalColumn = (metric: Metric): Column<Bounded> => ({
  id: 'interval',
  head: '95% interval',
  number: true,
  value: ({ lower }) => lower,
  shown: ({ lower, upper }) =>
    lower === null || upper === null
      ? null
      : `${formatValue(metric, lower)} to ${formatValue(metric, upper)}`,
  parts: [
    { id: 'lower_95', value: ({ lower }) => lower },
    { id: 'upper_95', value: ({ upper }) => upper },
  ],
});
