import { strFromU8, unzipSync } from 'fflate';
import { DIVERGING, officeColour, PAGE_COLOURS, PALETTE } from '../../../../data/palette.ts';
import { withLanguage } from '../../shared/xlsx/write.ts';
import { zipOf } from '../../shared/zip.ts';
import {
  type AnyChart,
  type Block,
  type Box,
  type Deck,
  isChart,
  type MapBlock,
  type Slide,
} from '../deck.ts';
import { chartFrame, chartParts, chartRelationship, chartType } from './chart.ts';
import { mendLayout, mendMaster, PLACEHOLDERS, type Placeholder, slideNumber } from './layouts.ts';
import { emu, escaped, FONT, INK, type Named, naming } from './xml.ts';

/** A presentation's file with everything corrected and added that PptxGenJS gets wrong or leaves out: its charts above all. */
export async function mendDeck(bytes: Uint8Array, deck: Deck, publisher: string): Promise<Uint8Array> {
  const parts: Record<string, string> = {};
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    if (!name.endsWith('/')) parts[name] = strFromU8(part);

  const mend = (name: string, change: (xml: string) => string) => {
    const xml = parts[name];
    if (xml === undefined) throw new Error(`The presentation has no ${name}`);
    parts[name] = change(xml);
  };
  const mendAll = (pattern: RegExp, change: (xml: string, index: number) => string) => {
    for (const [index, name] of numbered(Object.keys(parts), pattern).entries())
      mend(name, (xml) => change(xml, index));
  };

  const charts: AnyChart[] = [];
  for (const [index, slide] of deck.slides.entries()) {
    const name = `slide${index + 1}.xml`;
    const own = slide.blocks.filter(isChart);
    const numbers = own.map((_, place) => charts.length + place + 1);
    mend(`ppt/slides/${name}`, (xml) => mendSlide(xml, slide, numbers));
    mend(`ppt/slides/_rels/${name}.rels`, (xml) =>
      xml.replace('</Relationships>', (end) => numbers.map(chartRelationship).join('') + end),
    );
    charts.push(...own);
    mend(`ppt/notesSlides/notesSlide${index + 1}.xml`, (xml) => mendNotes(xml, slide.notes));
  }
  mendAll(/^ppt\/slideLayouts\/slideLayout(\d+)\.xml$/, mendLayout);
  mend('ppt/slideMasters/slideMaster1.xml', mendMaster);
  mend('ppt/theme/theme1.xml', mendTheme);
  addNotesTheme(parts);
  mend('ppt/presentation.xml', mendPresentation);
  mend('docProps/core.xml', withLanguage);
  mend('docProps/app.xml', () => applicationProperties(deck, publisher));

  const drawn = await Promise.all(charts.map((block, index) => chartParts(block, index + 1, publisher)));
  Object.assign(parts, ...drawn.map(({ xml }) => xml));
  const books: Record<string, Uint8Array> = Object.assign({}, ...drawn.map(({ book }) => book));
  const names = [...Object.keys(parts), ...Object.keys(books)];
  mend('[Content_Types].xml', (xml) => mendTypes(xml, names, charts.length));

  const texts = Object.entries(parts).map(([name, xml]) => ({
    name,
    bytes: Buffer.from(xml.replaceAll('lang="en-US"', 'lang="en-GB"')),
  }));
  const packed = Object.entries(books).map(([name, part]) => ({ name, bytes: part, stored: true }));
  return zipOf([...texts, ...packed], new Date());
}

/** The names that match a pattern, in the order of the number in them. */
function numbered(names: readonly string[], pattern: RegExp): string[] {
  const number = (name: string) => Number(pattern.exec(name)?.[1]);
  return names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
}

const SHAPE = /<p:(sp|pic|graphicFrame)>.*?<\/p:\1>/gs;
const KEY = /<p:cNvPr id="\d+" name="([^"]*)"[^>]*?(?:\/>|>\s*<\/p:cNvPr>)/;

/**
 * A slide's part with every shape named, described and numbered once, its texts in placeholders, the shapes of each map
 * grouped, its charts, whose numbers are given, in their places, and the slide's number. Throws where a shape belongs to
 * no block.
 */
