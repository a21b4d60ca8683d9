import type { ReactNode } from 'react';
import type { Metric } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound, isShare } from '../../../data/text/format.ts';
import { roughWidth } from '../../../data/text/measure.ts';
import { periodBrief } from '../../../data/text/words.ts';
import {
  type AxisMark,
  BreakLabels,
  BreakLines,
  breakLabelsWidth,
  EndLabels,
  endLabelsSize,
  PeriodAxis,
  REFERENCE,
  UprightValues,
} from '../kit/Axes.tsx';
import { ChartFrame, type ChartSpec, titleHeight } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import { ChartLegend, type LegendEntry, legendHeight } from '../kit/Legend.tsx';
import { lastOf, lineThrough, periodScale, unbroken } from '../kit/overTime.ts';
import { type Frame, pixel, roundTicks, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';
import { asHeading, axisName } from '../kit/words.ts';
import { type Reading, ReadPeriods } from './ReadPeriods.tsx';
import type { Mark } from './series.ts';

/** How a chart of one area over time is drawn; `height` is its least height. */
export type TrendSpec = ChartSpec & {
  /** What it shows in a sentence, for those who cannot see it. */
  label: string;
  areaLabel: string;
  /** In the order of the trend’s Alliances. */
  allianceLabels: readonly string[];
};

/** The name of a line, in its colour, and the value at which it ends, beside which the name stands. */
export type Ending = { text: string; colour: string; bold: boolean; value: number };

export const STROKES = {
  area: { stroke: PALETTE.area, strokeWidth: 3 },
  alliance: { stroke: PALETTE.alliance, strokeWidth: 1.25 },
  ...REFERENCE,
} as const;

type Props = {
  spec: TrendSpec;
  layout: TrendLayout;
  endings: readonly Ending[];
  legend: readonly LegendEntry[];
  /** The words of a period; null where the drawing cannot be read period by period, as on paper. */
  read: ((at: number) => Reading) | null;
  children: ReactNode;
};

/** What surrounds the lines of one area over time: axes, breaks, names at the ends and legend. */
export function TimeFrame({ spec, layout, endings, legend, read, children }: Props) {
  const { metric, width, title, label } = spec;
  const { periods, frame, height, x, y, marks, room, legendTop } = layout;
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const names = endings.map(({ text }) => text).join(', ');
  const name = axisName(metric);
  const drawing = (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      role="img"
      label={`${asHeading(label)}. ${names}, ${periodBrief(first)} to ${periodBrief(last)}; the values are in the table`}
    >
      <UprightValues
        scale={y}
        frame={{ ...frame, top: frame.top - (marks.length > 0 ? 18 : 2) }}
        metric={metric}
        name={roughWidth(name, 13) <= width ? name : metric.unit}
      />
      <g {...UNSPOKEN}>
        <BreakLines marks={marks} frame={frame} />
        {children}
      </g>
      <PeriodAxis frame={frame} periods={periods} x={x} />
      <BreakLabels marks={marks} low={2} high={width - 2} y={frame.top - 12} />
      <EndLabels
        labels={endings.map((ending) => ({ ...ending, at: y.at(ending.value) }))}
        x={frame.right + 8}
        low={frame.top}
        high={frame.bottom}
        room={room}
      />
      <ChartLegend entries={legend} width={width} top={legendTop} />
    </ChartFrame>
  );
  if (read === null) return drawing;
  return (
    <ReadPeriods layout={layout} width={width} name={metric.label} read={read}>
      {drawing}
    </ReadPeriods>
  );
}

type Drawn = {
  periods: readonly string[];
  marks: readonly Mark[];
  /** Every value that must lie on the axis. */
  values: readonly (number | null)[];
  endings: readonly Ending[];
  legend: readonly LegendEntry[];
};

/** Where things stand in a chart of one area over time, in pixels. */
export type TrendLayout = {
  periods: readonly string[];
  frame: Frame;
  height: number;
  x: (index: number) => number;
  y: Scale;
  /** How far apart periods stand. */
  step: number;
  /** The breaks, each between the periods it parts. */
  marks: AxisMark[];
  /** How many letters a line of the names at the ends holds. */
  room: number;
  legendTop: number;
};

/** The layout of a chart over time of a width; higher than asked for where the names at its ends need it. */
export function trendLayout(drawn: Drawn, { metric, width, height: least, title }: TrendSpec): TrendLayout {
  const { periods, endings, legend } = drawn;
  const narrow = width < 420;
  const room = narrow ? 12 : 18;
  const axis = trendAxis(metric, drawn.values);
  const names = endLabelsSize(endings, room);
  const top = titleHeight(title, width) + (drawn.marks.length > 0 ? 46 : 30);
  const foot = 30 + legendHeight(legend, width);
  const height = Math.ceil(Math.max(least, top + names.height + foot));
  const frame: Frame = {
    left: Math.ceil(Math.max(...axis.ticks.map((tick) => roughWidth(formatRound(metric, tick), 13)))) + 10,
    right: width - Math.ceil(Math.max(narrow ? 92 : 132, names.width + 12)),
    top,
    bottom: height - foot,
  };
  const { x, step } = periodScale(periods.length, frame);
  const named = drawn.marks.map(({ period }) => `Break, ${periodBrief(period)}`);
  const fits = breakLabelsWidth(named) <= width;
  return {
    periods,
    frame,
    height,
    x,
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
    step,
    marks: drawn.marks.map(({ period, at }, index) => ({
      text: fits ? (named[index] ?? '') : periodBrief(period),
      at: pixel(x(at) - step / 2),
    })),
    room,
    legendTop: frame.bottom + 30,
  };
}

/**
 * The axis of a chart over time: for a share it ends at 100% and starts at 80% or the ten per cent below the lowest
 * value, so that charts of one page can be compared; otherwise round ends around the values.
 */
export function trendAxis(metric: Metric, values: readonly (number | null)[]) {
  const drawn = values.filter((value) => value !== null);
  if (!isShare(metric) || !drawn.some((value) => value > 0.5)) return valueAxis(metric, drawn, 6);
  const low = Math.min(0.8, Math.floor(Math.min(...drawn) * 10 + 1e-9) / 10);
  return { ends: [low, 1] as const, ticks: roundTicks(low, 1, 5) };
}

type LineProps = {
  values: readonly (number | null)[];
  breaks: readonly number[];
  layout: Pick<TrendLayout, 'x' | 'y'>;
  stroke: { stroke: string; strokeWidth: number; strokeDasharray?: string };
  /** Whether every figure has a dot; otherwise only those with no neighbour to draw a line to. */
  dotted?: boolean;
};

/** A line over time, joined across neither gaps nor breaks. */
export function TimeLine({ values, breaks, layout: { x, y }, stroke, dotted = false }: LineProps) {
  const parts = unbroken(values, breaks).map((part) =>
    part.map((index) => ({ index, x: x(index), y: y.at(values[index] ?? 0) })),
  );
  const path = parts.map(lineThrough).join('');
  const dots = (dotted ? parts : parts.filter((part) => part.length === 1)).flat();
  return (
    <g>
      {path && <path d={path} fill="none" strokeLinejoin="round" {...stroke} />}
      {dots.map((dot) => (
        <circle
          key={dot.index}
          cx={dot.x}
          cy={dot.y}
          r={pixel(dotted ? 2 : Math.max(2, stroke.strokeWidth))}
          fill={stroke.stroke}
        />
      ))}
    </g>
  );
}

/** The name of a target's line where it ends; none where it never holds. */
export function targetEnding(target: readonly (number | null)[], metric: Metric): Ending[] {
  const value = lastOf(target);
  if (value === null) return [];
  return [{ text: `Target ${formatRound(metric, value)}`, colour: PALETTE.target, bold: false, value }];
}
