import type { SpreadPoint } from '../../../data/contract/spread.ts';
import { BANDS, PALETTE } from '../../../data/palette.ts';
import type { LegendEntry } from '../kit/ChartLegend.tsx';

/** How the median is drawn, and the ends that chance alone would give. */
export const MEDIAN = { stroke: PALETTE.ink, strokeWidth: 2.5 } as const;
export const CHANCE = { stroke: PALETTE.secondary, strokeWidth: 1.25, strokeDasharray: '4 3' } as const;

/** What the bands and lines of a spread over time stand for. */
export function overTimeLegend(points: readonly SpreadPoint[]): LegendEntry[] {
  const box = (fill: string) => (
    <rect x={-13} y={-7} width={26} height={14} fill={fill} stroke={BANDS.quarters} />
  );
  const entries = [
    { text: 'Median area', swatch: <path d="M-13 0H13" {...MEDIAN} /> },
    { text: 'Middle half of areas', swatch: box(BANDS.quarters) },
    { text: 'Middle four fifths', swatch: box(BANDS.tenths) },
  ];
  if (points.some(({ chance }) => chance !== null))
    entries.push({
      text: 'Middle four fifths if only chance made areas differ',
      swatch: (
        <g {...CHANCE}>
          <path d="M-13 -4H13" />
          <path d="M-13 4H13" />
        </g>
      ),
    });
  return entries;
}
