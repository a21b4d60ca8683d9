import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';
import { usePrinting } from '../charts/kit/printing.ts';

/** Runs something once what was just drawn is on the screen. Returns how to cancel it. */
export function afterPaint(then: () => void): () => void {
  let cancelled = false;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (!cancelled) then();
    };
    channel.port2.postMessage(null);
  });
  return () => {
    cancelled = true;
  };
}

/** Marks a moment on the page’s timeline once what was just drawn is on the screen. */
export function markPainted(name: string): void {
  afterPaint(() => {
    performance.mark(name);
    document.documentElement.dataset.ready = name;
  });
}

/** Whether a component has been on the screen, or on paper: what can wait is drawn only then. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  const printing = usePrinting();
  useEffect(() => afterPaint(() => setTimeout(() => setPainted(true))), []);
  if (printing && !painted) setPainted(true);
  return painted;
}

/** A value, a frame late: what must be on the screen first is painted before what may follow it is drawn. */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setShown(() => value))), [value]);
  return shown;
}

/** Parts of a long page drawn from the top, each once the one before it is on the screen; all of them on paper. */
export function InTurn({ children }: { children: ReactNode }) {
  const parts = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const printing = usePrinting();
  const more = drawn < parts.length;
  useEffect(() => {
    if (more) return afterPaint(() => setDrawn(drawn + 1));
  }, [more, drawn]);
  if (printing && more) setDrawn(parts.length);
  return parts.slice(0, drawn);
}