function mendSlide(xml: string, slide: Slide, numbers: readonly number[]): string {
  const charts = slide.blocks.filter(isChart);
  const maps = new Map<Block, { id: number; shapes: string }>();
  const shapes: (string | Block)[] = [];
  let id = 1;
  for (const [shape] of xml.matchAll(SHAPE)) {
    const key = KEY.exec(shape)?.[1] ?? '';
    const place = charts.indexOf(slide.blocks[Number(key.slice(1))] as AnyChart);
    const chart = charts[place];
    if (chart) {
      shapes.push(chartFrame(chart, numbers[place] ?? 0, ++id));
      continue;
    }
    const placeholder = placeholderOf(key, slide);
    const block = slide.blocks[Number(/^b(\d+)\./.exec(key)?.[1] ?? Number.NaN)];
    if (block && !maps.has(block)) {
      maps.set(block, { id: ++id, shapes: '' });
      shapes.push(block);
    }
    const named = placeholder && placeholder !== 'body' ? PLACEHOLDERS[placeholder] : nameOf(key, slide);
    const mended = tidied(shape).replace(KEY, () => naming(++id, named));
    const map = block && maps.get(block);
    if (map) map.shapes += mended;
    else shapes.push(placeholder ? asPlaceholder(mended, placeholder) : mended);
  }
  const drawn = shapes.map((one) => {
    const map = typeof one === 'string' ? undefined : maps.get(one);
    return typeof one === 'string' ? one : grouped(map?.id ?? 0, one as MapBlock, map?.shapes ?? '');
  });
  const number = slide.layout === 'cover' ? '' : slideNumber(++id);
  return xml
    .replace(/<p:cSld name="[^"]*">/, '<p:cSld>')
    .replace(
      /(<\/p:grpSpPr>).*(<\/p:spTree>)/s,
      (_, before, after) => before + drawn.join('') + number + after,
    );
}

/** The placeholder that the shape of a key fills; null where it is a shape of its own. */
function placeholderOf(key: string, slide: Slide): Placeholder | null {
  const cover = slide.layout === 'cover';
  if (key === 'title') return cover ? 'coverTitle' : 'title';
  if (key === 'subtitle') return cover ? 'coverSubtitle' : 'subtitle';
  if (key === 'footer') return 'footer';
  const body = slide.blocks.findIndex((one) => one.kind === 'text' && one.body);
  return body >= 0 && key === `b${body}` ? 'body' : null;
}

/** Name and alternative text of a shape: `b3` is the fourth block, `b3.s0` the first shape of that map, `b3.l0` its first label. */
function nameOf(key: string, slide: Slide): Named {
  const [, blockIndex, kind, index] = /^b(\d+)(?:\.([sl])(\d+))?$/.exec(key) ?? [];
  const block = slide.blocks[Number(blockIndex)];
  if (block === undefined) throw new Error(`No block of the slide is called ${key}`);
  if (block.kind !== 'map') return { decorative: block.kind === 'mark', ...block };
  const found =
    kind === 's' ? block.shapes[Number(index)] : { name: block.labels[Number(index)]?.text ?? '' };
  if (found === undefined) throw new Error(`The map has no shape ${key}`);
  return found;
}

/** A text box as a placeholder of its layout, which gives its place, except to a body of text. */
function asPlaceholder(shape: string, placeholder: Placeholder): string {
  const marked = shape
    .replace(/<p:cNvSpPr[^>]*\/>/, '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>')
    .replace(/<p:nvPr><\/p:nvPr>/, `<p:nvPr>${PLACEHOLDERS[placeholder].mark}</p:nvPr>`);
  return placeholder === 'body' ? marked : marked.replace(/<p:spPr>.*?<\/p:spPr>/s, '<p:spPr/>');
}

const tidied = (shape: string) =>
  shape
    // PptxGenJS repeats the properties of a paragraph before each of its runs.
    .replaceAll(/(<\/a:r>)<a:pPr(?:[^>]*\/>|.*?<\/a:pPr>)/gs, '$1')
    // Fonts come from the theme.
    .replaceAll(/<a:(latin|ea|cs) typeface="[^"]*"[^>]*\/>/g, '')
    .replaceAll(/(<a:endParaRPr[^>]*)><\/a:endParaRPr>/g, '$1/>')
    .replaceAll(' altLang="en-US"', '')
    .replaceAll(' dirty="0"', '')
    .replaceAll('<a:ln></a:ln>', '')
    .replace('<a:tblPr/>', '<a:tblPr firstRow="1"/>');

