/**
 * The value below which a share `p` (0 to 1) of the values lies, interpolated linearly between neighbours: Hyndman and Fan
 * (1996), The American Statistician 50:361, type 7, which is R's default. Throws a RangeError where there is no value.
 */
export function quantile(values: readonly number[], p: number): number {
  return quantiles(values, [p])[0] as number;
}

/** The same for several shares at the cost of one sort, in their order. */
export function quantiles(values: readonly number[], shares: readonly number[]): number[] {
  if (values.length === 0) throw new RangeError('no values: a quantile needs at least one');
  const sorted = Float64Array.from(values).sort();
  return shares.map((p) => {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}: a number from 0 to 1 is needed`);
    const place = (sorted.length - 1) * p;
    const below = sorted[Math.floor(place)] as number;
    const above = sorted[Math.ceil(place)] as number;
    const part = place - Math.floor(place);
    return below === above ? below : (1 - part) * below + part * above;
  });
}

/**
 * Which of so many groups of about equal size each value falls in, 1 for the highest values; equal values share a group,
 * so groups may differ in size. Null for a null, and for every value where there are fewer values than groups.
 * OHID Technical Guide, Assigning deprivation categories (PHEindicatormethods phe_quantile).
 */
export function quantileGroups(values: readonly (number | null)[], groups: number): (number | null)[] {
  if (!(Number.isInteger(groups) && groups >= 1))
    throw new RangeError(`groups is ${groups}: a whole number of at least 1 is needed`);
  const known = values.filter((value) => value !== null);
  if (known.length < groups) return values.map(() => null);

  const rank = new Map<number, number>();
  known
    .sort((a, b) => b - a)
    .forEach((value, i) => {
      if (!rank.has(value)) rank.set(value, i + 1);
    });
  return values.map((value) => {
    if (value === null) return null;
    const behind = known.length + 1 - (rank.get(value) as number);
    return Math.max(1, Math.floor(groups + 1 - Math.ceil(behind / (known.length / groups))));
  });
}
