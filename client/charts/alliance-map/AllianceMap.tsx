import type { Layout, TodayLayout } from '../../../data/boundaries/paths.ts';
import type { Areas, Snapshot } from '../../../data/contract/index.ts';
import { ringsOf } from '../../../data/geography/rings.ts';
import { isDark } from '../../../data/painting.ts';
import { PALETTE } from '../../../data/palette.ts';
import { characterLines, roughWidth } from '../../../data/text/measure.ts';
import { byLetters } from '../../../data/text/order.ts';
import { briefName } from '../../../data/text/words.ts';
import { overlap } from '../kit/labels.ts';
import type { Frame } from '../kit/scales.ts';
import type { MapName, MapShape, MapSpec } from '../map/EnglandMap.tsx';
import { borders, mapShapes } from '../map/shapes.ts';

/** A map of one Alliance: its shapes and their drawing in a window of the layout, and what lies around it, faint. */
export type MapWindow = {
  shapes: MapShape[];
  spec: MapSpec;
  /** The window in the layout’s steps. */
  view: { x: number; y: number; w: number; h: number };
};

/** About how wide the map is drawn, in pixels. */
const WIDE = 600;
const MARGIN = 0.05;
/** The flattest and the steepest that the window is, width by height. */
const FLATTEST = 1.5;
const STEEPEST = 0.85;

/** A snapshot of the CCGs or ICBs of one Alliance alone: those that its figures hold. */
export function ofAlliance(snapshot: Snapshot, alliance: string, { icbs }: Pick<Areas, 'icbs'>): Snapshot {
  const counted = new Set(
    icbs
      .filter(({ allianceToday, alliances }) =>
        [allianceToday, ...alliances.flatMap((each) => (each.counted ? each.area : []))].includes(alliance),
      )
      .map(({ area }) => area),
  );
  return {
    ...snapshot,
    areas: snapshot.areas.filter(({ area, parents }) =>
      snapshot.query.level === 'icb' ? counted.has(area) : parents.includes(alliance),
    ),
  };
}

/** The window that holds paths, with a margin, no flatter and no steeper than a picture beside a list may be. */
export function windowOf(paths: readonly string[]): MapWindow['view'] {
  const corners = paths.flatMap(ringsOf).flat();
  const ends = (axis: 0 | 1) => {
    const own = corners.filter((_, index) => index % 2 === axis);
    return own.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number]);
  };
  const [[left, right], [top, bottom]] = [ends(0), ends(1)];
  const room = 2 * MARGIN * Math.max(right - left, bottom - top);
  const w = Math.max(right - left + room, STEEPEST * (bottom - top + room));
  const h = Math.max(bottom - top + room, w / FLATTEST);
  const round = Math.round;
  return { x: round((left + right - w) / 2), y: round((top + bottom - h) / 2), w: round(w), h: round(h) };
}

/** A path of whole steps, moved so that a corner of the layout is at 0 0. */
export const shifted = (path: string, { x, y }: { x: number; y: number }) =>
  path.replace(/M(-?\d+) (-?\d+)/g, (_, left, top) => `M${Number(left) - x} ${Number(top) - y}`);

/** A window with more of what lies at its sides, where it is narrower than its room is for its height. */
function asWideAs(shape: number, { x, y, w, h }: MapWindow['view']) {
  const wide = Math.max(w, Math.round(h * shape));
  return { x: x - Math.round((wide - w) / 2), y, w: wide, h };
}

/** The map of a snapshot’s areas in one Alliance, named for the room in which it is drawn, in pixels, which its neighbours `fill`; null where none of them has a shape. */
export function mapWindow(
  snapshot: Snapshot,
  layout: Layout | TodayLayout,
  alliance: string,
  title: string,
  room: Partial<{ wide: number; high: number; fill: boolean }> = {},
): MapWindow | null {
  const all = mapShapes(snapshot, layout).filter(({ d }) => d !== '');
  if (all.length === 0) return null;
  const { wide = WIDE, high = Number.POSITIVE_INFINITY, fill = false } = room;
  const closest = windowOf(all.map(({ d }) => d));
  const view = fill ? asWideAs(wide / high, closest) : closest;
  const shapes = all.map((shape) => ({
    ...shape,
    d: shifted(shape.d, view),
    place: [shape.place[0] - view.x, shape.place[1] - view.y] as const,
  }));
  const unit = Math.max(view.w / wide, view.h / high);
  const wholes = 'ccg' in layout ? layout.alliance : layout['alliance-today'];
  return {
    shapes,
    view,
    spec: {
      title,
      box: [view.w, view.h],
      unit,
      around: shifted(Object.values(wholes).join(''), view),
      borders: borders(shapes.map(({ d }) => [d])),
      outlines: shifted(wholes[alliance] ?? '', view),
      names: namesOn(shapes, new Map(snapshot.areas.map(({ area, name }) => [area, briefName(name)])), unit),
    },
  };
}

const SIZE = 12;
const LINE = 13;
const MOST_LINES = 3;

/** The window with a number on every shape too small for its name, and the names that the numbers stand for. */
export function numbered({ shapes, spec }: MapWindow, { areas }: Snapshot) {
  const names = new Map(areas.map(({ area, name }) => [area, briefName(name)]));
  const unnamed = shapes
    .filter(({ id }) => !spec.names.some((name) => name.id === id))
    .toSorted((one, other) => byLetters(names.get(one.id) ?? '', names.get(other.id) ?? ''));
  const numbers = unnamed.map((shape, index) => nameOn(shape, [String(index + 1)]));
  return {
    spec: { ...spec, names: [...spec.names, ...numbers] },
    names: unnamed.map(({ id }) => names.get(id) ?? id),
  };
}

const nameOn = ({ id, place, fill }: MapShape, lines: readonly string[]): MapName => ({
  id,
  lines,
  place,
  fill: fill.startsWith('#') ? fill : PALETTE.paper,
  dark: isDark(fill),
});

/** Names on the shapes that are large enough, larger ones first, where they touch none before them. */
function namesOn(shapes: readonly MapShape[], named: ReadonlyMap<string, string>, unit: number): MapName[] {
  const taken: Frame[] = [];
  const sized = shapes
    .map((shape) => ({ ...shape, room: windowOf([shape.d]) }))
    .sort((one, other) => other.room.w * other.room.h - one.room.w * one.room.h);
  return sized.flatMap(({ room, ...shape }): MapName[] => {
    const lines = characterLines(named.get(shape.id) ?? '', 12);
    const wide = Math.max(...lines.map((line) => roughWidth(line, SIZE))) * unit;
    const high = lines.length * LINE * unit;
    const [x, y] = shape.place;
    const box = { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2 };
    if (
      lines.length > MOST_LINES ||
      wide > 1.1 * room.w ||
      high > room.h ||
      taken.some((other) => overlap(box, other))
    )
      return [];
    taken.push(box);
    return [nameOn(shape, lines)];
  });
}
