import type { Spread, SpreadArea } from '../../../../data/contract/index.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { statusWords } from '../../../../data/text/figure.ts';
import { funnelTitle, widenedLimitsWords, zoneWords } from '../../../../data/text/spread.ts';
import { areasNoun, periodBrief } from '../../../../data/text/words.ts';
import { funnelLimits } from '../../../stats/funnel.ts';
import { type Gathered, isPart } from '../../shared/gather.ts';
import {
  COUNT,
  type Column,
  columnFormat,
  countCell,
  NONE,
  tableOf,
  textCell,
  valueCell,
} from '../../shared/xlsx/book.ts';
import type { FigureSheet } from '../../shared/xlsx/front-matter.ts';

const LIMITS = [
  ['lower998', 'Funnel, lower 99.8% limit'],
  ['lower95', 'Funnel, lower 95% limit'],
  ['upper95', 'Funnel, upper 95% limit'],
  ['upper998', 'Funnel, upper 99.8% limit'],
] as const;

function columnsOf(spread: Spread): Column<SpreadArea>[] {
  const metric = metricOf(spread.query.metric);
  const format = columnFormat(metric);
  const { unit } = metric;
  const { funnel } = spread;
  return [
    { head: 'Area', width: 44, cell: ({ name }) => name },
    { head: 'Code', width: 10, cell: ({ area }) => area },
    { head: 'Alliance', width: 28, cell: ({ parents }) => textCell(parents.join(', ')) },
    { head: `Figure (${unit})`, width: 13, format, cell: (row) => valueCell(metric, row.value, row.status) },
    {
      head: 'Numerator',
      width: 13,
      format: COUNT,
      cell: (row) => countCell(metric, row.numerator, row.status),
    },
    {
      head: 'Denominator',
      width: 13,
      format: COUNT,
      cell: (row) => countCell(metric, row.denominator, row.status),
    },
    ...LIMITS.map(
      ([limit, head]): Column<SpreadArea> => ({
        head: `${head} (${unit})`,
        width: 13,
        format,
        cell: ({ denominator }) =>
          funnel && denominator !== null && denominator > 0
            ? funnelLimits(funnel.centre, denominator)[limit]
            : NONE,
      }),
    ),
    { head: 'Where it lies', width: 36, cell: ({ zone }) => textCell(zoneWords(zone)) },
    {
      head: 'Where it lies, limits widened for over-dispersion',
      width: 36,
      cell: ({ adjustedZone }) => textCell(zoneWords(adjustedZone)),
    },
    { head: 'Status', width: 28, cell: (row) => statusWords(row.status, metric.kind) },
    { head: 'Notes', width: 60, cell: ({ notes }) => textCell(notes.join(' ')) },
  ];
}

/** Each CCG of an Alliance, or every CCG of England, in England's funnel. */
export function variationSheet(
  spread: Spread,
  gathered: Pick<Gathered, 'subject' | 'scorecard'>,
): FigureSheet {
  const id = spread.query.metric;
  const metric = metricOf(id);
  const { subject } = gathered;
  const { level } = spread.query;
  const all = subject.level === 'england';
  const whose = all
    ? `every ${areasNoun(level, 1)}`
    : `the ${areasNoun(level, 2)} of ${subject.alliance.name}`;
  const areas = spread.areas.filter((area) => all || isPart(gathered, area));
  return {
    sheet: {
      name: 'Variation',
      title: `${metric.label}, ${periodBrief(spread.query.period)}: ${whose} in England’s funnel`,
      lines: [
        ...(spread.funnel ? [funnelTitle(spread), widenedLimitsWords(spread)] : [spread.funnelReason ?? '']),
        ...(areas.length === 0 ? [`No ${areasNoun(level, 1)} of the Alliance has a place in it.`] : []),
      ].filter(Boolean),
      ...tableOf(columnsOf(spread), areas),
    },
    holds: `${metric.label}: ${whose} beside funnel limits around ${spread.against}`,
    metrics: [id],
  };
}
