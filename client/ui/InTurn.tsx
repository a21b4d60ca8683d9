import { Children, type ReactNode, useEffect, useState } from 'react';
import { afterPaint, useBeforePrint } from './ready.ts';

/** Parts of a long page drawn from the top, each once the one before it is on the screen; all of them on paper. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const more = drawn < parts.length;
  useEffect(() => {
    if (more) return afterPaint(() => setDrawn(drawn + 1));
  }, [more, drawn]);
  useBeforePrint(() => setDrawn(parts.length));
  return parts.slice(0, drawn);
}
