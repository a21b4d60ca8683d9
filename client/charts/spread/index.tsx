import { spreadUrl, trendUrl } from '../../../data/addresses/api.ts';
import type { Catalogue, Spread, SpreadPoint, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { type Grain, parsePeriod } from '../../../data/periods.ts';
import { formatValue, gapWords, shareWords } from '../../../data/text/format.ts';
import {
  longestSpreadChange,
  noSpreadChange,
  spreadChange,
  spreadChangeByChance,
} from '../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import type { MetricView } from '../../url.ts';
import type { Chart } from '../kit/chart.ts';
import { type Column, numberColumn, tableOf } from '../kit/columns.ts';
import { commonParts, metricChart, metricPageAsked } from '../kit/metricPage.ts';
import { type Line, lineOf } from '../kit/overTime.ts';
import { asHeading, NOT_FROM_ZERO } from '../kit/words.ts';
import { drawnOut } from '../over-time/drawn.tsx';
import { canShowOverTime, spreadDescription } from './bands.tsx';

/** The spread between areas by period, with the picked Alliance and the chosen area in it. */
export const spread: Chart = {
  asks(query, context) {
    const page = metricPageAsked(query, context);
    return { needed: [spreadUrl(page)], wanted: linesNamed(page, page.period).map(trendUrl) };
  },
  draw(query, context, replyAt) {
    const parts = metricChart(query, context, replyAt);
    const { page, metric, spread: found, picked } = parts;
    if (!canShowOverTime(found))
      throw new RangeError(`There is no spread over time to draw. ${overTimeTitle(found)}.`);
    const { level } = found.query;
    const lines = linesDrawn(page, found, picked).flatMap((query) => {
      const trend = replyAt<Trend | null>(trendUrl(query));
      return trend ? [trend] : [];
    });
    const title = overTimeTitle(found);
    const changed = spreadChange(found) !== '';
    const drawn = drawnOut(spreadDescription(found, lines, metric, ''), query);
    const { first, last } = drawn;
    return {
      title,
      ...commonParts(parts, context, 'spread over time'),
      picture: drawn.picture,
      alt: `The spread of ${metric.label} between ${areasNoun(level, 2)}, ${periodBrief(first)} to ${periodBrief(last)}. ${title}.`,
      notes: [
        ...drawn.notes,
        ...variationAmbitions(context.catalogue, page.metric).map(
          (ambition) => `The ambition (Annex A): ${ambition}.`,
        ),
        noSpreadChange(found),
        changed ? spreadChangeByChance(found) : '',
        ...found.breaks.map(({ from, reason }) => `Break from ${periodBrief(from)}. ${reason}`),
        NOT_FROM_ZERO,
      ].filter(Boolean),
      table: tableOf(
        [...overTimeColumns(metric, level), ...lines.map(lineOf).map(lineColumn)],
        drawn.rows(found.overTime),
      ),
    };
  },
};

/** How the spread changed, or why no change is stated. */
export function overTimeTitle(spread: Spread): string {
  const found = asHeading(spreadChange(spread) || longestSpreadChange(spread));
  if (found) return found;
  return spread.overTime.length > 1
    ? 'No change can be stated up to this period'
    : 'One period is published, so no change can be stated yet';
}

/** What the ambitions of Annex A ask of the variation in a metric, each once. */
export const variationAmbitions = ({ pathway }: Catalogue, metric: string): string[] => [
  ...new Set(
    pathway
      .flatMap(({ ambitions }) => ambitions)
      .filter((each) => each.metric === metric && each.heading.includes('variation'))
      .map(({ ambition }) => ambition),
  ),
];

/** The series that can stand in a spread over time: of the Alliance and of the area that a page names. */
function linesNamed({ metric, alliance, area }: MetricView, period: string) {
  const grain = parsePeriod(period)?.grain as Grain;
  const named = [...new Set([alliance, area])].filter((id) => id !== '');
  return named.map((id) => ({ metric, area: id, grain, group: 'all' as const }));
}

/** Those that do stand in it: an Alliance that has areas in it, an area that is one of them. */
export const linesDrawn = (page: MetricView, { query, areas }: Spread, picked: ReadonlySet<string>) =>
  linesNamed(page, query.period).filter(
    ({ area }) => (area === page.alliance && picked.size > 0) || areas.some((each) => each.area === area),
  );

type Value = (point: SpreadPoint) => number | null;

const gap = (low: number | null, high: number | null) => (low === null || high === null ? null : high - low);
const byChance: Value = ({ chance }) => (chance ? gap(chance.p10, chance.p90) : null);

/** The columns of a spread over time as a table, a row for each period. */
export function overTimeColumns(metric: Metric, level: string): Column<SpreadPoint>[] {
  const value = (id: string, head: string, of: Value) =>
    numberColumn(id, head, of, (figure) => formatValue(metric, figure));
  const width = (id: string, head: string, of: Value) =>
    numberColumn(id, head, of, (figure) => gapWords(metric, figure));
  return [
    {
      id: 'spread_period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    numberColumn('areas', areasNoun(level, 2), ({ areas }) => areas, String),
    value('min', 'Lowest', ({ min }) => min),
    {
      ...value('p10', '10th percentile', ({ p10 }) => p10),
      parts: [
        { id: 'p10', value: ({ p10 }) => p10 },
        { id: 'p25', value: ({ p25 }) => p25 },
      ],
    },
    value('median', 'Median', ({ median }) => median),
    {
      ...value('p90', '90th percentile', ({ p90 }) => p90),
      parts: [
        { id: 'p75', value: ({ p75 }) => p75 },
        { id: 'p90', value: ({ p90 }) => p90 },
      ],
    },
    value('max', 'Highest', ({ max }) => max),
    width('p10_to_p90', '10th to 90th', ({ p10, p90 }) => gap(p10, p90)),
    {
      ...width('p10_to_p90_by_chance', 'The same by chance', byChance),
      parts: [
        { id: 'p10_to_p90_by_chance', value: byChance },
        { id: 'p10_by_chance', value: ({ chance }) => chance?.p10 ?? null },
        { id: 'p90_by_chance', value: ({ chance }) => chance?.p90 ?? null },
      ],
    },
    numberColumn('i2', 'Beyond chance (I²)', ({ i2 }) => i2, shareWords),
  ];
}

/** The values of a line at the periods of the spread. */
function lineColumn({ area, name, points }: Line): Column<SpreadPoint> {
  const byPeriod = new Map(points.map(({ period, value }) => [period, value]));
  return { id: area, head: name, value: ({ period }) => byPeriod.get(period) ?? null };
}
