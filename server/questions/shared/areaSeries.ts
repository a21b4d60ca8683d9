import type { BreakReply, ControlReading, RecentTrend } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Grain, Period } from '../../../data/periods.ts';
import { periodWords } from '../../../data/text/words.ts';
import type { Geography } from '../../dataset/geography.ts';
import { controlOf, readingOf } from './control.ts';
import { judgedOnly, type Row } from './figures.ts';
import { breaksOfProvider, PROVIDER } from './provider.ts';
import { recentTrendOf } from './recentTrend.ts';
import { breaksWithin, type Months, pointsOf, spanOf, targetsWithin } from './series.ts';

/** One row of an area's series of a metric. */
export type AreaRow = Row & {
  metric: MetricId;
  period: string;
  grain: Grain;
  months: number;
  end: string;
  group: string;
};

/** An area's rows of one metric, of all periods, and the period that a reply is as at. */
export type AreaSeries = {
  geography: Geography;
  id: MetricId;
  area: string;
  level: string;
  asAt: Period;
  rows: readonly AreaRow[];
  /** England's rows by provider, where it has them: what its trend is read from, as on its chart. */
  byProvider: readonly AreaRow[];
};

const LEVELS: Record<string, string> = {
  ccg: 'by CCG',
  icb: 'by ICB',
  'alliance-today': 'by today’s Alliance',
  alliance: 'by Alliance',
  own: 'for this own area',
  region: 'by region',
  england: 'for England',
};

/** An area's latest figure up to a period: of the same length where it has one, else of the longest it has. */
export function latestFigure({ rows, asAt }: AreaSeries): AreaRow | null {
  const figures = rows.filter(({ value, end }) => value !== null && end <= asAt.end);
  const alike = figures.filter(({ grain }) => grain === asAt.grain);
  const longest = Math.max(...figures.map(({ months }) => months));
  const usable = alike.length > 0 ? alike : figures.filter(({ months }) => months === longest);
  return usable.at(-1) ?? null;
}

/** Why an area has no figure up to a period. */
export function whyNoFigure(series: AreaSeries): string {
  const { geography, id, area, level, asAt, rows } = series;
  const { label } = metricOf(id);
  const where = LEVELS[level] ?? 'for this area';
  const present = presentOf(series);
  if (present.length === 0) return `${label} is not published ${where}.`;
  const made = geography.versionsOf.get(area)?.[0];
  if (made && made.from > asAt.end)
    return `${made.name} was made in ${periodWords(made.from)}, after this period.`;
  const first = present.reduce((one, other) => (other.end < one.end ? other : one));
  if (first.end > asAt.end) return `The first figures ${where} are of ${periodWords(first.period)}.`;
  const gap = rows.findLast(({ end }) => end <= asAt.end);
  return gap?.note || `No figure was published for this area by ${periodWords(asAt.id)}.`;
}

/** What has to be known of a figure that stands in for the period asked for. */
export function latestNotes({ geography, area, asAt, rows }: AreaSeries, row: AreaRow): string[] {
  const then = geography.areaAt(area, row.end)?.name;
  const now = geography.areaAt(area, asAt.end)?.name;
  const gap = rows.find(({ period, value }) => period === asAt.id && value === null);
  return [...otherArea(area, then, now), ...(gap ? [`None for ${periodWords(asAt.id)}: ${gap.note}`] : [])];
}

/** That a code stood for another CCG in the month of a figure; nothing where it is the same. */
export const otherArea = (area: string, then: string | undefined, now: string | undefined): string[] =>
  then === undefined || then === now ? [] : [`A figure of ${then}, which had the code ${area} then.`];

/** The latest reading of the metric's control chart by month, from all the rows given; null without months. */
export function controlReading(series: AreaSeries): ControlReading | null {
  if (!has(series, 'month')) return null;
  const { metric, points, breaks, span } = chartOf(series, 'month');
  return readingOf(controlOf(metric, 'month', points, breaks, targetsWithin(metric, span)), 'month');
}

/** The trend of the last five annual figures up to the period. */
export function trendUpTo(series: AreaSeries): RecentTrend {
  const { asAt } = series;
  const grain = has(series, 'year') ? 'year' : 'calendar-year';
  const upTo = (rows: readonly AreaRow[]) => rows.filter(({ end }) => end <= asAt.end);
  const until = { ...series, rows: upTo(series.rows), byProvider: upTo(series.byProvider) };
  const { metric, points, breaks } = chartOf(until, grain);
  const ended = new Set(
    presentOf(series, groupOverTime(series)).flatMap(({ period, end }) => (end <= asAt.end ? [period] : [])),
  );
  const withRow = new Set(overTime(until).map(({ period }) => period));
  const shown = points.filter(({ period }) => ended.has(period) || withRow.has(period));
  return recentTrendOf(metric, grain, shown, breaks);
}

/** A metric at a level. */
type Measured = Pick<AreaSeries, 'geography' | 'id' | 'level'>;

/** Whether the metric is published for areas of the level at all. */
export const isPublished = (of: Measured): boolean => presentOf(of).length > 0;

/** The periods in which the metric has figures at the level, oldest first within a grain. */
const presentOf = ({ geography, id, level }: Measured, group = 'all') =>
  (geography.presentOf.get(id) ?? []).filter((each) => each.level === level && each.group === group);

/** The rows that a chart of the area over time is drawn from. */
export const overTime = ({ rows, byProvider }: AreaSeries) => (byProvider.length > 0 ? byProvider : rows);
/** The breaks of that series between two months. */
export const breaksOverTime = (series: AreaSeries, span: Months): BreakReply[] =>
  groupOverTime(series) === PROVIDER
    ? breaksOfProvider(metricOf(series.id), span)
    : breaksWithin(series.geography, metricOf(series.id), series.area, span);

const groupOverTime = ({ byProvider }: AreaSeries) => (byProvider.length > 0 ? PROVIDER : 'all');

const has = (series: AreaSeries, grain: Grain) =>
  overTime(series).some((row) => row.grain === grain) ||
  presentOf(series, groupOverTime(series)).some((each) => each.grain === grain);

/** The series by one grain, as a chart of it shows it. */
function chartOf(series: AreaSeries, grain: Grain) {
  const { geography, id, area } = series;
  const points = pointsOf(
    area,
    overTime(series).filter((row) => row.grain === grain),
    presentOf(series, groupOverTime(series)).filter((each) => each.grain === grain),
    geography,
  );
  const span = spanOf(points);
  const metric = metricOf(id);
  return { metric, points: judgedOnly(points), breaks: breaksOverTime(series, span), span };
}
