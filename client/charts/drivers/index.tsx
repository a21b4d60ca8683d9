import { Link } from 'wouter';
import { driversUrl } from '../../../data/addresses/api.ts';
import type { ChartContext, ChartQuery } from '../../../data/contract/drawing.ts';
import type { DriverRow, Drivers } from '../../../data/contract/index.ts';
import { type Metric, metric as metricOf } from '../../../data/metrics/index.ts';
import { changeSentence, driversHeading, driversSentence, signedPoints } from '../../../data/text/drivers.ts';
import { formatCount, formatRound, formatValue } from '../../../data/text/format.ts';
import { areasNoun, briefName, periodBrief, periodWords } from '../../../data/text/words.ts';
import { allianceUrl } from '../../url.ts';
import { barsOf } from '../bars/bars.ts';
import { PaintedBars } from '../bars/PaintedBars.tsx';
import { allianceAsked, markedAsked, partsAsked } from '../kit/alliancePage.ts';
import { type Chart, DRAWN_WIDTH } from '../kit/chart.ts';
import { type Column, numberColumn, tableOf } from '../kit/columns.ts';
import { barsWithin, driverBars } from './bars.ts';

/** Which CCGs make an Alliance’s gap to a standard, in people. */
export const drivers: Chart = {
  asks: (query, context) => ({ needed: [urlOf(query, context)] }),
  draw(query, context, replyAt) {
    const alliance = allianceAsked(query, context);
    const found = replyAt<Drivers>(urlOf(query, context));
    const { rows, target, baseline, notes, reason } = found;
    const { period } = found.query;
    if (reason !== null || target?.value == null)
      throw new RangeError(`There are no drivers to draw. ${reason ?? ''}`.trim());
    const { metric: id } = partsAsked(query, context);
    const metric = metricOf(id);
    const area = markedAsked(query, rows, alliance);
    const aim = formatRound(metric, target.value);
    const known = rows.filter(({ people }) => people !== null).length;
    const counted = known === rows.length ? known : `${known} of ${rows.length}`;
    const title = driversHeading(metric, found);
    const people =
      metric.kind === 'proportion' && found.alliance.denominator !== null
        ? `, ${formatCount(found.alliance.denominator)} ${metric.outOf}`
        : '';
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${counted} ${areasNoun(found.level, rows.length)} of ${alliance.name}${people}. ${periodWords(period)}. People by whom each is short of ${aim}, or has to spare.`,
      picture: (
        <PaintedBars
          plot={barsOf(
            driverBars({
              rows: context.size ? rows.slice(0, barsWithin(context.size.height)) : rows,
              metric,
              aim,
              title: '',
              selected: area,
            }),
            context.size?.width ?? DRAWN_WIDTH,
          )}
        />
      ),
      alt: `Bars of the people by whom each ${areasNoun(found.level, 1)} of ${alliance.name} is short of ${aim}. ${title}.`,
      notes: [
        `${target.label}.`,
        driversSentence(metric, found),
        changeSentence(metric, found, baseline ? periodBrief(baseline.period) : ''),
        ...notes,
      ].filter((note) => note !== ''),
      metrics: [id],
      boundaries: false,
      page: allianceUrl(alliance.area, { metric: id, period, area }),
      name: [id, period, alliance.shortName, 'drivers'],
      table: tableOf(driversColumns(metric), rows),
    };
  },
};

const urlOf = (query: ChartQuery, context: ChartContext) =>
  driversUrl({ ...partsAsked(query, context), alliance: allianceAsked(query, context).area });

/** The columns of the drivers: what each CCG lacks, its shares, what it needs by itself, and how it changed. */
export function driversColumns(metric: Metric): Column<DriverRow>[] {
  const share = (value: number) => `${(100 * value).toFixed(1)}%`;
  const signed = (value: number) => (value < 0 ? `−${formatCount(-value)}` : formatCount(value));
  const points = (value: number) => signedPoints(metric, value);
  return [
    {
      id: 'ccg',
      head: 'Area',
      value: ({ name }) => name,
      shown: ({ area, name }) => <Link href={`/ccgs/${area}`}>{briefName(name)}</Link>,
      parts: [
        { id: 'area', value: ({ area }) => area },
        { id: 'area_name', value: ({ name }) => name },
      ],
    },
    numberColumn('people_short', 'People short (−: to spare)', ({ people }) => people, signed),
    numberColumn(
      'value',
      'Figure',
      ({ value }) => value,
      (value) => formatValue(metric, value),
    ),
    numberColumn('numerator', 'In time', ({ numerator }) => numerator, formatCount),
    numberColumn('denominator', 'Of', ({ denominator }) => denominator, formatCount),
    numberColumn('breaches', 'Breaches', ({ breaches }) => breaches, formatCount),
    numberColumn('share_of_breaches', 'Share of breaches', ({ shareOfBreaches }) => shareOfBreaches, share),
    numberColumn('share_of_people', 'Share of people', ({ shareOfPeople }) => shareOfPeople, share),
    numberColumn('share_of_gap', 'Share of what is missing', ({ shareOfGap }) => shareOfGap, share),
    numberColumn('needed', 'Needed to reach it alone', ({ needed }) => needed, formatCount),
    numberColumn(
      'baseline',
      'A year before',
      ({ baseline }) => baseline,
      (value) => formatValue(metric, value),
    ),
    numberColumn('change_own', 'Its own change adds', ({ change }) => change?.own ?? null, points),
    numberColumn('change_weight', 'Its weight adds', ({ change }) => change?.weight ?? null, points),
  ];
}
