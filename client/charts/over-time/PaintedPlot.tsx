import { memo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { formatTick } from '../../../data/text/format.ts';
import { BaseLine } from '../kit/Axes.tsx';
import { ChartFrame } from '../kit/ChartFrame.tsx';
import { UNSPOKEN } from '../kit/chart.ts';
import {
  bandPath,
  brokenPath,
  dotSize,
  dottedPlaces,
  Gridlines,
  PlotWords,
  SignalMark,
  signalSize,
} from './marks.tsx';
import type { Plot, PlotLine } from './plot.ts';
import { spokenPlot } from './words.ts';

/** A chart over time in our own marks: in files, on paper, and on the page until the code that explores it is there. */
export const PaintedPlot = memo(function PaintedPlot({ plot }: { plot: Plot }) {
  const { width, height, title, frame, x, y, metric, places, lines, bands, marks, names, signals } = plot;
  const xAt = (index: number) => x(places[index]?.at ?? Number.NaN);
  return (
    <ChartFrame width={width} height={height} title={title} role="img" label={spokenPlot(plot)}>
      <Gridlines plot={plot} />
      <g fontSize={13} fill={PALETTE.secondary} {...UNSPOKEN}>
        {y.ticks.map((tick) => (
          <text key={tick} x={frame.left - 6} y={y.at(tick) + 4.5} textAnchor="end">
            {formatTick(metric, tick, y.ticks)}
          </text>
        ))}
      </g>
      <g {...UNSPOKEN}>
        {bands.map((band) => (
          <path
            key={band.id}
            data-line={band.id}
            d={bandPath(
              band,
              band.ends.map(
                (each, index) => each && { x: xAt(index), low: y.at(each.low), high: y.at(each.high) },
              ),
            )}
            {...band.look}
          />
        ))}
        {marks.map(({ kind, at, text }) => (
          <path key={text} d={`M${at} ${frame.top - 8}V${frame.bottom}`} {...RULES[kind]} data-rule={text} />
        ))}
        {lines.map((line) => (
          <PaintedLine key={line.id} line={line} plot={plot} />
        ))}
        {lines
          .filter(({ role }) => role === 'subject')
          .flatMap(({ figures }) =>
            figures.map((figure, index) => {
              const type = signals[index];
              if (!type || figure?.value == null) return null;
              const [cx, cy] = [xAt(index), y.at(figure.value)];
              return <SignalMark key={places[index]?.id} x={cx} y={cy} type={type} size={signalSize(plot)} />;
            }),
          )}
      </g>
      <BaseLine frame={frame} name="" ticks={names.map(({ at, text }) => ({ at: x(at), text }))} />
      <PlotWords plot={plot} />
    </ChartFrame>
  );
});

/** How upright lines are drawn: a break dotted, the period shown elsewhere solid. */
export const RULES = {
  break: { stroke: PALETTE.ink, strokeDasharray: '2 3', strokeWidth: 0.9 },
  shown: { stroke: PALETTE.ink, strokeWidth: 0.9 },
} as const;

/** A line joined across neither gaps nor breaks, with its dots. */
function PaintedLine({ line, plot: { x, y, places } }: { line: PlotLine; plot: Plot }) {
  const { figures, look } = line;
  const dots = figures.map((figure, index) =>
    figure?.value == null ? null : { x: x(places[index]?.at ?? 0), y: y.at(figure.value) },
  );
  const path = brokenPath(dots, line);
  return (
    <g>
      {path && <path d={path} fill="none" strokeLinejoin="round" data-line={line.id} {...look} />}
      {[...dottedPlaces(line)].map((at) => (
        <circle key={at} cx={dots[at]?.x} cy={dots[at]?.y} r={dotSize(line)} fill={look.stroke} />
      ))}
    </g>
  );
}
