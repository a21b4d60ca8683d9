import { ringsOf } from '../../../../data/geography/rings.ts';
import type { Box } from '../deck.ts';

export type Corner = readonly [x: number, y: number];
export type Ring = readonly Corner[];

/** The rings of a path of whole steps. */
export const pathRings = (path: string): Ring[] =>
  ringsOf(path).map((flat) => {
    const corners: Corner[] = [];
    for (let i = 0; i < flat.length; i += 2) corners.push([flat[i] ?? 0, flat[i + 1] ?? 0]);
    return corners;
  });

const key = ([x, y]: Corner) => `${x} ${y}`;

/** Neighbouring shapes cut from the same lines as one: the borders between them go. */
export function union(rings: readonly Ring[]): Ring[] {
  const edges = new Map<string, Map<string, Corner>>();
  for (const ring of rings)
    for (const [index, from] of ring.entries()) {
      const to = ring[(index + 1) % ring.length] ?? from;
      if (key(from) === key(to)) continue;
      const back = edges.get(key(to));
      if (back?.delete(key(from))) continue;
      const out = edges.get(key(from)) ?? new Map<string, Corner>();
      edges.set(key(from), out.set(key(to), to));
    }
  const joined: Ring[] = [];
  for (const [start, out] of edges)
    while (out.size > 0) {
      const ring: Corner[] = [];
      let at = start;
      let next = [...(edges.get(at) ?? [])][0];
      while (next) {
        edges.get(at)?.delete(next[0]);
        ring.push(next[1]);
        at = next[0];
        next = at === start ? undefined : [...(edges.get(at) ?? [])][0];
      }
      if (ring.length > 2) joined.push(ring);
    }
  return joined;
}

/** The smallest box around rings. */
export function boundsOf(rings: readonly Ring[]): Box {
  const corners = rings.flat();
  const [left, right] = [Math.min(...corners.map(([x]) => x)), Math.max(...corners.map(([x]) => x))];
  const [top, bottom] = [Math.min(...corners.map(([, y]) => y)), Math.max(...corners.map(([, y]) => y))];
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** Whether a place lies inside rings; a ring inside another is a hole. */
export function holds(rings: readonly Ring[], [x, y]: Corner): boolean {
  let inside = false;
  for (const ring of rings)
    for (const [index, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  return inside;
}

type Side = { in: (corner: Corner) => boolean; cross: (from: Corner, to: Corner) => Corner };

const upright = (at: number, keep: 1 | -1): Side => ({
  in: ([x]) => keep * (x - at) >= 0,
  cross: ([x1, y1], [x2, y2]) => [at, y1 + ((at - x1) / (x2 - x1)) * (y2 - y1)],
});
const level = (at: number, keep: 1 | -1): Side => ({
  in: ([, y]) => keep * (y - at) >= 0,
  cross: ([x1, y1], [x2, y2]) => [x1 + ((at - y1) / (y2 - y1)) * (x2 - x1), at],
});

/** What of a ring lies in a box (Sutherland and Hodgman 1974); empty where nothing does. */
export function clipped(ring: Ring, { x, y, w, h }: Box): Ring {
  let corners = ring;
  for (const side of [upright(x, 1), upright(x + w, -1), level(y, 1), level(y + h, -1)]) {
    const kept: Corner[] = [];
    for (const [index, to] of corners.entries()) {
      const from = corners[(index + corners.length - 1) % corners.length] ?? to;
      if (side.in(to) !== side.in(from)) kept.push(side.cross(from, to));
      if (side.in(to)) kept.push(to);
    }
    corners = kept;
  }
  return corners.length > 2 ? corners : [];
}
