import type { PathPoint, ProgressRow } from '../../../../data/contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../../../../data/metrics/index.ts';
import { PALETTE } from '../../../../data/palette.ts';
import { parsePeriod, periodShort } from '../../../../data/periods.ts';
import { formatRound } from '../../../../data/text/format.ts';
import { yearOf } from '../../../../data/text/progress-pace.ts';
import { figureBrief } from '../../../../data/text/progress-row.ts';
import type { Box, ChartBlock } from '../deck.ts';

/** Whether an ambition has two places to draw something between. */
export const canDraw = ({ path: { points, target, projection } }: ProgressRow): boolean =>
  points.length > 0 && points.length + target.length + projection.length > 1;

const QUARTER = 0.25;

/** Times at even steps from the first to the last of a path, a figure's period at each where it has one. */
function along({ path }: ProgressRow): { time: number; label: string }[] {
  const periodAt = new Map(path.points.map(({ time, period }) => [time, period ?? '']));
  const quarterly = path.points.some(({ period }) => parsePeriod(period ?? '')?.grain === 'quarter');
  const step = quarterly ? QUARTER : 1;
  const all = [...path.points, ...path.target, ...path.projection].map(({ time }) => time);
  const start = Math.min(...all);
  const steps = Math.round((Math.max(...all) - start) / step);
  return Array.from({ length: steps + 1 }, (_, index) => {
    const time = start + index * step;
    const period = parsePeriod(periodAt.get(time) ?? '');
    return { time, label: period ? periodShort(period) : quarterly ? time.toFixed(2) : yearOf(time) };
  });
}

/** A straight way between two places at each time it covers; nothing outside it. */
function straight(points: readonly PathPoint[], times: readonly number[], step: number): (number | null)[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return times.map(() => null);
  return times.map((time) => {
    if (time < first.time - step / 2 || time > last.time + step / 2) return null;
    const share = Math.min(1, Math.max(0, (time - first.time) / (last.time - first.time)));
    return first.value + share * (last.value - first.value);
  });
}

/** Ends of an axis with a tenth of the range to spare, in steps a reader knows. */
function axisOf(metric: Metric, values: readonly number[]): { least: number; most: number } {
  const unit = metric.kind === 'proportion' ? 0.05 : 5;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const least = Math.max(0, Math.floor((low - unit / 5) / unit) * unit);
  const most = Math.ceil((high + unit / 5) / unit) * unit;
  const whole = metric.kind === 'proportion' ? 1 : metric.kind === 'index' ? 100 : most;
  return { least: Number(least.toFixed(4)), most: Number(Math.min(whole, most).toFixed(4)) };
}

/** Where an ambition is, the straight path to its target, and where the pace seen would lead. */
export function pathChart(row: ProgressRow, box: Box): ChartBlock {
  const metric = metricOf(row.metric as MetricId);
  const steps = along(row);
  const times = steps.map(({ time }) => time);
  const step = (times[1] ?? 1) - (times[0] ?? 0);
  const figureAt = new Map(row.path.points.map(({ time, value }) => [time, value]));
  const aim = row.path.target.at(-1);
  const series = [
    {
      name: 'Figure',
      colour: PALETTE.area,
      width: 2.25,
      values: times.map((time) => figureAt.get(time) ?? null),
    },
    ...(aim
      ? [
          {
            name: `Path to ${formatRound(metric, aim.value)}`,
            colour: PALETTE.target,
            width: 1.75,
            dash: 'sysDot' as const,
            values: straight(row.path.target, times, step),
          },
        ]
      : []),
    ...(row.path.projection.length > 1
      ? [
          {
            name: 'At the pace seen',
            colour: PALETTE.area,
            width: 1.5,
            dash: 'dash' as const,
            values: straight(row.path.projection, times, step),
          },
        ]
      : []),
  ];
  return {
    kind: 'chart',
    name: `${metric.label}: path`,
    alt: `${metric.label}: ${figureBrief(metric, row)}; ${series.map(({ name }) => name).join(', ')}.`,
    box,
    type: 'line',
    labels: steps.map(({ label }) => label),
    series,
    valueTitle: '',
    labelTitle: '',
    format: metric.kind === 'proportion' ? '0%' : '0',
    size: 9,
    ...axisOf(
      metric,
      series.flatMap(({ values }) => values.filter((value) => value !== null)),
    ),
  };
}
