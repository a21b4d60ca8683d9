import { spreadUrl } from '../../../data/addresses/view.ts';
import { widened } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { tableOf } from '../kit/columns.ts';
import { DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { funnelHeading } from '../kit/titles.ts';
import { aboutVaried, heldAgainst, pageAsked, pickedWords, varied } from '../kit/variation.ts';
import { funnelColumns } from './columns.ts';
import { FunnelChart } from './FunnelChart.tsx';

const nothing = () => {};

/** Every area by its number of people, between the limits that chance sets. */
export const funnel: Exported = {
  asks: (asked, known) => ({ needed: [spreadUrl(pageAsked(asked, known))] }),
  take(asked, known, answered) {
    const of = varied(asked, known, answered);
    const { page, metric, spread, picked } = of;
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
      ...aboutVaried(of, known, `funnel ${page.widened ? 'widened' : page.limits} limits`),
      picture: <FunnelChart spread={spread} spec={spec} onSelect={nothing} onPoint={nothing} />,
      alt: `Funnel plot of ${metric.label} by ${areasNoun(spread.query.level, 1)}. ${title}.`,
      notes: [
        ...pickedWords(of, known),
        ...heldAgainst(of),
        spread.funnel ? widened(spread) : (spread.funnelReason ?? ''),
      ].filter(Boolean),
      illustrative: spread.illustrative,
      table: tableOf(funnelColumns(metric, spread.query.level), spread.areas),
    };
  },
};
