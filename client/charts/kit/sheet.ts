import type { ChartContext } from '../../../data/contract/drawing.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { PALETTE } from '../../../data/palette.ts';
import { escaped } from '../../../data/text/markup.ts';
import { arialLines } from '../../../data/text/measure.ts';
import { sourcesOf } from '../../../data/text/methods.ts';
import paths from '../map/paths.ts';
import { type ChartParts, DRAWN_WIDTH } from './chart.ts';

const MARGIN = 24;
const SHEET_WIDTH = DRAWN_WIDTH + 2 * MARGIN;
const FACE = "Arial, 'Liberation Sans', Helvetica, sans-serif";

type Style = { size: number; bold?: boolean; colour: string };
const TITLE: Style = { size: 24, bold: true, colour: PALETTE.ink };
const SUBTITLE: Style = { size: 16, colour: PALETTE.secondary };
const NOTE: Style = { size: 14, colour: PALETTE.ink };
const SOURCE: Style = { size: 12, colour: PALETTE.secondary };

/** The whole figure as one SVG that needs no other file: every word is text, every colour an attribute. */
export function wholeSheet(parts: ChartParts, context: ChartContext, markup: string): string {
  let body = '';
  let y = MARGIN;
  const write = (text: string, style: Style, gap: number) => {
    const { markup: lines, bottom } = written(text, y, style);
    body += lines;
    y = bottom + gap;
  };
  write(parts.title, TITLE, 6);
  write(parts.subtitle, SUBTITLE, 16);
  const picture = inside(markup);
  body += `<g transform="translate(${MARGIN} ${y})">${picture.body}</g>`;
  y += Math.ceil(picture.height) + 16;
  for (const [text, style] of footOf(parts, context)) write(text, style, 6);
  return sheet(y + MARGIN - 6, parts.title, parts.alt, body);
}

/** The picture alone, cut to its size, for a page or slide that says the rest. */
export function bareSheet(parts: ChartParts, markup: string): string {
  const { width, height, body } = inside(markup);
  return sheet(Math.ceil(height), parts.title, parts.alt, body, Math.ceil(width));
}

const sheet = (height: number, title: string, alt: string, body: string, width = SHEET_WIDTH) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FACE}" role="img" aria-labelledby="sheet-title sheet-words"><title id="sheet-title">${escaped(title)}</title><desc id="sheet-words">${escaped(alt)}</desc><rect width="${width}" height="${height}" fill="${PALETTE.paper}"/>${body}</svg>`;

/** What stands under every chart: cautions, sources and licences, data version, link. */
function footOf(parts: ChartParts, { dataVersion, origin }: ChartContext): [text: string, style: Style][] {
  const metrics = parts.metrics.map(metricOf);
  const cautions = [...new Set(metrics.flatMap((metric) => metric.cautions))];
  const boundaries = parts.boundaries ? ` Boundaries: ${paths.attribution.replace(/^Source: /, '')}` : '';
  return [
    ...[...parts.notes, metrics.length < 3 ? cautions.join(' ') : '']
      .filter((text) => text !== '')
      .map((text): [string, Style] => [text, NOTE]),
    [`${sourcesOf(metrics)}${boundaries}`, SOURCE],
    [`Data version ${dataVersion}. ${origin}${parts.page}`, SOURCE],
  ];
}

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

/** A chart's drawing as it stands by itself: its size, and its inside without what only a page needs. */
function inside(markup: string): { width: number; height: number; body: string } {
  const start = markup.indexOf('<svg');
  const [opening = '', attributes = ''] = /<svg([^>]*)>/.exec(markup.slice(start)) ?? [];
  if (start < 0) throw new Error('A chart was drawn without a drawing');
  const { width, height, x, y, scale } = windowOf(attributes);
  const raw = markup.slice(start + opening.length, markup.lastIndexOf('</svg>'));
  const body = titled(halos(unnested(raw).replaceAll(OF_PAGES, '')));
  const moved =
    scale === 1 && x === 0 && y === 0 ? '' : ` transform="scale(${rounded(scale)}) translate(${-x} ${-y})"`;
  return { width, height, body: `<g${moved}>${body}</g>` };
}

