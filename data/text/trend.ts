import type { Trend, TrendPoint } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { endOf, parsePeriod } from '../periods.ts';
import { named } from './approximation.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { capitalised, periodBrief, periodWords } from './words.ts';

/** The last figure of a trend, or undefined where it has none. */
export const latestPoint = (trend: Trend): TrendPoint | undefined =>
  trend.points.findLast(({ value }) => value !== null);

/** What a trend shows last, beside its target: `62-day wait: 79.1% in 2021/22 Q2, below the standard of 85%`. */
export function trendTitle(metric: Metric, trend: Trend): string {
  const point = latestPoint(trend);
  if (point?.value == null) return `${metric.label}: no figures`;
  const said = `${metric.label}: ${named(`${formatValue(metric, point.value)} in ${periodBrief(point.period)}`, point, metric)}`;
  const end = endOf(point.period);
  const target = trend.targets.find(
    ({ value, from, until }) => value !== null && from <= end && (until === null || end <= until),
  );
  if (target?.value == null) return said;
  const aim = `the ${target.basis === 'standard' ? 'standard' : 'ambition'} of ${formatRound(metric, target.value)}`;
  return `${said}, ${place(point.value, target.value)} ${aim}`;
}

function place(value: number, target: number): string {
  if (value === target) return 'equal to';
  return value > target ? 'above' : 'below';
}

const GRAINS: Record<string, string> = {
  month: 'by month',
  quarter: 'by quarter',
  year: 'by financial year',
};

/** What a trend is of: the measure, the area, the grain, and the number of people behind the last figure. */
export function trendSubtitle(metric: Metric, trend: Trend): string {
  const point = latestPoint(trend);
  const people =
    point?.denominator == null || metric.kind !== 'proportion'
      ? ''
      : ` ${formatCount(point.denominator)} ${metric.outOf} in ${periodWords(point.period)}.`;
  return `${capitalised(metric.phrase)}. ${trend.area.name}, ${GRAINS[trend.query.grain] ?? 'by year'}, in ${metric.unit}.${people}`;
}

/** A trend up to the end of a period; all of it where that is empty, the latest. What is read of its whole is left as it is. */
export function upTo(trend: Trend, period: string): Trend {
  const end = endOf(period);
  if (end === '') return trend;
  const ended = <Point extends { period: string }>(points: readonly Point[]) =>
    points.filter((point) => endOf(point.period) <= end);
  return {
    ...trend,
    points: ended(trend.points),
    benchmark: trend.benchmark && { ...trend.benchmark, points: ended(trend.benchmark.points) },
    alliances: trend.alliances.map((each) => ({ ...each, points: ended(each.points) })),
    breaks: trend.breaks.filter(({ from }) => from <= end),
  };
}

/**
 * The heading of a trend by month on what is read as at a period: its finding, or where that is not of a month only what
 * it shows, since its last month is then another figure than the one that is read.
 */
export function monthsHeading(metric: Metric, trend: Trend, period: string): string {
  const last = latestPoint(trend);
  const isMonth = period === '' || parsePeriod(period)?.grain === 'month';
  if (isMonth || last === undefined) return trendTitle(metric, trend);
  return `${metric.label} by month, to ${periodBrief(last.period)}`;
}
