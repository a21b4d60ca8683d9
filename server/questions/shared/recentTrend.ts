import type { BreakReply, RecentTrend, TrendPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { asSentence, periodWords } from '../../../data/text/words.ts';
import { addMonths } from '../../dataset/geography.ts';
import { recentTrend } from '../../stats/trend.ts';

/** The annual figures a recent trend is read from. */
const YEARS = 5;

const notCalculated = (reason: string, periods: string[] = []): RecentTrend => ({
  direction: 'not-calculated',
  judgement: null,
  chiSquared: null,
  periods,
  reason,
});

/**
 * The trend of the last five annual figures of a series with no gap and no break among them: of counts for a proportion,
 * of published intervals for any other figure; the reason in words where there is none.
 */
export function recentTrendOf(
  metric: Metric,
  grain: Grain,
  points: readonly TrendPoint[],
  breaks: readonly BreakReply[],
): RecentTrend {
  if (grain !== 'year' && grain !== 'calendar-year')
    return notCalculated('A recent trend is read from annual figures only.');
  const last = points.slice(0, points.findLastIndex(({ value }) => value !== null) + 1).slice(-YEARS);
  const periods = last.map(({ period }) => period);
  const why = whyNoTrend(last, breaks);
  if (why !== null) return notCalculated(why, periods);
  const counts = last.flatMap(({ period, numerator, denominator }) =>
    numerator === null || denominator === null ? [] : { period, numerator, denominator },
  );
  const means = last.flatMap(({ period, value, lower, upper }) =>
    value === null || lower === null || upper === null ? [] : { period, value, lower, upper },
  );
  const complete = metric.kind === 'proportion' ? counts : means;
  if (complete.length < YEARS)
    return notCalculated(
      metric.kind === 'proportion'
        ? 'The counts behind these figures are not published.'
        : 'No intervals are published for these figures, so chance cannot be told from change.',
      periods,
    );
  const { direction, chiSquared, reason } = recentTrend(complete);
  const judgement = judgementOf(direction, metric);
  return { direction, judgement, chiSquared, periods, reason: reason === null ? null : asSentence(reason) };
}

function whyNoTrend(last: readonly TrendPoint[], breaks: readonly BreakReply[]): string | null {
  const figures = last.filter(({ value }) => value !== null);
  if (last.length < YEARS) return `${TOO_FEW}; there ${COUNTS[last.length]}.`;
  const months = last.flatMap(({ period }) => parsePeriod(period) ?? []);
  const apart = months.some(({ start }, i) => i > 0 && start !== addMonths(months[i - 1]?.start ?? '', 12));
  if (figures.length < YEARS || apart) return `${TOO_FEW}; there is a gap among the last ${YEARS}.`;
  const broken = breaks.find(
    ({ from }) => (months[0]?.start ?? '') < from && from <= (months.at(-1)?.end ?? ''),
  );
  if (!broken) return null;
  return `The figures break in ${periodWords(broken.from)}, inside the last ${YEARS} years: no trend is read across it.`;
}

const TOO_FEW = `A recent trend is read from ${YEARS} consecutive annual figures without a break`;
const COUNTS = ['are none', 'is one', 'are two', 'are three', 'are four'];

function judgementOf(direction: RecentTrend['direction'], { polarity }: Metric): RecentTrend['judgement'] {
  if (polarity === 'none' || (direction !== 'increasing' && direction !== 'decreasing')) return null;
  return (direction === 'increasing') === (polarity === 'higher') ? 'getting-better' : 'getting-worse';
}