const PAINTED = /<g([^>]*?) paint-order="stroke"([^>]*)>/;

/** Where the group ends that was opened just before a place: the start of its closing tag. */
function groupEnd(markup: string, from: number): number {
  let depth = 1;
  for (const { 0: tag, index } of markup.slice(from).matchAll(/<g[ >]|<\/g>/g)) {
    depth += tag === '</g>' ? -1 : 1;
    if (depth === 0) return from + index;
  }
  throw new Error('A chart was drawn with a group that does not end');
}

const unstroked = (text: string) => text.replaceAll(/ stroke(-width)?="[^"]*"/g, '');

/** The halos of words as words of their own, under them: not every program knows paint-order. */
function halos(markup: string): string {
  const found = PAINTED.exec(markup);
  if (!found) return markup;
  const [opening, before = '', after = ''] = found;
  const from = found.index + opening.length;
  const end = groupEnd(markup, from);
  const words = markup.slice(from, end);
  const attributes = before + after;
  const under = `<g${attributes} stroke-linejoin="round">${words}</g>`;
  const over = `<g${unstroked(attributes)}>${unstroked(words)}</g>`;
  return markup.slice(0, found.index) + under + over + halos(markup.slice(end + 4));
}

/** Attributes that mean nothing outside a page. */
const OF_PAGES =
  / (?:role|tabindex|aria-(?:hidden|pressed|live|roledescription)|data-[\w-]+|class|focusable)="[^"]*"/g;

/** Names of shapes as titles, which a browser shows and other programs keep. */
const titled = (markup: string) =>
  markup.replaceAll(
    /<(path|g|circle|rect)([^>]*?) aria-label="([^"]*)"([^>]*)>/g,
    (_, tag, before, label, after) => `<${tag}${before}${after}><title>${label}</title>`,
  );

const number = (attributes: string, name: string, otherwise = 0) =>
  Number(new RegExp(` ${name}="(-?[\\d.]+)`).exec(attributes)?.[1] ?? otherwise);

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The window of a drawing: where it stands, how large it is, and what of its own measure it shows. */
function windowOf(attributes: string) {
  const [x = 0, y = 0, w = 0, h = 0] = (/ viewBox="([^"]*)"/.exec(attributes)?.[1] ?? '')
    .split(' ')
    .map(Number);
  const width = number(attributes, 'width', w);
  return {
    at: [number(attributes, 'x'), number(attributes, 'y')] as const,
    width,
    height: number(attributes, 'height', h),
    x,
    y,
    scale: w > 0 ? width / w : 1,
  };
}

/**
 * Drawings inside a drawing as groups; some programs know no others. One that shows its drawing from the origin shows all
 * of it; another is cut off where it ends, which takes a painter as long as all the rest.
 */
function unnested(markup: string): string {
  const open = markup.lastIndexOf('<svg');
  if (open < 0) return markup;
  const [start = '', attributes = ''] = /<svg([^>]*)>/.exec(markup.slice(open)) ?? [];
  const close = markup.indexOf('</svg>', open);
  const { at, width, height, x, y, scale } = windowOf(attributes);
  const [left, top] = at;
  const id = `window-${open}`;
  const moved = `translate(${rounded(left - x * scale)} ${rounded(top - y * scale)}) scale(${rounded(scale)})`;
  const shown = `<g transform="${moved}">${markup.slice(open + start.length, close)}</g>`;
  const group =
    x === 0 && y === 0
      ? shown
      : `<clipPath id="${id}"><rect x="${left}" y="${top}" width="${rounded(width)}" height="${rounded(height)}"/></clipPath><g clip-path="url(#${id})">${shown}</g>`;
  return unnested(markup.slice(0, open) + group + markup.slice(close + 6));
}
