import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether a component is just taking over what the server drew. */
const useTakingOver = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/**
 * The width of an element in CSS pixels, kept up with the window; until it is there 0 or, where the server draws it, the
 * width it has in a large window.
 */
export function useWidth(element: RefObject<HTMLElement | null>, large = 0): number {
  const takingOver = useTakingOver();
  const [width, setWidth] = useState(takingOver ? large : 0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    setWidth(measured.clientWidth);
    const observer = new ResizeObserver(() => setWidth(measured.clientWidth));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
