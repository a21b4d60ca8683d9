import type { ReactElement, ReactNode } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { roughWidth } from '../../../data/text/measure.ts';
import { DRAWN_WIDTH, UNSPOKEN } from './chart.ts';

/** One entry: its words, and its swatch around (0, 0), at most 14 pixels to either side. */
export type LegendEntry = { text: string; swatch: ReactElement };

const SIZE = 13;
const ROW = 22;

/** Where entries stand when they flow in rows of a width, and how high they are together. */
function flow(entries: readonly LegendEntry[], width: number) {
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const wide = 36 + roughWidth(entry.text, SIZE) + 18;
    if (x > 0 && x + wide - 18 > width) [x, y] = [0, y + ROW];
    const place = { ...entry, x, y };
    x += wide;
    return place;
  });
  return { placed, height: entries.length === 0 ? 0 : y + ROW };
}

/** How high a legend of a width is. */
export const legendHeight = (entries: readonly LegendEntry[], width: number) => flow(entries, width).height;

type Props = { entries: readonly LegendEntry[]; width: number; top: number };

/** A legend in rows from the left, its top at `top`. */
export const ChartLegend = ({ entries, width, top }: Props) => (
  <g fontSize={SIZE} fill={PALETTE.ink} {...UNSPOKEN}>
    {flow(entries, width).placed.map(({ text, swatch, x, y }) => (
      <g key={text} transform={`translate(${x} ${top + y})`}>
        <g transform="translate(15 11)">{swatch}</g>
        <text x={36} y={15.5}>
          {text}
        </text>
      </g>
    ))}
  </g>
);

const GAP = 14;

type WithLegendProps = {
  width?: number;
  /** How high the chart is. */
  height: number;
  entries: readonly LegendEntry[];
  children: ReactNode;
};

/** A chart with its legend under it, as one drawing. */
export function WithLegend({ width = DRAWN_WIDTH, height, entries, children }: WithLegendProps) {
  const top = Math.ceil(height) + GAP;
  const whole = top + legendHeight(entries, width);
  return (
    <svg role="presentation" width={width} height={whole} viewBox={`0 0 ${width} ${whole}`}>
      {children}
      <ChartLegend entries={entries} width={width} top={top} />
    </svg>
  );
}

/** A swatch of a line as it is drawn. */
export const lineSwatch = (look: { stroke: string; strokeWidth: number; strokeDasharray?: string }) => (
  <path d="M-15 0H15" fill="none" {...look} />
);
