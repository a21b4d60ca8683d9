import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type GeoIdentityTransform, geoIdentity, geoPath, geoStream } from 'd3-geo';
import type { Polygon } from 'geojson';
import { isOfToday } from '../../../../data/boundaries/paths.ts';
import { ringsOf } from '../../../../data/geography/rings.ts';
import { isDark } from '../../../../data/painting.ts';
import { LAND, PALETTE } from '../../../../data/palette.ts';
import { arialWidth, characterLines } from '../../../../data/text/measure.ts';
import { ROOT } from '../../../dataset/root.ts';
import type { Box, MapBlock, MapLabel, MapShape } from '../deck.ts';
import { LINE } from '../fit.ts';

type Point = readonly [x: number, y: number];
type Ring = readonly Point[];
/** The rings of an area, and the place of its name. */
type Outline = { rings: readonly Ring[]; place: Point };

/** An area to be drawn: its outline in the units of the boundaries, its colour, and what may be written on it. */
export type MapArea = Outline & {
  name: string;
  alt: string;
  fill: string;
  short: string;
  letter: string;
  highlighted: boolean;
  /** Nothing is written on it: it is drawn again, larger. */
  unlabelled?: boolean;
};

/** The share of the box that stays empty on each side. */
const MARGIN = 0.04;

/** Areas in a box of a slide, as large as they fit, with the Alliances `around` them in a faint colour. */
export function mapBlock(
  areas: readonly MapArea[],
  { name, alt, box, around }: { name: string; alt: string; box: Box; around: readonly string[] },
): MapBlock {
  const projection = fitted(
    areas.flatMap(({ rings }) => rings),
    box,
  );
  const neighbours: MapShape[] = around.flatMap((id) => {
    const rings = projected(allianceOutline(id).rings, projection);
    const shape = {
      name: `Around it: ${id}`,
      alt: '',
      fill: LAND.slide,
      line: PALETTE.paper,
      lineWidth: 0.75,
    };
    return rings.length > 0 ? [{ ...shape, rings }] : [];
  });
  const drawn = areas.map((area) => ({
    ...area,
    rings: projected(area.rings, projection),
    place: projection([...area.place]) ?? [0, 0],
  }));
  const shapes = drawn.map(
    (area): MapShape => ({
      name: area.name,
      alt: area.alt,
      rings: area.rings,
      fill: area.fill,
      line: area.highlighted ? PALETTE.ink : PALETTE.paper,
      lineWidth: area.highlighted ? 3 : 1,
    }),
  );
  return { kind: 'map', name, alt, shapes: [...neighbours, ...shapes], labels: labelsOf(drawn) };
}

const polygon = (rings: readonly Ring[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ...ring.slice(0, 1)].map((point) => [...point])),
});

/** The projection that fits rings into a box with its margin, and clips at the box. */
function fitted(rings: readonly Ring[], { x, y, w, h }: Box): GeoIdentityTransform {
  const [across, down] = [MARGIN * w, MARGIN * h];
  return geoIdentity()
    .fitExtent(
      [
        [x + across, y + down],
        [x + w - across, y + h - down],
      ],
      polygon(rings),
    )
    .clipExtent([
      [x, y],
      [x + w, y + h],
    ]);
}

/** Rings as a projection places and clips them. */
function projected(rings: readonly Ring[], projection: GeoIdentityTransform): Ring[] {
  const found: Point[][] = [];
  const sink = {
    polygonStart() {},
    polygonEnd() {},
    lineStart: () => found.push([]),
    lineEnd() {},
    point: (x: number, y: number) => found.at(-1)?.push([x, y]),
  };
  geoStream(polygon(rings), projection.stream(sink));
  // Clipping repeats the point at which a ring begins.
  return found
    .map((ring) => ring.filter((point, index) => key(point) !== key(ring.at(index - 1) ?? [0, 0])))
    .filter((ring) => ring.length > 2);
}

/** Points. */
const NAME_SIZE = 10;
const POINTS = 72;

/** The labels of areas: the name where it lies wholly inside and overlaps no other, else the letter. */
function labelsOf(areas: readonly MapArea[]): MapLabel[] {
  const taken: Box[] = [];
  return areas.flatMap(({ rings, place, short, letter, fill, unlabelled }) => {
    if (unlabelled) return [];
    const colour = isDark(fill) ? PALETTE.paper : PALETTE.ink;
    const names = [[short], characterLines(short, 16), characterLines(short, 11)]
      .map((lines) => ({ lines, box: labelBox(lines, place) }))
      .filter(({ box }) => isInside(rings, box) && !taken.some((one) => overlap(one, box)));
    const { lines, box } = names[0] ?? { lines: [letter], box: labelBox([letter], place) };
    taken.push(box);
    return lines.map((text, index) => ({
      text,
      x: box.x,
      y: box.y + (index * NAME_SIZE * LINE) / POINTS,
      w: box.w,
      size: NAME_SIZE,
      colour,
    }));
  });
}

function labelBox(lines: readonly string[], [x, y]: Point): Box {
  const w = Math.max(...lines.map((line) => arialWidth(line, NAME_SIZE))) / POINTS + 0.06;
  const h = (lines.length * NAME_SIZE * LINE) / POINTS;
  return { x: x - w / 2, y: y - h / 2, w, h };
}

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;

