import type { ControlPoint } from '../../../data/contract/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { TYPE_WORDS } from '../../../data/text/signals.ts';
import type { LegendEntry } from '../kit/ChartLegend.tsx';
import { markOf, SignalMark } from './SignalMarks.tsx';

/** How the lines of a control chart are drawn: the mean thin, the limits long-dashed. */
export const LINES = {
  area: { stroke: PALETTE.area, strokeWidth: 1.25 },
  mean: { stroke: PALETTE.secondary, strokeWidth: 1 },
  limit: { stroke: PALETTE.secondary, strokeWidth: 1.5, strokeDasharray: '10 5' },
} as const;

const MARK_WORDS = { ...TYPE_WORDS, 'no-limits': 'No limits' };

/** The marks that a control chart's points use, with what each says, and its lines where it has limits. */
export function controlLegend(points: readonly ControlPoint[], limited: boolean): LegendEntry[] {
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
