import { useEffect, useState, useSyncExternalStore } from 'react';
import { listeners } from './listeners.ts';

// What charts of a page say of the address that they share: the first of them says it, for all.

/** By its words, who would say it: the first to be drawn first. */
const sayers = new Map<string, object[]>();
const { subscribe, tell } = listeners();

function change(words: string, to: (said: object[]) => object[]) {
  sayers.set(words, to(sayers.get(words) ?? []));
  tell();
}

/** A sentence that is said once on a page, however many of its charts have it to say. */
export function SaidOnce({ words }: { words: string }) {
  const [self] = useState(() => ({}));
  const isFirst = useSyncExternalStore(
    subscribe,
    () => sayers.get(words)?.[0] === self,
    () => false,
  );
  useEffect(() => {
    change(words, (said) => [...said, self]);
    return () => change(words, (said) => said.filter((each) => each !== self));
  }, [words, self]);
  return (
    isFirst && (
      <p className="note" role="status">
        {words}
      </p>
    )
  );
}
