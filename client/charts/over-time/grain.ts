import type { Catalogue } from '../../../data/contract/index.ts';
import type { Grain } from '../../../data/periods.ts';

const BEST_FIRST: readonly Grain[] = ['quarter', 'calendar-year', 'year', 'rolling', 'month'];

/** The grain a metric's trend opens at for CCGs: quarters where it has them, else years; null where it has no figures. */
export function trendGrain(catalogue: Catalogue, metric: string): Grain | null {
  const listed = catalogue.metrics.find(({ id }) => id === metric)?.periods ?? [];
  const has = (grain: Grain) =>
    listed.some((each) => each.level === 'ccg' && each.grain === grain && each.periods.length > 0);
  return BEST_FIRST.find(has) ?? null;
}
