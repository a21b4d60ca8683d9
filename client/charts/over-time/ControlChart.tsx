import { useMemo } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { controlLegend, LINES } from './ControlLegend.tsx';
import { controlLabels, controlSeries } from './controlSeries.ts';
import { type Ending, lastOf, STROKES, targetEnding } from './labels.ts';
import { trendPlane } from './plane.ts';
import { controlReading } from './readings.ts';
import { markOf, SignalMark } from './SignalMarks.tsx';
import { TimeLine } from './TimeLine.tsx';
import type { TrendProps } from './TrendChart.tsx';
import { TrendSheet } from './TrendSheet.tsx';

/** One area's series as a control chart: mean and limits of each stretch, its points marked by what they say, the target. */
export function ControlChart({ trend, spec, readable = false }: TrendProps) {
  const { series, endings, legend, plane } = useMemo(() => drawingOf({ trend, spec }), [trend, spec]);
  const { values, points, mean, lower, upper, target, breaks } = series;
  const size = plane.step < 5 ? 4 : 6;
  const reading = { metric: spec.metric, name: spec.areaLabel, runLength: trend.control.runLength };
  return (
    <TrendSheet
      spec={spec}
      plane={plane}
      endings={endings}
      legend={legend}
      illustrative={trend.illustrative}
      read={readable ? (at) => controlReading(series, reading, at) : null}
    >
      <TimeLine values={target} breaks={[]} plane={plane} stroke={STROKES.target} />
      <TimeLine values={mean} breaks={breaks} plane={plane} stroke={LINES.mean} />
      <TimeLine values={lower} breaks={breaks} plane={plane} stroke={LINES.limit} />
      <TimeLine values={upper} breaks={breaks} plane={plane} stroke={LINES.limit} />
      <TimeLine values={values} breaks={breaks} plane={plane} stroke={LINES.area} />
      {points.map((point, index) => {
        const value = values[index] ?? null;
        if (value === null) return null;
        const [x, y] = [plane.x(index), plane.y.at(value)];
        return <SignalMark key={point.period} x={x} y={y} type={markOf(point)} size={size} />;
      })}
    </TrendSheet>
  );
}

/** All that does not change while periods are read. */
function drawingOf({ trend, spec: { areaLabel, ...spec } }: TrendProps) {
  const { metric } = spec;
  const series = controlSeries(trend, metric);
  const { values, points, mean, lower, upper, target } = series;
  const last = lastOf(values);
  const quiet = { colour: PALETTE.secondary, bold: false };
  const endings: Ending[] = [
    ...(last === null ? [] : [{ text: areaLabel, colour: PALETTE.area, bold: true, value: last }]),
    ...controlLabels(trend.control, metric).map((label) => ({ ...quiet, ...label })),
    ...targetEnding(target, metric),
  ];
  const legend = controlLegend(
    points.filter((_, index) => values[index] !== null),
    mean.some((value) => value !== null),
  );
  const plane = trendPlane(
    {
      ...series,
      values: [...values, ...mean, ...lower, ...upper, ...target],
      endings,
      legend,
      illustrative: trend.illustrative,
    },
    { ...spec, areaLabel },
  );
  return { series, endings, legend, plane };
}
