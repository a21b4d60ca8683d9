import { createRequire } from 'node:module';
import type Module from 'pptxgenjs';
import { officeColour } from '../../../../data/palette.ts';
import { arialLines } from '../../../../data/text/measure.ts';
import type {
  Block,
  Box,
  Deck,
  DeckCell,
  MapBlock,
  MarkBlock,
  Paragraph,
  Slide,
  TableBlock,
  TextBlock,
} from '../deck.ts';
import { CELL, LINE, rowHeights, tableHeight } from '../fit.ts';
import { ADDED_LAYOUTS, layoutOf, PLACES } from './layouts.ts';
import { mendDeck } from './mend.ts';
import { FONT, INK, legal } from './xml.ts';

type Library = Module.default;
type LibrarySlide = Module.default.Slide;

// The module for `require`: the other one is not marked as a module, so that Node would parse it twice.
const Pptx = createRequire(import.meta.url)('pptxgenjs') as typeof Module.default;

const PUBLISHER = 'Cancer outcomes in England';

/** A presentation as PowerPoint's file: 16:9, editable, its shapes named and described. Throws where its deck is wrong. */
export async function writeDeck(deck: Deck): Promise<Uint8Array> {
  const pptx = new Pptx();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = legal(deck.title);
  pptx.subject = legal(deck.subject);
  pptx.author = PUBLISHER;
  pptx.company = PUBLISHER;
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  for (const title of ADDED_LAYOUTS) pptx.defineSlideMaster({ title });
  for (const slide of deck.slides) addSlide(pptx, slide);
  const bytes = (await pptx.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  return mendDeck(bytes, deck, PUBLISHER);
}

function addSlide(pptx: Library, one: Slide) {
  const slide = pptx.addSlide({ masterName: layoutOf(one) });
  const { title, subtitle } = PLACES[one.layout];
  const type = { fontFace: FONT, margin: 0, lang: 'en-GB', valign: 'top', color: INK.quiet } as const;
  slide.addText(legal(one.title), {
    ...type,
    ...title,
    fontSize: sizeIn(title, one.title, PLACES[one.layout].size, true),
    bold: true,
    color: INK.text,
    valign: 'bottom',
    fit: 'shrink',
    objectName: 'title',
  });
  if (one.subtitle !== '')
    slide.addText(legal(one.subtitle), {
      ...type,
      ...subtitle,
      fontSize: sizeIn(subtitle, one.subtitle, one.layout === 'cover' ? 20 : 14),
      objectName: 'subtitle',
    });
  for (const [index, block] of one.blocks.entries()) addBlock(slide, block, `b${index}`);
  slide.addText(legal(one.footer), {
    ...type,
    ...PLACES.footer,
    fontSize: sizeIn(PLACES.footer, one.footer, 10),
    valign: 'middle',
    objectName: 'footer',
  });
  slide.addNotes('');
}

/** The least size of a slide's own texts, in points, however long they are. */
const LEAST = 7;

/** The largest size, from `most` points down, at which a text fits its box. */
function sizeIn({ w, h }: Box, text: string, most: number, bold = false): number {
  const height = (size: number) => arialLines(text, w * 72 * 0.98, size, bold).length * size * LINE;
  let size = most;
  while (size > LEAST && height(size) > h * 72) size--;
  return size;
}

/** Puts a block on a slide; the mending finds its XML again by `key`. */
function addBlock(slide: LibrarySlide, block: Block, key: string) {
  if (block.kind === 'text') addText(slide, block, key);
  else if (block.kind === 'table') addTable(slide, block, key);
  else if (block.kind === 'map') addMap(slide, block, key);
  else if (block.kind === 'mark') addMark(slide, block, key);
  // The mending draws a chart in its place: PptxGenJS writes charts that need as much mending, and a zip for each.
  else slide.addShape('rect', { ...block.box, objectName: key });
}

function addText(slide: LibrarySlide, { box, paragraphs, size }: TextBlock, key: string) {
  slide.addText(runsOf(paragraphs), {
    ...box,
    fontFace: FONT,
    fontSize: size,
    color: INK.text,
    margin: 0,
    valign: 'top',
    lang: 'en-GB',
    objectName: key,
    paraSpaceAfter: size / 3,
  });
}

/** Paragraphs as runs; the last run of each ends the line. */
function runsOf(paragraphs: readonly Paragraph[]): Module.default.TextProps[] {
  return paragraphs.flatMap(({ runs, bullet }) =>
    runs.map(({ text, bold, colour: ink }, index) => ({
      text,
      options: {
        ...(bold && { bold }),
        ...(ink && { color: officeColour(ink) }),
        ...(bullet && index === 0 && { bullet: { indent: 14 } }),
        breakLine: index === runs.length - 1,
      },
    })),
  );
}

const RULE = { type: 'solid' as const, pt: 0.5, color: INK.grid };
const NO_BORDER = { type: 'none' as const };

function addTable(slide: LibrarySlide, block: TableBlock, key: string) {
  const { box, head, rows, widths, size } = block;
  const cell = (one: DeckCell, header: boolean): Module.default.TableCell => ({
    text: one.text,
    options: {
      bold: header || one.bold === true,
      color: officeColour(one.colour ?? INK.text),
      align: one.right ? 'right' : 'left',
      valign: header ? 'bottom' : 'middle',
      border: [NO_BORDER, NO_BORDER, header ? { type: 'solid', pt: 1.25, color: INK.rule } : RULE, NO_BORDER],
      ...(one.fill && { fill: { color: officeColour(one.fill) } }),
    },
  });
  slide.addTable(
    [head.map((one) => cell(one, true)), ...rows.map((row) => row.map((one) => cell(one, false)))],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      colW: [...widths],
      h: tableHeight(block),
      rowH: rowHeights(block),
      fontFace: FONT,
      fontSize: size,
      margin: [CELL.y, CELL.x, CELL.y, CELL.x],
      objectName: key,
      lang: 'en-GB',
    } as Module.default.TableProps,
  );
}

function addMap(slide: LibrarySlide, { shapes, labels }: MapBlock, key: string) {
  for (const [index, { rings, fill, line, lineWidth }] of shapes.entries()) {
    const corners = rings.flat();
    const x = Math.min(...corners.map(([left]) => left));
    const y = Math.min(...corners.map(([, top]) => top));
    slide.addShape('custGeom' as 'rect', {
      x,
      y,
      w: Math.max(...corners.map(([left]) => left)) - x,
      h: Math.max(...corners.map(([, top]) => top)) - y,
      points: rings.flatMap((ring) => [
        ...ring.map(([left, top], corner) => ({ x: left - x, y: top - y, moveTo: corner === 0 })),
        { close: true as const },
      ]),
      fill: { color: officeColour(fill) },
      line: { color: officeColour(line), width: lineWidth },
      objectName: `${key}.s${index}`,
    });
  }
  for (const [index, { text, x, y, w, size, colour: ink }] of labels.entries())
    slide.addText(text, {
      x,
      y,
      w,
      h: (size * 1.3) / 72,
      fontFace: FONT,
      fontSize: size,
      color: officeColour(ink),
      margin: 0,
      align: 'center',
      valign: 'middle',
      lang: 'en-GB',
      objectName: `${key}.l${index}`,
    });
}

function addMark(slide: LibrarySlide, { box, fill, line, lineWidth }: MarkBlock, key: string) {
  slide.addShape('rect', {
    ...box,
    objectName: key,
    ...(fill && { fill: { color: officeColour(fill) } }),
    ...(line && { line: { color: officeColour(line), width: lineWidth ?? 1, dashType: 'solid' } }),
  });
}
