/** A point of a chart at its pixels. */
export type PointPlace = { id: string; x: number; y: number };

type Order = (one: PointPlace, other: PointPlace) => number;

const ACROSS: Order = (one, other) => one.x - other.x || one.y - other.y || one.id.localeCompare(other.id);
const UP: Order = (one, other) => other.y - one.y || one.x - other.x || one.id.localeCompare(other.id);

const STEPS: Record<string, readonly [order: Order, step: number]> = {
  ArrowLeft: [ACROSS, -1],
  ArrowRight: [ACROSS, 1],
  ArrowDown: [UP, -1],
  ArrowUp: [UP, 1],
};

/** The point a key leads to: the next to a side or by height, or the first or last; null where it leads nowhere. */
export function nextPoint(places: readonly PointPlace[], from: string, key: string): string | null {
  const across = [...places].sort(ACROSS);
  if (key === 'Home') return across[0]?.id ?? null;
  if (key === 'End') return across.at(-1)?.id ?? null;
  const [order, step] = STEPS[key] ?? [];
  if (!order || !step) return null;
  const sorted = [...places].sort(order);
  const at = sorted.findIndex(({ id }) => id === from);
  return at < 0 ? (across[0]?.id ?? null) : (sorted[at + step]?.id ?? null);
}

/** The point nearest to a place, at most `reach` pixels away; empty where none is. */
export function pointAt(places: readonly PointPlace[], x: number, y: number, reach: number): string {
  let [best, least] = ['', reach];
  for (const place of places) {
    const away = Math.hypot(place.x - x, place.y - y);
    if (away <= least) [best, least] = [place.id, away];
  }
  return best;
}
