import { type ReactNode, useRef } from 'react';
import { PointerTip } from './PointerTip.tsx';

type Props = {
  label: string;
  /** What is said of the drawing, a line each, the figure first. */
  words: readonly string[];
  children: ReactNode;
};

/** A small drawing in a table whose figures are said beside the pointer and, by key or tap, beside itself. */
export function FigureTip({ label, words: [figure, ...more], children }: Props) {
  const frame = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        type="button"
        className="figure-tip"
        ref={frame}
        aria-label={[label, ...more].join('. ')}
        // Not every browser focuses what is tapped.
        onClick={({ currentTarget }) => currentTarget.focus()}
      >
        {children}
      </button>
      <PointerTip frame={frame}>
        <b>{figure}</b>
        {more.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </PointerTip>
    </>
  );
}
