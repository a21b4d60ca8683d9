import { spreadUrl } from '../../../data/view.ts';
import { widened } from '../../../data/words/spread.ts';
import { areasNoun } from '../../../data/words/spread-parts.ts';
import { FunnelChart } from '../../charts/FunnelChart.tsx';
import { funnelColumns } from '../../panels/metric/funnelColumns.ts';
import { funnelHeading } from '../../panels/metric/titles.ts';
import { DRAWN_WIDTH, type Exported } from '../chart.ts';
import { tableOf } from '../columns.ts';
import { aboutVaried, heldAgainst, pageAsked, pickedWords, varied } from './variation.ts';

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
