import type { Areas, Trend } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { GRAINS, type Grain } from '../../../data/periods.ts';
import { assuranceWords, recentTrendWords, variationWords } from '../../../data/text/control.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { trendSubtitle, trendTitle } from '../../../data/text/trend.ts';
import { trendUrl } from '../../api.ts';
import { allianceAddress } from '../../pages/alliance/view.ts';
import { breakWords } from '../kit/breakWords.ts';
import { type Asked, DRAWN_WIDTH, type Exported, type Known } from '../kit/exported.ts';
import { grainOf } from './allianceGrain.ts';
import { canDrawTrend, trendFigure } from './figure.ts';
import { trendGrain } from './grain.ts';
import { targetIn } from './series.ts';
import { trendTable } from './table.ts';

const isAlliance = (area: string, { alliances }: Areas) => alliances.some((each) => each.area === area);
const isCcg = (area: string, { ccgs, laterCcgs }: Areas) =>
  [...ccgs, ...laterCcgs].some((each) => each.area === area);

/** What a trend is asked: by default by the grain its page opens with. */
function questionOf(asked: Asked, { areas, catalogue }: Known) {
  const metric = asked.metric as MetricId;
  const { area = '' } = asked;
  const opens = isAlliance(area, areas) ? grainOf(catalogue, metric) : trendGrain(catalogue, metric);
  const grain: Grain | null = GRAINS.find((each) => each === asked.grain) ?? opens;
  if (grain === null) throw new RangeError(`The metric '${metric}' has no figures over time to draw.`);
  return { metric, area, grain, group: 'all' as const };
}

function pageOf({ metric = '', area = '', grain }: Asked, control: boolean, { areas }: Known): string {
  const parameters = new URLSearchParams();
  if (isCcg(area, areas)) parameters.set('trend', metric);
  if (control) parameters.set('chart', 'control');
  if (grain) parameters.set('grain', grain);
  const search = parameters.toString();
  if (isAlliance(area, areas))
    return allianceAddress(`/alliances/${area}`, search, { metric: metric as MetricId });
  return isCcg(area, areas) ? `/ccgs/${area}?${search}` : `/metrics/${metric}`;
}

function titleOf(trend: Trend, metric: Metric, control: boolean): string {
  if (trend.illustrative) return `${metric.label}: no finding is drawn`;
  if (!control) return trendTitle(metric, trend);
  return `${metric.label}. ${variationWords(metric, trend.control).replace(/\.$/, '')}`;
}

/** What is said of single figures, with the periods it is said of where these are not all. */
function notesOfPoints({ points }: Trend): string[] {
  const drawn = points.filter(({ value, status }) => value !== null && status !== 'illustrative');
  return [...new Set(drawn.flatMap(({ notes }) => notes))].map((said) => {
    const of = drawn.filter(({ notes }) => notes.includes(said)).map(({ period }) => periodBrief(period));
    const sentence = said.endsWith('.') ? said : `${said}.`;
    if (of.length === drawn.length) return sentence;
    return of.length > 3 ? `${of.length} figures: ${sentence}` : `${of.join(', ')}: ${sentence}`;
  });
}

/** The benchmark at its last figure. */
function benchmarkOf({ benchmark }: Trend, metric: Metric): string {
  const last = benchmark?.points.findLast(({ value }) => value !== null);
  if (!benchmark || last?.value == null) return '';
  return `${benchmark.name}: ${formatValue(metric, last.value)} in ${periodBrief(last.period)}.`;
}

/** What must be known to read the drawing: benchmark, target, variation, gaps, breaks, and where the series ends. */
function notesOf(trend: Trend, metric: Metric, control: boolean, marks: readonly Mark[]): string[] {
  const { points, targets, query, note } = trend;
  const gaps = points.filter(({ value }) => value === null).length;
  const drawn = points.map(({ period }) => targetIn(trend, period));
  const annual = query.grain === 'year' || query.grain === 'calendar-year';
  return [
    control ? '' : benchmarkOf(trend, metric),
    ...targets.filter(({ value }) => drawn.includes(value ?? Number.NaN)).map(({ label }) => `${label}.`),
    ...(control ? [`${trendTitle(metric, trend)}.`, assuranceWords(metric, trend.control)] : []),
    ...(control ? trend.control.cautions : []),
    annual ? recentTrendWords(trend.recentTrend) : '',
    gaps === 0 ? '' : `${formatCount(gaps)} of ${formatCount(points.length)} periods have no figure.`,
    ...marks.map(({ period, reasons }) => `${breakWords(period)} ${reasons.join(' ')}`),
    note ?? '',
    ...notesOfPoints(trend),
    'The axis does not start at zero.',
  ].filter((each) => each !== '');
}

type Mark = { period: string; reasons: readonly string[] };

/** One area by one metric over time, as a trend or as a control chart. */
const overTime = (control: boolean): Exported => ({
  asks: (asked, known) => ({ needed: [trendUrl(questionOf(asked, known))] }),
  take(asked, known, answered) {
    const question = questionOf(asked, known);
    const trend = answered<Trend>(trendUrl(question));
    const metric = metricOf(question.metric);
    if (!canDrawTrend(trend))
      throw new RangeError(`There are no figures of ${metric.label} for ${trend.area.name} to draw.`);
    if (control && trend.control.reason !== null)
      throw new RangeError(`There is no control chart here. ${trend.control.reason}`);
    const { Chart, spec, marks } = trendFigure(trend, { control, width: DRAWN_WIDTH, areas: known.areas });
    return {
      title: titleOf(trend, metric, control),
      subtitle: trendSubtitle(metric, trend),
      picture: <Chart trend={trend} spec={{ ...spec, height: 420 }} />,
      alt: `${spec.label.replace(/\.$/, '')}. ${trend.area.name}, ${trend.points.length} periods.`,
      notes: notesOf(trend, metric, control, marks),
      metrics: [question.metric],
      illustrative: trend.illustrative,
      boundaries: false,
      page: pageOf(asked, control, known),
      name: [question.metric, trend.area.name, `by ${question.grain}`, ...(control ? ['control chart'] : [])],
      table: trendTable(trend, metric, control),
    };
  },
});

export const trend = overTime(false);
export const control = overTime(true);
