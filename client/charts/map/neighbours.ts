export type Place = readonly [x: number, y: number];
export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

const STEPS: Record<Direction, Place> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/**
 * The place nearest to one in a direction, or null at the edge. Only places within 60 degrees of the direction count,
 * and what lies off its line counts as twice as far.
 */
export function nearest(
  places: Readonly<Record<string, Place>>,
  from: string,
  direction: Direction,
): string | null {
  const start = places[from];
  if (!start) return null;
  const [stepX, stepY] = STEPS[direction];
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, [x, y]] of Object.entries(places)) {
    const along = (x - start[0]) * stepX + (y - start[1]) * stepY;
    const aside = Math.abs((x - start[0]) * stepY) + Math.abs((y - start[1]) * stepX);
    const cost = along + 2 * aside;
    if (id !== from && along > 0 && aside <= 1.73 * along && cost < least) [best, least] = [id, cost];
  }
  return best;
}
