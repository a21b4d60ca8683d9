import { useMemo } from 'react';
import type { Trend } from '../../../data/contract/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { CROSSED } from '../kit/ChartFrame.tsx';
import type { LegendEntry } from '../kit/ChartLegend.tsx';
import { bandPath } from '../kit/overTime.ts';
import { STROKES, type TrendSpec, trendEndings } from './labels.ts';
import { trendPlane } from './plane.ts';
import { trendReading } from './readings.ts';
import { trendSeries } from './series.ts';
import { TimeLine } from './TimeLine.tsx';
import { TrendSheet } from './TrendSheet.tsx';

/** `readable`: its periods can be pointed at and read by keys; without it the drawing only stands. */
export type TrendProps = { trend: Trend; spec: TrendSpec; readable?: boolean };

const BAND = { fill: PALETTE.area, fillOpacity: 0.12 } as const;

/** One area's series with its interval, beside England, its Alliances and the target; broken where it cannot be compared. */
export function TrendChart({ trend, spec, readable = false }: TrendProps) {
  const { series, endings, legend, plane } = useMemo(() => drawingOf(trend, spec), [trend, spec]);
  const { lines, intervals, target } = series;
  const own = lines.at(-1)?.breaks ?? [];
  const band = bandPath(intervals, (ends) => ends, own, plane.x, plane.y);
  return (
    <TrendSheet
      spec={spec}
      plane={plane}
      endings={endings}
      legend={legend}
      illustrative={trend.illustrative}
      read={readable ? (at) => trendReading(series, spec, at) : null}
    >
      {band && <path d={band} {...BAND} />}
      {band && trend.illustrative && <path d={band} fill={CROSSED} />}
      <TimeLine values={target} breaks={[]} plane={plane} stroke={STROKES.target} />
      {lines.map(({ kind, name, values, breaks }) => (
        <TimeLine
          key={kind + name}
          values={values}
          breaks={breaks}
          plane={plane}
          stroke={{ ...STROKES[kind], ...(kind === 'area' && plane.step < 3 ? { strokeWidth: 2 } : {}) }}
          dotted={kind === 'alliance' && values.length < 40}
        />
      ))}
    </TrendSheet>
  );
}

/** All that does not change while periods are read. */
function drawingOf(trend: Trend, spec: TrendSpec) {
  const series = trendSeries(trend, spec.metric);
  const endings = trendEndings(series, spec);
  const legend: LegendEntry[] = series.intervals.some((ends) => ends !== null)
    ? [{ text: '95% interval', swatch: <rect x={-13} y={-7} width={26} height={14} {...BAND} /> }]
    : [];
  const plane = trendPlane(
    {
      ...series,
      values: [...series.target, ...series.lines.flatMap(({ values }) => values)],
      endings,
      legend,
      illustrative: trend.illustrative,
    },
    spec,
  );
  return { series, endings, legend, plane };
}
