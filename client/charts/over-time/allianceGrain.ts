import type { Catalogue } from '../../../data/contract/index.ts';
import type { MetricId } from '../../../data/metrics/index.ts';
import type { Grain } from '../../../data/periods.ts';

const FINEST = ['quarter', 'year', 'calendar-year', 'rolling'] as const;

/** The grain a measure is drawn by for Alliances: quarters where it has them, otherwise its years; null where it has none. */
export function grainOf({ metrics }: Catalogue, metric: MetricId): Grain | null {
  const periods = metrics.find(({ id }) => id === metric)?.periods ?? [];
  const has = (grain: Grain) =>
    periods.some((each) => each.level === 'alliance' && each.grain === grain && each.periods.length > 0);
  return FINEST.find(has) ?? null;
}
