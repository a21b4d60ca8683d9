/**
 * The place among `count` that a key leads to from a place, never past the ends; null where it leads nowhere. Of places
 * under one another (`upright`) the next is the one below.
 */
export function nextPlace(at: number, key: string, count: number, upright = false): number | null {
  const last = count - 1;
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowDown: upright ? at + 1 : at - 1,
    ArrowUp: upright ? at - 1 : at + 1,
    Home: 0,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(last, Math.max(0, to));
}
