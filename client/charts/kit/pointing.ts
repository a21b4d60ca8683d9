import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useRef, useState } from 'react';
import { byLetters } from '../../../data/text/order.ts';
import type { ChartSpec } from './ChartFrame.tsx';
import { pointArea, usePointedArea } from './pointedArea.ts';

/** A chart whose points can be chosen: the areas picked out, the one chosen, and what figures are compared with. */
export type PickSpec = ChartSpec & { picked: ReadonlySet<string>; selected: string; against: string };

/** What is called with the area that is chosen; empty: no longer. */
export type Choosing = { onSelect: (area: string) => void };

/** A point of a chart at its pixels. */
export type PointPlace = { id: string; x: number; y: number };

type Order = (one: PointPlace, other: PointPlace) => number;

const ACROSS: Order = (one, other) => one.x - other.x || one.y - other.y || byLetters(one.id, other.id);
const UP: Order = (one, other) => other.y - one.y || one.x - other.x || byLetters(one.id, other.id);

const STEPS: Record<string, readonly [order: Order, step: number]> = {
  ArrowLeft: [ACROSS, -1],
  ArrowRight: [ACROSS, 1],
  ArrowDown: [UP, -1],
  ArrowUp: [UP, 1],
};

/** The point a key leads to: the next to a side or by height, or the first or last; null where it leads nowhere. */
export function nextPoint(places: readonly PointPlace[], from: string, key: string): string | null {
  const across = [...places].sort(ACROSS);
  if (key === 'Home') return across[0]?.id ?? null;
  if (key === 'End') return across.at(-1)?.id ?? null;
  const [order, step] = STEPS[key] ?? [];
  if (!order || !step) return null;
  const sorted = [...places].sort(order);
  const at = sorted.findIndex(({ id }) => id === from);
  return at < 0 ? (across[0]?.id ?? null) : (sorted[at + step]?.id ?? null);
}

/** The point nearest to a place, at most `reach` pixels away; empty where none is. */
export function pointAt(places: readonly PointPlace[], x: number, y: number, reach: number): string {
  let [best, least] = ['', reach];
  for (const place of places) {
    const away = Math.hypot(place.x - x, place.y - y);
    if (away <= least) [best, least] = [place.id, away];
  }
  return best;
}

const REACH = 24;

/** The keys and pointer of a chart's points: one tab stop, arrows, Home, End, Enter to choose, Escape to leave. */
export function usePointing(places: readonly PointPlace[], selected: string, { onSelect }: Choosing) {
  const [active, setActive] = useState('');
  const pointed = usePointedArea();
  const [isHere, setHere] = useState(false);
  const svg = useRef<SVGSVGElement>(null);
  const isDrawn = (id: string) => places.some((place) => place.id === id);
  const stop = [active, selected].find(isDrawn) ?? places[0]?.id ?? '';

  const under = (event: MouseEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const view = svg.current?.viewBox.baseVal;
    if (!box || !view || box.width === 0) return '';
    const scale = view.width / box.width;
    return pointAt(places, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale, REACH);
  };
  const choose = (id: string) => onSelect(id === selected ? '' : id);

  const focus = (id: string) =>
    svg.current?.querySelector<SVGElement>(`[data-area="${id}"]`)?.focus({ preventScroll: true });
  const pointHere = (id: string) => {
    setHere(id !== '');
    pointArea(id);
  };
  const handlers = {
    onPointerMove: (event: React.PointerEvent) => event.pointerType === 'mouse' && pointHere(under(event)),
    onPointerLeave: () => pointHere(''),
    // A browser would focus the point that lies on top, which need not be the nearest.
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => {
      // A click without a pointer, as a screen reader makes it, is on the point itself.
      const id = event.detail === 0 ? areaOf(event) : under(event);
      if (id === '') return;
      focus(id);
      choose(id);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        pointHere('');
        return onSelect('');
      }
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        return choose(stop);
      }
      const next = nextPoint(places, stop, event.key);
      if (event.key.startsWith('Arrow') || next) event.preventDefault();
      if (next) focus(next);
    },
    onFocus: (event: SyntheticEvent) => {
      setActive(areaOf(event));
      pointHere(areaOf(event));
    },
    onBlur: () => pointHere(''),
  };
  return { svg, stop, pointed, isHere, handlers };
}

const areaOf = (event: SyntheticEvent) => (event.target as SVGElement).dataset?.area ?? '';
