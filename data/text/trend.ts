import type { Trend, TrendPoint } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { endOf } from '../periods.ts';
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
