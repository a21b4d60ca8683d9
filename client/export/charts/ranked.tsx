import type { Snapshot } from '../../../data/contract.ts';
import { snapshotUrl, spreadUrl } from '../../../data/view.ts';
import { areasNoun } from '../../../data/words/spread-parts.ts';
import { CompareIntervals } from '../../charts/CompareIntervals.tsx';
import { referencesOf } from '../../charts/chartWords.ts';
import { RankedIntervals } from '../../charts/RankedIntervals.tsx';
import { commonNotes, sentences } from '../../panels/metric/notes.ts';
import { openingSort, rankedColumns } from '../../panels/metric/rankedColumns.tsx';
import { comparisonCounts, rankCaution } from '../../panels/metric/rankedWords.ts';
import { rankedTitle } from '../../panels/metric/titles.ts';
import { DRAWN_WIDTH, type Exported } from '../chart.ts';
import { sorted, tableOf } from '../columns.ts';
import { aboutVaried, heldAgainst, pageAsked, pickedWords, varied } from './variation.ts';

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
