import { HOME_METRICS, type MetricId } from '../../../data/metrics/index.ts';
import type { Grain, Period } from '../../../data/periods.ts';
import { type Geography, OPEN, type Present } from '../../dataset/geography.ts';
import { ProblemError } from '../../http/problem.ts';
import { readPeriod } from './lookup.ts';

/** The lengths of period that a page can be read as at; in this order where several end in one month. */
const LENGTHS: readonly Grain[] = ['year', 'quarter', 'month'];

/** The last month in which an area is read; a CCG that merged is read on beside its successor. */
function lastMonth({ versionsOf }: Geography, area: string | undefined): string {
  const last = area === undefined ? undefined : versionsOf.get(area)?.at(-1);
  return last === undefined || last.level === 'ccg' ? OPEN : last.until;
}

/** The periods by level and last month: a page asks for them a dozen times, among thousands of other levels and groups. */
const found = new WeakMap<Geography, Map<string, readonly Present[]>>();

/**
 * The periods that a level, or an area of it, can be read as at: years, quarters and months in which it has figures of the 62-day wait, by
 * the standard of the time, in the order in which they end. A CCG is read by year: its months are of few people.
 */
export function homePeriods(geography: Geography, atLevel: string, area?: string): readonly Present[] {
  const until = lastMonth(geography, area);
  const key = `${atLevel} ${until}`;
  const known = found.get(geography) ?? new Map<string, readonly Present[]>();
  const periods = known.get(key) ?? periodsUntil(geography, atLevel, until);
  found.set(geography, known.set(key, periods));
  return periods;
}

function periodsUntil({ presentOf }: Geography, atLevel: string, until: string): Present[] {
  const grains = atLevel === 'ccg' ? LENGTHS.slice(0, 1) : LENGTHS;
  const all = HOME_METRICS.flatMap((metric) => presentOf.get(metric) ?? []).filter(
    ({ level, grain, group, end }) =>
      level === atLevel && grains.includes(grain) && group === 'all' && end <= until,
  );
  // Months compare as they are, which is quicker than by the rules of a language.
  return [...new Map(all.map((each) => [each.period, each])).values()].sort(
    (a, b) =>
      (a.end === b.end ? 0 : a.end < b.end ? -1 : 1) || LENGTHS.indexOf(a.grain) - LENGTHS.indexOf(b.grain),
  );
}

/**
 * The period a level, or an area of it, opens on: the latest month of the 62-day wait that it has figures of; of CCGs, the
 * latest year.
 */
export const homePeriod = (geography: Geography, level = 'ccg', area?: string): string | null =>
  homePeriods(geography, level, area).at(-1)?.period ?? null;

/** The metric of the 62-day wait that has figures at a level in a period: the standard of the time. */
export const homeMetricAt = ({ presentOf }: Geography, atLevel: string, id: string): MetricId =>
  HOME_METRICS.find((metric) =>
    presentOf
      .get(metric)
      ?.some(({ level, period, group }) => level === atLevel && period === id && group === 'all'),
  ) ?? HOME_METRICS[0];

/** The period a reply is as at: the one of the query, or the one the level opens on. Throws a 404 where there is none. */
export function periodOrHome(
  geography: Geography,
  period: string | undefined,
  level = 'ccg',
  area?: string,
): Period {
  const id = period ?? homePeriod(geography, level, area) ?? homePeriod(geography);
  if (id !== null) return readPeriod(id);
  throw new ProblemError('no_data', `There is no period with figures of ${HOME_METRICS[0]}: give a period.`);
}
