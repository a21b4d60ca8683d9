import { snapshotUrl, spreadUrl } from '../../../data/addresses/api.ts';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { comparisonPhrase } from '../../../data/text/figure.ts';
import { referencesOf } from '../../../data/text/references.ts';
import { endsHeading } from '../../../data/text/spread.ts';
import { areasNoun, isAre, listOf, uncapitalised } from '../../../data/text/words.ts';
import { barsOf } from '../bars/bars.ts';
import { PaintedBars } from '../bars/PaintedBars.tsx';
import { intervalBars } from '../compare/bars.ts';
import { type Chart, DRAWN_WIDTH, nothing } from '../kit/chart.ts';
import { sorted, tableOf } from '../kit/columns.ts';
import { benchmarkNotes, commonParts, metricChart, metricPageAsked, pickedNotes } from '../kit/metricPage.ts';
import { commonNotes, sentences } from '../kit/words.ts';
import { openingSort, rankedColumns } from './columns.tsx';
import { RankedIntervals } from './RankedIntervals.tsx';

/** As many areas as have room for a row of their own. */
const MOST_ROWS = 25;

/** Every area with its interval in the order of its value; those picked out are named; few areas have a row each. */
export const ranked: Chart = {
  asks(query, context) {
    const page = metricPageAsked(query, context);
    return { needed: [spreadUrl(page), snapshotUrl(page)] };
  },
  draw(query, context, replyAt) {
    const parts = metricChart(query, context, replyAt);
    const { page, metric, spread, picked } = parts;
    const snapshot = replyAt<Snapshot>(snapshotUrl(page));
    const title = endsHeading(spread);
    const columns = rankedColumns({ page, metric, snapshot, picked, go: nothing });
    const ordered = sorted(snapshot.areas, columns, openingSort({ metric, snapshot }));
    const rows = ordered.map((area) => ({ ...area, level: snapshot.query.level }));
    return {
      title,
      ...commonParts(parts, context, 'ranked'),
      picture:
        rows.length > MOST_ROWS ? (
          <RankedIntervals
            spread={spread}
            spec={{
              metric,
              width: DRAWN_WIDTH,
              title: '',
              picked,
              height: 420,
              selected: page.area,
              against: spread.against,
            }}
            onSelect={nothing}
          />
        ) : (
          <PaintedBars
            plot={barsOf(
              intervalBars(rows, null, {
                metric,
                title: '',
                picked,
                lines: referencesOf(metric, spread),
                against: snapshot.against,
              }),
              DRAWN_WIDTH,
            )}
          />
        ),
      alt: `${metric.label} of every ${areasNoun(spread.query.level, 1)} in order, each with its interval. ${title}.`,
      notes: [
        ...pickedNotes(parts, context),
        ...benchmarkNotes(parts),
        comparisonCounts(snapshot),
        rankCaution(snapshot),
        sentences(commonNotes(snapshot.areas)),
      ].filter(Boolean),
      table: tableOf(columns, ordered),
    };
  },
};

const KINDS: readonly SnapshotArea['comparison'][] = ['better', 'higher', 'similar', 'worse', 'lower'];

/** How many areas differ from what they are compared with: `40 CCGs: better than England. …`; empty where none is compared. */
export function comparisonCounts({ areas, against, query }: Snapshot): string {
  const counted = KINDS.map((kind) => ({
    kind,
    count: areas.filter(({ comparison }) => comparison === kind).length,
  })).filter(({ count }) => count > 0);
  if (counted.length === 0)
    return sentences(areas.flatMap(({ comparisonReason }) => comparisonReason ?? []).slice(0, 1));
  const parts = counted.map(({ kind, count }, index) => {
    const noun = index === 0 ? ` ${areasNoun(query.level, count)}` : '';
    const phrase = comparisonPhrase(kind, count === 1 ? against : against.replace(/^its /, 'their '));
    return `${count}${noun} ${isAre(count)} ${uncapitalised(phrase)}`;
  });
  return `${listOf(parts)}, judged by ${query.confidence ?? '95'}% intervals.`;
}

/** How many places chance leaves open for the area in the middle of the table; empty where there are no ranks. */
export function rankCaution({ areas, query }: Snapshot): string {
  const widths = areas
    .flatMap(({ rank }) => (rank ? [rank.upper - rank.lower + 1] : []))
    .sort((one, other) => one - other);
  const middle = widths[Math.floor(widths.length / 2)];
  if (middle === undefined) return '';
  if (middle === 1) return 'Ranks are plain: chance leaves most areas one place only.';
  return `Ranks are uncertain: for half of the ${areasNoun(query.level, 2)}, chance leaves open ${middle} places or more.`;
}
