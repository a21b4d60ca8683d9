import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 800px)');

const subscribe = (changed: () => void) => {
  wide.addEventListener('change', changed);
  return () => wide.removeEventListener('change', changed);
};

/** Whether the window has room for two columns. */
export const useWide = () => useSyncExternalStore(subscribe, () => wide.matches);
