import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** A drawing to be painted, and how many pixels wide and high one of its own becomes. */
export type Painting = { svg: string; scale: number };

const { resolve } = createRequire(import.meta.url);

/** As wide as Arial, letter by letter; brought along, so that a picture is the same on every machine. */
const FONT = 'Arimo';
const FILES = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'];

const fontFiles = FILES.map((name) => resolve(`@expo-google-fonts/arimo/${name}`));

/** A drawing as PNG, its words in the one font that is brought along. */
export async function paint({ svg, scale }: Painting): Promise<Uint8Array> {
  const drawing = svg.replaceAll(/font-family="[^"]*"/g, `font-family="${FONT}"`);
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: FONT };
  return new Resvg(drawing, { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng();
}
