import { spreadUrl } from '../../../data/view.ts';
import { areasNoun } from '../../../data/words/spread-parts.ts';
import { FifthsChart } from '../../charts/FifthsChart.tsx';
import { fifthColumns } from '../../panels/metric/fifthColumns.ts';
import { areFifthsMade, fifthsNote, fifthsTitle } from '../../panels/metric/titles.ts';
import { DRAWN_WIDTH, type Exported } from '../chart.ts';
import { tableOf } from '../columns.ts';
import { aboutVaried, heldAgainst, pageAsked, varied } from './variation.ts';

/** The figures of areas put together by fifths of deprivation. */
export const deprivation: Exported = {
  asks: (asked, known) => ({ needed: [spreadUrl(pageAsked(asked, known))] }),
  take(asked, known, answered) {
    const of = varied(asked, known, answered);
    const { metric, spread } = of;
    const title = fifthsTitle(spread);
    if (!areFifthsMade(spread)) throw new RangeError(`${title}. ${fifthsNote(spread)}`);
    return {
      title,
      ...aboutVaried(of, known, 'by deprivation'),
      picture: <FifthsChart spread={spread} spec={{ metric, width: DRAWN_WIDTH, title: '' }} />,
      alt: `${metric.label} by fifth of ${areasNoun(spread.query.level, 2)} by deprivation. ${title}.`,
      notes: [...heldAgainst(of), fifthsNote(spread)],
      illustrative: false,
      table: tableOf(fifthColumns(metric, spread), spread.fifths),
    };
  },
};
