import { spreadUrl } from '../../../data/addresses/view.ts';
import type { SpreadPoint, Trend } from '../../../data/contract/index.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { change, changeByChance, noChange } from '../../../data/text/spread-time.ts';
import { trendUrl } from '../../api.ts';
import type { SpreadLine } from '../kit/chartSpec.ts';
import { type Column, tableOf } from '../kit/columns.ts';
import { DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { overTimeTitle, variationAmbitions } from '../kit/titles.ts';
import { aboutVaried, pageAsked, varied } from '../kit/variation.ts';
import { overTimeColumns } from './columns.ts';
import { lineOf, linesAsked, linesNamed } from './lines.ts';
import { canShowOverTime, SpreadOverTime } from './SpreadOverTime.tsx';

/** The values of a line at the periods of the spread. */
function lineColumn({ area, name, points }: SpreadLine): Column<SpreadPoint> {
  const known = new Map(points.map(({ period, value }) => [period, value]));
  return { id: area, head: name, value: ({ period }) => known.get(period) ?? null };
}

/** The spread between areas by period, with the picked Alliance and the chosen area in it. */
export const spread: Exported = {
  asks(asked, known) {
    const page = pageAsked(asked, known);
    return { needed: [spreadUrl(page)], wanted: linesNamed(page, page.period).map(trendUrl) };
  },
  take(asked, known, answered) {
    const of = varied(asked, known, answered);
    const { page, metric, spread: found, picked } = of;
    if (!canShowOverTime(found))
      throw new RangeError(`There is no spread over time to draw. ${overTimeTitle(found)}.`);
    const { level } = found.query;
    const lines = linesAsked(page, found, picked).flatMap((query) => {
      const trend = answered<Trend | null>(trendUrl(query));
      return trend ? [lineOf(trend)] : [];
    });
    const title = overTimeTitle(found);
    const changed = change(found) !== '';
    const [first, last] = [found.overTime[0], found.overTime.at(-1)];
    return {
      title,
      ...aboutVaried(of, known, 'spread over time'),
      picture: (
        <SpreadOverTime
          spread={found}
          lines={lines}
          spec={{ metric, width: DRAWN_WIDTH, height: 420, title: '' }}
        />
      ),
      alt: `The spread of ${metric.label} between ${areasNoun(level, 2)}, ${periodBrief(first?.period ?? '')} to ${periodBrief(last?.period ?? '')}. ${title}.`,
      notes: [
        ...variationAmbitions(known.catalogue, page.metric).map(
          (ambition) => `The ambition (Annex A): ${ambition}.`,
        ),
        noChange(found),
        changed ? changeByChance(found) : '',
        ...found.breaks.map(({ from, reason }) => `Break from ${periodBrief(from)}. ${reason}`),
        'The axis does not start at zero.',
      ].filter(Boolean),
      illustrative: found.illustrative,
      table: tableOf([...overTimeColumns(metric, level), ...lines.map(lineColumn)], found.overTime),
    };
  },
};
