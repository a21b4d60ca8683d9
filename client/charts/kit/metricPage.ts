import { spreadUrl } from '../../../data/addresses/api.ts';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Spread } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun, capitalised } from '../../../data/text/words.ts';
import { type MetricView, metricUrl, parseMetric } from '../../url.ts';
import { type ReplyAt, searchOf } from './chart.ts';
import { subtitleOf } from './words.ts';

/** The view of a metric's page that a chart is asked for. Throws a RangeError where the metric has no figures by area. */
export function metricPageAsked(query: ChartQuery, { catalogue }: ChartContext): MetricView {
  const id = query.metric ?? '';
  const page = parseMetric(id, searchOf(query), catalogue);
  if (!page) throw new RangeError(`The metric '${id}' has no figures by area to draw.`);
  return { ...page, period: query.period ?? page.period };
}

/** What the charts of a metric’s page share: its view, the spread, and the areas picked out. */
export type MetricChart = {
  page: MetricView;
  metric: Metric;
  spread: Spread;
  picked: ReadonlySet<string>;
};

export function metricChart(query: ChartQuery, context: ChartContext, replyAt: ReplyAt): MetricChart {
  const page = metricPageAsked(query, context);
  const spread = replyAt<Spread>(spreadUrl(page));
  return { page, metric: metricOf(page.metric), spread, picked: pickedAreas(spread, page.alliance) };
}

/** The areas of a spread that lie in an Alliance, or that are it. */
export const pickedAreas = ({ areas }: Spread, alliance: string): ReadonlySet<string> =>
  new Set(
    alliance === ''
      ? []
      : areas
          .filter((each) => each.area === alliance || each.parents.includes(alliance))
          .map((each) => each.area),
  );

/** The figure that areas are held against, in words; none where there is none. */
export function benchmarkNotes({ metric, spread }: MetricChart): string[] {
  const { benchmark, against } = spread;
  return benchmark?.value == null
    ? []
    : [`${capitalised(against)}: ${formatValue(metric, benchmark.value)}.`];
}

/** Whose areas are picked out, in words; none where none are. */
export function pickedNotes({ page, spread, picked }: MetricChart, { areas }: ChartContext): string[] {
  const { level } = spread.query;
  const alliance = [...areas.alliances, ...areas.alliancesToday].find(({ area }) => area === page.alliance);
  if (!alliance || picked.size === 0) return [];
  return [
    `Picked out: ${level === 'ccg' || level === 'icb' ? `the ${areasNoun(level, 2)} of ` : ''}${alliance.name}.`,
  ];
}

/** What is the same for all of these charts; `drawn` ends the file's name. */
export const commonParts = (
  { page, metric, spread }: MetricChart,
  { catalogue }: ChartContext,
  drawn: string,
) => ({
  subtitle: subtitleOf(metric, spread),
  metrics: [page.metric],
  boundaries: false,
  page: metricUrl(page, catalogue),
  name: [
    page.metric,
    spread.query.period,
    areasNoun(spread.query.level, 2),
    drawn,
    ...(page.benchmark === DEFAULTS.benchmark ? [] : [`against ${spread.against}`]),
  ],
});
