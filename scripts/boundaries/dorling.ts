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
    for (const [i, a] of positions.entries()) {
      for (const [j, b] of positions.entries()) {
        if (i === j) continue;
        const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
        const far = Math.abs(dx) >= size || Math.abs(dy) >= size;
        const near = linked[i]?.has(j);
        if (far && !near) continue;
        const distance = Math.hypot(dx, dy) || 1e-6;
        const gap = distance - size;
        if (!near && gap >= 0) continue;
        const share = gap < 0 ? (PUSH * gap) / 2 : (PULL * gap) / (neighbours[i]?.length ?? 1);
        const move = moves[i] as Point;
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
