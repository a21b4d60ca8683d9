import type { Point } from './projection.ts';

/** Points with ids, and for each the indices of its neighbours. */
export type Places = { ids: string[]; points: Point[]; neighbours: number[][] };

const ROUNDS = 600;
/** Share of a gap between neighbours, and of an overlap between any two, that is closed in a round. */
const PULL = 0.12;
const PUSH = 0.4;

/**
 * Places moved until equal circles of diameter 1 round them hardly overlap while neighbours stay close, in units of
 * that diameter. After Dorling (1996), Area cartograms: their use and creation.
 */
export function spread({ points, neighbours }: Places, diameter: number): Point[] {
  const positions = points.map(([x, y]): Point => [x / diameter, y / diameter]);
  const linked = neighbours.map((list) => new Set(list));
  for (let round = 0; round < ROUNDS; round++) {
    const size = Math.min(1, 0.3 + (0.9 * round) / ROUNDS);
    const moves = positions.map((): Point => [0, 0]);
    // Indices and not entries(): this runs 26 million times.
    for (let i = 0; i < positions.length; i++) {
      const [ax, ay] = positions[i] as Point;
      const near = linked[i] as Set<number>;
      const move = moves[i] as Point;
      for (let j = 0; j < positions.length; j++) {
        if (i === j) continue;
        const b = positions[j] as Point;
        const dx = b[0] - ax;
        const dy = b[1] - ay;
        const far = Math.abs(dx) >= size || Math.abs(dy) >= size;
        if (far && !near.has(j)) continue;
        const distance = Math.hypot(dx, dy) || 1e-6;
        const gap = distance - size;
        if (gap >= 0 && !near.has(j)) continue;
        const share = gap < 0 ? (PUSH * gap) / 2 : (PULL * gap) / near.size;
        move[0] += (dx / distance) * share;
        move[1] += (dy / distance) * share;
      }
    }
    for (const [i, [dx, dy]] of moves.entries()) {
      const position = positions[i] as Point;
      position[0] += dx;
      position[1] += dy;
    }
  }
  return positions;
}
