import { Children, type ReactNode, useEffect, useState } from 'react';
import { afterPaint } from '../ready.ts';

/** Parts of a long page drawn from the top, each once the one before it is on the screen. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const more = drawn < parts.length;
  useEffect(() => {
    if (more) return afterPaint(() => setDrawn(drawn + 1));
  }, [more, drawn]);
  return parts.slice(0, drawn);
}
