import type { ControlPoint } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { PALETTE } from '../../../data/palette.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { pointWords } from '../../../data/text/signals.ts';
import type { ControlSeries } from './controlSeries.ts';
import { lineNames, STROKES, type TrendSpec } from './labels.ts';
import type { TrendSeries } from './series.ts';

/** What one period of a chart says: its name, a line of words for each figure, and the figures to mark. */
export type Reading = {
  period: string;
  lines: string[];
  dots: { value: number; colour: string }[];
};

const named = (id: string) => {
  const period = parsePeriod(id);
  return period ? periodLabel(period) : id;
};

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
    period: named(periods[at] ?? ''),
    lines: [
      ...figures.map(({ name, value }) => `${name}: ${said(metric, value)}`),
      ...(aim === null ? [] : [`Target: ${formatRound(metric, aim)}`]),
    ],
    dots: figures.flatMap(({ value, colour }) => (value === null ? [] : [{ value, colour }])),
  };
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
  const lines = [`${name}: ${said(metric, value)}`];
  if (middle != null) lines.push(`Mean: ${formatValue(metric, middle)}`);
  if (low != null && high != null)
    lines.push(`Limits: ${formatValue(metric, low)} to ${formatValue(metric, high)}`);
  if (value !== null && point) lines.push(pointWords(point, runLength));
  const dots = value === null ? [] : [{ value, colour: PALETTE.area }];
  return { period: named(periods[at] ?? ''), lines, dots };
}

const said = (metric: Metric, value: number | null) =>
  value === null ? 'no figure' : formatValue(metric, value);
