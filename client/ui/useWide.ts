import { useSyncExternalStore } from 'react';

const wide = typeof window === 'undefined' ? null : window.matchMedia('print, (min-width: 800px)');

const subscribe = (changed: () => void) => {
  wide?.addEventListener('change', changed);
  return () => wide?.removeEventListener('change', changed);
};

/** Whether the window has room for two columns, as paper has; the server, which sees no window, draws as if it had. */
export const useWide = () =>
  useSyncExternalStore(
    subscribe,
    () => wide?.matches ?? true,
    () => true,
  );
