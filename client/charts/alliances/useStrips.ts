import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type SyntheticEvent,
  useRef,
  useState,
} from 'react';
import { byLetters } from '../../../data/text/order.ts';
import { pointArea, usePointedArea } from '../kit/pointedArea.ts';
import { type PointPlace, pointAt } from '../kit/pointing.ts';
import type { StripRow } from './AllianceStrips.tsx';

type Choosing = { onSelect: (area: string) => void; onPick: (alliance: string) => void };

/** How far from a dot it is still pointed at, in pixels. */
const REACH = 10;

const ROW_STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The Alliance that a key leads to from another; null where it leads nowhere. */
export function nextRow(rows: readonly StripRow[], from: string, key: string): string | null {
  const at = rows.findIndex(({ alliance }) => alliance.area === from);
  const to = ROW_STEPS[key]?.(at, rows.length - 1);
  return (to !== undefined && rows[to]?.alliance.area) || null;
}

/** The CCG or ICB beside another in a row, by value to the left or right; past the ends, and from elsewhere, the first or last. */
export function nextDot({ dots }: StripRow, from: string, key: string): string | null {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const across = [...dots].sort((one, other) => one.value - other.value || byLetters(one.area, other.area));
  const at = across.findIndex(({ area }) => area === from);
  const to = key === 'ArrowRight' ? at + 1 : at < 0 ? across.length - 1 : at - 1;
  return across[Math.min(across.length - 1, Math.max(0, to))]?.area ?? null;
}

/** The keys and pointer of strips: one tab stop, a row with all its dots. */
export function useStrips(rows: readonly StripRow[], { onSelect, onPick }: Choosing) {
  const svg = useRef<SVGSVGElement>(null);
  const [active, setActive] = useState('');
  const pointed = usePointedArea();
  const isRow = (id: string) => rows.some(({ alliance }) => alliance.area === id);
  const stop = isRow(active) ? active : (rows[0]?.alliance.area ?? '');

  const choose = (id: string) => {
    if (id !== '') (isRow(id) ? onPick : onSelect)(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(({ alliance }) => alliance.area === stop);
    if (event.key === 'Enter' || event.key === ' ') choose(pointed || stop);
    else {
      const toRow = nextRow(rows, stop, event.key);
      const toDot = row ? nextDot(row, pointed, event.key) : null;
      if (toRow)
        svg.current?.querySelector<SVGElement>(`[data-strip="${toRow}"]`)?.focus({ preventScroll: true });
      else if (toDot) pointArea(toDot);
      else return;
    }
    event.preventDefault();
  };

  /** `rowAt`: the Alliance at a height of the drawing. */
  const handlersOf = (places: readonly PointPlace[], rowAt: (y: number) => string) => {
    const under = (event: MouseEvent) => {
      const box = svg.current?.getBoundingClientRect();
      const view = svg.current?.viewBox.baseVal;
      if (!box || !view || box.width === 0) return '';
      const scale = view.width / box.width;
      const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      return pointAt(places, x, y, REACH) || rowAt(y);
    };
    return {
      onPointerMove: (event: PointerEvent) => event.pointerType === 'mouse' && pointArea(under(event)),
      onPointerLeave: () => pointArea(''),
      // A click without a pointer, as a screen reader makes it, is on the row itself.
      onClick: (event: MouseEvent) => choose(event.detail === 0 ? stripOf(event) : under(event)),
      onKeyDown,
      onFocus: (event: SyntheticEvent) => {
        setActive(stripOf(event));
        if ((event.target as Element).matches(':focus-visible')) pointArea(stripOf(event));
      },
      onBlur: () => pointArea(''),
    };
  };
  return { svg, stop, handlersOf };
}

const stripOf = ({ target }: SyntheticEvent) =>
  (target as Element).closest<SVGElement>('[data-strip]')?.dataset.strip ?? '';
