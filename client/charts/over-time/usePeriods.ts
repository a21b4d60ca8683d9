import { type KeyboardEvent, type PointerEvent, useState } from 'react';

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The place among `count` periods that a key leads to from a place, never past the ends; null where it leads nowhere. */
export function nextPeriod(at: number, key: string, count: number): number | null {
  const to = STEPS[key]?.(at, count - 1);
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}

/** The place of the period nearest to a pixel, of `count` drawn from left to right at `x`. */
export function nearestPeriod(count: number, x: (index: number) => number, pixel: number): number {
  let nearest = 0;
  for (let index = 1; index < count; index++)
    if (Math.abs(x(index) - pixel) < Math.abs(x(nearest) - pixel)) nearest = index;
  return nearest;
}

/**
 * The period that is read, by pointer, touch or keys: arrows, Home, End, and Escape to leave; `at` is null while none is,
 * `stop` is where the keys stand.
 */
export function usePeriods(count: number, x: (index: number) => number, width: number) {
  const [read, setRead] = useState<{ at: number; byKey: boolean } | null>(null);
  const [kept, setKept] = useState(count - 1);
  const stop = Math.min(kept, count - 1);
  const at = read && read.at < count ? read.at : null;

  const go = (to: number, byKey: boolean) => {
    if (read?.at !== to || read.byKey !== byKey) setRead({ at: to, byKey });
    setKept(to);
  };
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, box.width);
    go(nearestPeriod(count, x, (event.clientX - box.left) * scale), false);
  };
  const leave = () => setRead(null);
  const handlers = {
    onPointerDown: point,
    onPointerMove: point,
    // A finger that is lifted leaves too: what it showed stays until something else is touched.
    onPointerLeave: (event: PointerEvent) => event.pointerType === 'mouse' && leave(),
    onPointerCancel: leave,
    onFocus: () => at === null && go(stop, true),
    onBlur: leave,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') return leave();
      const to = nextPeriod(stop, event.key, count);
      if (to === null) return;
      event.preventDefault();
      go(to, true);
    },
  };
  return { at, stop, byKey: read?.byKey ?? false, handlers };
}
