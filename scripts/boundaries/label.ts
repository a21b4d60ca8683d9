import type { Position } from 'geojson';
import type { Point } from './projection.ts';

type Cell = { x: number; y: number; half: number; depth: number };

/**
 * The point of a polygon farthest from its edge, to a hundredth of its size: where a label fits best.
 * Quadtree search after Garcia-Castellanos and Lombardo (2007), Poles of inaccessibility.
 */
export function labelPoint(polygon: Position[][]): Point {
  const outer = polygon[0] ?? [];
  const xs = outer.map(([x = 0]) => x);
  const ys = outer.map(([, y = 0]) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const half = Math.min(right - left, high - low) / 4;
  const cell = (x: number, y: number, size: number): Cell => ({
    x,
    y,
    half: size,
    depth: depth(polygon, x, y),
  });

  const queue: Cell[] = [];
  for (let x = left + half; x < right + half; x += 2 * half) {
    for (let y = low + half; y < high + half; y += 2 * half) queue.push(cell(x, y, half));
  }
  let best = cell((left + right) / 2, (low + high) / 2, 0);
  while (queue.length > 0) {
    queue.sort((a, b) => a.depth + a.half * Math.SQRT2 - (b.depth + b.half * Math.SQRT2));
    const next = queue.pop() as Cell;
    if (next.depth > best.depth) best = next;
    if (next.depth + next.half * Math.SQRT2 - best.depth <= half / 25) break;
    const quarter = next.half / 2;
    for (const dx of [-quarter, quarter]) {
      for (const dy of [-quarter, quarter]) queue.push(cell(next.x + dx, next.y + dy, quarter));
    }
  }
  return [best.x, best.y];
}

/** Distance to the nearest edge, negative outside. */
function depth(polygon: Position[][], x: number, y: number): number {
  let inside = false;
  let nearest = Number.POSITIVE_INFINITY;
  for (const ring of polygon) {
    for (let index = 1; index < ring.length; index++) {
      const [ax = 0, ay = 0] = ring[index - 1] ?? [];
      const [bx = 0, by = 0] = ring[index] ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2 || 1);
      const t = Math.min(1, Math.max(0, along));
      nearest = Math.min(nearest, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
    }
  }
  return inside ? nearest : -nearest;
}
