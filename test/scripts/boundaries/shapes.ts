import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { planarRingArea } from 'topojson-simplify';
import type { Boundaries, Shape } from '../../../scripts/boundaries/topology.ts';

/** Area of a shape, in the square of its unit, holes left out. */
export function area(geometry: Polygon | MultiPolygon): number {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const ring = (positions: Position[] = []) => planarRingArea(positions as [number, number][]);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return sum(polygons.map(([outer, ...holes]) => ring(outer) - sum(holes.map(ring))));
}

/** Area of a shape of a topology. */
export function areaOf(topology: Boundaries, shape: Shape): number {
  return area((feature(topology, shape) as Feature<Polygon | MultiPolygon>).geometry);
}

/** Corners of path data made of `M x y l dx dy …` parts, in absolute units. */
export function points(path: string): [number, number][] {
  return path.split('M').flatMap((part) => {
    const numbers = (part.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, index): [number, number] => {
      x += numbers[2 * index] as number;
      y += numbers[2 * index + 1] as number;
      return [x, y];
    });
  });
}
