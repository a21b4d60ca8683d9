import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { Deck } from '../pack/deck.ts';
import { writeDeck } from '../pack/pptx/write.ts';
import type { Book } from '../shared/xlsx/book.ts';
import { writeBook } from '../shared/xlsx/write.ts';

/** Work that would keep the server from answering for tens of milliseconds: the input of each task by name. */
export type Tasks = { deck: Deck; book: Book; paint: Painting };

export const TASKS: { [Name in keyof Tasks]: (input: Tasks[Name]) => Promise<Uint8Array> } = {
  deck: writeDeck,
  book: writeBook,
  paint,
};

/** An SVG drawing, and the pixels of the picture for each of its own. */
type Painting = { svg: string; scale: number };

const { resolve } = createRequire(import.meta.url);

/** Has the letter widths of Arial, and comes with the server, so that pictures are the same on every machine. */
const FONT = 'Arimo';
const FILES = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];

const fontFiles = FILES.map((name) => resolve(`@expo-google-fonts/arimo/${name}`));

/** A drawing as PNG. */
async function paint({ svg, scale }: Painting): Promise<Uint8Array> {
  const drawing = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${FONT}"`);
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(drawing, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng();
}
