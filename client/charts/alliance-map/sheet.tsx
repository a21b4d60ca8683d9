import { snapshotUrl } from '../../../data/addresses/view.ts';
import { classesOf } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { mapHeading } from '../../../data/text/board.ts';
import { periodBrief } from '../../../data/text/figure.ts';
import { allianceAsked, boardPage, ccgsAsked, markedAsked, noFinding } from '../kit/board.ts';
import type { Exported } from '../kit/exported.ts';
import { subtitleOf } from '../kit/subtitle.ts';
import { EnglandMap } from '../map/EnglandMap.tsx';
import { MapSheet } from '../map/MapSheet.tsx';
import { atTarget, middleNote } from '../map/notes.ts';
import paths from '../map/paths.ts';
import { snapshotTable } from '../map/snapshot.ts';
import { Around } from './AllianceMap.tsx';
import { mapWindow, numbered, ofAlliance } from './mapWindow.ts';

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
