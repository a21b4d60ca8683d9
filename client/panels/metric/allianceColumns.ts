import type { WithinAlliance } from '../../../data/contract.ts';
import { formatValue } from '../../../data/format.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import type { Column } from '../../export/columns.ts';
import { numberColumn } from './numberColumn.ts';

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
