import type { Metric } from '../../../data/metrics/types.ts';
import { formatRound } from '../../../data/text/format.ts';
import { titleHeight } from '../kit/ChartFrame.tsx';
import { flow } from '../kit/ChartLegend.tsx';
import { textWidth } from '../kit/chartText.ts';
import { breakLabelsWidth, endLabelsSize } from '../kit/EndLabels.tsx';
import { periodMark } from '../kit/overTime.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/plane.ts';
import type { Ending, TrendSpec } from './labels.ts';
import type { Mark } from './series.ts';

type Drawn = {
  periods: readonly string[];
  marks: readonly Mark[];
  /** Every value that must lie on the axis. */
  values: readonly (number | null)[];
  endings: readonly Ending[];
  legend: readonly { text: string }[];
  illustrative: boolean;
};

/** Where things stand in a chart of one area over time, in pixels. */
export type TrendPlane = {
  periods: readonly string[];
  frame: Frame;
  height: number;
  x: (index: number) => number;
  y: Scale;
  /** How far apart periods stand. */
  step: number;
  /** The breaks, each between the periods it parts. */
  marks: { text: string; at: number }[];
  /** How many letters a line of the names at the ends holds. */
  room: number;
  legendTop: number;
};

const INSET = 6;

/** Where a chart over time stands in a drawing of a width; higher than asked where the names at its ends need it. */
export function trendPlane(drawn: Drawn, { metric, width, height: least, title }: TrendSpec): TrendPlane {
  const { periods, endings, legend, illustrative } = drawn;
  const narrow = width < 420;
  const room = narrow ? 12 : 18;
  const axis = trendAxis(metric, drawn.values);
  const names = endLabelsSize(endings, room);
  const top = titleHeight(title, width, illustrative) + (drawn.marks.length > 0 ? 46 : 30);
  const { height: legendHeight } = flow(
    legend.map(({ text }) => text),
    width,
  );
  const foot = 30 + legendHeight;
  const height = Math.ceil(Math.max(least, top + names.height + foot));
  const frame: Frame = {
    left: Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(formatRound(metric, tick), 13)))) + 10,
    right: width - Math.ceil(Math.max(narrow ? 92 : 132, names.width + 12)),
    top,
    bottom: height - foot,
  };
  const [first, last] = [frame.left + INSET, frame.right - INSET];
  const step = periods.length > 1 ? (last - first) / (periods.length - 1) : 0;
  const x = (index: number) => pixel(periods.length > 1 ? first + step * index : (first + last) / 2);
  const named = drawn.marks.map(({ period }) => `Break, ${periodMark(period)}`);
  const fits = breakLabelsWidth(named) <= width;
  return {
    periods,
    frame,
    height,
    x,
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
    step,
    marks: drawn.marks.map(({ period, at }, index) => ({
      text: fits ? (named[index] ?? '') : periodMark(period),
      at: pixel(x(at) - step / 2),
    })),
    room,
    legendTop: frame.bottom + 30,
  };
}

/**
 * The axis of a chart over time: for a proportion it ends at 100% and starts at 80% or the ten per cent below the lowest
 * value, so that charts of one page can be compared; otherwise round ends around the values.
 */
export function trendAxis(metric: Metric, values: readonly (number | null)[]) {
  const known = values.filter((value) => value !== null);
  if (metric.kind !== 'proportion' || !known.some((value) => value > 0.5)) return valueAxis(metric, known, 6);
  const low = Math.min(0.8, Math.floor(Math.min(...known) * 10 + 1e-9) / 10);
  return { ends: [low, 1] as const, ticks: roundTicks(low, 1, 5) };
}
