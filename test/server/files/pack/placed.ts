import { arialLines, arialWidth } from '../../../../data/text/measure.ts';
import { type Block, type Box, ROOM, type Slide } from '../../../../server/files/pack/deck.ts';
import { tableHeight, textHeight } from '../../../../server/files/pack/fit.ts';

const HAIR = 0.005;
/** Of a cover, what its master leaves for blocks: inches of a slide of 13.333 by 7.5. */
const COVER: Box = { x: 0.9, y: 4.4, w: 11.5, h: 2.45 };
/** The title of a slide: the size at which it may take so many lines. */
const TITLE = { size: 21, lines: 2, width: 12.333 * 72 };

const within = (inner: Box, outer: Box) =>
  inner.x >= outer.x - HAIR &&
  inner.y >= outer.y - HAIR &&
  inner.x + inner.w <= outer.x + outer.w + HAIR &&
  inner.y + inner.h <= outer.y + outer.h + HAIR;

const touch = (one: Box, other: Box) =>
  one.x + HAIR < other.x + other.w &&
  other.x + HAIR < one.x + one.w &&
  one.y + HAIR < other.y + other.h &&
  other.y + HAIR < one.y + one.h;

/** The boxes that a block covers: of a map each shape's own corners, since a shape is no rectangle. */
function boxesOf(block: Block): Box[] {
  if (block.kind !== 'map') return [block.box];
  const corners = block.shapes.flatMap(({ rings }) => rings.flat());
  const labels = block.labels.map(({ x, y, w, size }) => ({ x, y, w, h: (size * 1.3) / 72 }));
  return [...corners.map(([x, y]) => ({ x, y, w: 0, h: 0 })), ...labels];
}

function overflow(block: Block): string[] {
  if (block.kind === 'text') {
    const high = textHeight(block.paragraphs, block.box.w, block.size);
    return high > block.box.h + HAIR
      ? [`its text is ${high.toFixed(2)} high of ${block.box.h.toFixed(2)}`]
      : [];
  }
  if (block.kind !== 'table') return [];
  const wide = block.widths.reduce((sum, one) => sum + one, 0);
  return [
    ...(Math.abs(wide - block.box.w) > HAIR
      ? [`its columns are ${wide.toFixed(3)} wide of ${block.box.w.toFixed(3)}`]
      : []),
    ...(tableHeight(block) > block.box.h + HAIR ? ['its rows are higher than its box'] : []),
    ...(block.size < 9 ? [`its type is of ${block.size} points`] : []),
    ...block.rows.filter((row) => row.length !== block.widths.length).map(() => 'a row has too few cells'),
  ];
}

/** Everything of a slide that does not lie where it may: outside the room, over another, larger than its box. */
export function faultsOf(slide: Slide): string[] {
  const room = slide.layout === 'cover' ? COVER : ROOM;
  const found: string[] = [];
  const say = (what: string) => found.push(`${slide.id}: ${what}`);
  for (const [index, block] of slide.blocks.entries()) {
    const boxes = boxesOf(block);
    for (const fault of overflow(block)) say(`${block.name}: ${fault}`);
    if (boxes.some((box) => !within(box, room))) say(`${block.name} leaves the room`);
    for (const other of slide.blocks.slice(index + 1))
      if (boxesOf(other).some((one) => boxes.some((box) => touch(box, one))))
        say(`${block.name} lies over ${other.name}`);
  }
  if (slide.title.trim() === '') say('no title');
  if (slide.layout === 'content') {
    const lines = arialLines(slide.title, TITLE.width, TITLE.size, true).length;
    if (lines > TITLE.lines) say(`its title takes ${lines} lines: ${slide.title}`);
    if (arialWidth(slide.subtitle, 14) > 12.333 * 72) say(`its subtitle is too long: ${slide.subtitle}`);
    if (arialLines(slide.footer, 11.4 * 72, 10).length > 2)
      say(`its footer takes more than two lines: ${slide.footer}`);
    if (slide.notes.length === 0) say('no notes');
  }
  return found;
}
