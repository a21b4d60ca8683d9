import { ringsOf } from '../../../data/geography/rings.ts';

/**
 * The borders between groups of shapes, as one path: an edge that two shapes of the same group share is left out, and
 * so is the coast. Shapes are closed paths of whole steps (`M1 2l3 4-5 6z`) cut from the same topology, so that a
 * shared border has the same corners on both sides; corners lie between 0 and 8191.
 */
export function borders(groups: readonly (readonly string[])[]): string {
  const owners = new Map<number, number>();
  let path = '';
  for (const [owner, shapes] of groups.entries())
    for (const ring of shapes.flatMap(ringsOf)) {
      let open = false;
      eachEdge(ring, (key, x, y, nextX, nextY) => {
        const other = owners.get(key);
        if (other === undefined) owners.set(key, owner);
        const drawn = other !== undefined && other !== owner;
        if (drawn) path += open ? `L${nextX} ${nextY}` : `M${x} ${y}L${nextX} ${nextY}`;
        open = drawn;
      });
    }
  return path;
}

type Edge = (key: number, x: number, y: number, nextX: number, nextY: number) => void;

const CORNERS = 8192 * 8192;

/** Visits a ring's edges; both directions of an edge have the same key. */
function eachEdge(ring: readonly number[], visit: Edge): void {
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = [ring[i] as number, ring[i + 1] as number];
    const next = i + 2 < ring.length ? i + 2 : 0;
    const [nextX, nextY] = [ring[next] as number, ring[next + 1] as number];
    const [one, other] = [x * 8192 + y, nextX * 8192 + nextY];
    visit(one < other ? one * CORNERS + other : other * CORNERS + one, x, y, nextX, nextY);
  }
}
