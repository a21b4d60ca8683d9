import { startTransition, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Runs something once what was just drawn is on the screen; what it returns keeps it from running. */
export function afterPaint(then: () => void): () => void {
  let dropped = false;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      if (!dropped) then();
    };
    channel.port2.postMessage(null);
  });
  return () => {
    dropped = true;
  };
}

/** Marks a moment on the page's timeline once what was just drawn is on the screen. */
export function markPainted(name: string): void {
  afterPaint(() => {
    performance.mark(name);
    document.documentElement.dataset.ready = name;
  });
}

/** Changes what is drawn at once when the page goes to paper: nothing that waits for the screen may be missing there. */
export function useBeforePrint(change: () => void) {
  useEffect(() => {
    const now = () => flushSync(change);
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  });
}

/** Whether a component has been on the screen once: what can wait is drawn only then. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setTimeout(() => setPainted(true))), []);
  useBeforePrint(() => setPainted(true));
  return painted;
}

/** A value, a frame late: what must be on the screen first is painted before what may follow it is drawn. */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setShown(() => value))), [value]);
  return shown;
}
