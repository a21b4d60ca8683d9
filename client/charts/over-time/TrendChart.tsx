import { useMemo } from 'react';
import type { Trend } from '../../../data/contract/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import type { LegendEntry } from '../kit/Legend.tsx';
import { bandPath, lastOf } from '../kit/overTime.ts';
import { type Reading, readingValue } from './ReadPeriods.tsx';
import { type TrendLine, type TrendSeries, trendSeries } from './series.ts';
import {
  type Ending,
  STROKES,
  TimeFrame,
  TimeLine,
  type TrendSpec,
  targetEnding,
  trendLayout,
} from './TimeFrame.tsx';

/** `readable`: its periods can be pointed at and read by keys; without it the drawing only stands. */
export type TrendProps = { trend: Trend; spec: TrendSpec; readable?: boolean };

const BAND = { fill: PALETTE.area, fillOpacity: 0.12 } as const;

/** One area's series with its interval, beside England, its Alliances and the target; broken where it cannot be compared. */
export function TrendChart({ trend, spec, readable = false }: TrendProps) {
  const { series, layout, ...drawing } = useMemo(() => drawingOf(trend, spec), [trend, spec]);
  const { lines, intervals, target } = series;
  const ownBreaks = lines.at(-1)?.breaks ?? [];
  const band = bandPath(intervals, (ends) => ends, ownBreaks, layout.x, layout.y);
  return (
    <TimeFrame
      {...drawing}
      spec={spec}
      layout={layout}
      read={readable ? (at) => trendReading(series, spec, at) : null}
    >
      {band && <path d={band} {...BAND} />}
      <TimeLine values={target} breaks={[]} layout={layout} stroke={STROKES.target} />
      {lines.map(({ kind, name, values, breaks }) => (
        <TimeLine
          key={kind + name}
          values={values}
          breaks={breaks}
          layout={layout}
          stroke={{ ...STROKES[kind], ...(kind === 'area' && layout.step < 3 ? { strokeWidth: 2 } : {}) }}
          dotted={kind === 'alliance' && values.length < 40}
        />
      ))}
    </TimeFrame>
  );
}

/** All that does not change while periods are read. */
function drawingOf(trend: Trend, spec: TrendSpec) {
  const series = trendSeries(trend, spec.metric);
  const endings = trendEndings(series, spec);
  const legend: LegendEntry[] = series.intervals.some((ends) => ends !== null)
    ? [{ text: '95% interval', swatch: <rect x={-13} y={-7} width={26} height={14} {...BAND} /> }]
    : [];
  const layout = trendLayout(
    {
      ...series,
      values: [...series.target, ...series.lines.flatMap(({ values }) => values)],
      endings,
      legend,
    },
    spec,
  );
  return { series, endings, legend, layout };
}

/** The names of a trend's lines at their last values; a line without any has none. */
function trendEndings({ lines, target }: TrendSeries, spec: TrendSpec): Ending[] {
  const names = lineNames(lines, spec);
  const ended = lines.flatMap(({ kind, values }, index): Ending[] => {
    const value = lastOf(values);
    const text = names[index] ?? '';
    return value === null ? [] : [{ text, colour: STROKES[kind].stroke, bold: kind === 'area', value }];
  });
  return [...ended.reverse(), ...targetEnding(target, spec.metric)];
}

/** What lines are called in the drawing. */
const lineNames = (lines: readonly TrendLine[], { areaLabel, allianceLabels }: TrendSpec): string[] =>
  lines.map(({ kind, name }, index) => {
    if (kind === 'england') return 'England';
    return kind === 'area' ? areaLabel : (allianceLabels[index] ?? name);
  });

/** The figures of one period of a trend, the area first, and the target in force. */
export function trendReading({ periods, lines, target }: TrendSeries, spec: TrendSpec, at: number): Reading {
  const { metric } = spec;
  const names = lineNames(lines, spec);
  const figures = lines
    .flatMap(({ kind, values }, index) => {
      const value = values[at] ?? null;
      const name = names[index] ?? '';
      return kind === 'area' || value !== null ? [{ name, value, colour: STROKES[kind].stroke }] : [];
    })
    .reverse();
  const aim = target[at] ?? null;
  return {
    period: periodWords(periods[at] ?? ''),
    lines: [
      ...figures.map(({ name, value }) => `${name}: ${readingValue(metric, value)}`),
      ...(aim === null ? [] : [`Target: ${formatRound(metric, aim)}`]),
    ],
    dots: figures.flatMap(({ value, colour }) => (value === null ? [] : [{ value, colour }])),
  };
}
