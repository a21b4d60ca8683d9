import type { Block, Box, MapBlock, Slide } from '../deck.ts';
import { emu } from './page.ts';
import { PLACEHOLDERS, type Place, slideNumber } from './placeholder.ts';
import { type Named, naming } from './xml.ts';

/** The box that holds every shape and label of a map, in inches. */
function mapBox({ shapes, labels }: MapBlock): Box {
  const corners = shapes.flatMap(({ rings }) => rings.flat());
  const xs = [...corners.map(([x]) => x), ...labels.flatMap(({ x, w }) => [x, x + w])];
  const ys = [...corners.map(([, y]) => y), ...labels.flatMap(({ y, size }) => [y, y + (size * 1.3) / 72])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function grouped(id: number, block: MapBlock, shapes: string): string {
  const { x, y, w, h } = mapBox(block);
  const [at, size] = [`x="${emu(x)}" y="${emu(y)}"`, `cx="${emu(w)}" cy="${emu(h)}"`];
  return (
    `<p:grpSp><p:nvGrpSpPr>${naming(id, block)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
    `<a:off ${at}/><a:ext ${size}/><a:chOff ${at}/><a:chExt ${size}/></a:xfrm></p:grpSpPr>${shapes}</p:grpSp>`
  );
}

/** What a shape is called: `b3` is the fourth block, `b3.s0` the first shape of that map, `b3.l0` its first label. */
function namedBy(key: string, slide: Slide): Named {
  const [, at, part, index] = /^b(\d+)(?:\.([sl])(\d+))?$/.exec(key) ?? [];
  const block = slide.blocks[Number(at)];
  if (block === undefined) throw new Error(`No block of the slide is called ${key}`);
  if (block.kind !== 'map') return { decorative: block.kind === 'mark', ...block };
  const found =
    part === 's' ? block.shapes[Number(index)] : { name: block.labels[Number(index)]?.text ?? '' };
  if (found === undefined) throw new Error(`The map has no shape ${key}`);
  return found;
}

const placeOf = (key: string, slide: Slide): Place | null => {
  const cover = slide.layout === 'cover';
  if (key === 'title') return cover ? 'coverTitle' : 'title';
  if (key === 'subtitle') return cover ? 'coverSubtitle' : 'subtitle';
  if (key === 'footer') return 'footer';
  const body = slide.blocks.findIndex((one) => one.kind === 'text' && one.body);
  return body >= 0 && key === `b${body}` ? 'body' : null;
};

/** A text box as the placeholder of its layout, whose place it takes unless it is a block with its own. */
function inPlace(shape: string, place: Place): string {
  const held = shape
    .replace(/<p:cNvSpPr[^>]*\/>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>')
    .replace(/<p:nvPr><\/p:nvPr>/, `<p:nvPr>${PLACEHOLDERS[place].mark}</p:nvPr>`);
  return place === 'body' ? held : held.replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>');
}

const tidied = (shape: string) =>
  shape
    // The properties of a paragraph are repeated before each of its runs.
    .replaceAll(/(<\/a:r>)<a:pPr(?:[^>]*\/>|.*?<\/a:pPr>)/gs, '$1')
    // The theme's fonts are the only ones.
    .replaceAll(/<a:(latin|ea|cs) typeface="[^"]*"[^>]*\/>/g, '')
    .replaceAll(/(<a:endParaRPr[^>]*)><\/a:endParaRPr>/g, '$1/>')
    .replaceAll(' altLang="en-US"', '')
    .replaceAll(' dirty="0"', '')
    .replaceAll('<a:ln></a:ln>', '')
    .replace('<a:tblPr/>', '<a:tblPr firstRow="1"/>');

const SHAPE = /<p:(sp|pic|graphicFrame)>.*?<\/p:\1>/gs;
const KEY = /<p:cNvPr id="\d+" name="([^"]*)"[^>]*?(?:\/>|>\s*<\/p:cNvPr>)/;

/**
 * A slide's part with every shape named, numbered once and described, its text in placeholders, its maps grouped, and
 * the slide's number. Throws where a shape belongs to no block.
 */
export function mendSlide(xml: string, slide: Slide): string {
  const maps = new Map<Block, { id: number; shapes: string }>();
  const shapes: (string | Block)[] = [];
  let id = 1;
  for (const [shape] of xml.matchAll(SHAPE)) {
    const key = KEY.exec(shape)?.[1] ?? '';
    const place = placeOf(key, slide);
    const block = slide.blocks[Number(/^b(\d+)\./.exec(key)?.[1] ?? Number.NaN)];
    if (block && !maps.has(block)) {
      maps.set(block, { id: ++id, shapes: '' });
      shapes.push(block);
    }
    const named = place && place !== 'body' ? PLACEHOLDERS[place] : namedBy(key, slide);
    const mended = tidied(shape).replace(KEY, () => naming(++id, named));
    const map = block && maps.get(block);
    if (map) map.shapes += mended;
    else shapes.push(place ? inPlace(mended, place) : mended);
  }
  const drawn = shapes.map((one) => {
    const map = typeof one === 'string' ? undefined : maps.get(one);
    return typeof one === 'string' ? one : grouped(map?.id ?? 0, one as MapBlock, map?.shapes ?? '');
  });
  const number = slide.layout === 'cover' ? '' : slideNumber(++id);
  return xml
    .replace(/<p:cSld name="[^"]*">/, '<p:cSld>')
    .replace(
      /(<\/p:grpSpPr>).*(<\/p:spTree>)/s,
      (_, before, after) => before + drawn.join('') + number + after,
    );
}

/** The notes' part with a paragraph for each of the slide's. */
export function mendNotes(
  xml: string,
  paragraphs: readonly string[],
  written: (text: string) => string,
): string {
  const body = paragraphs.map(
    (one) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${written(one)}</a:t></a:r></a:p>`,
  );
  return xml.replace(/(type="body" idx="1".*?<a:lstStyle\/>).*?(<\/p:txBody>)/s, (_, before, after) =>
    [before, ...(body.length ? body : ['<a:p><a:endParaRPr lang="en-GB"/></a:p>']), after].join(''),
  );
}
