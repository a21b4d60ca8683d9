import { arialLines } from '../../../../data/text/arial.ts';
import type { Box, Deck, Slide } from '../deck.ts';
import { LINE } from '../fit.ts';
import { addBlock } from './blocks.ts';
import { ASKED, layoutOf } from './layouts.ts';
import { type Library, Pptx } from './library.ts';
import { mendDeck } from './mend.ts';
import { FONT, INK, PLACES } from './page.ts';
import { legal } from './xml.ts';

const PUBLISHER = 'Cancer outcomes in England';
/** Points under which nothing is written, however long. */
const LEAST = 7;

/** The largest size, from `most` points down, at which a text keeps to its box. */
function sizeIn({ w, h }: Box, text: string, most: number, bold = false): number {
  const height = (size: number) => arialLines(text, w * 72 * 0.98, size, bold).length * size * LINE;
  let size = most;
  while (size > LEAST && height(size) > h * 72) size--;
  return size;
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

/** A presentation as PowerPoint's file: 16:9, editable, its shapes named and described. Throws where its deck is wrong. */
export async function writeDeck(deck: Deck): Promise<Uint8Array> {
  const pptx = new Pptx();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = legal(deck.title);
  pptx.subject = legal(deck.subject);
  pptx.author = PUBLISHER;
  pptx.company = PUBLISHER;
  pptx.theme = { headFontFace: FONT, bodyFontFace: FONT };
  for (const title of ASKED) pptx.defineSlideMaster({ title });
  for (const slide of deck.slides) addSlide(pptx, slide);
  const bytes = (await pptx.write({ outputType: 'uint8array', compression: false })) as Uint8Array;
  return mendDeck(bytes, deck, PUBLISHER);
}
