import { snapshotUrl } from '../../../data/addresses/api.ts';
import { atTarget } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { colouredBy, painting } from '../../../data/painting.ts';
import { colouredHeading } from '../../../data/text/colouredHeading.ts';
import { areasNoun, periodBrief } from '../../../data/text/words.ts';
import { allianceUrl } from '../../url.ts';
import { allianceAsked, markedAsked, partsAsked } from '../kit/alliancePage.ts';
import { type Chart, nothing } from '../kit/chart.ts';
import { subtitleOf } from '../kit/words.ts';
import { EnglandMap } from '../map/EnglandMap.tsx';
import { snapshotTable } from '../map/index.tsx';
import { middleNote } from '../map/MapLegend.tsx';
import { MapSheet } from '../map/MapSheet.tsx';
import { pathsAt } from '../map/paths.ts';
import { mapWindow, numbered, ofAlliance } from './AllianceMap.tsx';

/** The CCGs of one Alliance on a map of their own, named or numbered, with what lies around. */
export const allianceMap: Chart = {
  asks(query, context) {
    allianceAsked(query, context);
    return { needed: [snapshotUrl(partsAsked(query, context))] };
  },
  draw(query, context, replyAt) {
    const alliance = allianceAsked(query, context);
    const view = partsAsked(query, context);
    const snapshot = ofAlliance(replyAt<Snapshot>(snapshotUrl(view)), alliance.area, context.areas);
    const metric = metricOf(view.metric);
    const values = snapshot.areas.flatMap(({ value }) => value ?? []);
    const { size } = context;
    const room = size && { wide: 0.6 * size.width, high: size.height };
    const drawn = mapWindow(snapshot, pathsAt(view.level).map, alliance.area, '', room);
    if (!drawn || values.length === 0)
      throw new RangeError(
        `No ${areasNoun(view.level, 1)} of ${alliance.name} has a figure of '${view.metric}' for ${periodBrief(view.period)}.`,
      );
    const area = markedAsked(query, snapshot.areas, alliance);
    // A small drawing has no room for the names of what is too small for one.
    const { spec, names } = size ? { spec: drawn.spec, names: [] } : numbered(drawn, snapshot);
    const title = colouredHeading(snapshot);
    return {
      title,
      subtitle: subtitleOf(metric, snapshot, ` of ${alliance.name}`),
      picture: (
        <MapSheet
          painted={painting(metric, snapshot)}
          aim={atTarget(metric, snapshot.target?.value)}
          spec={spec}
          names={names}
          room={room}
        >
          <EnglandMap shapes={drawn.shapes} spec={spec} selected={area} onChoose={nothing} />
        </MapSheet>
      ),
      alt: `Map of the ${areasNoun(view.level, 2)} of ${alliance.name}. ${title}.`,
      notes: [middleNote(metric, snapshot, colouredBy(metric))].filter((note) => note !== ''),
      metrics: [view.metric],
      boundaries: true,
      page: allianceUrl(alliance.area, { metric: view.metric, period: view.period, area }),
      name: [view.metric, view.period, alliance.shortName, 'map'],
      table: snapshotTable(snapshot),
    };
  },
};
