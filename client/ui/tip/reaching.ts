export type Place = { x: number; y: number };

/** Milliseconds for which a pointer rests before it may set out for the words beside it. */
const REST = 250;
/** How far beside the way to them it may be, in pixels, at the beginning; on the way half as many more as it has gone. */
const BESIDE = 5;

type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

const within = ({ left, right, top, bottom }: Box, { x, y }: Place) =>
  x >= left && x <= right && y >= top && y <= bottom;

const between = (low: number, value: number, high: number) => Math.min(Math.max(value, low), high);

/** Whether a place is on the way from where a pointer rested to the nearest place of a box, or in the box. */
export function isOnTheWay(rested: Place, box: Box, place: Place): boolean {
  if (within(box, place)) return true;
  const [toX, toY] = [
    between(box.left, rested.x, box.right) - rested.x,
    between(box.top, rested.y, box.bottom) - rested.y,
  ];
  const far = Math.hypot(toX, toY);
  if (far === 0) return false;
  const [byX, byY] = [place.x - rested.x, place.y - rested.y];
  const along = (byX * toX + byY * toY) / far;
  const beside = Math.abs(byX * toY - byY * toX) / far;
  return along > 0 && along <= far + BESIDE && beside <= BESIDE + along / 2;
}

const EVENTS = [
  ...['pointermove', 'pointerover', 'pointerout', 'pointerenter', 'pointerleave'],
  ...['mousemove', 'mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
] as const;

/** The words shown beside a pointer, what they are of, and where the pointer was when they were shown. */
type Shown = {
  words: HTMLElement;
  from: Place;
  /** Whether something is of the drawing that is pointed at. */
  isDrawing(target: EventTarget | null): boolean;
  /** Called where the pointer leaves the words for something else. */
  left(): void;
};

/**
 * Lets a pointer that has rested over a drawing be moved onto the words beside it (WCAG 2.2, 1.4.13): on the way there, and
 * while it is on them, the drawing hears nothing of it. Returns what ends it.
 */
export function reachable({ words, from, isDrawing, left }: Shown): () => void {
  let [rested, since, held]: [Place, number, boolean] = [from, performance.now(), false];
  /** What of the drawing the pointer was over last. */
  let over = document.elementFromPoint(from.x, from.y);
  const hold = (is: boolean) => {
    held = is;
    words.classList.toggle('held', is);
  };
  const heard = (event: Event) => {
    if (!(event instanceof MouseEvent) || (event instanceof PointerEvent && event.pointerType !== 'mouse'))
      return;
    const place = { x: event.clientX, y: event.clientY };
    // What is dragged is not on its way to the words.
    const setsOut = event.buttons === 0 && (held || event.timeStamp - since >= REST);
    if (setsOut && isOnTheWay(rested, words.getBoundingClientRect(), place)) {
      if (!held) hold(true);
      event.stopImmediatePropagation();
      return;
    }
    const target = /(out|leave)$/.test(event.type) ? event.relatedTarget : event.target;
    if (held) {
      hold(false);
      if (!isDrawing(target)) {
        // As the drawing would have heard, had the pointer not been on the words.
        const { body: relatedTarget } = document;
        over?.dispatchEvent(
          new PointerEvent('pointerout', { bubbles: true, pointerType: 'mouse', relatedTarget }),
        );
        left();
      }
    }
    if (!isDrawing(target)) return;
    [rested, since] = [place, event.timeStamp];
    over = target as Element;
  };
  for (const type of EVENTS) window.addEventListener(type, heard, { capture: true });
  return () => {
    for (const type of EVENTS) window.removeEventListener(type, heard, { capture: true });
  };
}
