import type { Places } from './dorling.ts';
import { between, COLUMNS, centre, pieces, ROWS, touching } from './hex-grid.ts';
import type { Point } from './projection.ts';

/** Targets in hexagon radii, how firmly each place holds to its own, and the groups that must be in one piece. */
export type Task = Places & { targets: Point[]; pulls: number[]; groups: number[][] };

/** What counts, in the currency of one hexagon between two neighbours. */
const COST = { displaced: 0.08, apart: 1, turned: 1.6, edge: 0.35 };
const NOBODY = -1;

/** Places on cells, from a cell of its own for each, with what a move changes: cost to be low, faults to be none. */
export function tiling({ points, neighbours, targets, pulls, groups }: Task, cells: number[]) {
  const holder: number[] = Array(COLUMNS * ROWS).fill(NOBODY);
  for (const [place, cell] of cells.entries()) holder[cell] = place;
  const beside = memo(touching);
  const middle = memo(centre);
  const groupsOf = points.map((_, place) => groups.filter((group) => group.includes(place)));

  const at = (place: number) => cells[place] as number;
  const broken = (some: number[][]) =>
    some.reduce((sum, group) => sum + pieces(group.map(at), beside) - 1, 0);
  const empty = () => holder.flatMap((place, cell) => (place === NOBODY ? [cell] : []));
  const holed = () => pieces(cells, beside) - 1 + pieces(empty(), beside) - 1;
  const edge = (cell: number) =>
    beside(cell).reduce((sum, next) => sum + (holder[next] === NOBODY ? 1 : 0), 0);

  /** Cost of two neighbours: hexagons between them, and how far their direction is from the real one. */
  const pair = (a: number, b: number) => {
    const [from, to] = [middle(at(a)), middle(at(b))];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const [p, q] = [points[a] as Point, points[b] as Point];
    const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
    const cosine = (dx * ex + dy * ey) / Math.sqrt((dx * dx + dy * dy) * (ex * ex + ey * ey));
    return COST.apart * (between(from, to) - 1) + (COST.turned * (1 - cosine)) / 2;
  };
  const own = (place: number, other: number) => {
    const [x, y] = middle(at(place));
    const [tx, ty] = targets[place] as Point;
    let cost = COST.displaced * (pulls[place] as number) * ((x - tx) ** 2 + (y - ty) ** 2);
    for (const next of neighbours[place] ?? []) {
      if (next !== other || place < other) cost += pair(place, next);
    }
    return cost;
  };

  return {
    at,
    beside,
    /** The place on a cell, or -1. */
    on: (cell: number) => holder[cell] ?? NOBODY,
    /** Puts a place on a cell, and the place that was there, if any, on the one it left. */
    move(place: number, to: number): void {
      const from = at(place);
      const other = holder[to] ?? NOBODY;
      cells[place] = to;
      holder[from] = other;
      if (other !== NOBODY) cells[other] = from;
      holder[to] = place;
    },
    /** The part of the cost that a move of a place, or its swap with another, can change. */
    cost: (place: number, other: number) =>
      own(place, other) + (other === NOBODY ? 2 * COST.edge * edge(at(place)) : own(other, place)),
    /** Pieces too many in the groups of two places; when one of them is nobody, in England and the sea as well. */
    faults: (place: number, other: number) =>
      broken([...new Set([...(groupsOf[place] ?? []), ...(groupsOf[other] ?? [])])]) +
      (other === NOBODY ? holed() : 0),
    /** Pieces too many in all groups, England and the sea. */
    allFaults: () => holed() + broken(groups),
  };
}

function memo<T>(of: (cell: number) => T): (cell: number) => T {
  const known: T[] = [];
  return (cell) => {
    known[cell] ??= of(cell);
    return known[cell] as T;
  };
}
