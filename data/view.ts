import type { Catalogue, CatalogueMetric } from './contract.ts';
import type { MetricId } from './metrics.ts';

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

/** The request that answers a view, its parameters in the order in which the server names them. */
export const snapshotUrl = ({ level, metric, period }: MapView): string =>
  `/api/snapshot?level=${level}&metric=${metric}&period=${period}`;
