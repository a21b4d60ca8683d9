import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { ChartBlock, Deck } from '../deck.ts';
import { labelSkip } from './chart.ts';
import { mendLayout, mendMaster } from './layouts.ts';
import { mendChart } from './mend-chart.ts';
import { mendNotes, mendSlide } from './mend-slide.ts';
import {
  addNotesTheme,
  applicationProperties,
  mendCore,
  mendPresentation,
  mendTheme,
  mendTypes,
} from './package.ts';
import { chartWorkbook } from './workbook.ts';
import { escaped } from './xml.ts';

const PACKED = /\.(png|xlsx)$/;

/** Of parts, those whose name the pattern takes, by the number in it. */
function numbered(names: readonly string[], pattern: RegExp): string[] {
  const number = (name: string) => Number(pattern.exec(name)?.[1]);
  return names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
}

/** A presentation's file with all put right and added that its writer cannot. */
export async function mendDeck(bytes: Uint8Array, deck: Deck, publisher: string): Promise<Uint8Array> {
  const packed: Record<string, Uint8Array> = {};
  const parts: Record<string, string> = {};
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    if (PACKED.test(name)) packed[name] = part;
    else if (!name.endsWith('/')) parts[name] = strFromU8(part);

  const mend = (name: string, change: (xml: string) => string) => {
    const xml = parts[name];
    if (xml === undefined) throw new Error(`The presentation has no ${name}`);
    parts[name] = change(xml);
  };
  const all = (pattern: RegExp, change: (xml: string, index: number) => string) => {
    for (const [index, name] of numbered(Object.keys(parts), pattern).entries())
      mend(name, (xml) => change(xml, index));
  };

  for (const [index, slide] of deck.slides.entries()) {
    mend(`ppt/slides/slide${index + 1}.xml`, (xml) => mendSlide(xml, slide));
    mend(`ppt/notesSlides/notesSlide${index + 1}.xml`, (xml) => mendNotes(xml, slide.notes, escaped));
  }
  all(/^ppt\/slideLayouts\/slideLayout(\d+)\.xml$/, mendLayout);
  mend('ppt/slideMasters/slideMaster1.xml', mendMaster);

  const charts = deck.slides.flatMap(({ blocks }) =>
    blocks.filter((one): one is ChartBlock => one.kind === 'chart'),
  );
  const chartOf = (index: number) => {
    const block = charts[index];
    if (!block) throw new Error(`There is no chart ${index}`);
    return block;
  };
  all(/^ppt\/charts\/chart(\d+)\.xml$/, (xml, index) =>
    mendChart(xml, chartOf(index), labelSkip(chartOf(index))),
  );
  const books = numbered(Object.keys(packed), /^ppt\/embeddings\/\D*(\d+)\.xlsx$/);
  for (const [index, name] of books.entries()) packed[name] = await chartWorkbook(chartOf(index), publisher);

  mend('ppt/theme/theme1.xml', mendTheme);
  addNotesTheme(parts);
  mend('ppt/presentation.xml', mendPresentation);
  mend('docProps/core.xml', mendCore);
  mend('docProps/app.xml', () => applicationProperties(deck, publisher));
  const names = [...Object.keys(parts), ...Object.keys(packed)];
  mend('[Content_Types].xml', (xml) => mendTypes(xml, names));

  const files: Zippable = {};
  for (const [name, xml] of Object.entries(parts))
    files[name] = [strToU8(xml.replaceAll('lang="en-US"', 'lang="en-GB"')), { level: 6 }];
  for (const [name, part] of Object.entries(packed)) files[name] = [part, { level: 0 }];
  return zipSync(files);
}
