import { type ReactNode, useRef } from 'react';
import { usePointedArea } from '../../charts/kit/pointedArea.ts';
import { PointerTip } from './PointerTip.tsx';

type Props = {
  children: ReactNode;
  /** What is said of an area, by its code; null where the drawing has no such area. */
  words: (area: string) => ReactNode;
};

/** A drawing of areas, with the figure of the one pointed at in it beside the pointer. */
export function Tipped({ children, words }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const pointed = usePointedArea();
  return (
    <div ref={frame}>
      {children}
      <PointerTip frame={frame}>{pointed === '' ? null : words(pointed)}</PointerTip>
    </div>
  );
}
