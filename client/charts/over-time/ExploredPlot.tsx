import { memo, type ReactElement, useMemo } from 'react';
import {
  Area,
  ComposedChart,
  Line,
  type LineProps,
  ReferenceLine,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts';
import { PALETTE } from '../../../data/palette.ts';
import { formatTick } from '../../../data/text/format.ts';
import { ChartTitle } from '../kit/ChartFrame.tsx';
import type { Ends } from '../kit/overTime.ts';
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
import { RULES } from './PaintedPlot.tsx';
import { INSET, type Plot, type PlotBand, type PlotLine } from './plot.ts';

/** Words lie over all lines and dots. */
const WORDS = 1000;

/** A row of recharts: the number of a place, and where it stands. */
type Row = { index: number; at: number };

/** A chart over time painted by recharts. What is read in it lies over it, so that reading draws none of it anew. */
function ExploredPlot({ plot }: { plot: Plot }) {
  const { width, height, frame, y, places, metric, names, marks, lines, bands, title } = plot;
  const rows = useMemo(() => places.map(({ at }, index): Row => ({ index, at })), [places]);
  const margin = useMemo(
    () => ({ top: frame.top, right: width - frame.right, bottom: 0, left: 0 }),
    [frame, width],
  );
  const [first = 0, last = 0] = [places[0]?.at, places.at(-1)?.at];
  // What does not change while periods are read is drawn once.
  const still = useMemo(
    () => (
      <>
        <Gridlines plot={plot} />
        <XAxis
          dataKey="at"
          type="number"
          domain={first === last ? [first - 1, last + 1] : [first, last]}
          padding={{ left: INSET, right: INSET }}
          ticks={names.map(({ at }) => at)}
          interval={0}
          height={height - frame.bottom}
          axisLine={{ stroke: PALETTE.secondary }}
          tickLine={false}
          tick={({ x, y: top, index }) => (
            <g fontSize={13} fill={PALETTE.secondary} data-tick={names[index]?.text}>
              <path d={`M${x} ${frame.bottom}v5`} stroke={PALETTE.secondary} />
              <text x={x} y={frame.bottom + 19} textAnchor="middle" data-top={top}>
                {names[index]?.text}
              </text>
            </g>
          )}
        />
        <YAxis
          type="number"
          domain={[y.low, y.high]}
          ticks={[...y.ticks]}
          interval={0}
          width={frame.left}
          axisLine={false}
          tickLine={false}
          tick={({ y: middle, payload }) => (
            <text
              x={frame.left - 6}
              y={Number(middle) + 4.5}
              textAnchor="end"
              fontSize={13}
              fill={PALETTE.secondary}
            >
              {formatTick(metric, payload.value, y.ticks)}
            </text>
          )}
        />
        {bands.map((band) => (
          <Area
            key={band.id}
            dataKey={({ index }: Row) => cut(band.ends[index] ?? null, y)}
            isAnimationActive={false}
            activeDot={false}
            dot={false}
            shape={bandShape(band)}
          />
        ))}
        {marks.map(({ kind, place, text }) => (
          <ReferenceLine
            key={text}
            x={place}
            {...RULES[kind]}
            shape={({ x1 }: { x1?: number | string }) => (
              <path data-rule={text} d={`M${x1} ${frame.top - 8}V${frame.bottom}`} {...RULES[kind]} />
            )}
          />
        ))}
        {lines.map((line) => (
          <Line
            key={line.id}
            name={line.name}
            dataKey={({ index }: Row) => within(line.figures[index]?.value ?? null, y)}
            isAnimationActive={false}
            activeDot={false}
            stroke={line.look.stroke}
            shape={lineShape(line)}
            dot={dotOf(line, plot)}
          />
        ))}
        <ChartTitle title={title} width={width} />
        <ZIndexLayer zIndex={WORDS}>
          <PlotWords plot={plot} />
        </ZIndexLayer>
      </>
    ),
    [plot, frame, y, metric, names, marks, lines, bands, height, width, title, first, last],
  );
  return (
    <ComposedChart
      className="explored"
      width={width}
      height={height}
      data={rows}
      margin={margin}
      accessibilityLayer={false}
    >
      {still}
    </ComposedChart>
  );
}

export default memo(ExploredPlot);

/** A value that never leaves the axis: recharts would otherwise cut off what is drawn at its ends, or move these. */
const within = (value: number | null, { low, high }: Plot['y']): number | null =>
  value === null ? null : Math.min(high, Math.max(low, value));

const cut = (ends: Ends | null, { low, high }: Plot['y']): [number, number] | null =>
  ends && [Math.min(high, Math.max(low, ends.low)), Math.min(high, Math.max(low, ends.high))];

type Dot = { x: number | null; y: number | null };
const placed = ({ x, y }: Dot) => (x === null || y === null ? null : { x, y });

/** A line through the places that recharts reckons, joined across neither gaps nor breaks. */
const lineShape =
  (line: PlotLine): LineProps['shape'] =>
  ({ points = [] }) => (
    <path
      d={brokenPath((points as readonly Dot[]).map(placed), line)}
      fill="none"
      strokeLinejoin="round"
      data-line={line.id}
      {...line.look}
    />
  );

type BandShape = { points?: readonly Dot[]; baseLine?: number | readonly Dot[] };

const bandShape =
  (band: PlotBand) =>
  ({ points = [], baseLine = [] }: BandShape): ReactElement => {
    const ends = points.map((high, index) => {
      const low = typeof baseLine === 'number' ? null : baseLine[index];
      if (high.x === null || high.y === null || low?.y == null) return null;
      return { x: high.x, low: low.y, high: high.y };
    });
    return <path d={bandPath(band, ends)} data-line={band.id} {...band.look} />;
  };

type DotProps = { cx?: number; cy?: number; index?: number; value?: unknown };

/** The dots of a line: where it has no neighbour, everywhere, or what each figure of a control chart says. */
function dotOf(line: PlotLine, plot: Plot) {
  const dotted = dottedPlaces(line);
  const signalled = line.role === 'subject' && plot.signals.length > 0;
  if (dotted.size === 0 && !signalled) return false;
  return ({ cx, cy, index = -1 }: DotProps) => {
    const type = signalled ? plot.signals[index] : null;
    if (cx == null || cy == null || line.figures[index]?.value == null) return <g key={index} />;
    return (
      <g key={index}>
        {dotted.has(index) && <circle cx={cx} cy={cy} r={dotSize(line)} fill={line.look.stroke} />}
        {type && <SignalMark x={cx} y={cy} type={type} size={signalSize(plot)} />}
      </g>
    );
  };
}
