import { BANDS, PALETTE } from '../../../data/palette.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { LegendEntry } from '../kit/ChartLegend.tsx';

const box = (high: number, fill: string) => (
  <rect
    x={-13}
    y={-high / 2}
    width={26}
    height={high}
    fill={fill}
    stroke={PALETTE.hatch}
    strokeWidth={0.75}
  />
);

/** What a spine of an area of a level holds, each as it is drawn. */
export function spineKey(level: string, against: string): readonly LegendEntry[] {
  const [one, many] = [areasNoun(level, 1), areasNoun(level, 2)];
  return [
    {
      text: `This ${one}, with its 95% interval`,
      swatch: (
        <>
          <path d="M-14 0H14M-14 -4V4M14 -4V4" stroke={PALETTE.ink} strokeWidth={2} fill="none" />
          <circle r={5.5} fill={PALETTE.area} stroke={PALETTE.paper} strokeWidth={1.5} />
        </>
      ),
    },
    { text: `Middle four fifths of ${many}`, swatch: box(10, BANDS.tenths) },
    { text: 'Middle half', swatch: box(16, BANDS.quarters) },
    { text: 'Median', swatch: <path d="M0 -8V8" stroke={PALETTE.ink} strokeWidth={1} /> },
    {
      text: `Value of ${against}`,
      swatch: <path d="M0 -10V10" stroke={PALETTE.england} strokeWidth={2} strokeDasharray="4 2" />,
    },
  ];
}
