import type { ComparedMetric, MetricsCompared } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { COMPARISON_WORDS, GLYPHS } from './figure.ts';
import { formatValue, gapWords, isShare } from './format.ts';
import { areasNoun, capitalised, periodBrief, plural, uncapitalised } from './words.ts';

type Measured = ComparedMetric & { period: string; p10: number; p90: number };

const isMeasured = (row: ComparedMetric): row is Measured =>
  row.period !== null && row.p10 !== null && row.p90 !== null;

/**
 * How far apart the tenth and the ninetieth of a hundred areas lie, in points; null for rates and means, whose unit
 * cannot be set beside points, and where there are no figures.
 */
export function widthInPoints(row: ComparedMetric): number | null {
  const metric = metricOf(row.metric);
  if (!isMeasured(row) || !(isShare(metric) || metric.kind === 'index')) return null;
  return (isShare(metric) ? 100 : 1) * (row.p90 - row.p10);
}

/** Where the middle eight in ten areas lie, `64.0% to 83.7%`; a few areas are told as few. */
export const middleEight = (metric: Metric, { p10, p90 }: Pick<Measured, 'p10' | 'p90'>): string =>
  p10 === p90 ? formatValue(metric, p10) : `${formatValue(metric, p10)} to ${formatValue(metric, p90)}`;

/** Which metric varies most between the areas of a level as a heading, then how far, and which varies least. */
export function comparedFinding({ rows, query, period }: MetricsCompared): string[] {
  const many = areasNoun(query.level, 2);
  const wide = rows
    .flatMap((row) => {
      const width = widthInPoints(row);
      return width === null || !isMeasured(row) ? [] : [{ row, width }];
    })
    .sort((one, other) => other.width - one.width);
  const [first] = wide;
  const last = wide.at(-1);
  if (!first || !last)
    return [`No metric has figures by ${areasNoun(query.level, 1)} up to ${periodBrief(period)}`];
  const heading = `${metricOf(first.row.metric).label}: the widest spread between ${many}`;
  const most = `${capitalised(apart(first.row))}.`;
  if (first === last) return [heading, most];
  return [
    heading,
    most,
    `The narrowest is ${uncapitalised(metricOf(last.row.metric).label)}: ${apart(last.row)}.`,
  ];
}

function apart(row: Measured): string {
  const metric = metricOf(row.metric);
  return `in ${periodBrief(row.period)} the middle eight in ten of ${row.areas} lay between ${formatValue(metric, row.p10)} and ${formatValue(metric, row.p90)}, ${gapWords(metric, row.p90 - row.p10)} apart`;
}

/** How many areas lie beyond the widened limits, and on which side: `3 of 135: ▲ 2 better, ▼ 1 worse`. */
export function farWords(metric: Metric, { far, farOf }: Pick<ComparedMetric, 'far' | 'farOf'>): string {
  if (far === null) return 'No limits';
  if (far.length === 0) return `None of ${farOf}`;
  const sides = (['high', 'low'] as const).flatMap((side) => {
    const count = far.filter((each) => each.side === side).length;
    const comparison = comparisonOf(metric, side);
    return count === 0
      ? []
      : [`${GLYPHS[comparison]} ${count} ${COMPARISON_WORDS[comparison].toLowerCase()}`];
  });
  return `${far.length} of ${farOf}: ${sides.join(', ')}`;
}

/** What lying above or below the limits means for a metric: better or worse, or neither. */
export function comparisonOf({ polarity }: Metric, side: 'low' | 'high') {
  if (polarity === 'none') return side === 'high' ? 'higher' : 'lower';
  return (side === 'high') === (polarity === 'higher') ? 'better' : 'worse';
}

/** What a line of the spread over time shows, in words. */
export function sparkWords(metric: Metric, { overTime }: Pick<ComparedMetric, 'overTime'>): string {
  const [first] = overTime;
  const last = overTime.at(-1);
  if (!first || !last) return 'No figures';
  if (first === last) return `One period: ${periodBrief(first.period)}`;
  const width = ({ p10, p90 }: { p10: number; p90: number }) => gapWords(metric, p90 - p10);
  return `The middle eight in ten were ${width(first)} apart in ${periodBrief(first.period)} and ${width(last)} in ${periodBrief(last.period)}, over ${plural(overTime.length, 'period')}`;
}

/** A period of it: `2016/17: median 82.1%; the middle eight in ten areas from 75.0% to 89.4%`. */
export function sparkPointWords(metric: Metric, point: ComparedMetric['overTime'][number]): string {
  const { period, median } = point;
  return `${periodBrief(period)}: median ${formatValue(metric, median)}; the middle eight in ten areas from ${middleEight(metric, point)}`;
}
