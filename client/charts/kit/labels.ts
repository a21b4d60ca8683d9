import { roughWidth } from '../../../data/text/measure.ts';
import { type Frame, pixel } from './scales.ts';

/** A label that would like its middle to be at a height, and how high it is; in pixels, downwards. */
type WantedLabel = { at: number; size: number };

/** Where the middles of labels stand in a column: moved as little as keeps them apart and inside, in their order. */
export function spreadApart(wanted: readonly WantedLabel[], low: number, high: number): number[] {
  const labels = wanted.map(({ at, size }) => ({ middle: at, half: size / 2 }));
  const order = labels.toSorted((one, other) => one.middle - other.middle);
  let least = low;
  for (const label of order) {
    label.middle = Math.max(least + label.half, label.middle);
    least = label.middle + label.half;
  }
  let most = high;
  for (const label of order.reverse()) {
    label.middle = Math.min(most - label.half, label.middle);
    most = label.middle - label.half;
  }
  return labels.map(({ middle }) => middle);
}

/** A name that would like to stand at a dot, `away` pixels from its middle. */
export type WantedName = { id: string; text: string; x: number; y: number; away: number };
/** Where a name stands: the start of its line. */
export type PlacedName = { id: string; text: string; x: number; y: number };

/** Whether two boxes overlap. */
export const overlap = (one: Frame, other: Frame) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const around = ({ x, y, away }: WantedName): Frame => ({
  left: x - away,
  right: x + away,
  top: y - away,
  bottom: y + away,
});

/** A place for a name: the start of its line, and the middle of its height. */
type Spot = readonly [left: number, middle: number];

/** Puts each name in the first of its spots that is inside and overlaps nothing taken; names without one are left out. */
function settle<T extends { id: string; text: string }>(
  wanted: readonly T[],
  spotsOf: (name: T, width: number) => readonly Spot[],
  taken: Frame[],
  inside: Frame,
  size: number,
): PlacedName[] {
  const placed: PlacedName[] = [];
  for (const name of wanted) {
    const width = roughWidth(name.text, size);
    for (const [left, middle] of spotsOf(name, width)) {
      const box = { left, right: left + width, top: middle - size / 2, bottom: middle + size / 2 };
      const fits =
        left >= inside.left &&
        box.right <= inside.right &&
        box.top >= inside.top &&
        box.bottom <= inside.bottom;
      if (!fits || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      placed.push({ id: name.id, text: name.text, x: pixel(left), y: pixel(middle + 0.35 * size) });
      break;
    }
  }
  return placed;
}

/**
 * Names beside their dots, in the order given: right, left, above or below, where they touch no wanted dot, no name
 * placed before them and nothing of what is blocked. Those that find no place are left out.
 */
export function placeNames(
  wanted: readonly WantedName[],
  inside: Frame,
  size: number,
  blocked: readonly Frame[] = [],
): PlacedName[] {
  const spots = ({ x, y, away }: WantedName, width: number): Spot[] => {
    const gap = away + 3;
    const aside = gap + size / 2;
    return [
      [x + gap, y],
      [x - gap - width, y],
      [x - width / 2, y - aside],
      [x - width / 2, y + aside],
    ];
  };
  return settle(wanted, spots, [...wanted.map(around), ...blocked], inside, size);
}

/** A name that would like to stand over or under an upright bar. */
export type WantedFlag = { id: string; text: string; x: number; top: number; bottom: number };

/** Names over or under their bars, as near as they touch no bar and no name; those that find no place are left out. */
export function placeFlags(
  wanted: readonly WantedFlag[],
  inside: Frame,
  size: number,
  blocked: readonly Frame[],
): PlacedName[] {
  const levels = Array.from({ length: 9 }, (_, index) => 10 + index * (size + 3));
  const spots = ({ x, top, bottom }: WantedFlag, width: number): Spot[] =>
    levels.flatMap((away) =>
      [top - away, bottom + away].flatMap((middle): Spot[] => [
        [x - 3, middle],
        [x + 3 - width, middle],
      ]),
    );
  return settle(wanted, spots, [...blocked], inside, size);
}
