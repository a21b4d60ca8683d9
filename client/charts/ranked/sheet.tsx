import { snapshotUrl, spreadUrl } from '../../../data/addresses/view.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import { CompareIntervals } from '../compare/CompareIntervals.tsx';
import { referencesOf } from '../kit/chartWords.ts';
import { sorted, tableOf } from '../kit/columns.ts';
import { DRAWN_WIDTH, type Exported } from '../kit/exported.ts';
import { commonNotes, sentences } from '../kit/notes.ts';
import { rankedTitle } from '../kit/titles.ts';
import { aboutVaried, heldAgainst, pageAsked, pickedWords, varied } from '../kit/variation.ts';
import { openingSort, rankedColumns } from './columns.tsx';
import { RankedIntervals } from './RankedIntervals.tsx';
import { comparisonCounts, rankCaution } from './words.ts';

const nothing = () => {};
/** So many areas have room for a row of their own. */
const FEW = 25;

/** Every area with its interval in the order of its value; those picked out are named; few areas have a row each. */
export const ranked: Exported = {
  asks(asked, known) {
    const page = pageAsked(asked, known);
    return { needed: [spreadUrl(page), snapshotUrl(page)] };
  },
  take(asked, known, answered) {
    const of = varied(asked, known, answered);
    const { page, metric, spread, picked } = of;
    const snapshot = answered<Snapshot>(snapshotUrl(page));
    const title = rankedTitle(spread);
    const columns = rankedColumns({ page, metric, snapshot, picked, go: nothing });
    const inOrder = sorted(snapshot.areas, columns, openingSort({ metric, snapshot }));
    const rows = inOrder.map((area) => ({ ...area, level: snapshot.query.level }));
    const { illustrative, against } = snapshot;
    const shared = { metric, width: DRAWN_WIDTH, title: '', picked };
    return {
      title,
      ...aboutVaried(of, known, 'ranked'),
      picture:
        rows.length > FEW ? (
          <RankedIntervals
            spread={spread}
            spec={{ ...shared, height: 420, selected: page.area, against: spread.against }}
            onSelect={nothing}
            onPoint={nothing}
          />
        ) : (
          <CompareIntervals
            rows={rows}
            total={null}
            spec={{ ...shared, lines: referencesOf(metric, spread), against, illustrative }}
          />
        ),
      alt: `${metric.label} of every ${areasNoun(spread.query.level, 1)} in order, each with its interval. ${title}.`,
      notes: [
        ...pickedWords(of, known),
        ...heldAgainst(of),
        comparisonCounts(snapshot),
        rankCaution(snapshot),
        illustrative ? '' : sentences(commonNotes(snapshot.areas)),
      ].filter(Boolean),
      illustrative,
      table: tableOf(columns, inOrder),
    };
  },
};
