import { metric as metricOf } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { arialLines } from '../../../data/text/arial.ts';
import { escaped } from '../../../data/text/markup.ts';
import { sourcesOf } from '../../../data/text/source.ts';
import { ILLUSTRATIVE } from '../../../data/text/status.ts';
import paths from '../map/paths.ts';
import { DRAWN_WIDTH, type Known, type Taken } from './exported.ts';
import { inside } from './markup.ts';

const MARGIN = 24;
export const SHEET_WIDTH = DRAWN_WIDTH + 2 * MARGIN;
const FACE = "Arial, 'Liberation Sans', Helvetica, sans-serif";

type Style = { size: number; bold?: boolean; colour: string };
const TITLE: Style = { size: 24, bold: true, colour: PALETTE.ink };
const SUBTITLE: Style = { size: 16, colour: PALETTE.secondary };
const NOTE: Style = { size: 14, colour: PALETTE.ink };
const SOURCE: Style = { size: 12, colour: PALETTE.secondary };

/** Lines of words under one another, each real text, and where the next may stand. */
function written(text: string, top: number, { size, bold = false, colour }: Style) {
  const lines = arialLines(text, DRAWN_WIDTH, size, bold);
  const step = Math.round(1.3 * size);
  const weight = bold ? ' font-weight="700"' : '';
  const markup = lines
    .map(
      (line, index) =>
        `<text x="${MARGIN}" y="${top + step * index + size}" font-size="${size}" fill="${colour}"${weight}>${escaped(line)}</text>`,
    )
    .join('');
  return { markup, bottom: top + step * lines.length };
}

/** What stands under every chart: cautions, sources and licences, data version, link. */
function small(taken: Taken, { dataVersion, origin }: Known): [text: string, style: Style][] {
  const metrics = taken.metrics.map(metricOf);
  const cautions = [...new Set(metrics.flatMap((metric) => metric.cautions))];
  const boundaries = taken.boundaries ? ` Boundaries: ${paths.attribution.replace(/^Source: /, '')}` : '';
  return [
    ...[...taken.notes, metrics.length < 3 ? cautions.join(' ') : '']
      .filter((text) => text !== '')
      .map((text): [string, Style] => [text, NOTE]),
    [`${sourcesOf(metrics)}${boundaries}`, SOURCE],
    [`Data version ${dataVersion}. ${origin}${taken.page}`, SOURCE],
  ];
}

const sheet = (height: number, title: string, alt: string, body: string, width = SHEET_WIDTH) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE}" role="img" aria-labelledby="sheet-title sheet-words"><title id="sheet-title">${escaped(title)}</title><desc id="sheet-words">${escaped(alt)}</desc><rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>${body}</svg>`;

/** The picture alone, cut to its size, for a page or slide that says the rest. */
export function bareSheet(taken: Taken, markup: string): string {
  const { width, height, body } = inside(markup);
  return sheet(Math.ceil(height), taken.title, taken.alt, body, Math.ceil(width));
}

/** The whole figure as one SVG that needs no other file: every word is text, every colour an attribute. */
export function wholeSheet(taken: Taken, known: Known, markup: string): string {
  let body = '';
  let y = MARGIN;
  const write = (text: string, style: Style, gap: number) => {
    const { markup: lines, bottom } = written(text, y, style);
    body += lines;
    y = bottom + gap;
  };
  write(taken.title, TITLE, 6);
  const unsaid = taken.illustrative && !markup.includes(ILLUSTRATIVE);
  write(taken.subtitle, SUBTITLE, unsaid ? 6 : 16);
  if (unsaid) write(ILLUSTRATIVE, { ...NOTE, bold: true }, 16);
  const picture = inside(markup);
  body += `<g transform="translate(${MARGIN} ${y})">${picture.body}</g>`;
  y += Math.ceil(picture.height) + 16;
  for (const [text, style] of small(taken, known)) write(text, style, 6);
  return sheet(y + MARGIN - 6, taken.title, taken.alt, body);
}
