import type { WithinAlliance } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { Column } from '../kit/columns.ts';
import { numberColumn } from '../kit/numberColumn.ts';

/** The columns of a table of Alliances, each with how far its CCGs lie apart. */
export function allianceColumns(metric: Metric): Column<WithinAlliance>[] {
  const value = (id: string, head: string, of: (row: WithinAlliance) => number | null) =>
    numberColumn(id, head, of, (known) => formatValue(metric, known));
  return [
    { id: 'alliance', head: 'Alliance', value: ({ name }) => name },
    value('value', 'Alliance as a whole', ({ value }) => value),
    numberColumn('ccgs', 'CCGs', ({ areas }) => areas, String),
    value('min', 'Lowest CCG', ({ min }) => min),
    value('median', 'Median CCG', ({ median }) => median),
    value('max', 'Highest CCG', ({ max }) => max),
  ];
}
