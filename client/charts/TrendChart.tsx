import { Area, ComposedChart, Line, Tooltip } from 'recharts';
import type { Trend } from '../../data/contract.ts';
import { BreakLabels, EndLabels } from './EndLabels.tsx';
import { PALETTE } from './palette.ts';
import { Readout } from './Readout.tsx';
import { brief, TrendAxes } from './TrendAxes.tsx';
import { endLabels, PLAIN, STROKES, type TrendSpec } from './trendLabels.ts';
import { planeOf, TOP } from './trendPlane.ts';
import { trendRows } from './trendRows.ts';

/** One area's series with its interval, beside England, its Alliances and the target; broken where it cannot be compared. */
export function TrendChart({ trend, spec }: { trend: Trend; spec: TrendSpec }) {
  const { metric, width, height, title } = spec;
  const { rows, columns, bands, marks } = trendRows(trend, metric);
  const plane = planeOf(rows, columns, spec);
  const labels = endLabels(rows, columns, spec).map((label) => ({
    ...label,
    at: plane.heightOf(label.value),
  }));

  return (
    <ComposedChart width={width} height={height} data={rows} margin={plane.margin} title={title}>
      <TrendAxes metric={metric} rows={rows} marks={marks} width={width} scale={plane} />
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
        marks={marks.map(({ period }) => ({ text: `Break, ${brief(period)}`, at: plane.across(period) }))}
        low={4}
        high={width}
        y={TOP - 10}
      />
      <EndLabels labels={labels} {...plane.labels} />
    </ComposedChart>
  );
}

type Dotted = { index?: number; cx?: number; cy?: number; key?: React.Key | null };

/** Dots only for values with no neighbour to draw a line to, which would not be seen otherwise. */
function lone(values: readonly (number | null | undefined)[], colour: string) {
  return function Dot({ index, cx, cy, key }: Dotted) {
    const at = index ?? 0;
    const alone = values[at] != null && values[at - 1] == null && values[at + 1] == null;
    return alone ? <circle key={key} cx={cx} cy={cy} r={3} fill={colour} /> : <g key={key} />;
  };
}
