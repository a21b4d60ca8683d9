import { trendUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Areas, Trend } from '../../../data/contract/index.ts';
import { asMetricId, type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { GRAINS, type Grain } from '../../../data/periods.ts';
import { targetIn } from '../../../data/standards.ts';
import { assuranceWords, recentTrendWords, variationWords } from '../../../data/text/control.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { trendSubtitle, trendTitle, upTo } from '../../../data/text/trend.ts';
import { briefName, periodBrief, withFullStop } from '../../../data/text/words.ts';
import { ALLIANCE, EXPLORED } from '../../url.ts';
import { type Chart, DRAWN_WIDTH, searchOf } from '../kit/chart.ts';
import { breakWords, hasFigures, openingGrain } from '../kit/overTime.ts';
import { asHeading, NOT_FROM_ZERO } from '../kit/words.ts';
import { controlDescription } from './control.tsx';
import { drawnOut } from './drawn.tsx';
import { controlSeries, type Mark, marksOf, periodsOf, trendTable } from './series.ts';
import { trendDescription } from './trend.tsx';

/** One area by one metric over time, as a trend or as a control chart. */
const overTime = (control: boolean): Chart => ({
  asks: (query, context) => ({ needed: [trendUrl(questionOf(query, context))] }),
  draw(query, context, replyAt) {
    const question = questionOf(query, context);
    const trend = upTo(replyAt<Trend>(trendUrl(question)), query.period ?? '');
    const metric = metricOf(question.metric);
    if (!hasFigures(trend)) throw new RangeError(noFigureWords(trend, metric));
    if (control && trend.control.reason !== null)
      throw new RangeError(`There is no control chart here. ${trend.control.reason}`);
    const { description, marks } = trendFigure(trend, { control, areas: context.areas });
    const { width, height } = context.size ?? { width: DRAWN_WIDTH, height: LARGE };
    const drawn = drawnOut({ ...description, least: () => height }, query, width);
    return {
      title: titleOf(trend, metric, control),
      subtitle: trendSubtitle(metric, trend),
      picture: drawn.picture,
      alt: `${asHeading(description.label)}. ${trend.area.name}, ${periodBrief(drawn.first)} to ${periodBrief(drawn.last)}.`,
      notes: [...drawn.notes, ...notesOf(trend, metric, control, marks)],
      metrics: [question.metric],
      boundaries: false,
      page: pageOf(query, control, context),
      name: [question.metric, trend.area.name, `by ${question.grain}`, ...(control ? ['control chart'] : [])],
      table: trendTable(trend, control, drawn.rows),
    };
  },
});

export const trend = /* @__PURE__ */ overTime(false);
export const control = /* @__PURE__ */ overTime(true);

/** How high the picture of a trend is outside its page, without its legend. */
const LARGE = 390;

/** That a trend has no figure at all, with what is known of that, in sentences. */
export const noFigureWords = ({ area, note, points }: Trend, { label }: Metric): string =>
  [
    `There are no figures of ${label} for ${area.name} to draw.`,
    ...[note ?? '', ...new Set(points.flatMap(({ notes }) => notes))].filter(Boolean).map(withFullStop),
  ].join(' ');

type Figure = {
  /** Whether as a control chart; a trend that none can be made of is drawn as a trend. */
  control: boolean;
  areas: Pick<Areas, 'alliances'> | undefined;
};

/** What the chart of a trend shows, plain or as a control chart, and where it breaks; it has no title in it. */
export function trendFigure(trend: Trend, { control, areas }: Figure) {
  const metric = metricOf(trend.query.metric);
  const charted = control && trend.control.reason === null;
  const shortName = (name: string) =>
    areas?.alliances.find((each) => each.name === name)?.shortName ?? briefName(name);
  const title = trendTitle(metric, trend);
  const words = {
    label: charted ? `Control chart. ${title}. ${variationWords(metric, trend.control)}` : title,
    areaName: shortName(trend.area.name),
    allianceNames: trend.alliances.map(({ name }) => shortName(name)),
  };
  return {
    description: (charted ? controlDescription : trendDescription)(trend, metric, words),
    charted,
    marks: charted ? controlSeries(trend).marks : marksOf(trend, periodsOf(trend)),
  };
}

const isAlliance = (area: string, { alliances }: Areas) => alliances.some((each) => each.area === area);
const isCcg = (area: string, { ccgs, laterCcgs }: Areas) =>
  [...ccgs, ...laterCcgs].some((each) => each.area === area);

/** The question that a trend answers: by default by the grain its page opens with. */
function questionOf(query: ChartQuery, { areas, catalogue }: ChartContext) {
  const metric = asMetricId(query.metric ?? '');
  const { area = '' } = query;
  const opening = openingGrain(catalogue, metric, isAlliance(area, areas) ? 'alliance' : 'ccg');
  const grain: Grain | null = GRAINS.find((each) => each === query.grain) ?? opening;
  if (grain === null) throw new RangeError(`The metric '${metric}' has no figures over time to draw.`);
  return { metric, area, grain, group: 'all' as const };
}

function pageOf(
  { metric = '', area = '', grain, period = '', ...query }: ChartQuery,
  control: boolean,
  { areas }: ChartContext,
): string {
  const parameters = new URLSearchParams();
  if (isCcg(area, areas)) parameters.set('trend', metric);
  if (control) parameters.set('chart', 'control');
  if (grain) parameters.set('grain', grain);
  const search = EXPLORED.change(parameters.toString(), EXPLORED.parse(searchOf(query))).slice(1);
  if (isAlliance(area, areas))
    return `/alliances/${area}${ALLIANCE.change(search, { metric: asMetricId(metric), period })}`;
  return isCcg(area, areas) ? `/ccgs/${area}?${search}` : `/metrics/${metric}`;
}

function titleOf(trend: Trend, metric: Metric, control: boolean): string {
  if (!control) return trendTitle(metric, trend);
  return `${metric.label}. ${asHeading(variationWords(metric, trend.control))}`;
}

/** What must be known to read the drawing: benchmark, target, variation, gaps, breaks, and where the series ends. */
function notesOf(trend: Trend, metric: Metric, control: boolean, marks: readonly Mark[]): string[] {
  const { points, targets, query, note } = trend;
  const gaps = points.filter(({ value }) => value === null).length;
  const drawn = points.map(({ period }) => targetIn(trend, period));
  const annual = query.grain === 'year' || query.grain === 'calendar-year';
  return [
    control ? '' : benchmarkNote(trend, metric),
    ...targets.filter(({ value }) => drawn.includes(value ?? Number.NaN)).map(({ label }) => `${label}.`),
    ...(control ? [`${trendTitle(metric, trend)}.`, assuranceWords(metric, trend.control)] : []),
    ...(control ? trend.control.cautions : []),
    annual ? recentTrendWords(trend.recentTrend) : '',
    gaps === 0 ? '' : `${formatCount(gaps)} of ${formatCount(points.length)} periods have no figure.`,
    ...marks.map(({ period, reasons }) => `${breakWords(period)} ${reasons.join(' ')}`),
    note ?? '',
    ...pointNotes(trend),
    NOT_FROM_ZERO,
  ].filter((each) => each !== '');
}

/** The benchmark at its last figure. */
function benchmarkNote({ benchmark }: Trend, metric: Metric): string {
  const last = benchmark?.points.findLast(({ value }) => value !== null);
  if (!benchmark || last?.value == null) return '';
  return `${benchmark.name}: ${formatValue(metric, last.value)} in ${periodBrief(last.period)}.`;
}

/** The notes of single figures, each with its periods where it is not a note of all. */
function pointNotes({ points }: Trend): string[] {
  const drawn = points.filter(({ value }) => value !== null);
  return [...new Set(drawn.flatMap(({ notes }) => notes))].map((note) => {
    const periods = drawn
      .filter(({ notes }) => notes.includes(note))
      .map(({ period }) => periodBrief(period));
    const sentence = withFullStop(note);
    if (periods.length === drawn.length) return sentence;
    return periods.length > 3
      ? `${periods.length} figures: ${sentence}`
      : `${periods.join(', ')}: ${sentence}`;
  });
}
