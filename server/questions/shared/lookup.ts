import {
  isMetricId,
  METRIC_IDS,
  METRICS,
  type MetricId,
  metric as metricOf,
} from '../../../data/metrics/index.ts';
import { LEVELS } from '../../../data/metrics/types.ts';
import { type Period, parsePeriod, periodLabel } from '../../../data/periods.ts';
import { nearest } from '../../../data/text/nearest.ts';
import { areasNoun, briefName } from '../../../data/text/words.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography, Present, Version } from '../../dataset/geography.ts';
import { ProblemError, suggestion } from '../../http/problem.ts';

/** The metric of an id. Throws a 404 with the nearest metrics. */
export function lookupMetric(id: string): MetricId {
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

/** The area of an id. Throws a 404 with the nearest areas, by id or name, where the dataset has none. */
export function lookupArea(geography: Geography, id: string): string {
  if (geography.versionsOf.has(id)) return id;
  const places = geography.versions.filter(({ level }) => LEVELS.some((each) => each === level));
  const found = nearest(
    id,
    places.map(({ area, name }) => ({ id: area, name: briefName(name) })),
    5,
  );
  throw new ProblemError(
    'unknown_area',
    `No area '${id}'.${suggestion(found)} /api/areas lists them all.`,
    found,
  );
}

const EXAMPLES = 'A month is 2016-04, a quarter fy2016-17-q1, a financial year fy2016-17, a year 2013.';

const monthNumber = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));

/** The period of an id, with figures or without. Throws a 404 with examples where it is malformed. */
export function readPeriod(id: string): Period {
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
export function lookupPeriod(
  { geography }: Dataset,
  query: { metric: MetricId; period: string; level: string; group: string },
): Period {
  const period = readPeriod(query.period);
  const present = (geography.presentOf.get(query.metric) ?? []).filter(({ level }) => level === query.level);
  const figures = `${metricOf(query.metric).label} (${query.metric}) by ${areasNoun(query.level, 1)} (${query.level})`;
  if (present.length === 0) throw new ProblemError('no_data', `There are no figures of ${figures}.`);
  lookupGroup(geography, query.metric, query.group);
  const inGroup = present.filter(({ group }) => group === query.group);
  if (inGroup.some((each) => each.period === query.period)) return geography.placed(query.metric, period);
  const found = nearestPeriods(period, inGroup);
  throw new ProblemError(
    'unknown_period',
    `There are no figures of ${figures} for ${periodLabel(period)}.${suggestion(found)}`,
    found,
  );
}

/** The period as at which a report is made. Throws a 404 for one that ends before the first figure or begins after the last. */
export function reportPeriod({ presentOf }: Geography, id: string): Period {
  const period = readPeriod(id);
  const all = [...presentOf.values()];
  const before = all.every((present) => present.every(({ start }) => start > period.end));
  if (!before && all.some((present) => present.some(({ end }) => end >= period.start))) return period;
  const found = nearestPeriods(
    period,
    all.flatMap((present) => present.filter(({ grain }) => grain === 'year')),
  );
  throw new ProblemError(
    'unknown_period',
    `${periodLabel(period)} lies ${before ? 'before the first' : 'after the last'} figure.${suggestion(found)}`,
    found,
  );
}

/** A patient group for which a metric has figures. Throws a 404 with the groups there are. */
export function lookupGroup(geography: Geography, metric: MetricId, group: string): string {
  const groups = [...new Set((geography.presentOf.get(metric) ?? []).map((each) => each.group))];
  if (groups.includes(group)) return group;
  if (group === 'all')
    throw new ProblemError(
      'no_data',
      `There are no figures of ${metricOf(metric).label} (${metric}) in this dataset.`,
    );
  throw new ProblemError(
    'unknown_group',
    `No patient group '${group}' for ${metric}. There are: ${groups.join(', ') || 'none'}.`,
    groups,
  );
}

const LEVEL_WORDS: Record<string, string> = {
  england: 'the whole country',
  region: 'a region',
  ccg: 'a CCG',
  icb: 'an ICB',
};

/** The Alliance of an id. Throws a 404 with the nearest areas; a 400 for an area of another level, naming its Alliances. */
export function lookupAlliance(geography: Geography, id: string, month: string): Version {
  const area = geography.areaAt(lookupArea(geography, id), month);
  if (area?.level === 'alliance' || area?.level === 'alliance-today') return area;
  const parents = area?.level === 'ccg' || area?.level === 'icb' ? geography.parentsOf(id, month) : [];
  const ofRegion = [...geography.allianceOf.values()].filter(({ region }) => region === id);
  const nearby = parents.length > 0 ? parents : ofRegion.map((each) => each.area);
  const examples = nearby.length > 0 ? `, such as ${nearby.join(', ')}` : '; /api/areas lists them';
  throw new ProblemError(
    'invalid_value',
    `The parameter 'alliance' is '${id}', ${area?.name ?? id}, which is ${LEVEL_WORDS[area?.level ?? ''] ?? 'no Alliance'}. It must be an Alliance${examples}.`,
    nearby,
  );
}

/** The CCGs, or from April 2022 the ICBs, that count in an Alliance in a month, as they are then, by their codes. */
export const partsOf = (geography: Geography, alliance: string, month: string): Version[] =>
  geography
    .areasAt(geography.partLevelAt(month), month)
    .filter(({ area }) => geography.countsIn(area, alliance, month));
