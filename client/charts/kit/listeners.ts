/** Those who draw something that is held once for a page: `tell` has them draw it anew. */
export function listeners(): { subscribe: (listener: () => void) => () => void; tell: () => void } {
  const all = new Set<() => void>();
  return {
    subscribe(listener) {
      all.add(listener);
      return () => {
        all.delete(listener);
      };
    },
    tell() {
      for (const listener of all) listener();
    },
  };
}
