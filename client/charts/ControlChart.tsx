import { ComposedChart, Line, Tooltip } from 'recharts';
import type { Trend } from '../../data/contract.ts';
import { formatRound } from '../../data/format.ts';
import { ControlLines } from './ControlLines.tsx';
import { ControlReadout } from './ControlReadout.tsx';
import { controlLabels, controlRows } from './controlRows.ts';
import { BreakLabels, EndLabels } from './EndLabels.tsx';
import { PALETTE } from './palette.ts';
import { signalDots } from './SignalMarks.tsx';
import { brief, TrendAxes } from './TrendAxes.tsx';
import { PLAIN, STROKES, type TrendSpec } from './trendLabels.ts';
import { planeOf, TOP } from './trendPlane.ts';

/** One area's series as a control chart: mean and limits of each stretch, its points marked by what they say, the target. */
export function ControlChart({ trend, spec }: { trend: Trend; spec: TrendSpec }) {
  const { metric, width, height, title, areaLabel } = spec;
  const { rows, columns, lines, stretches, marks } = controlRows(trend, metric);
  const plane = planeOf(rows, [...columns, ...lines], spec);
  const target = rows.findLast((row) => row.target !== null)?.target ?? null;
  const value = trend.points.findLast((point) => point.value !== null)?.value ?? null;
  const quiet = { colour: PALETTE.secondary, bold: false };
  const labels = [
    ...(value === null ? [] : [{ text: areaLabel, colour: PALETTE.area, bold: true, value }]),
    ...controlLabels(trend.control, metric).map((label) => ({ ...quiet, ...label })),
    ...(target === null
      ? []
      : [{ ...quiet, text: `Target ${formatRound(metric, target)}`, colour: PALETTE.target, value: target }]),
  ].map((label) => ({ ...label, at: plane.heightOf(label.value) }));
  const dots = signalDots(
    rows.map(({ point }) => point),
    plane.step < 5 ? 4 : 6,
  );

  return (
    <ComposedChart width={width} height={height} data={rows} margin={plane.margin} title={title}>
      <TrendAxes metric={metric} rows={rows} marks={marks} width={width} scale={plane} />
      <Line dataKey="target" {...STROKES.target} type="linear" {...PLAIN} dot={false} />
      <ControlLines stretches={stretches} />
      {columns.map(({ key }) => (
        <Line
          key={key}
          dataKey={key}
          stroke={PALETTE.area}
          strokeWidth={1.25}
          type="linear"
          {...PLAIN}
          dot={dots}
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: PALETTE.secondary }}
        content={
          <ControlReadout
            metric={metric}
            keys={columns.map(({ key }) => key)}
            name={areaLabel}
            runLength={trend.control.runLength}
          />
        }
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
