import type { Metric } from '../../../data/metrics/index.ts';
import type { Months } from './series.ts';

/** The group of England's figures by provider: the publisher's own series, never summed or ranked with commissioners. */
export const PROVIDER = 'basis:provider';

/** What a reader of England's series is told of it. */
export const PROVIDER_NOTE =
  'England over time is the publisher’s national series, by provider: of the older standards it counts 1 to 2% more people than the sum of commissioners that areas are compared with, and has no change of basis in April 2020.';

/** An area's own rows: England's by provider where the metric has such a series, else those of all patients. */
export function seriesRows<Row extends { area: string; group: string; metric?: string }>(
  rows: readonly Row[],
  area: string,
): Row[] {
  const own = rows.filter((row) => row.area === area);
  const byProvider = new Set(own.filter(({ group }) => group === PROVIDER).map(({ metric }) => metric));
  return own.filter(({ group, metric }) => group === (byProvider.has(metric) ? PROVIDER : 'all'));
}

/** England's series by provider keeps its basis throughout; the pandemic parts it in April 2020. */
export const breaksOfProvider = (metric: Metric, { start, end }: Months) =>
  metric.breaks
    .filter(({ from }) => start < from && from <= end)
    .map(({ from }) => ({ from, reason: PANDEMIC }));

const PANDEMIC = 'The COVID-19 pandemic changes referrals and treatment.';
