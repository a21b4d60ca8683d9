/** Sum of the values with their rounding errors carried along (Neumaier 1974, ZAMM 54:39); 0 for none. */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** Arithmetic mean: equal values have exactly that mean. Throws a RangeError where there is no value. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values: a mean needs at least one');
  const first = sum(values) / values.length;
  return first + sum(values.map((value) => value - first)) / values.length;
}
