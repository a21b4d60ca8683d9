import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Has the letter widths of Arial, and comes with the server, so that pictures and briefs are the same on every machine. */
export const FONT = 'Arimo';

/** Its files: regular, then bold. */
export const FONT_FILES = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((name) =>
  resolve(`@expo-google-fonts/arimo/${name}`),
) as [regular: string, bold: string];
