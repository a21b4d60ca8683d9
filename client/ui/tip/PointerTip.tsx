import './style.css';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Place, reachable } from './reaching.ts';

type Props = {
  /** What holds the drawing that is pointed at. */
  frame: RefObject<HTMLElement | null>;
  /** What is said of what is pointed at; null for nothing. */
  children: ReactNode;
};

/** How far from the pointer, and from the edges of the window. */
const AWAY = 16;
const EDGE = 8;

/**
 * Words beside the pointer over a drawing, or beside the mark that a key has reached; never out of the window. Not
 * shown for what is pointed at elsewhere on the page, and gone with Escape. A pointer that has rested may be moved onto
 * them.
 */
export function PointerTip({ frame, children }: Props) {
  const tip = useRef<HTMLDivElement>(null);
  const at = useRef<Place>(null);
  const [byMouse, setByMouse] = useState(false);
  const [isHere, setHere] = useState(false);

  useEffect(() => {
    const holder = frame.current;
    if (!holder) return;
    const inDrawing = ({ target }: Event) => isOf(holder, target);
    /** What a key or a finger has reached. */
    let reached: Element | null = null;
    const moved = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || !inDrawing(event)) return;
      reached = null;
      setByMouse(true);
      at.current = { x: event.clientX, y: event.clientY };
      setHere(true);
      put(tip.current, at.current);
    };
    const focused = (event: FocusEvent) => {
      if (!inDrawing(event)) return;
      reached = event.target as Element;
      setByMouse(false);
      at.current = cornerOf(reached.getBoundingClientRect());
      setHere(true);
    };
    // They stay beside what was reached while the page scrolls, and go where it does.
    const scrolled = () => {
      if (!reached) return;
      const box = reached.getBoundingClientRect();
      at.current = cornerOf(box);
      if (isInWindow(box)) put(tip.current, at.current);
      else setHere(false);
    };
    const left = () => {
      reached = null;
      setHere(false);
    };
    holder.addEventListener('pointermove', moved);
    holder.addEventListener('pointerleave', left);
    holder.addEventListener('focusin', focused);
    holder.addEventListener('focusout', left);
    window.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      holder.removeEventListener('pointermove', moved);
      holder.removeEventListener('pointerleave', left);
      holder.removeEventListener('focusin', focused);
      holder.removeEventListener('focusout', left);
      window.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [frame]);

  const shown = isHere && children !== null;
  useLayoutEffect(() => {
    if (shown && at.current) put(tip.current, at.current);
  });
  useEffect(() => {
    if (!shown) return;
    const pressed = ({ key }: KeyboardEvent) => key === 'Escape' && setHere(false);
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [shown]);
  useEffect(() => {
    const [holder, words, from] = [frame.current, tip.current, at.current];
    if (!(shown && byMouse && holder && words && from)) return;
    const isDrawing = (target: EventTarget | null) => isOf(holder, target);
    return reachable({ words, from, isDrawing, left: () => setHere(false) });
  }, [shown, byMouse, frame]);
  if (!shown) return null;
  return (
    <div className="tip" ref={tip} data-testid="tip" aria-hidden="true">
      {children}
    </div>
  );
}

/** Whether something is of the drawing that an element holds, or is the drawing itself. */
const isOf = (holder: HTMLElement, target: EventTarget | null) =>
  target instanceof Element &&
  (target === holder || (holder.contains(target) && target.closest('svg') !== null));

const cornerOf = ({ right, bottom }: DOMRect): Place => ({ x: right - AWAY / 2, y: bottom - AWAY / 2 });

const isInWindow = ({ left, right, top, bottom }: DOMRect) =>
  right > 0 && bottom > 0 && left < window.innerWidth && top < window.innerHeight;

/** Puts a box beside a place, on the side where the window has room. */
function put(box: HTMLElement | null, { x, y }: Place) {
  if (!box) return;
  const { offsetWidth: width, offsetHeight: height } = box;
  const { left, top } = besides(
    { x, y },
    { width, height },
    { width: window.innerWidth, height: window.innerHeight },
  );
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

type Size = { width: number; height: number };

/** The upper left corner of a box beside a place: to its right and below, else to its left and above, within a window. */
export function besides({ x, y }: Place, box: Size, window: Size): { left: number; top: number } {
  const along = (at: number, length: number, room: number) => {
    const after = at + AWAY;
    const side = after + length + EDGE <= room ? after : at - AWAY - length;
    return Math.max(EDGE, Math.min(side, room - length - EDGE));
  };
  return { left: along(x, box.width, window.width), top: along(y, box.height, window.height) };
}
