import { HOME_METRIC } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Geography, Present } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { readPeriod } from './lookup.ts';

/** The financial years in which a level has figures of the home metric, oldest first. */
export const homeYears = ({ presentOf }: Geography, atLevel: string): Present[] =>
  (presentOf.get(HOME_METRIC) ?? []).filter(
    ({ level, grain, group }) => level === atLevel && grain === 'year' && group === 'all',
  );

/** The period the dashboard opens on: the latest complete financial year of the home metric that has figures by CCG. */
export const homePeriod = (geography: Geography): string | null =>
  homeYears(geography, 'ccg').at(-1)?.period ?? null;

/** The period as at which a reply is read: the query's, or the one the dashboard opens on. Throws a 404 where there is none. */
export function periodOrHome(geography: Geography, period: string | undefined): Period {
  const id = period ?? homePeriod(geography);
  if (id !== null) return readPeriod(id);
  throw new ProblemError('no_data', `There is no year with figures of ${HOME_METRIC}: give a period.`);
}
