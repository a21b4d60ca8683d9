import { isMetricId, METRIC_IDS, METRICS, type MetricId } from '../../../data/metrics/index.ts';
import { type Period, parsePeriod, periodLabel } from '../../../data/periods.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography, Present } from '../../dataset/geography.ts';
import { nearest, ProblemError } from '../../http/problem.ts';

/** The nearest there are, as a sentence to follow what is unknown. */
export const suggestion = (found: readonly string[]) =>
  found.length > 0 ? ` The nearest: ${found.join(', ')}.` : '';

/** The metric of an id. Throws a 404 with the nearest ones. */
export function knownMetric(id: string): MetricId {
  if (isMetricId(id)) return id;
  const found = nearest(
    id,
    METRIC_IDS.map((each) => ({ id: each, name: METRICS[each].label })),
  );
  throw new ProblemError(
    'unknown_metric',
    `No metric '${id}'.${suggestion(found)} /api/catalogue lists them all.`,
    found,
  );
}

/** Throws a 404 with the nearest areas, by id or name, unless the dataset has the area. */
export function knownArea(geography: Geography, id: string): string {
  if (geography.versionsOf.has(id)) return id;
  const places = geography.versions.filter(({ level }) =>
    ['england', 'region', 'alliance', 'ccg'].includes(level),
  );
  const found = nearest(
    id,
    places.map(({ area, name }) => ({ id: area, name: name.replace(/^NHS (.*) CCG$/, '$1') })),
    5,
  );
  throw new ProblemError(
    'unknown_area',
    `No area '${id}'.${suggestion(found)} /api/areas lists them all.`,
    found,
  );
}

const hidden = (id: MetricId) =>
  METRICS[id].source === 'illustrative'
    ? ' It has illustrative figures only, and this server leaves those out (ILLUSTRATIVE=hide).'
    : '';

const EXAMPLES = 'A month is 2016-04, a quarter fy2016-17-q1, a financial year fy2016-17, a year 2013.';

const monthNumber = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));

/** A period of an id. Throws a 404 with examples where it is malformed. */
export function wellFormedPeriod(id: string): Period {
  const period = parsePeriod(id);
  if (period) return period;
  throw new ProblemError('unknown_period', `No period '${id}'. ${EXAMPLES}`, [
    '2016-04',
    'fy2016-17-q1',
    'fy2016-17',
  ]);
}

/** The ids of the periods that lie nearest to one, those of the same grain first. */
export function nearestPeriods(to: Period, present: readonly Present[]): string[] {
  const away = ({ start, grain }: Present) =>
    Math.abs(monthNumber(start) - monthNumber(to.start)) + (grain === to.grain ? 0 : 1200);
  const sorted = present.toSorted((a, b) => away(a) - away(b)).map(({ period }) => period);
  return [...new Set(sorted)].slice(0, 3);
}

/**
 * A period in which a metric has figures at a level, for a patient group. Throws a 404: with the periods there are that
 * lie nearest, those of the same grain first; with the groups there are; or no_data where the level has no figure at all.
 */
export function knownPeriod(
  { geography }: Dataset,
  asked: { metric: MetricId; period: string; level: string; group: string },
): Period {
  const period = wellFormedPeriod(asked.period);
  const present = (geography.presentOf.get(asked.metric) ?? []).filter(({ level }) => level === asked.level);
  if (present.length === 0)
    throw new ProblemError(
      'no_data',
      `There are no figures of ${asked.metric} at the level ${asked.level}.${hidden(asked.metric)}`,
    );
  knownGroup(geography, asked.metric, asked.group);
  const inGroup = present.filter(({ group }) => group === asked.group);
  if (inGroup.some((each) => each.period === asked.period)) return period;
  const found = nearestPeriods(period, inGroup);
  throw new ProblemError(
    'unknown_period',
    `There are no figures of ${asked.metric} for ${asked.period} at the level ${asked.level}.${suggestion(found)}`,
    found,
  );
}

/** A period that a report can be as at. Throws a 404 for one that ends before the first figure or begins after the last. */
export function reachedPeriod({ presentOf }: Geography, id: string): Period {
  const period = wellFormedPeriod(id);
  const present = [...presentOf.values()].flat().filter(({ illustrative }) => !illustrative);
  const before = present.every(({ start }) => start > period.end);
  if (!before && present.some(({ end }) => end >= period.start)) return period;
  const found = nearestPeriods(
    period,
    present.filter(({ grain }) => grain === 'year'),
  );
  throw new ProblemError(
    'unknown_period',
    `${periodLabel(period)} lies ${before ? 'before the first' : 'after the last'} figure.${suggestion(found)}`,
    found,
  );
}

/** Throws a 404 with the groups there are, unless the metric has figures for the patient group. */
export function knownGroup(geography: Geography, metric: MetricId, group: string): string {
  const groups = [...new Set((geography.presentOf.get(metric) ?? []).map((each) => each.group))];
  if (groups.includes(group)) return group;
  if (group === 'all')
    throw new ProblemError('no_data', `There are no figures of ${metric} in this dataset.${hidden(metric)}`);
  throw new ProblemError(
    'unknown_group',
    `No patient group '${group}' for ${metric}. There are: ${groups.join(', ') || 'none'}.`,
    groups,
  );
}
