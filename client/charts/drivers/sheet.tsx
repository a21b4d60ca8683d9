import { driversUrl } from '../../../data/addresses/view.ts';
import type { Drivers } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../data/text/drivers.ts';
import { briefName, periodBrief, periodWords } from '../../../data/text/figure.ts';
import { formatCount, formatRound } from '../../../data/text/format.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { allianceAsked, boardPage, ccgsAsked, markedAsked } from '../kit/board.ts';
import { tableOf } from '../kit/columns.ts';
import { type Asked, DRAWN_WIDTH, type Exported, type Known } from '../kit/exported.ts';
import { driversColumns } from './columns.tsx';
import { DriverBars } from './DriverBars.tsx';

const urlOf = (asked: Asked, known: Known) =>
  driversUrl({ ...ccgsAsked(asked, known), alliance: allianceAsked(asked, known).area });

/** Which CCGs make an Alliance’s gap to a standard, in people. */
export const drivers: Exported = {
  asks: (asked, known) => ({ needed: [urlOf(asked, known)] }),
  take(asked, known, answered) {
    const alliance = allianceAsked(asked, known);
    const found = answered<Drivers>(urlOf(asked, known));
    const { query, rows, target, baseline, notes, reason } = found;
    if (reason !== null || target?.value == null)
      throw new RangeError(`There are no drivers to draw. ${reason ?? ''}`.trim());
    const view = ccgsAsked(asked, known);
    const metric = metricOf(view.metric);
    const area = markedAsked(asked, rows, alliance);
    const aim = formatRound(metric, target.value);
    const without = rows.filter((row) => row.people === null).map(({ name }) => briefName(name));
    const counted = without.length === 0 ? rows.length : `${rows.length - without.length} of ${rows.length}`;
    const title = driversHeading(metric, found);
    const people =
      metric.kind === 'proportion' && found.alliance.denominator !== null
        ? `, ${formatCount(found.alliance.denominator)} ${metric.outOf}`
        : '';
    return {
      title,
      subtitle: `${metric.label}: ${metric.phrase}. ${counted} ${areasNoun('ccg', rows.length)} of ${alliance.name}${people}. ${periodWords(query.period)}. People by whom each is short of ${aim}, or has to spare.`,
      picture: <DriverBars rows={rows} aim={aim} title="" width={DRAWN_WIDTH} selected={area} />,
      alt: `Bars of the people by whom each CCG of ${alliance.name} misses ${aim}. ${title}.`,
      notes: [
        `${target.label}.`,
        driversSentence(metric, found),
        changeSentence(metric, found, baseline ? periodBrief(baseline.period) : ''),
        ...notes,
        without.length === 0 ? '' : `Without a figure, and so without a bar: ${without.join(', ')}.`,
      ].filter((note) => note !== ''),
      metrics: [view.metric],
      illustrative: false,
      boundaries: false,
      page: boardPage(alliance, { metric: view.metric, period: query.period, area }),
      name: [view.metric, query.period, alliance.shortName, 'drivers'],
      table: tableOf(driversColumns(metric), rows),
    };
  },
};
