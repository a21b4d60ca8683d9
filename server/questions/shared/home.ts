import { HOME_METRICS, type MetricId } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Geography, Present } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { readPeriod } from './lookup.ts';

/** The financial years in which a level has figures of the 62-day wait, by the standard of the time, oldest first. */
export const homeYears = ({ presentOf }: Geography, atLevel: string): Present[] => {
  const years = HOME_METRICS.flatMap((metric) => presentOf.get(metric) ?? []).filter(
    ({ level, grain, group }) => level === atLevel && grain === 'year' && group === 'all',
  );
  return [...new Map(years.map((year) => [year.period, year])).values()].sort((a, b) =>
    a.start.localeCompare(b.start),
  );
};

/** The period a level opens on: the latest complete financial year of the 62-day wait that it has figures of. */
export const homePeriod = (geography: Geography, level = 'ccg'): string | null =>
  homeYears(geography, level).at(-1)?.period ?? null;

/** The metric of the 62-day wait that has figures at a level in a period: the standard of the time. */
export const homeMetricAt = ({ presentOf }: Geography, atLevel: string, id: string): MetricId =>
  HOME_METRICS.find((metric) =>
    presentOf
      .get(metric)
      ?.some(({ level, period, group }) => level === atLevel && period === id && group === 'all'),
  ) ?? HOME_METRICS[0];

/** The period a reply is as at: the one of the query, or the one the level opens on. Throws a 404 where there is none. */
export function periodOrHome(geography: Geography, period: string | undefined, level = 'ccg'): Period {
  const id = period ?? homePeriod(geography, level) ?? homePeriod(geography);
  if (id !== null) return readPeriod(id);
  throw new ProblemError('no_data', `There is no year with figures of ${HOME_METRICS[0]}: give a period.`);
}
