import type { Metric } from '../../../data/metrics/types.ts';
import { PALETTE } from '../../../data/palette.ts';
import { formatRound } from '../../../data/text/format.ts';
import { REFERENCE } from '../kit/Axes.tsx';
import type { ChartSpec } from '../kit/chartSpec.ts';
import type { TrendLine, TrendSeries } from './series.ts';

/** What a chart of one area over time is told; `height` is its least height. */
export type TrendSpec = ChartSpec & {
  /** What it shows in a sentence, for who cannot see it. */
  label: string;
  areaLabel: string;
  /** In the order of the trend’s Alliances. */
  allianceLabels: readonly string[];
};

/** The name of a line, in its colour, and the value at which it ends, beside which the name stands. */
export type Ending = { text: string; colour: string; bold: boolean; value: number };

export const STROKES = {
  area: { stroke: PALETTE.area, strokeWidth: 3 },
  alliance: { stroke: PALETTE.alliance, strokeWidth: 1.25 },
  ...REFERENCE,
} as const;

/** The names of a trend's lines at their last values; a line without any has none. */
export function trendEndings({ lines, target }: TrendSeries, spec: TrendSpec): Ending[] {
  const names = lineNames(lines, spec);
  const ended = lines.flatMap(({ kind, values }, index): Ending[] => {
    const value = lastOf(values);
    const text = names[index] ?? '';
    return value === null ? [] : [{ text, colour: STROKES[kind].stroke, bold: kind === 'area', value }];
  });
  return [...ended.reverse(), ...targetEnding(target, spec.metric)];
}

/** The name of a target's line where it ends; none where it never holds. */
export function targetEnding(target: readonly (number | null)[], metric: Metric): Ending[] {
  const value = lastOf(target);
  if (value === null) return [];
  return [{ text: `Target ${formatRound(metric, value)}`, colour: PALETTE.target, bold: false, value }];
}

/** The last value there is; null where there is none. */
export const lastOf = (values: readonly (number | null)[]) =>
  values.findLast((value) => value !== null) ?? null;

/** What lines are called in the drawing. */
export const lineNames = (lines: readonly TrendLine[], { areaLabel, allianceLabels }: TrendSpec): string[] =>
  lines.map(({ kind, name }, index) => {
    if (kind === 'england') return 'England';
    return kind === 'area' ? areaLabel : (allianceLabels[index] ?? name);
  });
