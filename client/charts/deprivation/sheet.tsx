import { spreadUrl } from '../../../data/addresses/view.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { tableOf } from '../kit/columns.ts';
import { DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { areFifthsMade, fifthsNote, fifthsTitle } from '../kit/titles.ts';
import { aboutVaried, heldAgainst, pageAsked, varied } from '../kit/variation.ts';
import { fifthColumns } from './columns.ts';
import { FifthsChart } from './FifthsChart.tsx';

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
