import { useEffect, useId, useSyncExternalStore } from 'react';

// What charts of a page say of the address that they share: the first of them says it, for all.

/** By its words, who would say it: the first to be drawn first. */
const sayers = new Map<string, string[]>();
const listeners = new Set<() => void>();

function change(words: string, ids: (said: string[]) => string[]) {
  sayers.set(words, ids(sayers.get(words) ?? []));
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** A sentence that is said once on a page, however many of its charts have it to say. */
export function SaidOnce({ words }: { words: string }) {
  const id = useId();
  const isFirst = useSyncExternalStore(
    subscribe,
    () => sayers.get(words)?.[0] === id,
    () => false,
  );
  useEffect(() => {
    change(words, (ids) => [...ids, id]);
    return () => change(words, (ids) => ids.filter((each) => each !== id));
  }, [words, id]);
  return (
    isFirst && (
      <p className="note" role="status">
        {words}
      </p>
    )
  );
}
