import { useSyncExternalStore } from 'react';

// What is read on a page, a period or a row: one for all its charts, by its name, so that each marks the same one.

/** The period or row that is read, the chart in which it is pointed at, the line nearest there (or empty), and whether by keys. */
type Pointed = { place: string; chart: string; line: string; byKey: boolean };

let pointed: Pointed | null = null;
const listeners = new Set<() => void>();

const PARTS = ['place', 'chart', 'line', 'byKey'] as const;

const leaveByEscape = (event: KeyboardEvent) => {
  if (event.key === 'Escape') point(null);
};

/** Points at a period or row, or at none, in every chart of the page that has it. Escape leaves it from anywhere. */
export function point(to: Pointed | null): void {
  if (to ? PARTS.every((part) => pointed?.[part] === to[part]) : pointed === null) return;
  if (pointed === null) window.addEventListener('keydown', leaveByEscape);
  if (to === null) window.removeEventListener('keydown', leaveByEscape);
  pointed = to;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

const none = () => null;

const nothing = () => -1;

/** The number of the place of a chart that is read on the page; −1 where none of its own is. */
export const usePointedAt = (places: readonly { id: string }[]): number =>
  useSyncExternalStore(
    subscribe,
    () => (pointed === null ? -1 : places.findIndex(({ id }) => id === pointed?.place)),
    nothing,
  );

/** What is pointed at, where that is in a chart itself; null where it is in another, or nowhere. */
export const usePointedIn = (chart: string): Pointed | null =>
  useSyncExternalStore(subscribe, () => (pointed?.chart === chart ? pointed : null), none);
