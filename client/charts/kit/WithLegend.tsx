import type { ReactNode } from 'react';
import { ChartLegend, flow, type LegendEntry } from './ChartLegend.tsx';
import { DRAWN_WIDTH } from './exported.ts';

const GAP = 14;

type Props = {
  /** How high the chart is. */
  height: number;
  entries: readonly LegendEntry[];
  children: ReactNode;
};

/** A chart with its legend under it, as one drawing. */
export function WithLegend({ height, entries, children }: Props) {
  const { height: legend } = flow(
    entries.map(({ text }) => text),
    DRAWN_WIDTH,
  );
  const whole = Math.ceil(height) + GAP + legend;
  return (
    <svg role="presentation" width={DRAWN_WIDTH} height={whole} viewBox={`0 0 ${DRAWN_WIDTH} ${whole}`}>
      {children}
      <ChartLegend entries={entries} width={DRAWN_WIDTH} top={Math.ceil(height) + GAP} />
    </svg>
  );
}

/** A swatch of a line as it is drawn. */
export const lineSwatch = (look: { stroke: string; strokeWidth: number; strokeDasharray?: string }) => (
  <path d="M-15 0H15" fill="none" {...look} />
);
