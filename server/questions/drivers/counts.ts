import { type Counts, summed } from '../../stats/arithmetic.ts';
import { isIllustrative, type Row } from '../shared/figures.ts';

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Names in words: `A, B and C`. */
export const inWords = (names: readonly string[]) => list.format(names);

/** The counts of a row; null where it has no figure of counts, or an illustrative one. */
export function countsOf(row: Row | undefined): Counts | null {
  if (!row || row.value === null || isIllustrative(row)) return null;
  const { numerator, denominator } = row;
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** Whether counts sum to those of a row. */
export function sumTo(counts: readonly Counts[], { numerator, denominator }: Counts): boolean {
  const all = summed(counts);
  return all.numerator === numerator && all.denominator === denominator;
}
