import { officeColour, PAGE_COLOURS, PALETTE } from '../../../../data/palette.ts';
import { escaped as escapedMarkup } from '../../../../data/text/markup.ts';

export const FONT = 'Arial';
export const INK = {
  text: officeColour(PALETTE.ink),
  quiet: officeColour(PALETTE.secondary),
  rule: officeColour(PAGE_COLOURS.link),
  grid: officeColour(PALETTE.grid),
};

/** Inches in English Metric Units, the unit of every length in PowerPoint's XML. */
export const emu = (inches: number) => Math.round(inches * 914_400);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what the pattern looks for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without the characters that XML cannot hold, escaped or not. */
export const legal = (text: string): string => text.replace(ILLEGAL, '');

/** A text escaped for XML, between tags or in an attribute. */
export const escaped = (text: string): string => escapedMarkup(legal(text)).replaceAll("'", '&apos;');

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ' +
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** The name of a shape and its alternative text; a `decorative` shape without one is skipped by screen readers. */
export type Named = { name: string; alt?: string; decorative?: boolean };

/** The element that every shape begins with: its number, name and alternative text. */
export function naming(id: number, { name, alt, decorative }: Named): string {
  const descr = alt ? ` descr="${escaped(alt)}"` : '';
  const open = `<p:cNvPr id="${id}" name="${escaped(name)}"${descr}`;
  return decorative && !alt ? `${open}>${DECORATIVE}</p:cNvPr>` : `${open}/>`;
}
