import type { Catalogue, TrendQuery } from '../../../data/contract/index.ts';
import { HOME_METRICS } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';

const levelAt = (area: string) => (area.startsWith('today-') ? 'alliance-today' : 'alliance');

/**
 * As at when the page of an Alliance is read: empty, the latest, where the address names what is no period, or one that
 * ends after the last in which the wait has a figure.
 */
export function asAtShown(area: string, period: string, { metrics }: Pick<Catalogue, 'metrics'>): string {
  const end = endOf(period);
  const ends = metrics
    .filter(({ id }) => HOME_METRICS.some((home) => home === id))
    .flatMap(({ periods }) => periods.filter(({ level }) => level === levelAt(area)))
    .flatMap(({ periods }) => periods.map(endOf));
  return end !== '' && (ends.length === 0 || ends.some((each) => each >= end)) ? period : '';
}

/**
 * What the trend at the top of an Alliance’s page is asked: the 62-day wait by month, by the standard of the time of a
 * period (empty: the latest). Null where there is no month by then.
 */
export function trendAsked(
  area: string,
  period: string,
  { metrics }: Pick<Catalogue, 'metrics'>,
): TrendQuery | null {
  const level = levelAt(area);
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
