import { snapshotUrl } from '../../../data/addresses/view.ts';
import { classesOf } from '../../../data/classes.ts';
import type { Snapshot } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { areaName } from '../../../data/text/figure.ts';
import { finding } from '../../../data/text/snapshot.ts';
import type { Layout } from '../../api.ts';
import { parseView, type View, viewUrl } from '../../pages/england/view.ts';
import { asHeading } from '../kit/asHeading.ts';
import { parametersOf } from '../kit/asked.ts';
import type { Asked, Exported, Known } from '../kit/exported.ts';
import { subtitleOf } from '../kit/subtitle.ts';
import { borders } from './borders.ts';
import { EnglandMap } from './EnglandMap.tsx';
import { MapSheet } from './MapSheet.tsx';
import { atTarget, middleNote } from './notes.ts';
import paths from './paths.ts';
import { mapShapes, mapSpec } from './shapes.ts';
import { snapshotTable } from './snapshot.ts';

const nothing = () => {};

function viewAsked(asked: Asked, { catalogue }: Known): View {
  const view = parseView(parametersOf(asked), catalogue);
  if (view.metric !== asked.metric)
    throw new RangeError(`The metric '${asked.metric}' has no figures by CCG or Alliance to draw.`);
  return { ...view, period: asked.period ?? view.period };
}

/** The white lines between the areas of a snapshot; none inside Alliances. */
function bordersOf({ query, areas }: Snapshot, layout: Layout): string {
  if (query.level === 'alliance') return '';
  return borders(areas.map(({ shapes }) => shapes.flatMap((ccg) => layout.ccg[ccg] ?? [])));
}

/** England by CCG or Alliance, on the land or in equal hexagons. */
export const map: Exported = {
  asks: (asked, known) => ({ needed: [snapshotUrl(viewAsked(asked, known))] }),
  take(asked, known, answered) {
    const view = viewAsked(asked, known);
    const snapshot = answered<Snapshot>(snapshotUrl(view));
    const metric = metricOf(view.metric);
    const layout = view.layout === 'hex' && paths.hex ? paths.hex : paths.map;
    const shapes = mapShapes(snapshot, layout);
    const short = (id: string) => known.areas.alliances.find(({ area }) => area === id)?.shortName;
    const spec = {
      ...mapSpec(snapshot, paths, layout, shapes, short),
      title: '',
      borders: bordersOf(snapshot, layout),
    };
    const [first = '', ...rest] = finding(metric, snapshot);
    const title = snapshot.illustrative ? `${metric.label}: no finding is drawn` : asHeading(first);
    const chosen = snapshot.areas.find(({ area }) => area === view.area);
    const values = snapshot.areas.flatMap(({ value }) => value ?? []);
    return {
      title,
      subtitle: subtitleOf(metric, snapshot),
      picture: (
        <MapSheet
          classes={classesOf(metric, values)}
          aim={atTarget(metric, snapshot.target)}
          gaps={snapshot.areas.length - values.length}
          spec={spec}
        >
          <EnglandMap
            shapes={shapes}
            spec={spec}
            selected={view.area}
            pointed=""
            onPoint={nothing}
            onChoose={nothing}
          />
        </MapSheet>
      ),
      alt: `Map of England. ${title}. ${rest.join(' ')}`.trim(),
      notes: [
        ...rest,
        chosen ? `Outlined: ${asHeading(areaName(metric, chosen))}.` : '',
        middleNote(metric, snapshot),
      ].filter((note) => note !== ''),
      metrics: [view.metric],
      illustrative: snapshot.illustrative,
      boundaries: true,
      page: viewUrl(view, known.catalogue),
      name: [view.metric, view.period, view.level === 'ccg' ? 'CCGs' : 'Alliances', view.layout],
      table: snapshotTable(snapshot),
    };
  },
};
