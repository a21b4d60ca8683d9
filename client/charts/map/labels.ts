import { geoPath } from 'd3-geo';
import type { Polygon } from 'geojson';
import type { Point } from '../../../data/boundaries/paths.ts';
import { type MapView, windowShown } from '../../../data/boundaries/view.ts';
import { isDark } from '../../../data/painting.ts';
import { PALETTE } from '../../../data/palette.ts';
import { characterLines, roughWidth } from '../../../data/text/measure.ts';
import { overlap } from '../kit/labels.ts';
import type { Frame } from '../kit/scales.ts';
import { LINE_HEIGHT, type MapName, type MapShape, NAME_SIZE } from './EnglandMap.tsx';
import { partIn, polygons } from './fit.ts';

/** How much of a name's box must lie on its shape. */
const ON_SHAPE = 0.92;

type Size = { width: number; height: number };

type Measured = { part: Polygon; area: number; frame: Frame };

const measured = new Map<string, Measured | null>();

/** The largest part of a path, with its size and bounds; kept, as moving the map does not change it. */
function largestPart(path: string): Measured | null {
  const kept = measured.get(path);
  if (kept !== undefined) return kept;
  const flat = geoPath();
  const [largest] = polygons(path)
    .map((part) => ({ part, area: flat.area(part) }))
    .sort((one, other) => other.area - one.area);
  const made = largest ? { ...largest, frame: frameOf(flat.bounds(largest.part)) } : null;
  measured.set(path, made);
  return made;
}

const frameOf = ([[left, top], [right, bottom]]: ReturnType<
  ReturnType<typeof geoPath>['bounds']
>): Frame => ({
  left,
  right,
  top,
  bottom,
});

/**
 * Names on the shapes that a view shows, larger shapes first, where there is room: nearly the whole name lies on its
 * shape, within the view, and on no name before it. A shape whose middle is out of sight is named on what is in sight.
 * `under`: the pixels of the upper left corner that something lies over.
 */
export function labelsIn(
  shapes: readonly MapShape[],
  named: (id: string) => string,
  view: MapView,
  { box, unit, under }: { box: readonly [number, number]; unit: number; under?: Size | undefined },
): MapName[] {
  const shown = windowShown(view, box);
  const size = unit / view.k;
  const corner = under && {
    left: shown.left,
    right: shown.left + under.width * size,
    top: shown.top,
    bottom: shown.top + under.height * size,
  };
  const taken: Frame[] = corner ? [corner] : [];
  return shapes
    .flatMap((shape) => {
      const largest = largestPart(shape.d);
      return largest && overlap(largest.frame, shown) ? [{ shape, ...largest }] : [];
    })
    .sort((one, other) => other.area - one.area)
    .flatMap(({ shape, part, frame }): MapName[] => {
      const name = named(shape.id);
      // Clipping takes the longest: only for a name that can find room on its shape at all.
      let inSight: Point | null | undefined;
      const places = [
        () => shape.place,
        () => {
          if (inSight === undefined) inSight = partIn(part, shown).middle as Point | null;
          return inSight;
        },
      ];
      for (const most of [40, 14, 10]) {
        const lines = characterLines(name, most);
        const { wide, high } = sizeOf(lines, size);
        if (lines.length > 3 || wide > frame.right - frame.left || high > frame.bottom - frame.top) continue;
        for (const placeOf of places) {
          const place = placeOf();
          if (!place) continue;
          const label = labelFrame(place, wide, high);
          if (!within(label, shown) || !within(label, frame) || taken.some((other) => overlap(label, other)))
            continue;
          if (partIn(part, label).area < ON_SHAPE * wide * high) continue;
          taken.push(label);
          const fill = shape.fill.startsWith('#') ? shape.fill : PALETTE.paper;
          return [{ id: shape.id, lines, place, fill, dark: isDark(shape.fill) }];
        }
      }
      return [];
    });
}

const sizeOf = (lines: readonly string[], size: number) => ({
  wide: Math.max(...lines.map((line) => roughWidth(line, NAME_SIZE))) * size,
  high: lines.length * LINE_HEIGHT * size,
});

const labelFrame = ([x, y]: Point, wide: number, high: number): Frame => ({
  left: x - wide / 2,
  right: x + wide / 2,
  top: y - high / 2,
  bottom: y + high / 2,
});

const within = (inner: Frame, outer: Frame) =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;
