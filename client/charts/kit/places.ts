const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The place among `count` that a key leads to from a place, never past the ends; null where it leads nowhere. */
export function nextPlace(at: number, key: string, count: number): number | null {
  const to = STEPS[key]?.(at, count - 1);
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}
