import { type KeyboardEvent, type MouseEvent, type SyntheticEvent, useRef, useState } from 'react';
import type { Choosing } from './chartSpec.ts';
import { nextPoint, type PointPlace, pointAt } from './pointing.ts';

const REACH = 24;

/** The keys and pointer of a chart's points: one tab stop, arrows, Home, End, Enter to choose, Escape to leave. */
export function usePointing(
  places: readonly PointPlace[],
  selected: string,
  { onSelect, onPoint }: Choosing,
) {
  const [active, setActive] = useState('');
  const [pointed, setPointed] = useState('');
  const svg = useRef<SVGSVGElement>(null);
  const known = (id: string) => places.some((place) => place.id === id);
  const stop = [active, selected].find(known) ?? places[0]?.id ?? '';

  const point = (id: string) => {
    if (id === pointed) return;
    setPointed(id);
    onPoint(id);
  };
  const under = (event: MouseEvent) => {
    const box = svg.current?.getBoundingClientRect();
    const view = svg.current?.viewBox.baseVal;
    if (!box || !view || box.width === 0) return '';
    const scale = view.width / box.width;
    return pointAt(places, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale, REACH);
  };
  const choose = (id: string) => onSelect(id === selected ? '' : id);

  const handlers = {
    onPointerMove: (event: React.PointerEvent) => event.pointerType === 'mouse' && point(under(event)),
    onPointerLeave: () => point(''),
    onClick: (event: MouseEvent) => {
      // A click without a pointer, as a screen reader makes it, is on the point itself.
      const id = event.detail === 0 ? areaOf(event) : under(event);
      if (id !== '') choose(id);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        point('');
        return onSelect('');
      }
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        return choose(stop);
      }
      const next = nextPoint(places, stop, event.key);
      if (event.key.startsWith('Arrow') || next) event.preventDefault();
      if (next)
        svg.current?.querySelector<SVGElement>(`[data-area="${next}"]`)?.focus({ preventScroll: true });
    },
    onFocus: (event: SyntheticEvent) => {
      setActive(areaOf(event));
      point(areaOf(event));
    },
    onBlur: () => point(''),
  };
  return { svg, stop, pointed, handlers };
}

const areaOf = (event: SyntheticEvent) => (event.target as SVGElement).dataset?.area ?? '';
