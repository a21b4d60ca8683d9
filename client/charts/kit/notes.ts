import type { SnapshotArea } from '../../../data/contract/index.ts';

/** Under this many people one more or fewer changes a share a great deal. */
const FEW = 20;

/** Whether a figure is of so few people that it says little by itself. */
export const isOfFew = ({ value, denominator }: Pick<SnapshotArea, 'value' | 'denominator'>): boolean =>
  value !== null && denominator !== null && denominator < FEW;

/** The notes that every figure of a table carries, alone or at the end of another: said once above it, not in every row. */
export function commonNotes(areas: readonly Pick<SnapshotArea, 'value' | 'notes'>[]): string[] {
  const [first, ...rest] = areas.filter(({ value }) => value !== null);
  if (!first || rest.length === 0) return [];
  return first.notes.filter((note) => rest.every(({ notes }) => notes.some((each) => each.endsWith(note))));
}

/** Notes as sentences of one text; empty where there are none. */
export const sentences = (notes: readonly string[]): string =>
  notes.map((note) => (/[.!?]$/.test(note) ? note : `${note}.`)).join(' ');
