import type { Deck } from '../deck.ts';
import { FONT, INK } from './page.ts';
import { escaped } from './xml.ts';

type Parts = Record<string, string>;

const COLOURS = ['12436D', 'A0306F', '4C6272', 'B3500F', '005EB8', '7FB2DE'];

/** The theme's part with the colours of our charts and one font. */
export function mendTheme(xml: string): string {
  const solid = (name: string, hex: string) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
  const scheme = [
    solid('dk1', INK.text),
    solid('lt1', 'FFFFFF'),
    solid('dk2', INK.quiet),
    solid('lt2', 'F0F4F5'),
    ...COLOURS.map((hex, index) => solid(`accent${index + 1}`, hex)),
    solid('hlink', INK.rule),
    solid('folHlink', INK.quiet),
  ].join('');
  return xml
    .replace(
      /<a:clrScheme .*?<\/a:clrScheme>/s,
      `<a:clrScheme name="Cancer outcomes">${scheme}</a:clrScheme>`,
    )
    .replaceAll(/<a:font script="[^"]*" typeface="[^"]*"\/>/g, '')
    .replace(/<a:fontScheme name="[^"]*"/, `<a:fontScheme name="${FONT}"`)
    .replace(/<a:extLst>.*?<\/a:extLst>/s, '')
    .replace('name="Office Theme"', 'name="Cancer outcomes"');
}

/** The presentation's part: its lists in the order of the schema, its notes on upright paper of the usual shape. */
export function mendPresentation(xml: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? [];
  return xml
    .replace(notes, '')
    .replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${notes}`)
    .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>');
}

/** The document's properties: its language too. */
export const mendCore = (xml: string): string =>
  xml.replace('</cp:coreProperties>', '<dc:language>en-GB</dc:language></cp:coreProperties>');

/** What an office program lists of the document: how many slides, and their titles. */
export function applicationProperties({ slides }: Deck, publisher: string): string {
  const heads = [
    ['Fonts used', 1],
    ['Theme', 1],
    ['Slide Titles', slides.length],
  ] as const;
  const titles = [FONT, 'Cancer outcomes', ...slides.map(({ title }) => title)];
  const counts = heads.map(
    ([name, count]) =>
      `<vt:variant><vt:lpstr>${name}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    '<Application>Microsoft Office PowerPoint</Application><PresentationFormat>Widescreen</PresentationFormat>' +
    `<Slides>${slides.length}</Slides><Notes>${slides.length}</Notes><HiddenSlides>0</HiddenSlides>` +
    `<HeadingPairs><vt:vector size="${heads.length * 2}" baseType="variant">${counts.join('')}</vt:vector></HeadingPairs>` +
    `<TitlesOfParts><vt:vector size="${titles.length}" baseType="lpstr">` +
    `${titles.map((one) => `<vt:lpstr>${escaped(one)}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts>` +
    `<Company>${escaped(publisher)}</Company><AppVersion>16.0000</AppVersion></Properties>`
  );
}

const NOTES_THEME = 'ppt/theme/theme2.xml';

/** Gives the notes a theme of their own, as each master must have. */
export function addNotesTheme(parts: Parts) {
  const rels = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  parts[NOTES_THEME] = parts['ppt/theme/theme1.xml'] ?? '';
  parts[rels] = (parts[rels] ?? '').replace('theme1.xml', 'theme2.xml');
}

/** The types of the parts that there are, and of no others. */
export function mendTypes(xml: string, names: readonly string[]): string {
  const there = new Set(names);
  const extensions = new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const theme = /<Override PartName="\/ppt\/theme\/theme1.xml"[^>]*>/.exec(xml)?.[0] ?? '';
  return xml
    .replace(theme, theme + theme.replace('theme1', 'theme2'))
    .replaceAll(/<Override PartName="\/([^"]*)"[^>]*>/g, (whole, name) => (there.has(name) ? whole : ''))
    .replaceAll(/<Default Extension="([^"]*)"[^>]*>/g, (whole, extension) =>
      extensions.has(extension) ? whole : '',
    );
}
