import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Snapshot, SnapshotArea } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  comparisonPhrase,
  countsPhrase,
  GLYPHS,
  intervalPhrase,
  verdictPhrase,
} from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { periodBrief } from '../../../data/text/words.ts';

type Props = {
  snapshot: Snapshot;
  area: SnapshotArea | undefined;
  /** What holds the drawing that is pointed at. */
  frame: RefObject<HTMLElement | null>;
  dismiss: () => void;
};

type Place = { x: number; y: number };

/** How far from the pointer, and from the edges of the window. */
const AWAY = 16;
const EDGE = 8;

/**
 * The figure of the area pointed at, beside the pointer, or beside the shape that a key has reached; never out of the
 * window, and gone with Escape. Not shown for what is pointed at elsewhere, as in the list.
 */
export function AreaTip({ snapshot, area, frame, dismiss }: Props) {
  const tip = useRef<HTMLDivElement>(null);
  const at = useRef<Place>(null);
  const [isHere, setHere] = useState(false);

  useEffect(() => {
    const svg = frame.current?.querySelector('svg');
    if (!svg) return;
    const moved = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse') return;
      at.current = { x: event.clientX, y: event.clientY };
      setHere(true);
      put(tip.current, at.current);
    };
    const focused = (event: FocusEvent) => {
      const box = (event.target as Element).getBoundingClientRect();
      at.current = { x: box.right - AWAY / 2, y: box.bottom - AWAY / 2 };
      setHere(true);
    };
    const left = () => setHere(false);
    svg.addEventListener('pointermove', moved);
    svg.addEventListener('pointerleave', left);
    svg.addEventListener('focusin', focused);
    svg.addEventListener('focusout', left);
    return () => {
      svg.removeEventListener('pointermove', moved);
      svg.removeEventListener('pointerleave', left);
      svg.removeEventListener('focusin', focused);
      svg.removeEventListener('focusout', left);
    };
  }, [frame]);

  const shown = isHere && area !== undefined;
  useLayoutEffect(() => {
    if (shown && at.current) put(tip.current, at.current);
  });
  const leave = useRef(dismiss);
  leave.current = dismiss;
  useEffect(() => {
    if (!shown) return;
    const pressed = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && leave.current();
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [shown]);

  if (!shown) return null;
  const { query, benchmark, target } = snapshot;
  const metric = metricOf(query.metric);
  const counts = countsPhrase(metric, area);
  const england = benchmark?.value != null ? ` (${formatValue(metric, benchmark.value)})` : '';
  return (
    <div className="area-tip" ref={tip} data-testid="tip" aria-hidden="true">
      <b>{area.name}</b>
      {area.value === null ? (
        <span>
          No figure for {periodBrief(query.period)}. {area.notes.join(' ')}
        </span>
      ) : (
        <>
          <span>
            <b>{formatValue(metric, area.value)}</b> {counts && `(${counts})`}
          </span>
          {area.comparison !== 'not-compared' && (
            <span className={`compared ${area.comparison}`}>
              <span>{GLYPHS[area.comparison]}</span> {comparisonPhrase(area.comparison)}
              {england}
            </span>
          )}
          <span>{verdictPhrase(metric, target, area)}</span>
          <span>{intervalPhrase(metric, area)}</span>
        </>
      )}
    </div>
  );
}

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
