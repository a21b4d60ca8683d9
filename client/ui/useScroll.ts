import { type RefObject, useEffect, useRef } from 'react';

/** Milliseconds for which a page that is still growing is waited for, to be as tall as it was. */
const PATIENCE = 5000;

const here = () => window.location.pathname + window.location.search;

/**
 * Where a page stands when it is shown: at its top, at the part that its address names, or where it was left when the
 * reader comes back to it. A page that loads its parts is followed while it grows; whoever scrolls meanwhile is left alone.
 */
export function useScroll(path: string, main: RefObject<HTMLElement | null>) {
  const shown = useRef(path);
  const left = useRef(new Map<string, number>());
  const back = useRef(false);
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    const onScroll = () => {
      if (wanted.current === null) left.current.set(here(), window.scrollY);
    };
    const onBack = () => {
      back.current = true;
    };
    const onHand = () => {
      wanted.current = null;
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('popstate', onBack);
    for (const kind of HANDS) window.addEventListener(kind, onHand, { passive: true });
    return () => {
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('popstate', onBack);
      for (const kind of HANDS) window.removeEventListener(kind, onHand);
    };
  }, []);

  useEffect(() => {
    const cameBack = back.current;
    back.current = false;
    const isFirst = shown.current === path;
    shown.current = path;
    if (!isFirst) main.current?.focus({ preventScroll: true });
    const named = cameBack || (isFirst && isReloaded()) ? '' : window.location.hash.slice(1);
    const place = cameBack ? (left.current.get(here()) ?? 0) : 0;
    if (!isFirst) window.scrollTo(0, place);
    if ((place === 0 && named === '') || !main.current) return;
    wanted.current = place;
    const follow = () => {
      if (wanted.current === null) return stop();
      // What stands above a part goes on growing after it is there.
      if (named !== '') return document.getElementById(named)?.scrollIntoView();
      window.scrollTo(0, wanted.current);
      if (Math.abs(window.scrollY - wanted.current) <= 1) stop();
    };
    const growing = new ResizeObserver(follow);
    const stop = () => {
      growing.disconnect();
      clearTimeout(timer);
      wanted.current = null;
    };
    const timer = setTimeout(stop, PATIENCE);
    growing.observe(main.current);
    return stop;
  }, [path, main]);
}

/** Whether the browser shows the page again: then it puts it where it was itself. */
const isReloaded = () =>
  performance
    .getEntriesByType('navigation')
    .some((entry) => (entry as PerformanceNavigationTiming).type !== 'navigate');

/** What a reader’s own hand does to a page. */
const HANDS = ['wheel', 'touchmove', 'keydown'] as const;
