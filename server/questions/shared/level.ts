import type { Metric } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Geography } from '../../dataset/geography.ts';
import { gap, isIllustrative, type Row } from './figures.ts';

/** A row for every area of a level in a period: its own, or a gap where it has none. */
export function rowsAt(
  geography: Geography,
  { level, period, group }: { level: string; period: Period; group: string },
  rows: readonly (Row & { group: string })[],
): Row[] {
  const rowOf = new Map(rows.filter((row) => row.group === group).map((row) => [row.area, row]));
  return geography
    .areasAt(level, period.start)
    .map(({ area }) => rowOf.get(area) ?? gap(area, 'No figure was published for this area and period.'));
}

export type Rankable = Row & { value: number; lower: number; upper: number };

/** The rows that have a place among all: those with a figure and an interval; illustrative figures have none. */
export const rankable = (rows: readonly Row[]): Rankable[] =>
  rows.filter(
    (row): row is Rankable =>
      row.value !== null && row.lower !== null && row.upper !== null && !isIllustrative(row),
  );

/** Which end of the values takes the first place. */
export const firstPlace = ({ polarity }: Metric) => (polarity === 'lower' ? 'lowest' : 'highest');
