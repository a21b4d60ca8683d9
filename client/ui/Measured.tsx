import { type ReactNode, useRef } from 'react';
import { useWidth } from './useWidth.ts';

/** The width of a figure in a window of 1,280 pixels. */
const LARGE = 1146;

/** A figure that is drawn as wide as the room it has. */
export function Measured({ children }: { children: (width: number) => ReactNode }) {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box, LARGE);
  return (
    <figure ref={box} className="measured">
      {width > 0 && children(width)}
    </figure>
  );
}
