import { memo, type ReactElement } from 'react';
import { Bar, BarChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts';
import { PALETTE } from '../../../data/palette.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import { ChartTitle } from '../kit/ChartFrame.tsx';
import type { BarRow, BarsPlot } from './bars.ts';
import {
  AroundWords,
  BETWEEN,
  BesideMark,
  FigureMark,
  Gridlines,
  hasZero,
  IntervalMark,
  RowWords,
  SumGrounds,
} from './marks.tsx';

/** What a bar of recharts is told of its place: from the pixel of its start, which may lie to the right of its end. */
type Place = { x?: number; y?: number; width?: number; height?: number; payload?: BarRow };
type Placed = { row: BarRow; from: number; to: number; y: number };

/** Words lie over all marks. */
const WORDS = 1000;

/** A chart of rows painted by recharts. What is read in it lies over it, so that reading draws none of it anew. */
function ExploredBars({ plot }: { plot: BarsPlot }) {
  const { width, height, frame, x, step, drop, rows, lines, tick, title } = plot;
  const shape = (draw: (placed: Placed) => ReactElement) => (place: Place) => {
    const { x: from, y, width: along, height: high, payload: row } = place;
    if (row === undefined || from === undefined || y === undefined || along === undefined) return <g />;
    return draw({ row, from, to: from + along, y: y + (high ?? 0) / 2 + drop });
  };
  const still = { isAnimationActive: false, activeBar: false } as const;
  return (
    <BarChart
      className="explored"
      layout="vertical"
      width={width}
      height={height}
      data={rows as BarRow[]}
      margin={{ top: frame.top, right: width - frame.right, bottom: 0, left: 0 }}
      // Marks of one row lie over one another.
      barSize={step - BETWEEN}
      barGap={BETWEEN - step}
      accessibilityLayer={false}
    >
      <ZIndexLayer zIndex={-200}>
        <SumGrounds plot={plot} />
      </ZIndexLayer>
      <Gridlines plot={plot} />
      <XAxis
        type="number"
        domain={[x.low, x.high]}
        allowDataOverflow
        ticks={[...x.ticks]}
        interval={0}
        height={height - frame.bottom}
        axisLine={false}
        tickLine={false}
        tick={({ x: at, payload }) => (
          <text x={at} y={frame.bottom + 17} textAnchor="middle" fontSize={13} fill={PALETTE.secondary}>
            {tick(payload.value, x.ticks)}
          </text>
        )}
      />
      <YAxis type="category" dataKey="id" width={frame.left} interval={0} tick={false} axisLine={false} />
      {lines.map(({ kind, value, text }) => (
        <ReferenceLine
          key={text}
          x={value}
          shape={({ x1 }: { x1?: number | string }) => (
            <path d={`M${x1} ${frame.top - 6}V${frame.bottom}`} {...REFERENCE[kind]} />
          )}
        />
      ))}
      <Bar
        {...still}
        dataKey="beside"
        shape={shape(({ row, to, y }) => <BesideMark row={row} at={to} y={y} />)}
      />
      <Bar
        {...still}
        dataKey={intervalOf}
        shape={shape(({ row, from, to, y }) => <IntervalMark row={row} low={from} high={to} y={y} />)}
      />
      <Bar
        {...still}
        dataKey="value"
        shape={shape(({ row, from, to, y }) => <FigureMark row={row} from={from} at={to} y={y} />)}
      />
      {hasZero(plot) && (
        <ReferenceLine
          x={0}
          shape={({ x1 }: { x1?: number | string }) => (
            <path d={`M${x1} ${frame.top - 4}V${frame.bottom}`} stroke={PALETTE.ink} />
          )}
        />
      )}
      <ChartTitle title={title} width={width} />
      <ZIndexLayer zIndex={WORDS}>
        {rows.map(({ id }, index) => (
          <RowWords key={id} plot={plot} index={index} />
        ))}
        <AroundWords plot={plot} />
      </ZIndexLayer>
    </BarChart>
  );
}

export default memo(ExploredBars);

const intervalOf = ({ value, lower, upper }: BarRow): [number, number] | null =>
  value === null || lower === null || upper === null ? null : [lower, upper];
