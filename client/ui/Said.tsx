import { useSyncExternalStore } from 'react';
import { listeners } from '../charts/kit/listeners.ts';

// What a screen reader is told of the page as a whole: in one place, politely, once what is shown has come to rest.

/** Milliseconds for which nothing has changed before it is said: longer than the player shows a period. */
const REST = 1200;

let said = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const { subscribe, tell } = listeners();

/** Has words said unless others follow at once, or what is returned takes them back before. */
export function say(words: string): () => void {
  clearTimeout(timer);
  const own = setTimeout(() => {
    said = words;
    tell();
  }, REST);
  timer = own;
  return () => clearTimeout(own);
}

/** What was told last; empty where nothing has been. */
export const told = (): string => said;

/** The place from which a screen reader is told what the page shows. */
export const Said = () => (
  <p className="hidden" role="status" data-testid="said">
    {useSyncExternalStore(subscribe, told, () => '')}
  </p>
);
