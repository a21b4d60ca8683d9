import type { Spread, SpreadArea } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatInterval, formatValue } from '../../../data/text/format.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import type { PickSpec } from '../kit/chartSpec.ts';
import { placeFlags } from '../kit/chartText.ts';
import { figureOf, referencesOf, shortName } from '../kit/chartWords.ts';
import { type DrawnPoint, NAME_SIZE, ringBox, tagBox } from '../kit/PointMarks.tsx';
import { type Frame, pixel, roundTicks, scaleOf, valueAxis } from '../kit/plane.ts';

type Known = SpreadArea & { value: number };
/** The interval of an area at its pixels. */
export type Bar = { id: string; text: string; x: number; top: number; bottom: number; strong: boolean };

const FOOT = 46;

/** Areas with a figure: the better first, or the higher where neither is better; by name where illustrative. */
export function inOrder(areas: readonly SpreadArea[], metric: Metric): Known[] {
  const turn = metric.polarity === 'lower' ? 1 : -1;
  return areas
    .filter((area): area is Known => area.value !== null)
    .sort((one, other) =>
      one.status === 'illustrative' || one.value === other.value
        ? one.name.localeCompare(other.name)
        : turn * (one.value - other.value),
    );
}

/** All of the picture of ranked intervals that does not change while points are pointed at. */
export function rankedPlane(spread: Spread, spec: PickSpec) {
  const { metric, width, title, picked } = spec;
  const areas = inOrder(spread.areas, metric);
  const top = titleHeight(title, width, spread.illustrative) + 28;
  const height = Math.max(spec.height, top + 200 + FOOT);
  const frame: Frame = { left: 50, right: width - (width < 520 ? 82 : 120), top, bottom: height - FOOT };
  const lines = referencesOf(metric, spread);
  const ends = areas.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const axis = valueAxis(metric, [...ends, ...lines.map(({ value }) => value)], 8);
  const y = scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks);
  const x = scaleOf('linear', [0.5, Math.max(1, areas.length) + 0.5], [frame.left, frame.right], []);
  const column = (frame.right - frame.left) / Math.max(1, areas.length);
  const size = pixel(Math.min(3.5, Math.max(1.1, column / 2.2)));
  const points = areas.map((area, index) => drawn(area, x.at(index + 1), y.at(area.value), size, spec));
  const bars = areas.map(
    ({ area, name, value, lower, upper }, index): Bar => ({
      id: area,
      text: shortName(name),
      x: x.at(index + 1),
      top: y.at(upper ?? value),
      bottom: y.at(lower ?? value),
      strong: picked.has(area),
    }),
  );
  const selected = points.find(({ id }) => id === spec.selected);
  const tag = selected && clearOf(bars, tagBox(selected, frame), frame);
  const names = placeFlags(
    bars.filter(({ id, strong }) => strong && id !== spec.selected),
    { ...frame, left: frame.left - 8 },
    NAME_SIZE,
    [
      ...bars.map((bar) => ({ left: bar.x - 2, right: bar.x + 2, top: bar.top - 2, bottom: bar.bottom + 2 })),
      ...(selected && tag ? [tag, ringBox(selected)] : []),
    ],
  );
  return { frame, height, x, y, column, lines, points, bars, names, tag };
}

/** A box over the bars it stands at, else under them; where it was when there is no room for either. */
function clearOf(bars: readonly Bar[], box: Frame, frame: Frame): Frame {
  const there = bars.filter(({ x }) => x > box.left - 4 && x < box.right + 4);
  if (there.length === 0) return box;
  const tall = box.bottom - box.top;
  const over = Math.min(...there.map(({ top }) => top)) - tall - 8;
  const under = Math.max(...there.map(({ bottom }) => bottom)) + 8;
  const top = over >= frame.top - 8 ? over : under + tall <= frame.bottom ? under : box.top;
  return { ...box, top: pixel(top), bottom: pixel(top + tall) };
}

function drawn(area: Known, x: number, y: number, size: number, { metric, picked }: PickSpec): DrawnPoint {
  const strong = picked.has(area.area);
  const { lower, upper } = area;
  const interval =
    lower === null || upper === null ? '' : `, 95% interval ${formatInterval(metric, lower, upper)}`;
  const open = area.status === 'illustrative';
  const colour = strong ? PALETTE.alliance : PALETTE.ink;
  const brief = shortName(area.name);
  return {
    id: area.area,
    x,
    y,
    shape: strong ? 'diamond' : 'circle',
    size: strong ? 4.5 : size,
    fill: open ? PALETTE.paper : colour,
    stroke: open || strong ? colour : 'none',
    label: `${area.name}: ${figureOf(metric, area)}${interval}${open ? ', illustrative' : ''}`,
    brief,
    name: `${brief} ${formatValue(metric, area.value)}`,
    strong,
    pale: false,
  };
}

/** The places that the axis names: a few all, of many the first, round ones between, and the last. */
export function placesNamed(count: number): number[] {
  if (count <= 10) return Array.from({ length: count }, (_, index) => index + 1);
  const inner = roundTicks(1, count, 5, 1).filter(
    (place) => place > 1 + count / 20 && place < count - count / 12,
  );
  return [...new Set([1, ...inner, count])];
}
