import type { Position } from 'geojson';
import type { Point } from './projection.ts';

type Segment = { arc: number; a: Point; b: Point };

/** Indices of the arcs that properly cross another arc, or themselves; touching at a point is no crossing. */
export function crossingArcs(arcs: Position[][], cell: number): Set<number> {
  const crossing = new Set<number>();
  const grid = new Map<string, Segment[]>();
  for (const [arc, points] of arcs.entries()) {
    for (let index = 1; index < points.length; index++) {
      const segment = { arc, a: points[index - 1] as Point, b: points[index] as Point };
      for (const key of cellsOf(segment, cell)) {
        const others = grid.get(key) ?? [];
        for (const other of others) {
          if (cross(segment, other)) crossing.add(arc).add(other.arc);
        }
        others.push(segment);
        grid.set(key, others);
      }
    }
  }
  return crossing;
}

function cellsOf({ a, b }: Segment, cell: number): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(Math.min(a[0], b[0]) / cell); x * cell <= Math.max(a[0], b[0]); x++) {
    for (let y = Math.floor(Math.min(a[1], b[1]) / cell); y * cell <= Math.max(a[1], b[1]); y++) {
      keys.push(`${x} ${y}`);
    }
  }
  return keys;
}

function cross(one: Segment, other: Segment): boolean {
  return side(one, other.a) * side(one, other.b) < 0 && side(other, one.a) * side(other, one.b) < 0;
}

function side({ a, b }: Segment, point: Point): number {
  return Math.sign((b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]));
}
