import { type Counts, share, sum, summed } from './arithmetic.ts';

/** A target has no more decimals than this, so that counts times it are whole and their sums exact. */
const STEPS = 1e6;

/** How many more people would have to be in time to reach a target share: target × denominator − numerator. Below 0: to spare. */
export const beyond = (target: number, { numerator, denominator }: Counts): number =>
  (Math.round(target * STEPS) * denominator - STEPS * numerator) / STEPS;

/** The same in whole people: the least whole number in time that reaches the target, less those who were. */
// Adding 0 makes a negative zero an ordinary one.
export const wholeBeyond = (target: number, counts: Counts): number => Math.ceil(beyond(target, counts)) + 0;

/**
 * A whole number of people divided into parts: each its quota rounded down or up, together exactly the total. Those
 * with the largest remainders are rounded up (the method of Hamilton); of equal remainders, the earlier part. Throws a
 * RangeError where the total is not that of the quotas rounded down or up.
 */
export function apportion(total: number, quotas: readonly number[]): number[] {
  const down = quotas.map(Math.floor);
  const over = total - sum(down);
  const remainder = (i: number) => Math.round(STEPS * ((quotas[i] ?? 0) - (down[i] ?? 0)));
  if (!Number.isInteger(over) || over < 0 || over > quotas.length)
    throw new RangeError(`${total} cannot be made of parts that sum to ${sum(quotas)}`);
  const largest = quotas.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const up = new Set(largest.slice(0, over));
  return down.map((part, i) => part + (up.has(i) ? 1 : 0));
}

/** How a share changed, in shares of 1: by the parts' own change, and by their changing weight; the two sum to `all`. */
export type Change = { all: number; own: number; weight: number };

/**
 * What each part adds to the change of the share of all between two periods (Kitagawa 1955, J Am Stat Assoc 50:1168):
 * own: its mean weight times its change; weight: its change of weight times how far it lies from the share of all, both as
 * means of the two periods. The parts sum to the whole. Throws a RangeError where there is no part.
 */
export function decompose(parts: readonly { before: Counts; after: Counts }[]): {
  whole: Change;
  parts: Change[];
} {
  if (parts.length === 0) throw new RangeError('no parts: a change needs at least one');
  const [before, after] = [summed(parts.map((part) => part.before)), summed(parts.map((part) => part.after))];
  const middle = (share(before) + share(after)) / 2;
  const changes = parts.map((part): Change => {
    const [w0, w1] = [
      part.before.denominator / before.denominator,
      part.after.denominator / after.denominator,
    ];
    const [p0, p1] = [share(part.before), share(part.after)];
    const own = ((w0 + w1) / 2) * (p1 - p0);
    const weight = (w1 - w0) * ((p0 + p1) / 2 - middle);
    return { all: own + weight, own, weight };
  });
  return {
    whole: {
      all: share(after) - share(before),
      own: sum(changes.map(({ own }) => own)),
      weight: sum(changes.map(({ weight }) => weight)),
    },
    parts: changes,
  };
}
