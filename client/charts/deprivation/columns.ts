import type { Fifth, Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { Column } from '../kit/columns.ts';
import { numberColumn } from '../kit/numberColumn.ts';

const FIFTHS = ['', 'Most deprived', 'Second', 'Third', 'Fourth', 'Least deprived'];

/** The columns of a table of the fifths of areas by deprivation; counts only where there are any. */
export function fifthColumns(metric: Metric, { query, fifths }: Spread): Column<Fifth>[] {
  const value = (id: 'value' | 'lower' | 'upper', head: string) =>
    numberColumn<Fifth>(
      id,
      head,
      (row) => row[id],
      (known) => formatValue(metric, known),
    );
  const count = (id: 'areas' | 'numerator' | 'denominator', head: string) =>
    numberColumn<Fifth>(id, head, (row) => row[id], formatCount);
  return [
    {
      id: 'fifth_by_deprivation',
      head: 'Fifth',
      value: ({ fifth }) => fifth,
      shown: ({ fifth }) => FIFTHS[fifth],
    },
    count('areas', areasNoun(query.level, 2)),
    value('value', 'Value'),
    value('lower', '95% from'),
    value('upper', '95% to'),
    ...(fifths.some(({ denominator }) => denominator !== null)
      ? [count('numerator', 'Counted'), count('denominator', 'Of')]
      : []),
  ];
}
