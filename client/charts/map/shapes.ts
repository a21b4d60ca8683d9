import { classColour, classOf, isDark } from '../../../data/classes.ts';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { areaName } from '../../../data/text/figure.ts';
import type { Layout, Paths } from '../../api.ts';
import { wrap } from '../kit/labels.ts';
import type { MapName, MapShape, MapSpec } from './MapShapes.tsx';
import type { Place } from './neighbours.ts';

const drawn = new WeakMap<Layout, Map<string, { d: string; place: Place }>>();

/** The outline of one area in a layout, and where its middle is; kept, as a change of colour does not change it. */
function outline(layout: Layout, area: SnapshotArea): { d: string; place: Place } {
  const known = drawn.get(layout) ?? new Map<string, { d: string; place: Place }>();
  drawn.set(layout, known);
  const key = `${area.area} ${area.shapes.join(' ')}`;
  const kept = known.get(key);
  if (kept) return kept;
  const places = area.shapes.flatMap((ccg) => (layout.label.ccg[ccg] ? [layout.label.ccg[ccg]] : []));
  const mean = (axis: 0 | 1) =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(1, places.length);
  const made = {
    d: area.shapes.map((ccg) => layout.ccg[ccg] ?? '').join(''),
    place: [mean(0), mean(1)] as const,
  };
  known.set(key, made);
  return made;
}

/** The coloured shapes of a snapshot in a layout. */
export function mapShapes(snapshot: Snapshot, layout: Layout): MapShape[] {
  const metric = metricOf(snapshot.query.metric as MetricId);
  return snapshot.areas.map((area) => ({
    id: area.area,
    label: areaName(metric, area),
    fill: area.value === null ? 'url(#map-hatch)' : classColour(metric, classOf(metric, area.value)),
    gap: area.value === null,
    ...outline(layout, area),
  }));
}

/** What is drawn around and over the shapes; `short` names the Alliances, for the layout that writes names on them. */
export function mapSpec(
  { query, illustrative }: Snapshot,
  paths: Paths,
  layout: Layout,
  shapes: readonly MapShape[],
  short: (id: string) => string | undefined,
): Omit<MapSpec, 'title' | 'borders'> {
  return {
    box: layout.box,
    unit: layout.box[0] / 620,
    inset: layout === paths.map ? paths.map.london : undefined,
    outlines: layout.mesh?.alliance ?? Object.values(layout.alliance).join(''),
    illustrative,
    names: layout === paths.hex && query.level === 'alliance' ? names(shapes, layout, short) : [],
  };
}

const names = (
  shapes: readonly MapShape[],
  layout: Layout,
  short: (id: string) => string | undefined,
): MapName[] =>
  shapes.flatMap(({ id, fill }) => {
    const [place, name] = [layout.label.alliance[id], short(id)];
    return place && name ? [{ id, lines: wrap(name, 12), place, fill, dark: isDark(fill) }] : [];
  });
