import { spreadUrl } from '../../../data/addresses/api.ts';
import type { Spread } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../../data/text/format.ts';
import { funnelTitle, widenedLimitsWords, zoneWords } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/words.ts';
import { type Chart, DRAWN_WIDTH, nothing } from '../kit/chart.ts';
import { type Column, ofColumns, tableOf } from '../kit/columns.ts';
import { benchmarkNotes, commonParts, metricChart, metricPageAsked, pickedNotes } from '../kit/metricPage.ts';
import { asHeading } from '../kit/words.ts';
import { FunnelChart } from './FunnelChart.tsx';

/** Every area by its number of people, between the limits that chance sets. */
export const funnel: Chart = {
  asks: (query, context) => ({ needed: [spreadUrl(metricPageAsked(query, context))] }),
  draw(query, context, replyAt) {
    const parts = metricChart(query, context, replyAt);
    const { page, metric, spread, picked } = parts;
    const title = funnelHeading(spread);
    const spec = {
      metric,
      width: DRAWN_WIDTH,
      height: 480,
      title: '',
      picked,
      selected: page.area,
      adjusted: page.widened,
      against: spread.against,
    };
    return {
      title,
      ...commonParts(parts, context, `funnel ${page.widened ? 'widened' : page.limits} limits`),
      picture: <FunnelChart spread={spread} spec={spec} onSelect={nothing} />,
      alt: `Funnel plot of ${metric.label} by ${areasNoun(spread.query.level, 1)}. ${title}.`,
      notes: [
        ...pickedNotes(parts, context),
        ...benchmarkNotes(parts),
        spread.funnel ? widenedLimitsWords(spread) : (spread.funnelReason ?? ''),
      ].filter(Boolean),
      table: tableOf(
        [...ofColumns(spread.query), ...funnelColumns(metric, spread.query.level)],
        spread.areas,
      ),
    };
  },
};

/** What the funnel found, or that there is none. */
export const funnelHeading = (spread: Spread): string =>
  asHeading(spread.funnel ? funnelTitle(spread) : 'Chance cannot be told from difference here');

type Row = Spread['areas'][number];

/** The columns of a funnel as a table. */
export function funnelColumns(metric: Metric, level: string): Column<Row>[] {
  return [
    { id: 'area_name', head: areasNoun(level, 1), value: ({ name }) => name },
    { id: 'area', head: 'Code', value: ({ area }) => area },
    {
      id: 'value',
      head: 'Value',
      number: true,
      value: ({ value }) => value,
      shown: ({ value }) => (value === null ? null : formatValue(metric, value)),
    },
    {
      id: 'denominator',
      head: 'Counted',
      number: true,
      value: ({ denominator }) => denominator,
      shown: ({ denominator }) => (denominator === null ? null : formatCount(denominator)),
    },
    { id: 'zone', head: 'In the funnel', value: ({ zone }) => zone, shown: ({ zone }) => zoneWords(zone) },
    {
      id: 'zone_widened',
      head: 'With widened limits',
      value: ({ adjustedZone }) => adjustedZone,
      shown: ({ adjustedZone }) => zoneWords(adjustedZone),
    },
  ];
}
