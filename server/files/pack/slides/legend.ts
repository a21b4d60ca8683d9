import { classesOf } from '../../../../data/classes.ts';
import type { Metric } from '../../../../data/metrics/index.ts';
import { PALETTE } from '../../../../data/palette.ts';
import type { Block, Box } from '../deck.ts';
import { bold, plain, textSize } from './text.ts';

const SWATCH = 0.16;
/** How high a legend is, in inches. */
export const LEGEND = 0.64;
export const NO_FIGURE = '#b9c3c9';

/** The five classes of a map with the number of areas in each, and how many have no figure. */
export function legend(metric: Metric, values: readonly number[], gaps: number, box: Box): Block[] {
  const classes = [
    ...classesOf(metric, values),
    ...(gaps > 0 ? [{ label: 'no figure', colour: NO_FIGURE, count: gaps }] : []),
  ];
  const w = box.w / classes.length;
  const texts = classes.map(({ label, count }) => [plain(label), bold(String(count))]);
  const room = { x: 0, y: 0, w: w - 0.02, h: LEGEND - SWATCH - 0.02 };
  const size = Math.min(...texts.map((text) => textSize(text, room, { largest: 10, least: 8 })));
  return classes.flatMap(({ label, colour, count }, index): Block[] => [
    {
      kind: 'mark',
      name: `Legend: ${label}`,
      shape: 'rect',
      box: { x: box.x + index * w, y: box.y, w: w - 0.06, h: SWATCH },
      fill: colour,
      line: PALETTE.secondary,
      lineWidth: 0.5,
    },
    {
      kind: 'text',
      name: `Legend: ${label}, ${count}`,
      box: { ...room, x: box.x + index * w, y: box.y + SWATCH + 0.02 },
      paragraphs: texts[index] ?? [],
      size,
    },
  ]);
}
