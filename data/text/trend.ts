import type { Trend, TrendPoint } from '../contract/index.ts';
import type { Metric } from '../metrics/types.ts';
import { parsePeriod } from '../periods.ts';
import { periodBrief, periodWords } from './figure.ts';
import { formatCount, formatRound, formatValue } from './format.ts';

/** The last figure of a trend, or undefined where it has none. */
export const latest = (trend: Trend): TrendPoint | undefined =>
  trend.points.findLast(({ value }) => value !== null);

/** What a trend shows last, beside its target: `62-day wait: 79.1% in 2021/22 Q2, below the standard of 85%`. */
export function trendTitle(metric: Metric, trend: Trend): string {
  const point = latest(trend);
  if (point?.value == null) return `${metric.label}: no figures`;
  const said = `${metric.label}: ${formatValue(metric, point.value)} in ${periodBrief(point.period)}`;
  const end = parsePeriod(point.period)?.end ?? '';
  const target = trend.targets.find(
    ({ value, from, until }) => value !== null && from <= end && (until === null || end <= until),
  );
  if (target?.value == null) return said;
  const aim = `the ${target.basis === 'standard' ? 'standard' : 'ambition'} of ${formatRound(metric, target.value)}`;
  return `${said}, ${place(point.value, target.value, metric)} ${aim}`;
}

function place(value: number, target: number, { polarity }: Metric): string {
  if (value === target) return 'equal to';
  if (polarity === 'none') return value > target ? 'above' : 'below';
  return value > target ? 'above' : 'below';
}

const GRAINS: Record<string, string> = {
  month: 'by month',
  quarter: 'by quarter',
  year: 'by financial year',
};

/** What a trend is of: the measure, the area, the grain, and the number of people behind the last figure. */
export function trendSubtitle(metric: Metric, trend: Trend): string {
  const point = latest(trend);
  const people =
    point?.denominator == null || metric.kind !== 'proportion'
      ? ''
      : ` ${formatCount(point.denominator)} ${metric.outOf} in ${periodWords(point.period)}.`;
  const phrase = `${metric.phrase[0]?.toUpperCase()}${metric.phrase.slice(1)}`;
  return `${phrase}. ${trend.area.name}, ${GRAINS[trend.query.grain] ?? 'by year'}, in ${metric.unit}.${people}`;
}
