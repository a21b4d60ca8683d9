import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

const paper = typeof window === 'undefined' ? null : window.matchMedia('print');
const listeners = new Set<() => void>();
let isAnnounced = false;

const tell = () => {
  for (const listener of listeners) listener();
};

// What is drawn for paper must be there when the event is over.
const announce = ({ type }: Event) => {
  isAnnounced = type === 'beforeprint';
  flushSync(tell);
};

function listen(how: 'addEventListener' | 'removeEventListener'): void {
  window[how]('beforeprint', announce);
  window[how]('afterprint', announce);
  paper?.[how]('change', tell);
}

function subscribe(changed: () => void): () => void {
  if (listeners.size === 0) listen('addEventListener');
  listeners.add(changed);
  return () => {
    listeners.delete(changed);
    if (listeners.size === 0) listen('removeEventListener');
  };
}

/** Whether the page is being drawn for paper, which has no screen to wait for and shows all that there is. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isAnnounced || (paper?.matches ?? false),
    () => false,
  );
