import { useEffect, useState } from 'react';

/** Runs something once what was just drawn is on the screen. */
function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = then;
    channel.port2.postMessage(null);
  });
}

/** Marks a moment on the page's timeline once what was just drawn is on the screen. */
export function markPainted(name: string): void {
  afterPaint(() => {
    performance.mark(name);
    document.documentElement.dataset.ready = name;
  });
}

/** Whether a component has been on the screen once: what can wait is drawn only then. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setTimeout(() => setPainted(true))), []);
  return painted;
}
