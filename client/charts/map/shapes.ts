import type { Layout, Paths, Point } from '../../../data/boundaries/paths.ts';
import { classColour, classOf, isDark } from '../../../data/classes.ts';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { ringsOf } from '../../../data/geography/rings.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { areaLabel } from '../../../data/text/figure.ts';
import { characterLines } from '../../../data/text/measure.ts';
import type { MapName, MapShape, MapSpec } from './EnglandMap.tsx';

const drawn = new WeakMap<Layout, Map<string, { d: string; place: Point }>>();

/** The outline of one area in a layout, and where its middle is; kept, as a change of colour does not change it. */
function outline(layout: Layout, area: SnapshotArea): { d: string; place: Point } {
  const outlines = drawn.get(layout) ?? new Map<string, { d: string; place: Point }>();
  drawn.set(layout, outlines);
  const key = `${area.area} ${area.shapes.join(' ')}`;
  const kept = outlines.get(key);
  if (kept) return kept;
  const places = area.shapes.flatMap((ccg) => (layout.label.ccg[ccg] ? [layout.label.ccg[ccg]] : []));
  const mean = (axis: 0 | 1) =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(1, places.length);
  const made = {
    d: area.shapes.map((ccg) => layout.ccg[ccg] ?? '').join(''),
    place: [mean(0), mean(1)] as const,
  };
  outlines.set(key, made);
  return made;
}

/** The coloured shapes of a snapshot in a layout. */
export function mapShapes(snapshot: Snapshot, layout: Layout): MapShape[] {
  const metric = metricOf(snapshot.query.metric);
  return snapshot.areas.map((area) => ({
    id: area.area,
    label: areaLabel(metric, area),
    fill: area.value === null ? 'url(#map-hatch)' : classColour(metric, classOf(metric, area.value)),
    ...outline(layout, area),
  }));
}

/** What is drawn around and over the shapes; `short` names the Alliances, for the layout that writes names on them. */
export function mapSpec(
  { query }: Snapshot,
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
    return place && name ? [{ id, lines: characterLines(name, 12), place, fill, dark: isDark(fill) }] : [];
  });

/**
 * The borders between groups of shapes, as one path: an edge that two shapes of the same group share is left out, and
 * so is the coast. Shapes are closed paths of whole steps (`M1 2l3 4-5 6z`) cut from the same topology, so that a
 * shared border has the same corners on both sides; corners lie between 0 and 8191.
 */
export function borders(groups: readonly (readonly string[])[]): string {
  const owners = new Map<number, number>();
  let path = '';
  for (const [owner, shapes] of groups.entries())
    for (const ring of shapes.flatMap(ringsOf)) {
      let open = false;
      eachEdge(ring, (key, x, y, nextX, nextY) => {
        const other = owners.get(key);
        if (other === undefined) owners.set(key, owner);
        const drawn = other !== undefined && other !== owner;
        if (drawn) path += open ? `L${nextX} ${nextY}` : `M${x} ${y}L${nextX} ${nextY}`;
        open = drawn;
      });
    }
  return path;
}

type Edge = (key: number, x: number, y: number, nextX: number, nextY: number) => void;

const CORNERS = 8192 * 8192;

/** Visits a ring's edges; both directions of an edge have the same key. */
function eachEdge(ring: readonly number[], visit: Edge): void {
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const next = i + 2 < ring.length ? i + 2 : 0;
    const [nextX, nextY] = [ring[next] as number, ring[next + 1] as number];
    const [one, other] = [x * 8192 + y, nextX * 8192 + nextY];
    visit(one < other ? one * CORNERS + other : other * CORNERS + one, x, y, nextX, nextY);
  }
}
