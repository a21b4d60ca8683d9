import type { SpreadPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun, gapWords, shareWords } from '../../../data/text/spread-parts.ts';
import type { Column } from '../kit/columns.ts';
import { numberColumn } from '../kit/numberColumn.ts';

type Value = (point: SpreadPoint) => number | null;

const gap = (low: number | null, high: number | null) => (low === null || high === null ? null : high - low);
const byChance: Value = ({ chance }) => (chance ? gap(chance.p10, chance.p90) : null);

/** The columns of a spread over time as a table, a row for each period. */
export function overTimeColumns(metric: Metric, level: string): Column<SpreadPoint>[] {
  const value = (id: string, head: string, of: Value) =>
    numberColumn(id, head, of, (known) => formatValue(metric, known));
  const width = (id: string, head: string, of: Value) =>
    numberColumn(id, head, of, (known) => gapWords(metric, known));
  return [
    {
      id: 'spread_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    numberColumn('areas', areasNoun(level, 2), ({ areas }) => areas, String),
    value('min', 'Lowest', ({ min }) => min),
    {
      ...value('p10', '10th percentile', ({ p10 }) => p10),
      parts: [
        { id: 'p10', value: ({ p10 }) => p10 },
        { id: 'p25', value: ({ p25 }) => p25 },
      ],
    },
    value('median', 'Median', ({ median }) => median),
    {
      ...value('p90', '90th percentile', ({ p90 }) => p90),
      parts: [
        { id: 'p75', value: ({ p75 }) => p75 },
        { id: 'p90', value: ({ p90 }) => p90 },
      ],
    },
    value('max', 'Highest', ({ max }) => max),
    width('p10_to_p90', '10th to 90th', ({ p10, p90 }) => gap(p10, p90)),
    {
      ...width('p10_to_p90_by_chance', 'The same by chance', byChance),
      parts: [
        { id: 'p10_to_p90_by_chance', value: byChance },
        { id: 'p10_by_chance', value: ({ chance }) => chance?.p10 ?? null },
        { id: 'p90_by_chance', value: ({ chance }) => chance?.p90 ?? null },
      ],
    },
    numberColumn('i2', 'Beyond chance (I²)', ({ i2 }) => i2, shareWords),
  ];
}
