import { Resvg } from '@resvg/resvg-js';
import type { Brief } from '../brief/brief.ts';
import { writeBrief } from '../brief/write.ts';
import type { Deck } from '../pack/deck.ts';
import { writeDeck } from '../pack/pptx/write.ts';
import { FONT, FONT_FILES } from '../shared/fonts.ts';
import type { Book } from '../shared/xlsx/book.ts';
import { writeBook } from '../shared/xlsx/write.ts';

/** Work that would keep the server from answering for tens of milliseconds: the input of each task by name. */
export type Tasks = { deck: Deck; book: Book; brief: Brief; paint: Painting };

export const TASKS: { [Name in keyof Tasks]: (input: Tasks[Name]) => Promise<Uint8Array> } = {
  deck: writeDeck,
  book: writeBook,
  brief: writeBrief,
  paint,
};

/** An SVG drawing, and the pixels of the picture for each of its own. */
type Painting = { svg: string; scale: number };

/** A drawing as PNG. */
async function paint({ svg, scale }: Painting): Promise<Uint8Array> {
  const drawing = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${FONT}"`);
  const font = { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(drawing, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng();
}
