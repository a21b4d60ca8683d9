import type { PointerEvent } from 'react';
import type { BreakReply, TargetReply } from '../../../data/contract/common.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { briefName, periodBrief } from '../../../data/text/words.ts';
import {
  BreakLabels,
  BreakLines,
  type EndLabel,
  EndLabels,
  PeriodAxis,
  REFERENCE,
  UprightValues,
} from '../kit/Axes.tsx';
import { ChartFrame, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import {
  breakPlaces,
  inOrderOfTime,
  type Line,
  lastOf,
  periodScale,
  seriesPath,
  standardIn,
  valuesAt,
} from '../kit/overTime.ts';
import { type Frame, type Scale, scaleOf, valueAxis } from '../kit/scales.ts';

type Drawn = {
  /** The CCGs, thin; the Alliance, thick; England, dashed. */
  lines: readonly Line[];
  alliance: Line;
  england: Line | null;
  targets: readonly TargetReply[];
  breaks: readonly BreakReply[];
  metric: Metric;
  width: number;
  title: string;
  /** How high the lines’ own room is, in pixels. */
  plot?: number;
};
type Props = Drawn & {
  /** The CCG drawn out and named; empty for none. */
  picked: string;
  onPoint: (area: string) => void;
};

/** How the CCGs’ lines and the Alliance’s are drawn. */
export const LINE_LOOKS = {
  ccg: { stroke: COMPARED.ghost, strokeWidth: 1.25 },
  alliance: { stroke: PALETTE.area, strokeWidth: 4 },
} as const;
const ALLIANCE = LINE_LOOKS.alliance;
const PICKED = { stroke: PALETTE.alliance, strokeWidth: 3 } as const;

/** All CCGs of an Alliance over time, thin and grey, with the Alliance, England and the target; one is picked out. */
export function AllianceLines(props: Props) {
  const { lines, alliance, england, metric, width, title, picked, onPoint } = props;
  const layout = linesLayout(props);
  if (layout === null)
    return <WordsOnly width={width} title={title} words="There are too few figures to draw over time." />;
  const { periods, frame, height, x, y, breaks, aims, valuesOf } = layout;
  const path = (line: Line) => seriesPath(valuesOf(line), breaks, x, y);
  const chosen = lines.find(({ area }) => area === picked);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerType !== 'mouse') return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, box.width);
    onPoint(
      nearestLine(lines, layout, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale),
    );
  };
  const named = [
    { line: alliance, text: 'Alliance', colour: ALLIANCE.stroke, bold: true },
    ...(england ? [{ line: england, text: 'England', colour: PALETTE.england, bold: true }] : []),
    ...(chosen ? [{ line: chosen, text: briefName(chosen.name), colour: PICKED.stroke, bold: true }] : []),
  ];
  const ends: EndLabel[] = named.flatMap(({ line, ...label }) => {
    const last = lastOf(valuesOf(line));
    return last === null ? [] : [{ ...label, at: y.at(last) }];
  });
  const aim = lastOf(aims);
  if (aim !== null) ends.push({ text: 'Target', colour: PALETTE.target, bold: false, at: y.at(aim) });
  const marks = breaks.map((index) => ({
    text: `Break, ${periodBrief(periods[index] ?? '')}`,
    at: (x(index) + x(index - 1)) / 2,
  }));
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      role="img"
      label={`${title}. ${lines.length} CCGs, ${periodBrief(periods[0] ?? '')} to ${periodBrief(periods.at(-1) ?? '')}`}
      onPointerMove={point}
      onPointerLeave={() => onPoint('')}
    >
      <UprightValues scale={y} frame={{ ...frame, top: frame.top - 18 }} metric={metric} />
      <g {...UNSPOKEN} fill="none" strokeLinejoin="round">
        <BreakLines marks={marks} frame={frame} />
        {lines.map((line) => (
          <path key={line.area} d={path(line)} {...LINE_LOOKS.ccg} />
        ))}
        <path d={seriesPath(aims, breaks, x, y)} {...REFERENCE.target} />
        {england && <path d={path(england)} {...REFERENCE.england} />}
        <path d={path(alliance)} stroke={PALETTE.paper} strokeWidth={6} />
        <path d={path(alliance)} {...ALLIANCE} />
        {chosen && (
          <>
            <path d={path(chosen)} stroke={PALETTE.paper} strokeWidth={6} />
            <path d={path(chosen)} {...PICKED} />
          </>
        )}
      </g>
      <PeriodAxis frame={frame} periods={periods} x={x} />
      <BreakLabels marks={marks} low={0} high={width} y={frame.top - 12} />
      <EndLabels
        labels={ends}
        x={frame.right + 8}
        low={frame.top}
        high={frame.bottom}
        room={width < 520 ? 13 : 18}
      />
    </ChartFrame>
  );
}

type LinesLayout = {
  periods: readonly string[];
  frame: Frame;
  height: number;
  x: (index: number) => number;
  y: Scale;
  /** Places from which figures cannot be compared with those before. */
  breaks: number[];
  /** The standard in force in each period; null where there is none. */
  aims: (number | null)[];
  /** A line’s values in the order of the periods. */
  valuesOf: (line: Line) => (number | null)[];
};

/** Where lines over time are drawn in a picture of a width; null with fewer than two periods. */
export function linesLayout(drawn: Drawn): LinesLayout | null {
  const { lines, alliance, england, targets, metric, width, title, plot = 340 } = drawn;
  const all = [...lines, alliance, ...(england ? [england] : [])];
  const periods = inOrderOfTime(
    [...lines, alliance].flatMap(({ points }) =>
      points.flatMap(({ period, value }) => (value === null ? [] : [period])),
    ),
  );
  if (periods.length < 2) return null;
  const top = titleHeight(title, width) + 46;
  const frame: Frame = { left: 56, right: width - (width < 520 ? 104 : 150), top, bottom: top + plot };
  const values = new Map(all.map((line) => [line, valuesAt(periods, line.points)]));
  const valuesOf = (line: Line) => values.get(line) ?? [];
  const aims = periods.map((period) => standardIn(targets, period));
  const axis = valueAxis(metric, [...all.flatMap(valuesOf), ...aims], 8);
  return {
    periods,
    frame,
    height: frame.bottom + 34,
    x: periodScale(periods.length, frame).x,
    y: scaleOf('linear', axis.ends, [frame.bottom, frame.top], axis.ticks),
    breaks: breakPlaces(periods, drawn.breaks),
    aims,
    valuesOf,
  };
}

const REACH = 24;

/** The line nearest to a place of the picture, at the period nearest to it; empty where none is near. */
export function nearestLine(lines: readonly Line[], layout: LinesLayout, atX: number, atY: number): string {
  const { periods, x, y, valuesOf } = layout;
  const away = periods.map((_, index) => Math.abs(x(index) - atX));
  const index = away.indexOf(Math.min(...away));
  let [best, least] = ['', REACH];
  for (const line of lines) {
    const value = valuesOf(line)[index];
    if (value == null) continue;
    const distance = Math.abs(y.at(value) - atY);
    if (distance <= least) [best, least] = [line.area, distance];
  }
  return best;
}
