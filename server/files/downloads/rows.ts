import type { ObservationRow, ObservationsQuery } from '../../../data/contract/index.ts';
import { METRIC_IDS, type MetricId } from '../../../data/metrics/index.ts';
import { periodLabel } from '../../../data/periods.ts';
import { nearest } from '../../../data/text/nearest.ts';
import type { Dataset } from '../../dataset/dataset.ts';
import type { Geography } from '../../dataset/geography.ts';
import { ProblemError, suggestion } from '../../http/problem.ts';
import {
  lookupArea,
  lookupGroup,
  lookupMetric,
  nearestPeriods,
  readPeriod,
} from '../../questions/shared/lookup.ts';

/** The filters of a download, each empty where it narrows nothing; `areas`: ids, separated by commas. */
export type ObservationFilters = {
  metric: MetricId | '';
  areas: string;
  alliance: string;
  level: string;
  grain: string;
  period: string;
  from: string;
  until: string;
  group: string;
  status: string;
};

export const NO_FILTERS: ObservationFilters = {
  metric: '',
  areas: '',
  alliance: '',
  level: '',
  grain: '',
  period: '',
  from: '',
  until: '',
  group: '',
  status: '',
};

/** Whether filters let every row pass. */
export const isWhole = (filters: ObservationFilters): boolean =>
  Object.values(filters).every((value) => value === '');

const metricsOf = ({ metric }: ObservationFilters) => (metric === '' ? METRIC_IDS.toSorted() : [metric]);

/** The parameters of the query `observations` that come after a row; these are before the first. */
const FROM_THE_FIRST = { after_area: '', after_period: '', after_group: '' };

/** The values of the query `observations` that leave every row that filters do, in one. */
export const allOf = ({ observations }: Dataset, filters: ObservationFilters) => ({
  ...filters,
  ...FROM_THE_FIRST,
  most: observations,
});

/**
 * The values of the query `observations` that leave all its rows, metric by metric: each is found and put in order by
 * itself, in a fraction of the memory that all together take.
 */
export const partsOf = (dataset: Dataset, filters: ObservationFilters) =>
  metricsOf(filters).map((metric) => allOf(dataset, { ...filters, metric }));

/** Rows that a query leaves at most: they are held until they are read. */
const MOST = 100_000;

/**
 * The figures and gaps that filters leave, by metric, area, period and group, some thousand at a time. Many slices are
 * a query, whose result is held, so that nothing waits for a slow reader; the dataset must be in use until the last.
 */
export async function* observationSlices(
  { db }: Dataset,
  filters: ObservationFilters,
): AsyncGenerator<readonly ObservationRow[]> {
  for (const metric of metricsOf(filters)) {
    let after = FROM_THE_FIRST;
    // After the last row read while there may be more.
    for (let count = MOST; count === MOST; ) {
      count = 0;
      const values = { ...filters, ...after, metric, most: MOST };
      for await (const rows of db.slices<ObservationRow>('observations', values)) {
        count += rows.length;
        const last = rows.at(-1);
        if (last) after = { after_area: last.area, after_period: last.period, after_group: last.group };
        yield rows;
      }
    }
  }
}

/**
 * The filters of a query, looked up in the dataset. Throws a 404 with the nearest for an unknown metric, area, period or
 * group; a 400 where `until` is before `from`.
 */
export function filtersOf({ geography }: Dataset, query: ObservationsQuery): ObservationFilters {
  const { metric, area, alliance, period, from, until, group } = query;
  const filters: ObservationFilters = { ...NO_FILTERS, ...query, areas: '' };
  if (metric !== undefined) filters.metric = lookupMetric(metric);
  if (area !== undefined)
    filters.areas = area
      .split(',')
      .map((each) => lookupArea(geography, each.trim()))
      .join(',');
  if (alliance !== undefined) filters.alliance = lookupAlliance(geography, alliance);
  if (period !== undefined) filters.period = lookupPeriod(geography, period, filters.metric);
  if (group !== undefined)
    filters.group =
      filters.metric === ''
        ? lookupAnyGroup(geography, group)
        : lookupGroup(geography, filters.metric, group);
  if (from !== undefined && until !== undefined && from > until)
    throw new ProblemError(
      'invalid_value',
      `The parameter 'until' is '${until}', which is before 'from', '${from}'.`,
    );
  return filters;
}

function lookupAlliance(geography: Geography, id: string): string {
  if (geography.isAlliance(id)) return id;
  const alliances = [...geography.allianceOf.keys()];
  const found = nearest(
    id,
    alliances.map((each) => ({ id: each, name: geography.areaAt(each, '')?.name })),
  );
  throw new ProblemError('unknown_area', `No Alliance '${id}'.${suggestion(found)}`, found);
}

function lookupPeriod({ presentOf }: Geography, id: string, metric: string): string {
  const period = readPeriod(id);
  const present = metric === '' ? [...presentOf.values()].flat() : (presentOf.get(metric) ?? []);
  if (present.some((each) => each.period === id)) return id;
  const found = nearestPeriods(period, present);
  const of = metric === '' ? '' : ` of ${metric}`;
  throw new ProblemError(
    'unknown_period',
    `There are no figures${of} for ${periodLabel(period)}.${suggestion(found)}`,
    found,
  );
}

function lookupAnyGroup(geography: Geography, group: string): string {
  const groups = [...new Set([...geography.presentOf.values()].flat().map((each) => each.group))];
  if (groups.includes(group)) return group;
  throw new ProblemError(
    'unknown_group',
    `No patient group '${group}'. There are: ${groups.join(', ')}.`,
    groups,
  );
}
