import type { Catalogue, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { gapOverTime } from '../../../data/text/compare.ts';
import { endedSentences } from '../../../data/text/compare-absent.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import type { CompareView } from '../../pages/compare/view.ts';
import { compareSeries } from './lines.ts';

const NAMES: Record<Grain, string> = {
  month: 'month',
  quarter: 'quarter',
  year: 'financial year',
  'calendar-year': 'calendar year',
  rolling: 'rolling years',
};

/** How long the periods of a picture are, in words: `by quarter`. */
export const byGrain = (grain: Grain): string => `by ${NAMES[grain]}`;

/** Quarters where a metric has them; else periods as long as the one shown. */
export function compareGrain({ metric, period }: CompareView, catalogue: Catalogue): Grain {
  const entry = catalogue.metrics.find(({ id }) => id === metric);
  if (entry?.periods.some(({ grain }) => grain === 'quarter')) return 'quarter';
  return parsePeriod(period)?.grain ?? 'year';
}

/** Trends as lines of one picture: the finding (empty: none), breaks and ends in sentences, or why nothing is drawn. */
export function comparedOverTime(trends: readonly Trend[], metric: Metric, grain: Grain) {
  const series = compareSeries(trends, metric);
  const illustrative = trends.some((trend) => trend.illustrative);
  const end = parsePeriod(series.periods.at(-1) ?? '')?.end ?? '';
  const [only] = series.periods;
  return {
    series,
    illustrative,
    title: `${metric.label} ${byGrain(grain)}`,
    gap: illustrative ? '' : gapOverTime(metric, { ...series, breaks: series.marks.map(({ at }) => at) }),
    ended: endedSentences(trends.filter(({ successor }) => successor && successor.from <= end)),
    undrawn:
      series.periods.length > 1
        ? ''
        : only
          ? `Figures by area are published for one period only, ${periodBrief(only)}: there is no change to draw.`
          : 'There are no figures to draw.',
  };
}
