/** The part of a map that is shown: the place in its middle, in the layout's steps, and how many times it is enlarged. */
export type MapView = { x: number; y: number; k: number };

type Size = readonly [width: number, height: number];

/** The whole of a layout. */
export const wholeView = ([width, height]: Size): MapView => ({ x: width / 2, y: height / 2, k: 1 });

/** How many times a layout may be enlarged: 16 for the map of England, less where its outlines are drawn in coarser steps. */
export const deepest = ([width]: Size): number => Math.min(16, Math.max(2, width / 250));

/** The view nearest to one that lies within the layout: no shallower than the whole, no deeper than the outlines bear. */
export function bounded({ x, y, k }: MapView, size: Size): MapView {
  const times = Math.min(deepest(size), Math.max(1, k));
  const within = (at: number, length: number) =>
    Math.min(length - length / times / 2, Math.max(length / times / 2, at));
  return { x: within(x, size[0]), y: within(y, size[1]), k: times };
}

/** A view as an address holds it: `2410,2650,6.5`; empty for the whole. */
export function viewText({ x, y, k }: MapView): string {
  const times = Math.round(k * 100) / 100;
  return times <= 1 ? '' : `${Math.round(x)},${Math.round(y)},${times}`;
}

/** The view that an address holds; null where it holds none, or what is none. */
export function readView(text: string): MapView | null {
  const [x = Number.NaN, y = Number.NaN, k = Number.NaN, ...more] = text
    .split(',')
    .map((each) => (each.trim() === '' ? Number.NaN : Number(each)));
  return more.length === 0 && [x, y, k].every(Number.isFinite) ? { x, y, k } : null;
}

const ROUNDED = 0.01;

/**
 * The view that an address asks for, within a layout, and whether it had to be mended to be one: where none of `places`
 * lies in what it asks for, it is the whole.
 */
export function viewAsked(
  text: string,
  size: Size,
  places: readonly (readonly [x: number, y: number])[] = [],
): { view: MapView; mended: boolean } {
  if (text === '') return { view: wholeView(size), mended: false };
  const asked = readView(text);
  const view = bounded(asked ?? wholeView(size), size);
  if (asked === null) return { view, mended: true };
  const { left, right, top, bottom } = windowShown(view, size);
  const isEmpty = !places.some(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
  // An address has rounded numbers: at the edge of the map these lie a little outside.
  const slack = ROUNDED * (size[0] / view.k);
  const isNear =
    Math.abs(view.x - asked.x) <= slack &&
    Math.abs(view.y - asked.y) <= slack &&
    Math.abs(view.k - asked.k) <= ROUNDED;
  // A view between the middles of large areas shows them all the same: only one beyond the map is known to be empty.
  return !isNear && places.length > 0 && isEmpty ? { view: wholeView(size), mended: true } : { view, mended: !isNear };
}

/** What moves and enlarges a drawing so that a view fills the layout's box. */
export const transformOf = ({ x, y, k }: MapView, [width, height]: Size): string =>
  `translate(${width / 2 - k * x} ${height / 2 - k * y}) scale(${k})`;

/** The window of the layout that a view shows. */
export function windowShown({ x, y, k }: MapView, [width, height]: Size) {
  const [w, h] = [width / k, height / k];
  return { left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 };
}
