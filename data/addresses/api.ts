import type {
  ChangesQuery,
  ChartId,
  DriversQuery,
  FindingsQuery,
  GroupsQuery,
  MetricsComparedQuery,
  ProfileQuery,
  ProgressQuery,
  ScorecardQuery,
  SnapshotQuery,
  SpreadQuery,
  TrendQuery,
} from '../contract/index.ts';
import { isMetricId, type MetricId, metric } from '../metrics/index.ts';
import { byLetters } from '../text/order.ts';
import { DEFAULTS, OWN_BENCHMARKS } from './choices.ts';

type Parameters = Readonly<Record<string, string | undefined>>;

/**
 * An address of the API, one for all who ask the same: parameters by name, and none that is empty or that says what the
 * server takes for granted.
 */
function address(path: string, parameters: Parameters, defaults: Parameters = DEFAULTS): string {
  const written = Object.entries(parameters)
    .filter((entry): entry is [string, string] => Boolean(entry[1]) && entry[1] !== defaults[entry[0]])
    .sort(([one], [other]) => byLetters(one, other));
  return written.length === 0 ? path : `${path}?${new URLSearchParams(written)}`;
}

/** The address of a question, from a query or a view that has the query’s parameters among others. */
const question =
  <Query extends object>(path: string, names: readonly (keyof Query & string)[]) =>
  (query: Query): string =>
    address(path, Object.fromEntries(names.map((name) => [name, query[name] as string | undefined])));

/** As `question`, of one metric: of the group it opens on where none is asked for, as not each is published for all. */
function metricQuestion<Query extends { metric: MetricId; group?: string }>(
  path: string,
  names: readonly (keyof Query & string)[],
) {
  const url = question<Query>(path, [...names, 'group']);
  return (query: Query): string => url({ ...query, group: query.group ?? metric(query.metric)?.opensOn });
}

/** One figure for each area of a level. */
export const snapshotUrl = metricQuestion<SnapshotQuery>('/api/snapshot', [
  'metric',
  'period',
  'level',
  'benchmark',
  'confidence',
]);

const spread = metricQuestion<SpreadQuery>('/api/spread', [
  'metric',
  'period',
  'level',
  'benchmark',
  'limits',
]);

/** The variation between areas; around England’s figure where each area is compared with one of its own. */
export const spreadUrl = ({ benchmark = DEFAULTS.benchmark, ...query }: SpreadQuery): string =>
  spread({ ...query, benchmark: OWN_BENCHMARKS.includes(benchmark) ? DEFAULTS.benchmark : benchmark });

/** One series over time. */
export const trendUrl = metricQuestion<TrendQuery>('/api/trend', ['metric', 'area', 'grain']);

/** Every measure of one area; without a period: the latest. */
export const profileUrl = question<ProfileQuery>('/api/profile', [
  'area',
  'period',
  'benchmark',
  'confidence',
]);

/** How far each metric varies between the areas of a level; without a period: as at the latest year. */
export const metricsComparedUrl = question<MetricsComparedQuery>('/api/metrics-compared', [
  'level',
  'period',
]);

/** A metric by groups of patients; without a period: the latest. */
export const groupsUrl = question<GroupsQuery>('/api/groups', ['metric', 'area', 'period']);

/** How far an area has come towards the ambitions; without a period: by now. */
export const progressUrl = question<ProgressQuery>('/api/progress', ['area', 'period']);

/** The sentences to read first; without a period: as at the latest. */
export const findingsUrl = question<FindingsQuery>('/api/findings', ['area', 'period']);

/** Which CCGs make an Alliance’s gap. */
export const driversUrl = question<DriversQuery>('/api/drivers', ['metric', 'alliance', 'period']);

/** An Alliance’s CCGs by every measure; without a period: the latest. */
export const scorecardUrl = question<ScorecardQuery>('/api/scorecard', [
  'alliance',
  'period',
  'benchmark',
  'confidence',
]);

/** What loads changed; without an area: of all. */
export const changesUrl = question<ChangesQuery>('/api/changes', ['area']);

/** Where one figure came from, cell by cell. */
export const sourcesUrl = (id: string, area: string, period: string): string =>
  address(`/api/sources/${id}/${encodeURIComponent(area)}/${period}`, {
    group: isMetricId(id) ? metric(id).opensOn : undefined,
  });

/** A chart outside its page, as a drawing, a picture or its numbers. */
export const chartUrl = (chart: ChartId, format: 'svg' | 'png' | 'csv', query: Parameters): string =>
  address(`/api/chart/${chart}.${format}`, query);

/**
 * An area’s board pack or workbook; without a period: as at the latest; with no slides named: all of them; with no
 * colouring: the metric’s own.
 */
export const packUrl = (
  format: 'pptx' | 'xlsx',
  { area, period }: { area: string; period: string },
  slides: readonly string[] = [],
  colour = '',
): string =>
  address(`/api/pack/${encodeURIComponent(area)}.${format}`, {
    period,
    slides: slides.join(','),
    colour,
  }).replaceAll('%2C', ',');

/** An area’s brief for its board; without a period: as at the latest. */
export const briefUrl = ({ area, period }: { area: string; period: string }): string =>
  address(`/api/brief/${encodeURIComponent(area)}.pdf`, { period });

/** A file of the dataset, narrowed by what is given. */
export const downloadUrl = (file: string, filters: Parameters): string =>
  address(`/api/download/${file}`, filters, {});
