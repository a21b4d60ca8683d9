import type { Box } from '../deck.ts';
import { emu, INK, PLACES } from './page.ts';
import { naming } from './xml.ts';

/** The placeholders by what they are for: what PowerPoint calls them, their number and their name. */
export const PLACEHOLDERS = {
  title: { mark: '<p:ph type="title"/>', name: 'Title' },
  coverTitle: { mark: '<p:ph type="ctrTitle"/>', name: 'Title' },
  coverSubtitle: { mark: '<p:ph type="subTitle" idx="1"/>', name: 'Subtitle' },
  subtitle: { mark: '<p:ph type="body" sz="quarter" idx="13"/>', name: 'Subtitle' },
  body: { mark: '<p:ph type="body" idx="1"/>', name: 'Text' },
  footer: { mark: '<p:ph type="ftr" sz="quarter" idx="11"/>', name: 'Source' },
  number: { mark: '<p:ph type="sldNum" sz="quarter" idx="12"/>', name: 'Slide number' },
} as const;

export type Place = keyof typeof PLACEHOLDERS;

/** A field that says which slide it stands on. */
export const NUMBER_FIELD =
  '<a:fld id="{F7021451-1387-4CA6-816F-3879F97B5CBC}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>';

/** A shape's place on the slide. */
export const xfrm = ({ x, y, w, h }: Box): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

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
const FOOT = { size: 10, ink: INK.quiet, anchor: 'ctr' } as const;
const TYPES: Record<Place, Type> = {
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
  footer: { box: PLACES.footer, ...FOOT, hint: '' },
  number: { box: PLACES.number, ...FOOT, right: true, hint: '' },
};

/** A placeholder of a layout or the master: where it stands, its type, and a hint that no slide shows. */
export function layoutPlaceholder(place: Place, id: number): string {
  const { box, size, ink = INK.text, bold, anchor = 't', right, hint } = TYPES[place];
  const { mark, name } = PLACEHOLDERS[place];
  const words =
    place === 'number' ? NUMBER_FIELD : hint && `<a:r><a:rPr lang="en-GB"/><a:t>${hint}</a:t></a:r>`;
  return (
    `<p:sp><p:nvSpPr>${naming(id, { name })}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${mark}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>` +
    `<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="${right ? 'r' : 'l'}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>` +
    `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${ink}"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>` +
    `<a:p>${words}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`
  );
}

/** The slide's number, where its layout has it. */
export const slideNumber = (id: number): string =>
  `<p:sp><p:nvSpPr>${naming(id, PLACEHOLDERS.number)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
  `<p:nvPr>${PLACEHOLDERS.number.mark}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>` +
  `<a:p>${NUMBER_FIELD}<a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>`;
