import type { ReactElement } from 'react';
import { PALETTE } from '../../../data/palette.ts';
import { textWidth } from './chartText.ts';
import { UNSPOKEN } from './unspoken.ts';

/** One entry: its words, and its swatch around (0, 0), at most 14 pixels to either side. */
export type LegendEntry = { text: string; swatch: ReactElement };

const SIZE = 13;
const ROW = 22;

/** Where entries stand when they flow in rows of a width, and how high they are together. */
export function flow(texts: readonly string[], width: number) {
  let [x, y] = [0, 0];
  const places = texts.map((text) => {
    const wide = 36 + textWidth(text, SIZE) + 18;
    if (x > 0 && x + wide - 18 > width) [x, y] = [0, y + ROW];
    const place = { x, y };
    x += wide;
    return place;
  });
  return { places, height: texts.length === 0 ? 0 : y + ROW };
}

/** How high a legend is in a width. */
export const flowed = (entries: readonly LegendEntry[], width: number) =>
  flow(
    entries.map(({ text }) => text),
    width,
  ).height;

/** A legend in rows from the left, its top at `top`. */
export function ChartLegend({
  entries,
  width,
  top,
}: {
  entries: readonly LegendEntry[];
  width: number;
  top: number;
}) {
  const { places } = flow(
    entries.map(({ text }) => text),
    width,
  );
  return (
    <g fontSize={SIZE} fill={PALETTE.ink} {...UNSPOKEN}>
      {entries.map(({ text, swatch }, index) => (
        <g key={text} transform={`translate(${places[index]?.x ?? 0} ${top + (places[index]?.y ?? 0)})`}>
          <g transform="translate(15 11)">{swatch}</g>
          <text x={36} y={15.5}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}