/** Whether fifteen points across a box lie inside rings. */
const isInside = (rings: readonly Ring[], { x, y, w, h }: Box) =>
  [0, 0.25, 0.5, 0.75, 1].every((part) =>
    [y, y + h / 2, y + h].every((height) => contains(rings, [x + part * w, height])),
  );

/** Whether a point lies inside rings; a ring inside another is a hole. */
function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  return inside;
}

type Layer = Record<string, string>;
type Labels = Record<string, Point>;

/** The map of England: the smaller areas, those made of them, the places of their names, the box around London. */
type Boundaries = {
  attribution: string;
  map: { pieces: Layer; wholes: Layer; london: Box; label: { pieces: Labels; wholes: Labels } };
};

type Names = { file: string; pieces: string; wholes: string };
const ANNEX_I: Names = { file: 'paths.json', pieces: 'ccg', wholes: 'alliance' };
const TODAY: Names = { file: 'icb-paths.json', pieces: 'icb', wholes: 'alliance-today' };

const read = new Map<Names, Boundaries>();

function readPaths(names: Names): Boundaries {
  const kept = read.get(names);
  if (kept) return kept;
  const { attribution, map } = JSON.parse(
    readFileSync(path.join(ROOT, 'data/boundaries', names.file), 'utf8'),
  ) as { attribution: string; map: Record<string, Layer> & { london: Box; label: Record<string, Labels> } };
  const { pieces, wholes } = names;
  const made: Boundaries = {
    attribution,
    map: {
      pieces: map[pieces] ?? {},
      wholes: map[wholes] ?? {},
      london: map.london,
      label: { pieces: map.label[pieces] ?? {}, wholes: map.label[wholes] ?? {} },
    },
  };
  read.set(names, made);
  return made;
}

/** The map that areas of a level are drawn on: by CCG and Alliance of Annex i, or by ICB and Alliance of today. */
export const boundaries = (level: string): Boundaries => readPaths(isOfToday(level) ? TODAY : ANNEX_I);

/** The Alliances, of Annex i or of today by the level that is drawn, other than some. */
export const alliancesBut = (ids: readonly string[], level: string): string[] =>
  Object.keys(boundaries(level).map.wholes).filter((id) => !ids.includes(id));

const both = () => [readPaths(ANNEX_I), readPaths(TODAY)];

/** The outline of an Alliance; without rings where none is known. */
export function allianceOutline(id: string): Outline {
  const { wholes, label } = (both().find(({ map }) => map.wholes[id]) ?? readPaths(ANNEX_I)).map;
  return { rings: pathRings(wholes[id] ?? ''), place: label.wholes[id] ?? [0, 0] };
}

/** The outline of CCGs of 2016, or of ICBs of 2022, together, its name on the largest of them; without rings where none is known. */
export function pieceOutline(codes: readonly string[]): Outline {
  const found = both().find(({ map }) => codes.some((code) => map.pieces[code]));
  const { pieces, label } = (found ?? readPaths(ANNEX_I)).map;
  const parts = codes.flatMap((code) => (pieces[code] ? [{ code, rings: pathRings(pieces[code]) }] : []));
  const size = ({ rings }: { rings: readonly Ring[] }) => {
    const [[left, top], [right, bottom]] = geoPath().bounds(polygon(rings));
    return (right - left) * (bottom - top);
  };
  const [largest] = [...parts].sort((one, other) => size(other) - size(one));
  const rings = parts.length === 1 ? (parts[0]?.rings ?? []) : union(parts.flatMap((part) => part.rings));
  return { rings, place: label.pieces[largest?.code ?? ''] ?? [0, 0] };
}

const pathRings = (d: string): Ring[] =>
  ringsOf(d).map((flat) => {
    const points: Point[] = [];
    for (let i = 0; i < flat.length; i += 2) points.push([flat[i] ?? 0, flat[i + 1] ?? 0]);
    return points;
  });

const key = ([x, y]: Point) => `${x} ${y}`;

/** Neighbouring shapes with the same points along their common borders as one: those borders go. */
function union(rings: readonly Ring[]): Ring[] {
  const edges = new Map<string, Map<string, Point>>();
  for (const ring of rings)
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] ?? from;
      if (key(from) === key(to)) continue;
      // The same edge of a neighbour runs the other way round.
      const back = edges.get(key(to));
      if (back?.delete(key(from))) continue;
      const out = edges.get(key(from)) ?? new Map<string, Point>();
      edges.set(key(from), out.set(key(to), to));
    }
  const joined: Ring[] = [];
  for (const [start, out] of edges)
    while (out.size > 0) {
      const ring: Point[] = [];
      let current = start;
      let next = [...(edges.get(current) ?? [])][0];
      while (next) {
        edges.get(current)?.delete(next[0]);
        ring.push(next[1]);
        current = next[0];
        next = current === start ? undefined : [...(edges.get(current) ?? [])][0];
      }
      if (ring.length > 2) joined.push(ring);
    }
  return joined;
}
