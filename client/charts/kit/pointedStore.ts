import { useSyncExternalStore } from 'react';

/** What is pointed at on a page, held once for all that draws it. */
type PointedStore<T> = {
  get: () => T;
  /** Points at something, or at none; `none` is left by Escape from anywhere. */
  set: (to: T) => void;
  /** What a component needs of it; drawn anew only where that changes. */
  use: <Part>(part: (pointed: T) => Part) => Part;
};

/** A store that points at `none`, also on the server. `onChange` is called before what is drawn from it hears. */
export function pointedStore<T>(none: T, onChange: (to: T) => void = () => {}): PointedStore<T> {
  let pointed = none;
  const listeners = new Set<() => void>();
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') set(none);
  };
  const set = (to: T) => {
    if (to === pointed) return;
    if (pointed === none) window.addEventListener('keydown', leaveByEscape);
    if (to === none) window.removeEventListener('keydown', leaveByEscape);
    pointed = to;
    onChange(to);
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return {
    get: () => pointed,
    set,
    use: (part) =>
      useSyncExternalStore(
        subscribe,
        () => part(pointed),
        () => part(none),
      ),
  };
}
