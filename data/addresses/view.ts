import type { Catalogue, CatalogueMetric } from '../contract/index.ts';
import type { MetricId } from '../metrics/index.ts';
import { CONFIDENCES, DEFAULTS, LIMITS, OWN_BENCHMARKS } from './choices.ts';

/** What the map shows: one metric, one period, one level. */
export type MapView = { metric: MetricId; period: string; level: 'ccg' | 'alliance' };

type Parameters = { get(name: string): string | null };

const MAP_LEVELS = ['ccg', 'alliance'] as const;
const LONGEST_FIRST = ['year', 'calendar-year', 'rolling', 'quarter', 'month'];

/** The periods in which a metric has figures at a level, longest grain first, oldest first within it. */
export function periodsAt(metric: CatalogueMetric | undefined, level: string): string[] {
  const listed = metric?.periods.filter((entry) => entry.level === level) ?? [];
  return LONGEST_FIRST.flatMap((grain) => listed.find((entry) => entry.grain === grain)?.periods ?? []);
}

function openingPeriod(metric: CatalogueMetric, level: string, home: string | null): string {
  const all = periodsAt(metric, level);
  if (home !== null && all.includes(home)) return home;
  const longest = LONGEST_FIRST.flatMap(
    (grain) => metric.periods.find((entry) => entry.level === level && entry.grain === grain) ?? [],
  ).find((entry) => entry.periods.length > 0);
  return longest?.periods.at(-1) ?? '';
}

/**
 * The view that `?metric&period&level` asks for. What is missing or unknown falls back: the metric to the home metric,
 * the level to one at which the metric has figures, the period to the home period or the metric's latest.
 */
export function mapView(parameters: Parameters, catalogue: Catalogue): MapView {
  const { home, metrics } = catalogue;
  const byId = (id: string | null) =>
    metrics.find((each) => each.id === id && MAP_LEVELS.some((level) => periodsAt(each, level).length > 0));
  const metric = byId(parameters.get('metric')) ?? byId(home.metric);
  const level = parameters.get('level') === 'alliance' ? 'alliance' : 'ccg';
  if (!metric) return { metric: home.metric as MetricId, period: home.period ?? '', level };
  const shown =
    [level, ...MAP_LEVELS].find((each) => periodsAt(metric, each).length > 0) === 'ccg' ? 'ccg' : 'alliance';
  const period = parameters.get('period');
  return {
    metric: metric.id as MetricId,
    period:
      period !== null && periodsAt(metric, shown).includes(period)
        ? period
        : openingPeriod(metric, shown, home.period),
    level: shown,
  };
}

/** What a metric's own page asks of the data: where, when, against what, and how surely. */
export type MetricView = MapView & {
  benchmark: string;
  confidence: (typeof CONFIDENCES)[number];
  limits: (typeof LIMITS)[number];
};

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T =>
  allowed.find((each) => each === text) ?? (allowed[0] as T);

/** The view of a metric's page; null where there is no such metric, or no figure of it by CCG or Alliance. */
export function metricView(id: string, parameters: Parameters, catalogue: Catalogue): MetricView | null {
  const asked = new Map([['metric', id]]);
  for (const name of ['level', 'period']) asked.set(name, parameters.get(name) ?? '');
  const view = mapView({ get: (name) => asked.get(name) ?? null }, catalogue);
  if (view.metric !== id || view.period === '') return null;
  return {
    ...view,
    benchmark: parameters.get('benchmark') || DEFAULTS.benchmark,
    confidence: oneOf(CONFIDENCES, parameters.get('confidence')),
    limits: oneOf(LIMITS, parameters.get('limits')),
  };
}

/** An address of the API: parameters in the order in which the server names them, those at their default left out. */
export function address(
  path: string,
  parameters: Record<string, string>,
  defaults: Record<string, string>,
): string {
  const written = Object.entries(parameters)
    .filter(([name, value]) => value !== defaults[name])
    .sort(([one], [other]) => one.localeCompare(other));
  return written.length === 0 ? path : `${path}?${new URLSearchParams(written)}`;
}

/** The request that answers a view with one figure for each area. */
export const snapshotUrl = ({ level, metric, period, ...more }: MapView & Partial<MetricView>): string =>
  address(
    '/api/snapshot',
    {
      level,
      metric,
      period,
      benchmark: more.benchmark ?? DEFAULTS.benchmark,
      confidence: more.confidence ?? DEFAULTS.confidence,
    },
    DEFAULTS,
  );

/** The request that answers a view with the variation between its areas. */
export const spreadUrl = ({ level, metric, period, benchmark, limits }: MetricView): string =>
  address(
    '/api/spread',
    {
      level,
      metric,
      period,
      limits,
      benchmark: OWN_BENCHMARKS.includes(benchmark) ? DEFAULTS.benchmark : benchmark,
    },
    DEFAULTS,
  );

/** What a profile asks: an area, as at a period (empty: the latest), against what, and how surely. */
export type ProfileView = Pick<MetricView, 'benchmark' | 'confidence'> & { area: string; period: string };

const asAt = (period: string): Record<string, string> => (period === '' ? {} : { period });

/** The request that answers a profile. */
export const profileUrl = ({ area, period, benchmark, confidence }: ProfileView): string =>
  address('/api/profile', { area, benchmark, confidence, ...asAt(period) }, DEFAULTS);

/** The profile that an address of a CCG's page asks for. */
export const profileView = (area: string, parameters: Parameters): ProfileView => ({
  area,
  period: parameters.get('period') ?? '',
  benchmark: parameters.get('benchmark') || DEFAULTS.benchmark,
  confidence: oneOf(CONFIDENCES, parameters.get('confidence')),
});

/** An area as at a period; empty: the latest. */
export type AsAt = { area: string; period: string };

/** The request that answers how far an area has come towards the ambitions. */
export const progressUrl = ({ area, period }: AsAt): string =>
  address('/api/progress', { area, ...asAt(period) }, DEFAULTS);

/** The request that answers the sentences to read first. */
export const findingsUrl = ({ area, period }: AsAt): string =>
  address('/api/findings', { area, ...asAt(period) }, DEFAULTS);

/** The request that answers which CCGs make an Alliance's gap. */
export const driversUrl = ({
  metric,
  alliance,
  period,
}: {
  metric: string;
  alliance: string;
  period: string;
}) => address('/api/drivers', { metric, alliance, period }, DEFAULTS);

/** What a scorecard asks: an Alliance's CCGs as at a period, against what, and how surely. */
export type ScorecardView = Pick<MetricView, 'benchmark' | 'confidence'> & {
  alliance: string;
  period: string;
};

/** The request that answers a scorecard. */
export const scorecardUrl = ({ alliance, period, benchmark, confidence }: ScorecardView): string =>
  address('/api/scorecard', { alliance, benchmark, confidence, ...asAt(period) }, DEFAULTS);
