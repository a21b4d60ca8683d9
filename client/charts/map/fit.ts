import { geoIdentity, geoPath } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { bounded, type MapView } from '../../../data/boundaries/view.ts';
import { ringsOf } from '../../../data/geography/rings.ts';
import type { Frame } from '../kit/scales.ts';

type Size = readonly [width: number, height: number];

/** The share of the picture that stays empty around what is fitted into it. */
const MARGIN = 0.06;

/** The view in which paths fill a layout's box, with a margin; the whole where they are none. */
export function viewOf(paths: readonly string[], [width, height]: Size): MapView {
  const shapes = multiPolygon(paths.flatMap(polygons));
  if (shapes.coordinates.length === 0) return { x: width / 2, y: height / 2, k: 1 };
  const room = MARGIN * Math.min(width, height);
  const fitted = geoIdentity().fitExtent(
    [
      [room, room],
      [width - room, height - room],
    ],
    shapes,
  );
  const [x, y] = fitted.invert?.([width / 2, height / 2]) ?? [width / 2, height / 2];
  return bounded({ x, y, k: fitted.scale() }, [width, height]);
}

/**
 * The rings of a path as polygons of their own: the parts of an area may be wound either way, and d3-geo's centroid
 * of parts that are not wound alike is wrong.
 */
export function polygons(path: string): Polygon[] {
  return ringsOf(path).map((flat) => {
    const ring: Position[] = [];
    for (let i = 0; i < flat.length; i += 2) ring.push([flat[i] as number, flat[i + 1] as number]);
    return { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] };
  });
}

const multiPolygon = (parts: readonly Polygon[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: parts.map(({ coordinates }) => coordinates),
});

/** What of a polygon lies in a window, by geoIdentity's clipping: its area and the middle of it, which is null for none. */
export function partIn(part: Polygon, { left, right, top, bottom }: Frame) {
  const clipped = geoPath(
    geoIdentity().clipExtent([
      [left, top],
      [right, bottom],
    ]),
  );
  const area = clipped.area(part);
  return { area, middle: area > 0 ? clipped.centroid(part) : null };
}
