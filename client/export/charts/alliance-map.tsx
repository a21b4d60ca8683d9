import { classesOf } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract.ts';
import { metric as metricOf } from '../../../data/metrics.ts';
import { snapshotUrl } from '../../../data/view.ts';
import { mapHeading } from '../../../data/words/board.ts';
import { periodBrief } from '../../../data/words/figure.ts';
import { Around } from '../../charts/AllianceMap.tsx';
import { EnglandMap } from '../../charts/EnglandMap.tsx';
import { mapWindow, numbered, ofAlliance } from '../../panels/alliance/mapWindow.ts';
import { atTarget, middleNote } from '../../panels/mapNotes.ts';
import type { Exported } from '../chart.ts';
import paths from '../paths.ts';
import { allianceAsked, boardPage, ccgsAsked, markedAsked, noFinding } from './board.ts';
import { MapSheet } from './MapSheet.tsx';
import { snapshotTable } from './snapshot.ts';
import { subtitleOf } from './subtitle.ts';

const nothing = () => {};

/** The CCGs of one Alliance on a map of their own, named or numbered, with what lies around. */
export const allianceMap: Exported = {
  asks(asked, known) {
    allianceAsked(asked, known);
    return { needed: [snapshotUrl(ccgsAsked(asked, known))] };
  },
  take(asked, known, answered) {
    const alliance = allianceAsked(asked, known);
    const view = ccgsAsked(asked, known);
    const snapshot = ofAlliance(answered<Snapshot>(snapshotUrl(view)), alliance.area);
    const metric = metricOf(view.metric);
    const values = snapshot.areas.flatMap(({ value }) => value ?? []);
    const drawn = mapWindow(snapshot, paths.map, alliance.area, '');
    if (!drawn || values.length === 0)
      throw new RangeError(
        `No CCG of ${alliance.name} has a figure of '${view.metric}' for ${periodBrief(view.period)}.`,
      );
    const area = markedAsked(asked, snapshot.areas, alliance);
    const { spec, names } = numbered(drawn, snapshot);
    const title = snapshot.illustrative ? noFinding(view.metric) : mapHeading(snapshot);
    return {
      title,
      subtitle: subtitleOf(metric, snapshot, ` of ${alliance.name}`),
      picture: (
        <MapSheet
          classes={classesOf(metric, values)}
          aim={atTarget(metric, snapshot.target)}
          gaps={snapshot.areas.length - values.length}
          spec={spec}
          names={names}
          under={
            <svg
              role="presentation"
              width={drawn.view.w}
              height={drawn.view.h}
              viewBox={`${drawn.view.x} ${drawn.view.y} ${drawn.view.w} ${drawn.view.h}`}
            >
              <Around d={drawn.around} unit={spec.unit} />
            </svg>
          }
        >
          <EnglandMap
            shapes={drawn.shapes}
            spec={spec}
            selected={area}
            pointed=""
            onPoint={nothing}
            onChoose={nothing}
          />
        </MapSheet>
      ),
      alt: `Map of the CCGs of ${alliance.name}. ${title}.`,
      notes: [middleNote(metric, snapshot)].filter((note) => note !== ''),
      metrics: [view.metric],
      illustrative: snapshot.illustrative,
      boundaries: true,
      page: boardPage(alliance, { metric: view.metric, period: view.period, area }),
      name: [view.metric, view.period, alliance.shortName, 'map'],
      table: snapshotTable(snapshot),
    };
  },
};
