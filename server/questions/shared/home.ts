import { HOME_METRICS, type MetricId } from '../../../data/metrics/index.ts';
import type { Grain, Period } from '../../../data/periods.ts';
import type { Geography, Present } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { readPeriod } from './lookup.ts';

/** The lengths of period that a page can be read as at; in this order where several end in one month. */
const LENGTHS: readonly Grain[] = ['year', 'quarter', 'month'];

/**
 * The periods that a level can be read as at: years, quarters and months in which it has figures of the 62-day wait, by
 * the standard of the time, in the order in which they end. A CCG is read by year: its months are of few people.
 */
export const homePeriods = ({ presentOf }: Geography, atLevel: string): Present[] => {
  const grains = atLevel === 'ccg' ? LENGTHS.slice(0, 1) : LENGTHS;
  const found = HOME_METRICS.flatMap((metric) => presentOf.get(metric) ?? []).filter(
    ({ level, grain, group }) => level === atLevel && grains.includes(grain) && group === 'all',
  );
  return [...new Map(found.map((each) => [each.period, each])).values()].sort(
    (a, b) => a.end.localeCompare(b.end) || LENGTHS.indexOf(a.grain) - LENGTHS.indexOf(b.grain),
  );
};

/** The period a level opens on: the latest month of the 62-day wait that it has figures of; of CCGs, the latest year. */
export const homePeriod = (geography: Geography, level = 'ccg'): string | null =>
  homePeriods(geography, level).at(-1)?.period ?? null;

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
  throw new ProblemError('no_data', `There is no period with figures of ${HOME_METRICS[0]}: give a period.`);
}
