import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { planarRingArea } from 'topojson-simplify';
import { DIRECTORY } from '../../../scripts/boundaries/files.ts';
import type { Point } from '../../../scripts/boundaries/projection.ts';
import type { Boundaries, Shape } from '../../../scripts/boundaries/topology.ts';

/** One layout of a file of paths: of each level the paths, the labels and, of hexagons, the short names. */
type Layout = {
  box: Point;
  radius?: number;
  london?: { x: number; y: number; w: number; h: number };
  label: Record<string, Record<string, Point>>;
  short?: Record<string, string>;
} & Record<string, unknown>;

export type LayoutFile = { map: Layout; hex: Layout; attribution: string };

/** A topology of data/boundaries, its areas under `ccg` and its Alliances under `alliance`, of either geography. */
export function topologyOf(name: string): Boundaries {
  const { objects, ...topology } = JSON.parse(readFileSync(path.join(DIRECTORY, name), 'utf8'));
  const { icb: ccg, 'alliance-today': alliance, ...named } = objects;
  return { ...topology, objects: ccg ? { ccg, alliance } : named };
}

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
