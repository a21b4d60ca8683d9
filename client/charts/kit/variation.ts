import { DEFAULTS } from '../../../data/addresses/choices.ts';
import { spreadUrl } from '../../../data/addresses/view.ts';
import type { Spread } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { type MetricPage, metricPageUrl, parseMetricPage } from '../../pages/metric/view.ts';
import { parametersOf } from './asked.ts';
import type { Answered, Asked, Known } from './exported.ts';
import { pickedAreas } from './shown.ts';
import { subtitleOf } from './subtitle.ts';

/** The page of a metric that a chart is asked as. Throws a RangeError where the metric has no figures by area. */
export function pageAsked(asked: Asked, { catalogue }: Known): MetricPage {
  const id = asked.metric ?? '';
  const page = parseMetricPage(id, parametersOf(asked), catalogue);
  if (!page) throw new RangeError(`The metric '${id}' has no figures by CCG or Alliance to draw.`);
  return { ...page, period: asked.period ?? page.period };
}

/** What the charts of a metric’s page share: its view, the spread, and the areas picked out. */
export type Varied = {
  page: MetricPage;
  metric: Metric;
  spread: Spread;
  picked: ReadonlySet<string>;
};

export function varied(asked: Asked, known: Known, answered: Answered): Varied {
  const page = pageAsked(asked, known);
  const spread = answered<Spread>(spreadUrl(page));
  return {
    page,
    metric: metricOf(page.metric as MetricId),
    spread,
    picked: pickedAreas(spread, page.alliance),
  };
}

/** What figures are held against, in words. */
export function heldAgainst({ metric, spread }: Varied): string[] {
  const { benchmark, against } = spread;
  const named = against.replace(/^./, (letter) => letter.toUpperCase());
  return benchmark?.value == null ? [] : [`${named}: ${formatValue(metric, benchmark.value)}.`];
}

/** Whose areas are picked out, in words. */
export function pickedWords({ page, spread, picked }: Varied, { areas }: Known): string[] {
  const alliance = areas.alliances.find(({ area }) => area === page.alliance);
  if (!alliance || picked.size === 0) return [];
  return [`Picked out: ${spread.query.level === 'ccg' ? 'the CCGs of ' : ''}${alliance.name}.`];
}

/** What is the same for all of these charts but the last word of the file's name: `what` is drawn. */
export const aboutVaried = ({ page, metric, spread }: Varied, { catalogue }: Known, what: string) => ({
  subtitle: subtitleOf(metric, spread),
  metrics: [page.metric],
  boundaries: false,
  page: metricPageUrl(page, catalogue),
  name: [
    page.metric,
    spread.query.period,
    areasNoun(spread.query.level, 2),
    what,
    ...(page.benchmark === DEFAULTS.benchmark ? [] : [`against ${spread.against}`]),
  ],
});
