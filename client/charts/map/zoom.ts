import { select } from 'd3-selection';
import { type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { bounded, deepest, type MapView } from '../../../data/boundaries/view.ts';

type Size = readonly [width: number, height: number];

type Handlers = {
  /** Each step of a gesture, with the view it has come to. */
  onMove: (view: MapView) => void;
  /** The view that a gesture, key or button ended at. */
  onSettled: (view: MapView) => void;
  /** A wheel that scrolls the page, since no key is held. */
  onScrolled: () => void;
};

/** A doubling for each of a wheel's notches would lose the reader: about four tenths more, and little steps of a pinch. */
const wheelStep = ({ deltaY, deltaMode }: WheelEvent) =>
  Math.max(-0.5, Math.min(0.5, -deltaY * (deltaMode === 0 ? 0.01 : 0.2)));

/**
 * Lets a map be entered: zoomed by wheel (with Ctrl or ⌘, as the wheel alone scrolls the page), pinch and double click,
 * moved by dragging, within its bounds. A gesture changes one transform, that of the group that holds the shapes.
 */
export function enter(svg: SVGSVGElement, group: SVGGElement, box: Size, handlers: Handlers) {
  let silent = false;
  const isWhole = ({ k }: ZoomTransform) => k <= 1;
  const of = ({ x, y, k }: MapView) =>
    zoomIdentity.translate(box[0] / 2 - k * x, box[1] / 2 - k * y).scale(k);
  const viewAt = ({ x, y, k }: ZoomTransform): MapView =>
    bounded({ x: (box[0] / 2 - x) / k, y: (box[1] / 2 - y) / k, k }, box);

  const whole: [[number, number], [number, number]] = [
    [0, 0],
    [box[0], box[1]],
  ];
  let current = zoomIdentity;
  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent(whole)
    .translateExtent(whole)
    .scaleExtent([1, deepest(box)])
    .duration(0)
    .wheelDelta(wheelStep)
    .filter((event: WheelEvent | MouseEvent | TouchEvent) => {
      if (event.type === 'wheel') {
        if (event.ctrlKey || event.metaKey) return true;
        handlers.onScrolled();
        return false;
      }
      // One finger scrolls the page, until the map has been enlarged.
      if ('touches' in event) return event.touches.length > 1 || !isWhole(current);
      return !event.ctrlKey && !event.button;
    })
    .on('zoom', ({ transform }: { transform: ZoomTransform }) => {
      current = transform;
      group.setAttribute('transform', `translate(${transform.x} ${transform.y}) scale(${transform.k})`);
      svg.toggleAttribute('data-entered', !isWhole(transform));
      if (silent) return;
      svg.toggleAttribute('data-moving', true);
      handlers.onMove(viewAt(transform));
    })
    .on('end', ({ transform }: { transform: ZoomTransform }) => {
      svg.removeAttribute('data-moving');
      if (!silent) handlers.onSettled(viewAt(transform));
    });
  const root = select<SVGSVGElement, unknown>(svg).call(behaviour);

  return {
    view: () => viewAt(current),
    /** Shows a view; `quietly` without telling of it. */
    show(view: MapView, quietly = false) {
      silent = quietly;
      root.call(behaviour.transform, of(bounded(view, box)));
      silent = false;
    },
    leave: () => root.on('.zoom', null),
  };
}
