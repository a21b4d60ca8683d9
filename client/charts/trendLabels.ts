import { formatRound } from '../../data/format.ts';
import type { Metric } from '../../data/metrics/types.ts';
import { PALETTE } from './palette.ts';
import type { TrendColumn, TrendRow } from './trendRows.ts';

export type TrendSpec = {
  metric: Metric;
  width: number;
  height: number;
  title: string;
  areaLabel: string;
  allianceLabels: readonly string[];
};

export const STROKES = {
  area: { stroke: PALETTE.area, strokeWidth: 3 },
  england: { stroke: PALETTE.england, strokeWidth: 2, strokeDasharray: '7 4' },
  alliance: { stroke: PALETTE.alliance, strokeWidth: 1.25 },
  target: { stroke: PALETTE.target, strokeWidth: 2, strokeDasharray: '2 4' },
} as const;

/** What all lines share: no animation, gaps left open. */
export const PLAIN = { isAnimationActive: false, connectNulls: false, activeDot: false } as const;

/** What each line is called, in its colour, and its last value, beside which the name stands. */
export function endLabels(rows: readonly TrendRow[], columns: readonly TrendColumn[], spec: TrendSpec) {
  const last = (key: string) => rows.findLast((row) => row[key as 'area'] != null)?.[key as 'area'];
  const labels: { text: string; colour: string; bold: boolean; value: number }[] = [];
  const add = (text: string, kind: keyof typeof STROKES, value: number | null | undefined) => {
    if (value == null || labels.some((known) => known.text === text)) return;
    labels.push({ text, colour: STROKES[kind].stroke, bold: kind === 'area', value });
  };
  for (const column of [...columns].reverse()) add(nameOf(column, spec), column.kind, last(column.key));
  const target = rows.findLast((row) => row.target !== null)?.target;
  if (target != null) add(`Target ${formatRound(spec.metric, target)}`, 'target', target);
  return labels;
}

function nameOf({ kind, key, name }: TrendColumn, { areaLabel, allianceLabels }: TrendSpec): string {
  if (kind === 'england') return 'England';
  return kind === 'area' ? areaLabel : (allianceLabels[Number(key.match(/\d+/)?.[0])] ?? name);
}
