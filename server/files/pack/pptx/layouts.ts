import type { Box, Slide } from '../deck.ts';
import { emu, INK, PLACES } from './page.ts';
import { layoutPlaceholder, type Place, xfrm } from './placeholder.ts';
import { naming } from './xml.ts';

type Layout = { name: string; type: string; rule: Box; width: number; places: readonly Place[] };

const foot = ['footer', 'number'] as const;
/** The layouts in the order of their parts. The first is the one that the library makes without being asked. */
const LAYOUTS: readonly Layout[] = [
  {
    name: 'Title only',
    type: 'titleOnly',
    rule: PLACES.rule,
    width: 1.5,
    places: ['title', 'subtitle', ...foot],
  },
  {
    name: 'Cover',
    type: 'title',
    rule: PLACES.coverRule,
    width: 4,
    places: ['coverTitle', 'coverSubtitle', 'footer'],
  },
  {
    name: 'Title and text',
    type: 'tx',
    rule: PLACES.rule,
    width: 1.5,
    places: ['title', 'subtitle', 'body', ...foot],
  },
];

/** The layouts to be asked for, by name. */
export const ASKED = LAYOUTS.slice(1).map(({ name }) => name);

/** The name of a slide's layout; the first has none by which it can be asked for. */
export function layoutOf({ layout, blocks }: Slide): string | undefined {
  if (layout === 'cover') return 'Cover';
  return blocks.some((one) => one.kind === 'text' && one.body) ? 'Title and text' : undefined;
}

const rule = (box: Box, width: number): string =>
  `<p:cxnSp><p:nvCxnSpPr>${naming(2, { name: 'Rule', decorative: true })}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>` +
  `<p:spPr>${xfrm(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>` +
  `<a:ln w="${emu(width / 72)}"><a:solidFill><a:srgbClr val="${INK.rule}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>`;

const placed = (places: readonly Place[], from: number) =>
  places.map((place, index) => layoutPlaceholder(place, from + index)).join('');

const filled = (xml: string, shapes: string) =>
  xml
    .replace(
      /<p:bg>.*?<\/p:bg>/s,
      '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
    )
    .replace(/(<\/p:grpSpPr>).*(<\/p:spTree>)/s, (_, before, after) => before + shapes + after);

/** A layout's part with its name, its rule and its placeholders. `index` counts from 0. */
export function mendLayout(xml: string, index: number): string {
  const layout = LAYOUTS[index];
  if (!layout) throw new Error(`There is no layout ${index}`);
  return filled(xml, rule(layout.rule, layout.width) + placed(layout.places, 3))
    .replace(/<p:cSld name="[^"]*">/, `<p:cSld name="${layout.name}">`)
    .replace('<p:sldLayout ', `<p:sldLayout type="${layout.type}" `)
    .replaceAll(/[\r\n\t]+/g, '');
}

/** The master's part with the placeholders that its layouts refine; its type is left-aligned and of our sizes. */
export function mendMaster(xml: string): string {
  return filled(xml, placed(['title', 'body', ...foot], 2))
    .replace(/<p:hf [^>]*\/>/, '')
    .replace(/(<p:titleStyle>.*?)algn="ctr"(.*?)sz="4400"/s, '$1algn="l"$2sz="2600" b="1"')
    .replace(/(<p:bodyStyle>.*?)sz="3200"/s, '$1sz="1800"');
}