function grouped(id: number, block: MapBlock, shapes: string): string {
  const { x, y, w, h } = mapBox(block);
  const [offset, extent] = [`x="${emu(x)}" y="${emu(y)}"`, `cx="${emu(w)}" cy="${emu(h)}"`];
  return (
    `<p:grpSp><p:nvGrpSpPr>${naming(id, block)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>` +
    `<a:off ${offset}/><a:ext ${extent}/><a:chOff ${offset}/><a:chExt ${extent}/></a:xfrm></p:grpSpPr>${shapes}</p:grpSp>`
  );
}

/** The box that holds every shape and label of a map, in inches. */
function mapBox({ shapes, labels }: MapBlock): Box {
  const corners = shapes.flatMap(({ rings }) => rings.flat());
  const xs = [...corners.map(([x]) => x), ...labels.flatMap(({ x, w }) => [x, x + w])];
  const ys = [...corners.map(([, y]) => y), ...labels.flatMap(({ y, size }) => [y, y + (size * 1.3) / 72])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** The part of a slide's notes, a paragraph for each. */
function mendNotes(xml: string, notes: readonly string[]): string {
  const paragraphs = notes.map(
    (note) => `<a:p><a:r><a:rPr lang="en-GB"/><a:t>${escaped(note)}</a:t></a:r></a:p>`,
  );
  const body = paragraphs.length > 0 ? paragraphs.join('') : '<a:p><a:endParaRPr lang="en-GB"/></a:p>';
  return xml.replace(
    /(type="body" idx="1".*?<a:lstStyle\/>).*?(<\/p:txBody>)/s,
    (_, before, after) => before + body + after,
  );
}

const ACCENTS = [
  PALETTE.area,
  PALETTE.alliance,
  PALETTE.england,
  PALETTE.target,
  PAGE_COLOURS.link,
  DIVERGING[3],
].map(officeColour);

/** The theme's part with the colours of our charts and one font. */
function mendTheme(xml: string): string {
  const solid = (name: string, hex: string) => `<a:${name}><a:srgbClr val="${hex}"/></a:${name}>`;
  const scheme = [
    solid('dk1', INK.text),
    solid('lt1', officeColour(PALETTE.paper)),
    solid('dk2', INK.quiet),
    solid('lt2', officeColour(PAGE_COLOURS.page)),
    ...ACCENTS.map((hex, index) => solid(`accent${index + 1}`, hex)),
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

/** Gives the notes a theme of their own: every master must have one. */
function addNotesTheme(parts: Record<string, string>) {
  const rels = 'ppt/notesMasters/_rels/notesMaster1.xml.rels';
  parts['ppt/theme/theme2.xml'] = parts['ppt/theme/theme1.xml'] ?? '';
  parts[rels] = (parts[rels] ?? '').replace('theme1.xml', 'theme2.xml');
}

/** The presentation's part with its lists in the order of the schema, and notes on portrait paper of 7.5 by 10 inches. */
function mendPresentation(xml: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml) ?? [];
  return xml
    .replace(notes, '')
    .replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${notes}`)
    .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>');
}

/** The properties that an office program lists of the document: the number of slides, and their titles. */
function applicationProperties({ slides }: Deck, publisher: string): string {
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

/** The content types of the parts that the file has, so many charts among them, and of no others. */
function mendTypes(xml: string, names: readonly string[], charts: number): string {
  const present = new Set(names);
  const extensions = new Set(names.map((name) => name.slice(name.lastIndexOf('.') + 1)));
  const theme = /<Override PartName="\/ppt\/theme\/theme1.xml"[^>]*>/.exec(xml)?.[0] ?? '';
  return xml
    .replace(theme, theme + theme.replace('theme1', 'theme2'))
    .replace(
      '</Types>',
      Array.from({ length: charts }, (_, index) => chartType(index + 1))
        .join('')
        .concat('</Types>'),
    )
    .replaceAll(/<Override PartName="\/([^"]*)"[^>]*>/g, (whole, name) => (present.has(name) ? whole : ''))
    .replaceAll(/<Default Extension="([^"]*)"[^>]*>/g, (whole, extension) =>
      extensions.has(extension) ? whole : '',
    );
}
