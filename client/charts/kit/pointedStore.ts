import { useSyncExternalStore } from 'react';
import { listeners } from './listeners.ts';

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
  const { subscribe, tell } = listeners();
  const leaveByEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') set(none);
  };
  const set = (to: T) => {
    if (to === pointed) return;
    if (pointed === none) window.addEventListener('keydown', leaveByEscape);
    if (to === none) window.removeEventListener('keydown', leaveByEscape);
    pointed = to;
    onChange(to);
    tell();
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
