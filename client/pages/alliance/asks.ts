import type { Catalogue, TrendQuery } from '../../../data/contract/index.ts';
import { HOME_METRICS } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';

/**
 * What the trend at the top of an Alliance’s page is asked: the 62-day wait by month, by the standard of the time of a
 * period (empty: the latest). Null where there is no month by then.
 */
export function trendAsked(
  area: string,
  period: string,
  { metrics }: Pick<Catalogue, 'metrics'>,
): TrendQuery | null {
  const level = area.startsWith('today-') ? 'alliance-today' : 'alliance';
  const end = endOf(period);
  const metric = HOME_METRICS.findLast((home) =>
    metrics
      .find(({ id }) => id === home)
      ?.periods.some(
        (each) =>
          each.level === level &&
          each.grain === 'month' &&
          each.periods.some((one) => end === '' || endOf(one) <= end),
      ),
  );
  return metric ? { metric, area, grain: 'month', group: 'all' } : null;
}
