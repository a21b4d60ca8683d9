import type { Layout, Paths, Point, TodayLayout, TodayPaths } from '../../../data/boundaries/paths.ts';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { ringsOf } from '../../../data/geography/rings.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { isDark, type Painting, painting } from '../../../data/painting.ts';
import { areaLabel } from '../../../data/text/figure.ts';
import { characterLines } from '../../../data/text/measure.ts';
import { briefName } from '../../../data/text/words.ts';
import type { MapName, MapShape, MapSpec } from './EnglandMap.tsx';

type AnyLayout = Layout | TodayLayout;

/** The shapes that areas are made of: CCGs of 2016, or ICBs of before April 2026. */
export const piecesOf = (layout: AnyLayout) => ('ccg' in layout ? layout.ccg : layout.icb);

/** Whether areas of a level are outlined, with no borders between them. */
export const isLarge = (level: string) => level === 'alliance' || level === 'alliance-today';

const drawn = new WeakMap<AnyLayout, Map<string, { d: string; place: Point }>>();

/** The outline of one area in a layout, and where its middle is; kept, as a change of colour does not change it. */
function outline(layout: AnyLayout, area: SnapshotArea): { d: string; place: Point } {
  const outlines = drawn.get(layout) ?? new Map<string, { d: string; place: Point }>();
  drawn.set(layout, outlines);
  const key = `${area.area} ${area.shapes.join(' ')}`;
  const kept = outlines.get(key);
  if (kept) return kept;
  const [pieces, labels] = [piecesOf(layout), 'ccg' in layout ? layout.label.ccg : layout.label.icb];
  const places = area.shapes.flatMap((piece) => (labels[piece] ? [labels[piece]] : []));
  const mean = (axis: 0 | 1) =>
    places.reduce((sum, place) => sum + place[axis], 0) / Math.max(1, places.length);
  const made = {
    d: area.shapes.map((piece) => pieces[piece] ?? '').join(''),
    place: [mean(0), mean(1)] as const,
  };
  outlines.set(key, made);
  return made;
}

/** The coloured shapes of a snapshot in a layout; an area that has lost all its places has none. */
export function mapShapes(
  snapshot: Snapshot,
  layout: AnyLayout,
  painted: Painting = painting(metricOf(snapshot.query.metric), snapshot),
): MapShape[] {
  const metric = metricOf(snapshot.query.metric);
  return snapshot.areas
    .filter(({ shapes }) => shapes.length > 0)
    .map((area) => ({
      id: area.area,
      // Put into words when it is asked for: on the page not before the colours are painted.
      get label() {
        return areaLabel(metric, area);
      },
      fill: painted.colourOf(area) ?? 'url(#map-hatch)',
      ...outline(layout, area),
    }));
}

/** What is drawn around and over the shapes; `short` names the Alliances, for the layout that writes names on them. */
export function mapSpec(
  snapshot: Snapshot,
  paths: Paths | TodayPaths,
  layout: AnyLayout,
  shapes: readonly MapShape[],
  short: (id: string) => string | undefined,
): Omit<MapSpec, 'title' | 'borders'> {
  return {
    box: layout.box,
    unit: layout.box[0] / 620,
    inset: layout === paths.map ? paths.map.london : undefined,
    outlines:
      'ccg' in layout
        ? (layout.mesh?.alliance ?? Object.values(layout.alliance).join(''))
        : todayOutlines(snapshot, layout),
    names: layout === paths.hex ? names(snapshot, shapes, layout, short) : [],
  };
}

/** Around today's Alliances, as they were made up in the period: which ICBs they hold has changed. */
function todayOutlines({ query, areas }: Snapshot, layout: TodayLayout): string {
  const groups = new Map<string, string[]>();
  for (const { area, parents, shapes } of areas) {
    const alliance = query.level === 'icb' ? (parents[0] ?? area) : area;
    const pieces = shapes.flatMap((piece) => layout.icb[piece] ?? []);
    groups.set(alliance, [...(groups.get(alliance) ?? []), ...pieces]);
  }
  return [...groups.values()].map(outlineOf).join('');
}

/** The names on hexagons: of Alliances, and of ICBs, which are few enough. */
function names(
  { query, areas }: Snapshot,
  shapes: readonly MapShape[],
  layout: AnyLayout,
  short: (id: string) => string | undefined,
): MapName[] {
  if (query.level === 'ccg') return [];
  return shapes.flatMap(({ id, fill, place: middle }) => {
    const area = areas.find((each) => each.area === id);
    const place = 'ccg' in layout ? layout.label.alliance[id] : pieceAt(middle, area, layout);
    const one = area?.shapes.length === 1 ? area.shapes[0] : undefined;
    const own = query.level === 'icb' ? layout.short?.[one ?? '']?.split('\n') : undefined;
    const name = query.level === 'icb' ? briefName(area?.name ?? '') : short(id);
    const lines = own ?? (name ? characterLines(name, 12) : []);
    return place && lines.length > 0 ? [{ id, lines, place, fill, dark: isDark(fill) }] : [];
  });
}

/** The middle of that piece of an area which lies nearest to the middle of the whole, which may lie outside it. */
function pieceAt([x, y]: Point, area: SnapshotArea | undefined, { label }: TodayLayout): Point | undefined {
  const away = ([toX, toY]: Point) => Math.hypot(toX - x, toY - y);
  const places = area?.shapes.flatMap((piece) => (label.icb[piece] ? [label.icb[piece]] : [])) ?? [];
  return places.sort((one, other) => away(one) - away(other))[0];
}

/** The outline of shapes as one: the edges that only one of them has. */
function outlineOf(shapes: readonly string[]): string {
  const edges = new Map<number, string>();
  for (const ring of shapes.flatMap(ringsOf))
    eachEdge(ring, (key, x, y, nextX, nextY) => {
      if (!edges.delete(key)) edges.set(key, `M${x} ${y}L${nextX} ${nextY}`);
    });
  return [...edges.values()].join('');
}

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
