import { pointedStore } from './pointedStore.ts';

// What is read on a page, a period or a row: one for all its charts, by its name, so that each marks the same one.

/** The period or row that is read, the chart in which it is pointed at, the line nearest there (or empty), and whether by keys. */
type Pointed = { place: string; chart: string; line: string; byKey: boolean };

const store = pointedStore<Pointed | null>(null);

const PARTS = ['place', 'chart', 'line', 'byKey'] as const;

/** Points at a period or row, or at none, in every chart of the page that has it. Escape leaves it from anywhere. */
export function point(to: Pointed | null): void {
  const pointed = store.get();
  if (to === null || pointed === null || !PARTS.every((part) => pointed[part] === to[part])) store.set(to);
}

/** The number of the place of a chart that is read on the page; −1 where none of its own is. */
export const usePointedAt = (places: readonly { id: string }[]): number =>
  store.use((pointed) => (pointed === null ? -1 : places.findIndex(({ id }) => id === pointed.place)));

/** What is pointed at, where that is in a chart itself; null where it is in another, or nowhere. */
export const usePointedIn = (chart: string): Pointed | null =>
  store.use((pointed) => (pointed?.chart === chart ? pointed : null));
