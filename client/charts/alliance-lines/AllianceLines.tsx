import type { PointerEvent } from 'react';
import type { BreakReply, TargetReply } from '../../../data/contract/common.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { BaseLine, REFERENCE, UprightValues } from '../kit/Axes.tsx';
import { BreakLines } from '../kit/BreakLines.tsx';
import { ChartFrame, titleHeight, WordsOnly } from '../kit/ChartFrame.tsx';
import { shortName } from '../kit/chartWords.ts';
import { BreakLabels, type EndLabel, EndLabels } from '../kit/EndLabels.tsx';
import { namedPlaces, periodMark, periodTick, seriesPath } from '../kit/overTime.ts';
import { UNSPOKEN } from '../kit/unspoken.ts';
import { type Line, linesPlane, nearestLine } from './plane.ts';

type Props = {
  /** The CCGs, thin; the Alliance, thick; England, dashed. */
  lines: readonly Line[];
  alliance: Line;
  england: Line | null;
  targets: readonly TargetReply[];
  breaks: readonly BreakReply[];
  metric: Metric;
  width: number;
  title: string;
  illustrative: boolean;
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
  const { lines, alliance, england, metric, width, title, picked, illustrative, onPoint } = props;
  const top = titleHeight(title, width, illustrative) + 46;
  const plane = linesPlane(props, width, top);
  if (plane === null)
    return <WordsOnly width={width} title={title} words="There are too few figures to draw over time." />;
  const { periods, frame, height, x, y, breaks, aims, valuesOf } = plane;
  const path = (line: Line) => seriesPath(valuesOf(line), breaks, x, y);
  const chosen = lines.find(({ area }) => area === picked);
  const point = (event: PointerEvent<SVGSVGElement>) => {
    if (event.pointerType !== 'mouse') return;
    const box = event.currentTarget.getBoundingClientRect();
    const scale = width / Math.max(1, box.width);
    onPoint(nearestLine(lines, plane, (event.clientX - box.left) * scale, (event.clientY - box.top) * scale));
  };
  const named = [
    { line: alliance, text: 'Alliance', colour: ALLIANCE.stroke, bold: true },
    ...(england ? [{ line: england, text: 'England', colour: PALETTE.england, bold: true }] : []),
    ...(chosen ? [{ line: chosen, text: shortName(chosen.name), colour: PICKED.stroke, bold: true }] : []),
  ];
  const ends: EndLabel[] = named.flatMap(({ line, ...label }) => {
    const last = valuesOf(line).findLast((value) => value !== null);
    return last == null ? [] : [{ ...label, at: y.at(last) }];
  });
  const aim = aims.findLast((value) => value !== null);
  if (aim != null) ends.push({ text: 'Target', colour: PALETTE.target, bold: false, at: y.at(aim) });
  const marks = breaks.map((index) => ({
    text: `Break, ${periodMark(periods[index] ?? '')}`,
    at: (x(index) + x(index - 1)) / 2,
  }));
  return (
    <ChartFrame
      width={width}
      height={height}
      title={title}
      illustrative={illustrative}
      role="img"
      label={`${title}. ${lines.length} CCGs, ${periodMark(periods[0] ?? '')} to ${periodMark(periods.at(-1) ?? '')}`}
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
      <BaseLine
        frame={frame}
        name=""
        ticks={namedPlaces(periods, x, 76).map((index) => ({
          at: x(index),
          text: periodTick(periods[index] ?? ''),
        }))}
      />
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
