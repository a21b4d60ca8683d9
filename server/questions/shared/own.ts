import type { ControlReading, RecentTrend } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain, Period } from '../../../data/periods.ts';
import type { Geography } from '../../dataset/geography.ts';
import { controlOf, readingOf } from './control.ts';
import type { Row } from './figures.ts';
import { recentTrendOf } from './recentTrend.ts';
import { breaksWithin, pointsOf, spanOf, targetsWithin } from './series.ts';

/** One row of an area's series of a metric. */
export type OwnRow = Row & { metric: MetricId; period: string; grain: Grain; months: number; end: string };

/** An area's rows of one metric, at its level, as at a period. */
export type Own = {
  geography: Geography;
  id: MetricId;
  area: string;
  level: string;
  at: Period;
  rows: readonly OwnRow[];
};

/** The periods in which the metric has figures at the level, oldest first within a grain. */
export const presentAt = ({ geography, id, level }: Own) =>
  (geography.presentOf.get(id) ?? []).filter((each) => each.level === level && each.group === 'all');

/** A series by one grain, as a chart of it shows it. */
function seriesOf(own: Own, grain: Grain) {
  const { geography, id, area } = own;
  const points = pointsOf(
    area,
    own.rows.filter((row) => row.grain === grain),
    presentAt(own).filter((each) => each.grain === grain),
    geography,
  );
  const span = spanOf(points);
  const metric = metricOf(id);
  return { metric, points, breaks: breaksWithin(geography, metric, area, span), span };
}

const has = (own: Own, grain: Grain) =>
  own.rows.some((row) => row.grain === grain) || presentAt(own).some((each) => each.grain === grain);

/** The latest reading of the metric's control chart by month, the same whatever the period; null without months. */
export function controlReading(own: Own): ControlReading | null {
  if (!has(own, 'month')) return null;
  const { metric, points, breaks, span } = seriesOf(own, 'month');
  return readingOf(controlOf(metric, 'month', points, breaks, targetsWithin(metric, span)), 'month');
}

/** The trend of the last five annual figures up to the period. */
export function trendUpTo(own: Own): RecentTrend {
  const grain = has(own, 'year') ? 'year' : 'calendar-year';
  const until = { ...own, rows: own.rows.filter(({ end }) => end <= own.at.end) };
  const { metric, points, breaks } = seriesOf(until, grain);
  const ended = new Set(presentAt(own).flatMap(({ period, end }) => (end <= own.at.end ? [period] : [])));
  const known = new Set(until.rows.map(({ period }) => period));
  const seen = points.filter(({ period }) => ended.has(period) || known.has(period));
  return recentTrendOf(metric, grain, seen, breaks);
}
