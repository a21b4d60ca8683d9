import type {
  Block,
  DeckCell,
  MapBlock,
  MarkBlock,
  Paragraph,
  PictureBlock,
  TableBlock,
  TextBlock,
} from '../deck.ts';
import { CELL, rowHeights, tableHeight } from '../fit.ts';
import { addChart } from './chart.ts';
import type { Sheet, TableCell, TableOptions, TextRun } from './library.ts';
import { colour, FONT, INK } from './page.ts';

/** Paragraphs as runs, each paragraph's last run breaking the line. */
export function runsOf(paragraphs: readonly Paragraph[]): TextRun[] {
  return paragraphs.flatMap(({ runs, bullet }) =>
    runs.map(({ text, bold, colour: ink }, index) => ({
      text,
      options: {
        ...(bold && { bold }),
        ...(ink && { color: colour(ink) }),
        ...(bullet && index === 0 && { bullet: { indent: 14 } }),
        breakLine: index === runs.length - 1,
      },
    })),
  );
}

function addText(slide: Sheet, { box, paragraphs, size }: TextBlock, key: string) {
  const options = {
    ...box,
    fontFace: FONT,
    fontSize: size,
    color: INK.text,
    margin: 0,
    valign: 'top' as const,
    lang: 'en-GB',
  };
  slide.addText(runsOf(paragraphs), {
    ...options,
    objectName: key,
    paraSpaceAfter: size / 3,
  });
}

const RULE = { type: 'solid' as const, pt: 0.5, color: INK.grid };
const NONE = { type: 'none' as const };

function addTable(slide: Sheet, block: TableBlock, key: string) {
  const { box, head, rows, widths, size } = block;
  const cell = (one: DeckCell, header: boolean): TableCell => ({
    text: one.text,
    options: {
      bold: header || one.bold === true,
      color: colour(one.colour ?? INK.text),
      align: one.right ? 'right' : 'left',
      valign: header ? 'bottom' : 'middle',
      border: [NONE, NONE, header ? { type: 'solid', pt: 1.25, color: INK.rule } : RULE, NONE],
      ...(one.fill && { fill: { color: colour(one.fill) } }),
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
    } as TableOptions,
  );
}

const SHAPES = {
  rect: 'rect',
  ellipse: 'ellipse',
  line: 'line',
  diamond: 'diamond',
  triangle: 'triangle',
} as const;

function addMark(slide: Sheet, { shape, box, fill, line, lineWidth, dash }: MarkBlock, key: string) {
  slide.addShape(SHAPES[shape], {
    ...box,
    objectName: key,
    ...(fill && { fill: { color: colour(fill) } }),
    ...(line && { line: { color: colour(line), width: lineWidth ?? 1, dashType: dash ?? 'solid' } }),
  });
}

function addMap(slide: Sheet, { shapes, labels }: MapBlock, key: string) {
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
      fill: { color: colour(fill) },
      line: { color: colour(line), width: lineWidth },
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
      color: colour(ink),
      margin: 0,
      align: 'center',
      valign: 'middle',
      lang: 'en-GB',
      objectName: `${key}.l${index}`,
    });
}

function addPicture(slide: Sheet, { box, png, alt }: PictureBlock, key: string) {
  slide.addImage({
    ...box,
    data: `image/png;base64,${Buffer.from(png).toString('base64')}`,
    altText: alt,
    objectName: key,
  });
}

/** Puts a block on a slide under a key, by which its XML is found again. */
export function addBlock(slide: Sheet, block: Block, key: string) {
  if (block.kind === 'text') addText(slide, block, key);
  else if (block.kind === 'table') addTable(slide, block, key);
  else if (block.kind === 'chart') addChart(slide, block, key);
  else if (block.kind === 'map') addMap(slide, block, key);
  else if (block.kind === 'picture') addPicture(slide, block, key);
  else addMark(slide, block, key);
}
