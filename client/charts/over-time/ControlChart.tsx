import { useMemo } from 'react';
import type { ControlPoint, Trend } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { COMPARED, PALETTE } from '../../../data/palette.ts';
import { pointWords, TYPE_WORDS } from '../../../data/text/control.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { periodWords } from '../../../data/text/words.ts';
import type { LegendEntry } from '../kit/Legend.tsx';
import { lastOf } from '../kit/overTime.ts';
import { pixel } from '../kit/scales.ts';
import { type Reading, readingValue } from './ReadPeriods.tsx';
import { type ControlSeries, controlSeries } from './series.ts';
import { type Ending, STROKES, TimeFrame, TimeLine, targetEnding, trendLayout } from './TimeFrame.tsx';
import type { TrendProps } from './TrendChart.tsx';

/** One area's series as a control chart: mean and limits of each segment, its points marked by what they say, the target. */
export function ControlChart({ trend, spec, readable = false }: TrendProps) {
  const { series, layout, ...drawing } = useMemo(() => drawingOf({ trend, spec }), [trend, spec]);
  const { values, points, mean, lower, upper, target, breaks } = series;
  const size = layout.step < 5 ? 4 : 6;
  const reading = { metric: spec.metric, name: spec.areaLabel, runLength: trend.control.runLength };
  return (
    <TimeFrame
      {...drawing}
      spec={spec}
      layout={layout}
      read={readable ? (at) => controlReading(series, reading, at) : null}
    >
      <TimeLine values={target} breaks={[]} layout={layout} stroke={STROKES.target} />
      <TimeLine values={mean} breaks={breaks} layout={layout} stroke={LINES.mean} />
      <TimeLine values={lower} breaks={breaks} layout={layout} stroke={LINES.limit} />
      <TimeLine values={upper} breaks={breaks} layout={layout} stroke={LINES.limit} />
      <TimeLine values={values} breaks={breaks} layout={layout} stroke={LINES.area} />
      {points.map((point, index) => {
        const value = values[index] ?? null;
        if (value === null) return null;
        const [x, y] = [layout.x(index), layout.y.at(value)];
        return <SignalMark key={point.period} x={x} y={y} type={markOf(point)} size={size} />;
      })}
    </TimeFrame>
  );
}

/** All that does not change while periods are read. */
function drawingOf({ trend, spec }: TrendProps) {
  const { metric, areaLabel } = spec;
  const series = controlSeries(trend);
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
  const layout = trendLayout(
    {
      ...series,
      values: [...values, ...mean, ...lower, ...upper, ...target],
      endings,
      legend,
    },
    spec,
  );
  return { series, endings, legend, layout };
}

/** The names of a control chart's lines, with the value at which each ends; of the limits only where the last segment has some. */
export function controlLabels({ segments }: Trend['control'], metric: Metric) {
  const last = segments.at(-1);
  if (!last) return [];
  return [
    { name: 'Upper limit', limit: last.upper },
    { name: 'Mean', limit: last.mean },
    { name: 'Lower limit', limit: last.lower },
  ].flatMap(({ name, limit }) => {
    if (limit === null) return [];
    // A limit cut at an end of the scale is no measured figure.
    const shown = limit === 0 || limit === 1 ? formatRound(metric, limit) : formatValue(metric, limit);
    return { text: `${name} ${shown}`, value: limit };
  });
}

/** One period of a control chart: its figure, mean and limits, and what the figure says by which rule. */
export function controlReading(
  { periods, values, points, mean, lower, upper }: ControlSeries,
  { metric, name, runLength }: { metric: Metric; name: string; runLength: number },
  at: number,
): Reading {
  const value = values[at] ?? null;
  const [middle, low, high] = [mean, lower, upper].map((line) => line[at] ?? null);
  const point: ControlPoint | undefined = points[at];
  const lines = [`${name}: ${readingValue(metric, value)}`];
  if (middle != null) lines.push(`Mean: ${formatValue(metric, middle)}`);
  if (low != null && high != null)
    lines.push(`Limits: ${formatValue(metric, low)} to ${formatValue(metric, high)}`);
  if (value !== null && point) lines.push(pointWords(point, runLength));
  const dots = value === null ? [] : [{ value, colour: PALETTE.area }];
  return { period: periodWords(periods[at] ?? ''), lines, dots };
}

/** How the lines of a control chart are drawn: the mean thin, the limits long-dashed. */
const LINES = {
  area: { stroke: PALETTE.area, strokeWidth: 1.25 },
  mean: { stroke: PALETTE.secondary, strokeWidth: 1 },
  limit: { stroke: PALETTE.secondary, strokeWidth: 1.5, strokeDasharray: '10 5' },
} as const;

const MARK_WORDS = { ...TYPE_WORDS, 'no-limits': 'No limits' };

/** The marks that a control chart's points use, with what each says, and its lines where it has limits. */
function controlLegend(points: readonly ControlPoint[], limited: boolean): LegendEntry[] {
  const marks = [...new Set(points.map(markOf))].sort();
  const entries: LegendEntry[] = marks.map((mark) => ({
    text: MARK_WORDS[mark],
    swatch: <SignalMark x={0} y={0} type={mark} size={6} />,
  }));
  if (limited)
    entries.push(
      { text: 'Mean', swatch: <path d="M-13 0H13" {...LINES.mean} /> },
      { text: 'Limits', swatch: <path d="M-13 0H13" {...LINES.limit} /> },
    );
  return entries;
}

type Type = ControlPoint['type'];

const COLOURS: Record<Type, string> = {
  'common-cause': COMPARED.faint,
  improvement: COMPARED.better,
  concern: COMPARED.worse,
  'neutral-high': PALETTE.ink,
  'neutral-low': PALETTE.ink,
};

const path = (...corners: readonly (readonly [number, number])[]) =>
  `M${corners.map((at) => at.map(pixel).join(' ')).join('L')}Z`;
const up = (x: number, y: number, r: number) => path([x, y - r], [x + r, y + 0.8 * r], [x - r, y + 0.8 * r]);
const down = (x: number, y: number, r: number) =>
  path([x, y + r], [x + r, y - 0.8 * r], [x - r, y - 0.8 * r]);
const diamond = (x: number, y: number, r: number) => path([x, y - r], [x + r, y], [x, y + r], [x - r, y]);

const SHAPES: Record<Exclude<Type, 'common-cause'>, typeof up> = {
  improvement: up,
  concern: down,
  'neutral-high': diamond,
  'neutral-low': diamond,
};

type Mark = { x: number; y: number; type: Type | 'no-limits'; size: number };

/** The mark of a point of a control chart by shape and colour; `size` is its half width in pixels. */
function SignalMark({ x, y, type, size }: Mark) {
  if (type === 'no-limits')
    return <circle cx={x} cy={y} r={pixel(0.55 * size)} fill={PALETTE.paper} stroke={COMPARED.edge} />;
  const fill = COLOURS[type];
  if (type === 'common-cause') return <circle cx={x} cy={y} r={pixel(0.55 * size)} fill={fill} />;
  return <path d={SHAPES[type](x, y, size)} fill={fill} stroke={PALETTE.paper} strokeWidth={0.75} />;
}

/** What a point is marked as: what it says, or that it has no limits to say it by. */
const markOf = ({ mean, type }: ControlPoint) => (mean === null ? 'no-limits' : type);
