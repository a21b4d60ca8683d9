import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { nextPlace } from './places.ts';
import { point, usePointedAt, usePointedIn } from './pointed.ts';
import { pointArea } from './pointedArea.ts';
import { usePrinting } from './printing.ts';

/** Where something is read: the number of its place, and what is nearest there beside (empty: nothing). */
type Under = { place: number; line: string };

type Props = {
  /** What is read one after another, by its id. */
  places: readonly { id: string }[];
  /** What is read along it, in words: `62-day wait by period`. */
  label: string;
  /** The chart in a sentence or two, for those who cannot see it. */
  spoken: string;
  /** Whether the places lie under one another; otherwise beside one another. */
  upright?: boolean;
  /** The place where reading begins by keys. */
  first: number;
  /** A place in words. */
  wordsAt: (at: number) => string;
  /** How wide it is drawn, and what is under one of its pixels. */
  width: number;
  under: (x: number, y: number) => Under;
  /** The area that is read at a place, to be marked wherever the page draws it; empty: none. */
  areaAt?: (at: number, line: string) => string;
  /** Called with what is nearest where it is clicked. */
  onPick?: (line: string) => void;
  /** It in our own marks, and by the code that is loaded when it comes near the screen. */
  painted: ReactNode;
  explored: ReactNode;
  /** What lies over it, read or not. */
  over?: ReactNode;
  /** What is read at a place, over the chart. */
  reading: (at: number, line: string) => ReactNode;
};

/**
 * A chart whose places are read: one tab stop, moved along by keys, pointer and touch. It is painted in our own marks
 * until it comes near the screen and the code that explores it is there, in the same place.
 */
export function ReadChart(props: Props) {
  const { places, label, spoken, upright = false, first, wordsAt, width, painted, explored } = props;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const { near, visible } = useNear(box);
  // On paper our own marks are drawn, which take its width.
  const printing = usePrinting();
  const here = usePointedIn(id);
  // Off the screen nothing follows what is read elsewhere.
  const at = usePointedAt(visible || here ? places : NOTHING);
  const stop = at < 0 ? first : at;
  const go = (to: number, byKey: boolean, line = '') => {
    const place = places[to]?.id;
    if (place !== undefined) point({ place, chart: id, line, byKey });
  };
  const leave = () => {
    if (!here) return;
    point(null);
    pointArea('');
  };
  const mark = (to: number, line = '') => pointArea(props.areaAt?.(to, line) ?? '');
  const under = (event: PointerEvent<HTMLElement> | MouseEvent<HTMLElement>) => {
    const bounds = event.currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, bounds.width);
    return props.under((event.clientX - bounds.left) * scale, (event.clientY - bounds.top) * scale);
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const { place, line } = under(event);
    go(place, false, line);
    // What a finger has read stays: an area must not stay marked with it.
    if (event.pointerType === 'mouse') mark(place, line);
  };
  return (
    <div className="read-chart" ref={box}>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation={upright ? 'vertical' : 'horizontal'}
        aria-describedby={`${id}-plot`}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, places.length)}
        aria-valuenow={stop + 1}
        aria-valuetext={wordsAt(stop)}
        onPointerDown={follow}
        onPointerMove={follow}
        // A finger that is lifted leaves too: what it showed stays until something else is touched.
        onPointerLeave={(event) => event.pointerType === 'mouse' && leave()}
        onPointerCancel={leave}
        onClick={(event) => props.onPick?.(under(event).line)}
        onFocus={() => !here && go(stop, true)}
        onBlur={leave}
        onKeyDown={(event: KeyboardEvent) => {
          const to = nextPlace(stop, event.key, places.length, upright);
          if (to === null) return;
          event.preventDefault();
          go(to, true);
          mark(to);
        }}
      >
        {near && !printing ? <Suspense fallback={painted}>{explored}</Suspense> : painted}
        {props.over}
        {visible && at >= 0 && props.reading(at, here?.line ?? '')}
      </div>
      <span id={`${id}-plot`} className="hidden">
        {spoken}
      </span>
      {/* With keys, the slider's own value is read out: it must not be read twice. */}
      <div className="hidden" aria-live="polite">
        {here && !here.byKey && at >= 0 ? wordsAt(at) : ''}
      </div>
    </div>
  );
}

const NOTHING: readonly { id: string }[] = [];

/** Whether an element is on the screen or near it, and whether it ever was. */
function useNear(element: RefObject<HTMLElement | null>): { near: boolean; visible: boolean } {
  const [seen, setSeen] = useState({ near: false, visible: false });
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const visible = entries.at(-1)?.isIntersecting ?? false;
        setSeen(({ near }) => ({ near: near || visible, visible }));
      },
      { rootMargin: '200px' },
    );
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return seen;
}
