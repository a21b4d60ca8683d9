import { Area, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { Trend } from '../../data/contract.ts';
import { formatRound } from '../../data/format.ts';
import { parsePeriod, periodShort } from '../../data/periods.ts';
import { BreakLabels, EndLabels } from './EndLabels.tsx';
import { PALETTE } from './palette.ts';
import { Readout } from './Readout.tsx';
import { endLabels, STROKES, type TrendSpec } from './trendLabels.ts';
import { axisOf, trendRows } from './trendRows.ts';

const TOP = 26;
const FOOT = 28;
const AXIS = 48;

/** One area's series with its interval, beside England, its Alliances and the target; broken where it cannot be compared. */
export function TrendChart({ trend, spec }: { trend: Trend; spec: TrendSpec }) {
  const { metric, width, height, title } = spec;
  const { rows, columns, bands, marks } = trendRows(trend, metric);
  const { low, high, ticks } = axisOf(rows, metric, columns);
  const right = width < 420 ? 100 : 132;
  const margin = { top: TOP, right, bottom: 4, left: 0 };
  const bottom = height - margin.bottom - FOOT;
  const heightOf = (value: number) => TOP + ((high - value) / (high - low)) * (bottom - TOP);
  const across = (period: string) =>
    AXIS +
    ((width - AXIS - right) * rows.findIndex((row) => row.period === period)) / Math.max(1, rows.length - 1);
  const labels = endLabels(rows, columns, spec).map((label) => ({ ...label, at: heightOf(label.value) }));

  return (
    <ComposedChart width={width} height={height} data={rows} margin={margin} title={title}>
      <CartesianGrid vertical={false} stroke={PALETTE.grid} />
      <XAxis
        dataKey="period"
        ticks={yearStarts(rows, width)}
        tickFormatter={tick}
        interval={0}
        height={FOOT}
        stroke={PALETTE.secondary}
        tick={{ fill: PALETTE.secondary, fontSize: 14 }}
      />
      <YAxis
        domain={[low, high]}
        allowDataOverflow
        ticks={ticks}
        width={AXIS}
        axisLine={false}
        tickLine={false}
        tickFormatter={(value: number) => formatRound(metric, value)}
        tick={{ fill: PALETTE.secondary, fontSize: 14 }}
      />
      {bands.map((key) => (
        <Area
          key={key}
          dataKey={key}
          stroke="none"
          fill={PALETTE.area}
          fillOpacity={0.12}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={false}
          tooltipType="none"
        />
      ))}
      {marks.map(({ period }) => (
        <ReferenceLine key={period} x={period} stroke={PALETTE.ink} strokeDasharray="2 3" />
      ))}
      <Line dataKey="target" {...STROKES.target} type="linear" {...PLAIN} dot={false} />
      {columns.map(({ key, kind }) => (
        <Line
          key={key}
          dataKey={key}
          {...STROKES[kind]}
          type="linear"
          {...PLAIN}
          dot={
            kind === 'alliance' && rows.length < 40
              ? { r: 2, fill: PALETTE.alliance, strokeDasharray: '' }
              : lone(
                  rows.map((row) => row[key as 'area']),
                  STROKES[kind].stroke,
                )
          }
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: PALETTE.secondary }}
        content={<Readout metric={metric} columns={columns} />}
      />
      <BreakLabels
        marks={marks.map(({ period }) => ({ text: `Break, ${brief(period)}`, at: across(period) }))}
        low={4}
        high={width}
        y={TOP - 10}
      />
      <EndLabels labels={labels} x={width - right + 8} low={TOP} high={bottom} room={width < 420 ? 12 : 16} />
    </ComposedChart>
  );
}

const PLAIN = { isAnimationActive: false, connectNulls: false, activeDot: false } as const;

/** Dots only for values with no neighbour to draw a line to, which would not be seen otherwise. */
function lone(values: readonly (number | null | undefined)[], colour: string) {
  return function Dot({
    index,
    cx,
    cy,
    key,
  }: {
    index?: number;
    cx?: number;
    cy?: number;
    key?: React.Key | null;
  }) {
    const at = index ?? 0;
    const alone = values[at] != null && values[at - 1] == null && values[at + 1] == null;
    return alone ? <circle key={key} cx={cx} cy={cy} r={3} fill={colour} /> : <g key={key} />;
  };
}

const brief = (id: string) => {
  const period = parsePeriod(id);
  return period ? periodShort(period) : id;
};

const tick = (id: string) => {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'quarter' ? periodShort(period).slice(0, 7) : periodShort(period);
};

/** The periods that start a year and can be named without touching: the axis names these only. */
function yearStarts(rows: readonly { period: string }[], width: number): string[] {
  const starts = rows
    .map(({ period }) => period)
    .filter((id) => {
      const period = parsePeriod(id);
      return (
        period &&
        (period.grain === 'quarter'
          ? id.endsWith('q1')
          : period.grain === 'month'
            ? id.endsWith('-04')
            : true)
      );
    });
  const room = Math.max(2, Math.floor((width - AXIS - 130) / 74));
  const every = Math.ceil(starts.length / room);
  return starts.filter((_, index) => index % every === 0);
}
