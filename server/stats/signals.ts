import type { Signal } from '../../data/contract/control.ts';
import { type Stretch, same } from './limits.ts';

export type Flag = { signal: Signal; side: 'above' | 'below' };
type Limited = Extract<Stretch, { reason: null }>;

/** Stretches of so many equal signs or more, none of them 0: first and last place, and the sign. */
function runs(signs: readonly number[], length: number) {
  const found: { first: number; last: number; sign: number }[] = [];
  for (let first = 0, i = 1; i <= signs.length; i++) {
    if (i < signs.length && signs[i] === signs[first]) continue;
    const sign = signs[first] ?? 0;
    if (sign !== 0 && i - first >= length) found.push({ first, last: i - 1, sign });
    first = i;
  }
  return found;
}

const sideOf = (sign: number) => (sign > 0 ? 'above' : 'below');

/**
 * Which values of one stretch are special cause, by which rule and on which side (a rise counts as above); null where
 * common cause. A value has the first rule that holds: outside the limits; part of a rise or fall of `runLength` values,
 * where two meet the later; near a limit with another of three in a row, all on one side of the mean; part of
 * `runLength` values on one side. NHS England, Making Data Count (NHSRplotthedots 0.2.2).
 */
export function signalsOf(
  values: readonly (number | null)[],
  { mean, lower, upper, near }: Limited,
  runLength: number,
): (Flag | null)[] {
  const flags = values.map((): Flag | null => null);
  const sides = values.map((value) => (value === null || same(value, mean) ? 0 : Math.sign(value - mean)));
  const steps = values.map((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? 0 : Math.sign(value - before);
  });
  const isOutside = values.map((value) => value !== null && (value > upper || value < lower));
  const isNear = values.map(
    (value, i) => value !== null && !isOutside[i] && (value > mean + near || value < mean - near),
  );

  // The weakest rule first: a stronger one takes its place.
  for (const { first, last, sign } of runs(sides, runLength))
    flags.fill({ signal: 'shift', side: sideOf(sign) }, first, last + 1);

  for (let i = 0; i + 2 < values.length; i++) {
    const window = [i, i + 1, i + 2];
    const sign = sides[i] ?? 0;
    if (sign === 0 || window.some((at) => sides[at] !== sign)) continue;
    const close = window.filter((at) => isNear[at]);
    if (close.length < 2) continue;
    for (const at of close) flags[at] = { signal: 'two-of-three', side: sideOf(sign) };
  }

  for (const { first, last, sign } of runs(steps, runLength - 1))
    flags.fill({ signal: 'trend', side: sideOf(sign) }, first - 1, last + 1);

  isOutside.forEach((outside, i) => {
    if (outside) flags[i] = { signal: 'outside', side: sideOf(sides[i] ?? 0) };
  });
  return flags;
}
