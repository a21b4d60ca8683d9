import { trendUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { Areas, Catalogue, Trend } from '../../../data/contract/index.ts';
import { asMetricId, type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { GRAINS, type Grain } from '../../../data/periods.ts';
import { GAP_CHANCE, gapOverTime } from '../../../data/text/compare.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { latestPoint, trendTitle } from '../../../data/text/trend.ts';
import { areasNoun, briefName, periodBrief } from '../../../data/text/words.ts';
import { allianceUrl } from '../../url.ts';
import { allianceAsked, markedAsked } from '../kit/alliancePage.ts';
import type { Chart } from '../kit/chart.ts';
import { type Column, tableOf } from '../kit/columns.ts';
import {
  breakPlaces,
  breakWords,
  byGrain,
  hasFigures,
  lineOf,
  openingGrain,
  placeFrom,
  standardIn,
  valuesAt,
} from '../kit/overTime.ts';
import { NOT_FROM_ZERO, unitWords } from '../kit/words.ts';
import { drawnOut } from '../over-time/drawn.tsx';
import { allianceLinesDescription } from './lines.ts';

/** Every CCG of an Alliance over time, with the Alliance, England and the standard. */
export const allianceLines: Chart = {
  asks(query, context) {
    const { own, ccgs } = questions(query, context);
    return { needed: [own], wanted: ccgs };
  },
  draw(query, context, replyAt) {
    const { alliance, metric: id, grain, own, ccgs: urls, level } = questions(query, context);
    const metric = metricOf(id);
    const whole = replyAt<Trend>(own);
    const ccgs = urls.flatMap((url) => {
      const trend = replyAt<Trend | null>(url);
      return trend && hasFigures(trend) ? [trend] : [];
    });
    const { targets, breaks } = whole;
    const area = markedAsked(
      query,
      ccgs.map((ccg) => ccg.area),
      alliance,
    );
    const description = allianceLinesDescription(whole, ccgs, metric, { title: '', narrow: false });
    if (description === null)
      throw new RangeError(
        `There are too few figures of '${id}' for ${alliance.name} ${byGrain(grain)} to draw over time.`,
      );
    const drawn = drawnOut(description, { ...query, pick: area });
    const { first, last } = drawn;
    const periods = description.places.map(({ id }) => id);
    // With later CCGs there would be no period in which all have a figure.
    const lasting = ccgs.filter(
      ({ area: own }) =>
        own.level === level && (level === 'icb' || ('ccgs' in alliance && alliance.ccgs.includes(own.area))),
    );
    const lines = lasting.map(({ points }) => ({ level, values: valuesAt(periods, points) }));
    const gap = gapOverTime(
      metric,
      { periods, breaks: breakPlaces(periods, breaks), lines },
      areasNoun(level, 1),
    );
    const standing = trendTitle(metric, whole);
    const point = latestPoint(whole);
    const people =
      point?.denominator == null || metric.kind !== 'proportion'
        ? ''
        : `, ${formatCount(point.denominator)} ${metric.outOf} in ${periodBrief(point.period)}`;
    const title = gap || standing;
    const table = linesTable(whole, ccgs, metric);
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${ccgs.length} ${areasNoun(level, ccgs.length)} of ${alliance.name} over the years${people}. ${periodBrief(first)} to ${periodBrief(last)}, ${byGrain(grain)}. ${unitWords(metric)}.`,
      picture: drawn.picture,
      alt: `Lines of ${ccgs.length} ${areasNoun(level, 2)} of ${alliance.name} over time. ${title}.`,
      notes: [
        gap === '' ? '' : `${alliance.name}: ${standing}.`,
        ...drawn.notes,
        linesNote(level),
        gap === '' ? '' : GAP_CHANCE,
        ...targets.filter(({ value }) => drawn.targets.includes(value)).map(({ label }) => `${label}.`),
        ...breaks.flatMap(({ from, reason }) => {
          const period = periods[placeFrom(periods, from)];
          return period === undefined || period === periods[0] ? [] : `${breakWords(period)} ${reason}`;
        }),
        NOT_FROM_ZERO,
      ].filter((note) => note !== ''),
      metrics: [id],
      boundaries: false,
      page: allianceUrl(alliance.area, { metric: id, area }),
      name: [id, alliance.shortName, `${areasNoun(level, 2)} ${byGrain(grain)}`],
      table: tableOf(table.columns, drawn.rows(table.rows)),
    };
  },
};

/** The Alliance, its metric and grain, and the addresses of its own series and those of its CCGs. */
function questions(query: ChartQuery, context: ChartContext) {
  const alliance = allianceAsked(query, context);
  const metric = asMetricId(query.metric ?? '');
  const grain: Grain | null =
    GRAINS.find((each) => each === query.grain) ??
    openingGrain(context.catalogue, metric, 'icbs' in alliance ? 'alliance-today' : 'alliance');
  if (grain === null) throw new RangeError(`The metric '${metric}' has no figures of Alliances over time.`);
  const urlOf = (area: string) => trendUrl({ metric, area, grain, group: 'all' });
  const { areas, level } = partsOverTime(alliance, context.areas, context.catalogue, metric);
  return {
    alliance,
    metric,
    grain,
    own: urlOf(alliance.area),
    ccgs: areas.map(urlOf),
    level,
  };
}

/** An Alliance of Annex i with its CCGs, or one of today with its ICBs. */
type WithParts = { area: string } & ({ ccgs: readonly string[] } | { icbs: readonly string[] });

/**
 * The CCGs and ICBs that count in an Alliance at any time and can have figures of a metric: the CCGs of Annex i and those
 * that later mergers made of them, and the ICBs that followed them; and the level of the latest of these.
 */
export function partsOverTime(
  alliance: WithParts,
  { laterCcgs, icbs }: Pick<Areas, 'laterCcgs' | 'icbs'>,
  { metrics }: Pick<Catalogue, 'metrics'>,
  metric: MetricId,
): { areas: string[]; level: 'ccg' | 'icb' } {
  const periods = metrics.find(({ id }) => id === metric)?.periods ?? [];
  const has = (level: string) => periods.some((each) => each.level === level);
  const later = laterCcgs.filter((each) => each.alliance === alliance.area).map(({ area }) => area);
  const ccgs = 'ccgs' in alliance && has('ccg') ? [...alliance.ccgs, ...later] : [];
  const counted = icbs.filter((icb) =>
    'icbs' in alliance
      ? alliance.icbs.includes(icb.area)
      : icb.alliances.some((each) => each.counted && each.area === alliance.area),
  );
  const own = has('icb') ? counted.map(({ area }) => area) : [];
  return {
    areas: [...new Set([...ccgs, ...own])],
    level: own.length > 0 || 'icbs' in alliance ? 'icb' : 'ccg',
  };
}

/** How the picture of an Alliance’s CCGs or ICBs over time is to be read. */
export const linesNote = (level: 'ccg' | 'icb'): string =>
  level === 'icb'
    ? 'Grey: an ICB each. A line that ends or begins is an ICB that merged or was made by a merger.'
    : 'Grey: a CCG each. A line that ends or begins is a CCG that merged or was made by a merger.';

type Row = { period: string; values: ReadonlyMap<string, number | null> };

/**
 * The values of an Alliance, its CCGs and England over time, a column for each, and the standard; the latest period
 * first. The Alliance’s trend says which periods there are.
 */
export function linesTable(whole: Trend, ccgs: readonly Trend[], metric: Metric) {
  const lines = [...[whole, ...ccgs].map(lineOf), ...(whole.benchmark ? [whole.benchmark] : [])];
  const byArea = lines.map(
    ({ area, points }) => [area, new Map(points.map(({ period, value }) => [period, value]))] as const,
  );
  const aim = (period: string) => standardIn(whole.targets, period);
  const shown = (value: number | null) => (value === null ? null : formatValue(metric, value));
  const rows = whole.points
    .map(
      ({ period }): Row => ({
        period,
        values: new Map(byArea.map(([area, values]) => [area, values.get(period) ?? null])),
      }),
    )
    .reverse();
  const columns: Column<Row>[] = [
    {
      id: 'period',
      head: 'Period',
      value: ({ period }) => period,
      shown: ({ period }) => periodBrief(period),
    },
    ...lines.map(
      ({ area, name }): Column<Row> => ({
        id: area,
        head: briefName(name),
        number: true,
        value: ({ values }) => values.get(area) ?? null,
        shown: ({ values }) => shown(values.get(area) ?? null),
      }),
    ),
    ...(rows.some(({ period }) => aim(period) !== null)
      ? [
          {
            id: 'standard',
            head: 'Standard',
            number: true,
            value: ({ period }: Row) => aim(period),
            shown: ({ period }: Row) => shown(aim(period)),
          },
        ]
      : []),
  ];
  return { columns, rows };
}
