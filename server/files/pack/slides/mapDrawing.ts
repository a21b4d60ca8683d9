import { isDark } from '../../../../data/classes.ts';
import { PALETTE } from '../../../../data/palette.ts';
import { arialWidth } from '../../../../data/text/arial.ts';
import type { Box, MapBlock, MapLabel, MapShape } from '../deck.ts';
import { boundsOf, type Corner, clipped, holds, type Ring } from './geometry.ts';
import { allianceOutline, layout } from './layout.ts';

/** An area to be drawn: its outline in the map's units, its colour, and what may be written on it. */
export type Drawn = {
  name: string;
  alt: string;
  rings: readonly Ring[];
  place: Corner;
  fill: string;
  short: string;
  number: number;
  marked: boolean;
  /** Nothing is written on it: it is drawn again, larger. */
  bare?: boolean;
};

const AROUND = '#e9edef';
const MARGIN = 0.04;
const NAME = 10;
const POINTS = 72;

/** The part of the map that holds rings, with a margin, as wide by high as a box. */
export function windowOf(rings: readonly Ring[], box: Box): Box {
  const own = boundsOf(rings);
  const scale = (1 - 2 * MARGIN) * Math.min(box.w / own.w, box.h / own.h);
  const [w, h] = [box.w / scale, box.h / scale];
  return { x: own.x + own.w / 2 - w / 2, y: own.y + own.h / 2 - h / 2, w, h };
}

const moved =
  (from: Box, to: Box) =>
  ([x, y]: Corner): Corner => {
    const scale = to.w / from.w;
    return [to.x + (x - from.x) * scale, to.y + (y - from.y) * scale];
  };

const touch = (one: Box, other: Box) =>
  one.x < other.x + other.w &&
  other.x < one.x + one.w &&
  one.y < other.y + other.h &&
  other.y < one.y + one.h;

/** A name in lines of no more than some letters, broken between words. */
function lines(name: string, most: number): string[] {
  const found: string[] = [];
  for (const word of name.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}

function labelBox(text: readonly string[], size: number, [x, y]: Corner): Box {
  const w = Math.max(...text.map((line) => arialWidth(line, size))) / POINTS + 0.06;
  const h = (text.length * size * 1.2) / POINTS;
  return { x: x - w / 2, y: y - h / 2, w, h };
}

const inside = (rings: readonly Ring[], { x, y, w, h }: Box) =>
  [0, 0.25, 0.5, 0.75, 1].every((part) =>
    [y, y + h / 2, y + h].every((at) => holds(rings, [x + part * w, at])),
  );

/** What is written on areas: the name where it lies wholly inside, else the number. */
function labelsOf(areas: readonly (Drawn & { shape: readonly Ring[]; at: Corner })[]): MapLabel[] {
  const taken: Box[] = [];
  return areas.flatMap(({ shape, at, short, number, fill, bare }) => {
    if (bare) return [];
    const colour = isDark(fill) ? PALETTE.paper : PALETTE.ink;
    const texts = [[short], lines(short, 16), lines(short, 11), [String(number)]];
    const found = texts
      .map((text) => ({ text, box: labelBox(text, NAME, at) }))
      .find(
        ({ text, box }) =>
          text[0] === String(number) || (inside(shape, box) && !taken.some((one) => touch(one, box))),
      );
    if (!found) return [];
    taken.push(found.box);
    const { text, box } = found;
    return text.map((line, index) => ({
      text: line,
      x: box.x,
      y: box.y + (index * NAME * 1.2) / POINTS,
      w: box.w,
      size: NAME,
      colour,
    }));
  });
}

type Framed = { name: string; alt: string; box: Box; around: readonly string[] };

/** Areas in a box of a slide, as large as they fit, the Alliances around them faint. */
export function mapBlock(areas: readonly Drawn[], { name, alt, box, around }: Framed): MapBlock {
  const window = windowOf(
    areas.flatMap(({ rings }) => rings),
    box,
  );
  const place = moved(window, box);
  const neighbours: MapShape[] = around.flatMap((id) => {
    const rings = allianceOutline(id)
      .rings.map((ring) => clipped(ring, window).map(place))
      .filter((ring) => ring.length > 2);
    const shape = { name: `Around it: ${id}`, alt: '', fill: AROUND, line: PALETTE.paper, lineWidth: 0.75 };
    return rings.length > 0 ? [{ ...shape, rings }] : [];
  });
  const drawn = areas.map((area) => ({
    ...area,
    shape: area.rings.map((ring) => ring.map(place)),
    at: place(area.place),
  }));
  const shapes = drawn.map(
    ({ name: own, alt: said, shape, fill, marked }): MapShape => ({
      name: own,
      alt: said,
      rings: shape,
      fill,
      line: marked ? PALETTE.ink : PALETTE.paper,
      lineWidth: marked ? 3 : 1,
    }),
  );
  return { kind: 'map', name, alt, shapes: [...neighbours, ...shapes], labels: labelsOf(drawn) };
}

/** The Alliances whose land may lie around others. */
export const alliancesBut = (ids: readonly string[]): string[] =>
  Object.keys(layout().map.alliance).filter((id) => !ids.includes(id));
