import { HOME_METRIC } from '../data/metrics.ts';
import type { Geography, Present } from './geography.ts';

/** The financial years in which a level has figures of the home metric, oldest first. */
export const homeYears = ({ presentOf }: Geography, atLevel: string): Present[] =>
  (presentOf.get(HOME_METRIC) ?? []).filter(
    ({ level, grain, group }) => level === atLevel && grain === 'year' && group === 'all',
  );

/** The period the dashboard opens on: the latest complete financial year of the home metric that has figures by CCG. */
export const homePeriod = (geography: Geography): string | null =>
  homeYears(geography, 'ccg').at(-1)?.period ?? null;
