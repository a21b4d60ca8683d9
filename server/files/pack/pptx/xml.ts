const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What no XML may hold, escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text without the characters that XML cannot hold. */
export const legal = (text: string): string => text.replace(ILLEGAL, '');

/** A text as it stands in XML, between tags or in an attribute. */
export const escaped = (text: string): string =>
  legal(text).replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ' +
  'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** What a shape is called and how it is read out; without `alt` it is passed over where it is `decorative`. */
export type Named = { name: string; alt?: string; decorative?: boolean };

/** The properties that every shape begins with. */
export function naming(id: number, { name, alt, decorative }: Named): string {
  const descr = alt ? ` descr="${escaped(alt)}"` : '';
  const open = `<p:cNvPr id="${id}" name="${escaped(name)}"${descr}`;
  return decorative && !alt ? `${open}>${DECORATIVE}</p:cNvPr>` : `${open}/>`;
}
