import type { Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import { zoneWords } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { Column } from '../kit/columns.ts';

type Row = Spread['areas'][number];

/** The columns of a funnel as a table. */
export function funnelColumns(metric: Metric, level: string): Column<Row>[] {
  return [
    { id: 'area_name', head: areasNoun(level, 1), value: ({ name }) => name },
    { id: 'area', head: 'Code', value: ({ area }) => area },
    {
      id: 'value',
      head: 'Value',
      number: true,
      value: ({ value }) => value,
      shown: ({ value }) => (value === null ? null : formatValue(metric, value)),
    },
    {
      id: 'denominator',
      head: 'Counted',
      number: true,
      value: ({ denominator }) => denominator,
      shown: ({ denominator }) => denominator?.toLocaleString('en-GB') ?? null,
    },
    { id: 'zone', head: 'In the funnel', value: ({ zone }) => zone, shown: ({ zone }) => zoneWords(zone) },
    {
      id: 'zone_widened',
      head: 'With widened limits',
      value: ({ adjustedZone }) => adjustedZone,
      shown: ({ adjustedZone }) => zoneWords(adjustedZone),
    },
  ];
}
