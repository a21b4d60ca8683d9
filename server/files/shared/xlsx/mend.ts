import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The order in which the schema wants the children of a font. */
const FONT = ['b', 'i', 'strike', 'u', 'vertAlign', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];

const place = (child: string) => FONT.indexOf(/^<(\w+)/.exec(child)?.[1] ?? '');

const inOrder = (children: string) =>
  (children.match(/<[^>]+\/>/g) ?? []).sort((one, other) => place(one) - place(other)).join('');

/** What the writer leaves out or gets wrong, part by part: language, nothing to compute on opening, the fonts' order. */
const MENDED: Readonly<Record<string, (xml: string) => string>> = {
  'docProps/core.xml': (xml) =>
    xml.replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>'),
  'xl/workbook.xml': (xml) => xml.replace(/<calcPr[^>]*\/>/, ''),
  'xl/worksheets/sheet1.xml': (xml) => xml.replace('<sheetView ', '<sheetView tabSelected="1" '),
  'xl/styles.xml': (xml) =>
    xml.replaceAll(/<font>(.*?)<\/font>/g, (_, children: string) => `<font>${inOrder(children)}</font>`),
};

/** The first day that a zip file can name: the same workbook is the same bytes. */
export const FIRST_DAY = new Date(1980, 0, 1);

/** The parts of a workbook by name, mended. */
export function mendedParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(bytes);
  for (const [name, mend] of Object.entries(MENDED)) {
    const part = parts[name];
    if (!part) throw new Error(`The workbook has no part ${name}`);
    parts[name] = strToU8(mend(strFromU8(part)));
  }
  return parts;
}

/** A workbook as its schema wants it. */
export const mended = (bytes: Uint8Array): Uint8Array =>
  zipSync(mendedParts(bytes), { level: 6, mtime: FIRST_DAY });
