import { arialLines } from '../../../../data/text/arial.ts';
import type { Box, Paragraph, TextBlock } from '../deck.ts';

const POINTS = 72;
const LINE = 1.2;
/** Programs round the widths of letters differently, so that a line is filled a hair less. */
const FULL = 0.97;
/** Of a bullet before its line, in points. */
const INDENT = 14;

export const plain = (text: string): Paragraph => ({ runs: [{ text }] });
export const bold = (text: string): Paragraph => ({ runs: [{ text, bold: true }] });
export const bullet = (text: string): Paragraph => ({ runs: [{ text }], bullet: true });
/** A name in bold type and what it is. */
export const fact = (name: string, text: string): Paragraph => ({
  runs: [{ text: `${name}: `, bold: true }, { text }],
});

const spoken = ({ runs }: Paragraph) => runs.map(({ text }) => text).join('');

/** How high paragraphs are at a size of type, in inches, with the room after each. */
export function textHeight(paragraphs: readonly Paragraph[], width: number, size: number): number {
  const points = paragraphs.reduce((sum, paragraph) => {
    const room = width * POINTS * FULL - (paragraph.bullet ? INDENT : 0);
    const strong = paragraph.runs.some((run) => run.bold);
    return (
      sum + Math.max(1, arialLines(spoken(paragraph), room, size, strong).length) * size * LINE + size / 3
    );
  }, 0);
  return points / POINTS;
}

export type Sizes = { largest: number; least: number };

/** The largest size of type at which paragraphs keep to a box; the least allowed where none does. */
export function textSize(paragraphs: readonly Paragraph[], { w, h }: Box, { largest, least }: Sizes): number {
  let size = largest;
  while (size > least && textHeight(paragraphs, w, size) > h) size--;
  return size;
}

/** As many of the first paragraphs as keep to a box at a size; at least one. */
export function whatFits(paragraphs: readonly Paragraph[], { w, h }: Box, size: number): number {
  let sum = 0;
  const over = paragraphs.findIndex((paragraph) => {
    sum += textHeight([paragraph], w, size);
    return sum > h;
  });
  return over < 0 ? paragraphs.length : Math.max(1, over);
}

/** Paragraphs in a box, as large as they fit. */
export function textBlock(
  name: string,
  box: Box,
  paragraphs: readonly Paragraph[],
  sizes: Sizes = { largest: 16, least: 9 },
): TextBlock {
  return { kind: 'text', name, box, paragraphs, size: textSize(paragraphs, box, sizes) };
}

/** The first sentence of a text, and the rest; a full stop before a capital or a number ends a sentence. */
export function parted(text: string): [first: string, rest: string] {
  const end = /\.\s+(?=[A-Z\d])/.exec(text);
  return end ? [text.slice(0, end.index + 1), text.slice(end.index + end[0].length)] : [text, ''];
}

/** A sentence as a title: without its full stop. */
export const asTitle = (text: string): string => text.replace(/\.$/, '');
