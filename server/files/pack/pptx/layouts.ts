import { type Box, ROOM, type Slide } from '../deck.ts';
import { emu, INK, naming } from './xml.ts';

const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });

/** Where the parts that every slide has stand, in inches, and the largest size of its title in points. */
export const PLACES = {
  content: {
    title: box(0.5, 0.42, 12.333, 0.74),
    size: 26,
    subtitle: box(0.5, 1.18, 12.333, 0.3),
    body: ROOM,
  },
  cover: { title: box(0.9, 1.75, 11.5, 1.9), size: 40, subtitle: box(0.9, 3.85, 11.5, 0.9) },
  rule: box(0.5, 0.32, 12.333, 0),
  coverRule: box(0.9, 1.5, 1.6, 0),
  footer: box(0.5, 6.95, 11.4, 0.34),
  number: box(12.033, 6.95, 0.8, 0.34),
};

/** The placeholders by their purpose: PowerPoint's element for each, and its name in the selection pane. */
export const PLACEHOLDERS = {
  title: { mark: '<p:ph type="title"/>', name: 'Title' },
  coverTitle: { mark: '<p:ph type="ctrTitle"/>', name: 'Title' },
  coverSubtitle: { mark: '<p:ph type="subTitle" idx="1"/>', name: 'Subtitle' },
  subtitle: { mark: '<p:ph type="body" sz="quarter" idx="13"/>', name: 'Subtitle' },
  body: { mark: '<p:ph type="body" idx="1"/>', name: 'Text' },
  footer: { mark: '<p:ph type="ftr" sz="quarter" idx="11"/>', name: 'Source' },
  number: { mark: '<p:ph type="sldNum" sz="quarter" idx="12"/>', name: 'Slide number' },
} as const;

export type Placeholder = keyof typeof PLACEHOLDERS;

type Layout = { name: string; type: string; rule: Box; width: number; placeholders: readonly Placeholder[] };

const FOOT = ['footer', 'number'] as const;
/** The layouts in the order of their parts. PptxGenJS makes the first by itself. */
const LAYOUTS: readonly Layout[] = [
  {
    name: 'Title only',
    type: 'titleOnly',
    rule: PLACES.rule,
    width: 1.5,
    placeholders: ['title', 'subtitle', ...FOOT],
  },
  {
    name: 'Cover',
    type: 'title',
    rule: PLACES.coverRule,
    width: 4,
    placeholders: ['coverTitle', 'coverSubtitle', 'footer'],
  },
  {
    name: 'Title and text',
    type: 'tx',
    rule: PLACES.rule,
    width: 1.5,
    placeholders: ['title', 'subtitle', 'body', ...FOOT],
  },
];

/** The layouts that PptxGenJS has to be told to make, by name. */
export const ADDED_LAYOUTS = LAYOUTS.slice(1).map(({ name }) => name);

/** The name of a slide's layout; undefined for the first one, which PptxGenJS uses by default. */
export function layoutOf({ layout, blocks }: Slide): string | undefined {
  if (layout === 'cover') return 'Cover';
  return blocks.some((one) => one.kind === 'text' && one.body) ? 'Title and text' : undefined;
}

/** A layout's part with its name, its rule and its placeholders. `index` counts from 0. */
export function mendLayout(xml: string, index: number): string {
  const layout = LAYOUTS[index];
  if (!layout) throw new Error(`There is no layout ${index}`);
  return filled(xml, rule(layout.rule, layout.width) + placeholdersXml(layout.placeholders, 3))
    .replace(/<p:cSld name="[^"]*">/, `<p:cSld name="${layout.name}">`)
    .replace('<p:sldLayout ', `<p:sldLayout type="${layout.type}" `)
    .replaceAll(/[\r\n\t]+/g, '');
}

/** The master's part with the placeholders that its layouts refine; its text is left-aligned and in our sizes. */
export function mendMaster(xml: string): string {
  return filled(xml, placeholdersXml(['title', 'body', ...FOOT], 2))
    .replace(/<p:hf [^>]*\/>/, '')
    .replace(/(<p:titleStyle>.*?)algn="ctr"(.*?)sz="4400"/s, '$1algn="l"$2sz="2600" b="1"')
    .replace(/(<p:bodyStyle>.*?)sz="3200"/s, '$1sz="1800"');
}

const filled = (xml: string, shapes: string) =>
  xml
    .replace(
      /<p:bg>.*?<\/p:bg>/s,
      '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
    )
    .replace(/(<\/p:grpSpPr>).*(<\/p:spTree>)/s, (_, before, after) => before + shapes + after);

const xfrm = ({ x, y, w, h }: Box): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

/** A horizontal line, `width` points thick. */
const rule = (place: Box, width: number): string =>
  `<p:cxnSp><p:nvCxnSpPr>${naming(2, { name: 'Rule', decorative: true })}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>` +
  `<p:spPr>${xfrm(place)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>` +
  `<a:ln w="${emu(width / 72)}"><a:solidFill><a:srgbClr val="${INK.rule}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>`;

const placeholdersXml = (placeholders: readonly Placeholder[], firstId: number) =>
  placeholders.map((one, index) => layoutPlaceholder(one, firstId + index)).join('');

/** A field that shows the number of the slide it stands on. */
const NUMBER_FIELD =
  '<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>';

type Type = {
  box: Box;
  size: number;
  ink?: string;
  bold?: boolean;
  anchor?: 't' | 'b' | 'ctr';
  right?: boolean;
  hint: string;
};

const { content, cover } = PLACES;
const FOOT_TYPE = { size: 10, ink: INK.quiet, anchor: 'ctr' } as const;
const TYPES: Record<Placeholder, Type> = {
  title: { box: content.title, size: content.size, bold: true, anchor: 'b', hint: 'The finding' },
  coverTitle: { box: cover.title, size: cover.size, bold: true, anchor: 'b', hint: 'What the pack is about' },
  coverSubtitle: { box: cover.subtitle, size: 20, ink: INK.quiet, hint: 'Area and period' },
  subtitle: {
    box: content.subtitle,
    size: 14,
    ink: INK.quiet,
    hint: 'Metric, area, period, unit and number of people',
  },
  body: { box: content.body, size: 18, hint: 'Text' },
  footer: { box: PLACES.footer, ...FOOT_TYPE, hint: '' },
  number: { box: PLACES.number, ...FOOT_TYPE, right: true, hint: '' },
};

/** A placeholder of a layout or the master: its place, its type, and a hint that no slide shows. */
function layoutPlaceholder(placeholder: Placeholder, id: number): string {
  const { box: place, size, ink = INK.text, bold, anchor = 't', right, hint } = TYPES[placeholder];
  const { mark, name } = PLACEHOLDERS[placeholder];
  const words =
    placeholder === 'number' ? NUMBER_FIELD : hint && `<a:r><a:rPr lang="en-GB"/><a:t>${hint}</a:t></a:r>`;
  return (
    `<p:sp><p:nvSpPr>${naming(id, { name })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${mark}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>` +
    `<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="${right ? 'r' : 'l'}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>` +
    `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>` +
    `<a:p>${words}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`
  );
}

/** The shape that shows a slide's number, in the place that its layout gives it. */
export const slideNumber = (id: number): string =>
  `<p:sp><p:nvSpPr>${naming(id, PLACEHOLDERS.number)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
  `<p:nvPr>${PLACEHOLDERS.number.mark}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>` +
  `<a:p>${NUMBER_FIELD}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;
