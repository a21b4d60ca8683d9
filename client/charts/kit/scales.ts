import { scalePow } from 'd3-scale';
import type { Metric } from '../../../data/metrics/index.ts';
import { isShare } from '../../../data/text/format.ts';

/** An axis: its ends in data, the ticks within them, and the pixel of a value, which never leaves the axis. */
export type Scale = { low: number; high: number; ticks: readonly number[]; at: (value: number) => number };
/** A rectangle of a drawing, in its pixels. */
export type Frame = { left: number; right: number; top: number; bottom: number };
export type Dot = { x: number; y: number };

const EXPONENTS = { linear: 1, sqrt: 0.5 } as const;

/** A scale from data to pixels. Where the ends are equal, all lies in the middle. */
export function scaleOf(
  curve: keyof typeof EXPONENTS,
  [low, high]: readonly [number, number],
  pixels: readonly [from: number, to: number],
  ticks: readonly number[] = roundTicks(low, high, 6),
): Scale {
  const exact = scalePow()
    .exponent(EXPONENTS[curve])
    .domain([low, high])
    .range(pixels)
    .interpolate(alongPixels)
    .clamp(true);
  return { low, high, ticks, at: (value) => pixel(exact(value)) };
}

/** From one end on; d3’s own sums shares of both, which puts some places a hundredth of a pixel aside. */
const alongPixels = (from: number, to: number) => (share: number) => from + share * (to - from);

/** A length or place as it is written in a drawing: two decimals. */
export const pixel = (value: number) => Number(value.toFixed(2));

/**
 * The round step (1, 2, 2.5 or 5 times a power of ten, and a multiple of `least`) that divides a range in at most `most`.
 * d3 takes the number of ticks for a wish, which it may exceed; it knows no quarters, and no smallest step.
 */
function roundStep(range: number, most: number, least = 0): number {
  const rough = Math.max(range / Math.max(1, most), least, 1e-9) * (1 - 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const fits = (step: number) => step >= rough && (least === 0 || isWhole(step / least));
  return [1, 2, 2.5, 5, 10, 20].map((each) => each * power).find(fits) ?? 10 * power;
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

/** The multiples of a round step from `low` to `high`, at most `most` + 1 of them. */
export function roundTicks(low: number, high: number, most: number, least = 0): number[] {
  const step = roundStep(high - low, most, least);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** Round numbers (1, 2 or 5 times a power of ten) from large to small that stand `room` pixels apart, in order. */
export function spacedTicks(scale: Scale, room: number): number[] {
  const kept: number[] = scale.low <= 0 ? [0] : [];
  const apart = (value: number) => kept.every((other) => Math.abs(scale.at(other) - scale.at(value)) >= room);
  const linear = roundTicks(scale.low, scale.high, 5).reverse();
  const decades = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].flatMap((power) =>
    [5, 2, 1].map((each) => each * 10 ** power),
  );
  for (const value of [...linear, ...decades])
    if (value >= scale.low && value <= scale.high && apart(value)) kept.push(value);
  return kept.sort((one, other) => one - other);
}

const bounds = (metric: Metric): readonly [number, number] => {
  if (isShare(metric)) return [0, 1];
  if (metric.kind === 'index') return [0, 100];
  return metric.kind === 'mean' ? metric.range : [0, Number.POSITIVE_INFINITY];
};

/** The smallest step between labels of a metric that are not written alike. */
const leastStep = (metric: Metric) => 10 ** -(metric.decimals + (isShare(metric) ? 2 : 0));

/** Round ends around values, within what the metric can be, and at most `most` steps between them. */
export function valueAxis(metric: Metric, values: readonly (number | null | undefined)[], most: number) {
  const finite = values.filter((value) => value != null && Number.isFinite(value)) as number[];
  const [floor, ceiling] = bounds(metric);
  const least = leastStep(metric);
  const [min, max] =
    finite.length === 0 ? [0, Math.min(1, ceiling)] : [Math.min(...finite), Math.max(...finite)];
  const step = roundStep(Math.max(max - min, 2 * least), most, least);
  const low = Math.max(floor, Math.floor(min / step + 1e-9) * step);
  const high = Math.min(ceiling, Math.ceil(max / step - 1e-9) * step);
  const [first, last] =
    high > low ? [low, high] : [Math.max(floor, low - step), Math.min(ceiling, high + step)];
  return { ends: [first, last] as const, ticks: roundTicks(first, last, most + 2, step) };
}

/** A line through data as a path, cut off at the ends of the upright scale; it is not joined across gaps. */
export function clippedLine(points: readonly { x: number; y: number | null }[], x: Scale, y: Scale): string {
  let path = '';
  let last: Dot | null = null;
  for (const { x: along, y: value } of points) {
    const here = value === null || !Number.isFinite(value) ? null : { x: along, y: value };
    if (here && last) path += segment(last, here, x, y, path === '' || !path.endsWith(placeOf(last, x, y)));
    last = here;
  }
  return path;
}

const placeOf = (dot: Dot, x: Scale, y: Scale) => `${x.at(dot.x)} ${y.at(dot.y)}`;

/** The part of a straight piece that lies between the scale's ends; empty where none does. */
function segment(from: Dot, to: Dot, x: Scale, y: Scale, move: boolean): string {
  const cut = (dot: Dot, other: Dot, end: number): Dot => ({
    x: dot.x + ((other.x - dot.x) * (end - dot.y)) / (other.y - dot.y),
    y: end,
  });
  const outside = (end: 'low' | 'high') =>
    end === 'low' ? Math.max(from.y, to.y) < y.low : Math.min(from.y, to.y) > y.high;
  if (outside('low') || outside('high')) return '';
  const within = (dot: Dot, other: Dot) =>
    dot.y < y.low ? cut(dot, other, y.low) : dot.y > y.high ? cut(dot, other, y.high) : dot;
  const [start, end] = [within(from, to), within(to, from)];
  return `${move || start !== from ? `M${placeOf(start, x, y)}` : ''}L${placeOf(end, x, y)}`;
}
