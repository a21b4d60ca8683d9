import { trendUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Trend } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { GAP_CHANCE } from '../../../data/text/compare.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { compareUrl } from '../../url.ts';
import { toCompare } from '../compare/index.tsx';
import type { Chart } from '../kit/chart.ts';
import { tableOf } from '../kit/columns.ts';
import { breakWords, byGrain } from '../kit/overTime.ts';
import { NOT_FROM_ZERO, unitWords } from '../kit/words.ts';
import { drawnOut } from '../over-time/drawn.tsx';
import { compareDescription, comparedOverTime, compareGrain, seriesTable } from './lines.ts';

/** Chosen areas of any level over time. */
export const compareLines: Chart = {
  asks: (query, context) => ({ needed: [], wanted: questions(query, context).urls }),
  draw(query, context, replyAt) {
    const { view, chosen, grain, urls } = questions(query, context);
    const metric = metricOf(view.metric);
    const trends = urls.flatMap((url) => replyAt<Trend | null>(url) ?? []);
    const found = comparedOverTime(trends, metric, grain);
    const { series, gap, ended, undrawn } = found;
    if (undrawn !== '') throw new RangeError(undrawn);
    const description = compareDescription(series, metric, { title: '', narrow: false });
    const drawn = drawnOut(description, { ...query, pick: view.line });
    const missing = chosen.filter(({ area }) => !trends.some((trend) => trend.area.area === area));
    const { first, last } = drawn;
    const table = seriesTable(series, metric);
    const targets =
      trends[0]?.targets.filter(({ value }) => value !== null && series.target.includes(value)) ?? [];
    const title = gap || found.title;
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${series.lines.length} areas. ${periodBrief(first)} to ${periodBrief(last)}, ${byGrain(grain)}. ${unitWords(metric)}.`,
      picture: drawn.picture,
      alt: `Lines of ${series.lines.length} areas over time. ${title}.`,
      notes: [
        ...drawn.notes,
        gap && GAP_CHANCE,
        ...targets.map(({ label }) => `${label}.`),
        ...series.marks.map(({ period, reason }) => `${breakWords(period)} ${reason}`),
        ...ended,
        missing.length === 0 ? '' : `No figures over time: ${missing.map(({ name }) => name).join(', ')}.`,
        NOT_FROM_ZERO,
      ].filter((note) => note !== ''),
      metrics: [view.metric],
      boundaries: false,
      page: compareUrl(view, context.catalogue),
      name: [view.metric, `${series.lines.length} areas`, byGrain(grain)],
      table: tableOf(table.columns, drawn.rows(table.rows)),
    };
  },
};

/** The chosen areas, and the address of the series of each. Throws a RangeError where the line is none of them. */
function questions(query: ChartQuery, context: ChartContext) {
  const { view, chosen } = toCompare(query, context);
  const { line, metric } = view;
  if (line !== '' && !view.areas.includes(line))
    throw new RangeError(`'${line}' is none of the areas compared, so that its line cannot be picked out.`);
  const grain = compareGrain(view, context.catalogue);
  return {
    view,
    chosen,
    grain,
    urls: chosen.map(({ area }) => trendUrl({ metric, area, grain, group: 'all' })),
  };
}
