/** A figure with its 95% interval; null ends where none is published. */
type Measured = { value: number | null; lower: number | null; upper: number | null };

/**
 * The 95% interval of how much a figure exceeds another that is independent of it, from the interval of each: of
 * proportions with Wilson's intervals it is method 10 of Newcombe (1998), Statistics in Medicine 17:873; of others the same
 * from their published intervals (Zou and Donner 2008, Statistics in Medicine 27:1693). In the figures' unit; null where a
 * figure or an interval is missing.
 */
export function differenceInterval(now: Measured, before: Measured): { lower: number; upper: number } | null {
  if (now.value == null || now.lower == null || now.upper == null) return null;
  if (before.value == null || before.lower == null || before.upper == null) return null;
  const apart = now.value - before.value;
  return {
    lower: apart - Math.hypot(now.value - now.lower, before.upper - before.value),
    upper: apart + Math.hypot(now.upper - now.value, before.value - before.lower),
  };
}

/** Whether a figure differs from another beyond chance: its interval leaves out no difference; null where unknown. */
export function differs(now: Measured, before: Measured): boolean | null {
  const interval = differenceInterval(now, before);
  return interval && (interval.lower > 0 || interval.upper < 0);
}
