import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arialLines } from '../../../../data/text/measure.ts';
import { writeDeck } from '../../../../server/files/pack/pptx/write.ts';
import { ooxmlFaults } from '../../../ooxml.ts';
import { long } from '../../../sample.ts';
import { type Element, faults, found, opened, targets } from './package.ts';
import { DECK } from './sample-deck.ts';
import { AWKWARD, LONG, MAP } from './sample-map.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'deck-'));
let bytes: Uint8Array;
let pack: ReturnType<typeof opened>;
const slide = (number: number) => pack.part(`ppt/slides/slide${number}.xml`);
const numbers = DECK.slides.map((_, index) => index + 1);

/** The properties of each shape of a slide, the tree itself left out. */
const shapes = (number: number) => found(slide(number), 'p:cNvPr').slice(1);
const placeholder = (element: Element, type: string) =>
  found(element, 'p:sp').find((one) => found(one, 'p:ph').some(({ attributes }) => attributes.type === type));

beforeAll(async () => {
  bytes = await writeDeck(DECK);
  pack = opened(bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the file', () => {
  test('is valid by the Open XML SDK, and so is each workbook inside', async () => {
    const held = pack.names.filter((name) => name.endsWith('.xlsx'));
    expect(held).toHaveLength(5);
    const files = [
      ['deck.pptx', bytes] as const,
      ...held.map((name) => [path.basename(name), pack.files[name] ?? bytes] as const),
    ];
    // The workbooks of a kind are written alike; the SDK reads all of them under `npm run test:long`.
    for (const [name, content] of long ? files : [...files.slice(0, 2), ...files.slice(-1)]) {
      writeFileSync(path.join(folder, name), content);
      expect(await ooxmlFaults(path.join(folder, name)), name).toEqual([]);
    }
  });

  test('leads nowhere that is not, and holds nothing without a type', () => {
    expect(faults(pack)).toEqual([]);
    for (const name of pack.names.filter((one) => one.endsWith('.xlsx')))
      expect(faults(opened(pack.files[name] ?? bytes)), name).toEqual([]);
  });

  test('says who made it, what it is and in which language', () => {
    const core = pack.part('docProps/core.xml');
    expect(found(core, 'dc:title')[0]?.text).toBe(DECK.title);
    expect(found(core, 'dc:subject')[0]?.text).toBe(DECK.subject);
    expect(found(core, 'dc:creator')[0]?.text).toBe('Cancer outcomes in England');
    const listed = found(pack.part('docProps/app.xml'), 'vt:lpstr').map(({ text }) => text);
    expect(listed.slice(-DECK.slides.length)).toEqual(DECK.slides.map(({ title }) => title));
    const all = [...pack.xml.values()].map((one) => JSON.stringify(one)).join('');
    expect(all).not.toMatch(/PptxGenJS|en-US|Calibri/);
  });

  test('has one font, of the theme', () => {
    for (const type of ['a:majorFont', 'a:minorFont'])
      for (const font of found(pack.part('ppt/theme/theme1.xml'), type))
        expect(found(font, 'a:latin').map(({ attributes }) => attributes.typeface)).toEqual(['Arial']);
    for (const number of numbers) expect(found(slide(number), 'a:latin')).toEqual([]);
  });
});

describe('every slide', () => {
  test('has its title in the title’s placeholder, first, and its number as a field', () => {
    for (const number of numbers) {
      const { title, layout } = DECK.slides[number - 1] ?? { title: '', layout: 'content' };
      const held = placeholder(slide(number), layout === 'cover' ? 'ctrTitle' : 'title');
      expect(held?.text).toBe(title);
      expect(found(slide(number), 'p:sp')[0]).toBe(held);
      const field = placeholder(slide(number), 'sldNum');
      expect(field && found(field, 'a:fld')[0]?.attributes.type).toBe(
        layout === 'cover' ? undefined : 'slidenum',
      );
      expect(placeholder(slide(number), 'ftr')?.text).toBe(DECK.slides[number - 1]?.footer);
    }
  });

  test('finds each of its placeholders on its layout', () => {
    const key = ({ attributes }: Element) => `${attributes.type} ${attributes.idx ?? 0}`;
    for (const number of numbers) {
      const layouts = [...targets(pack, `ppt/slides/slide${number}.xml`).values()].filter((one) =>
        /slideLayout/.test(one),
      );
      const there = found(pack.part(layouts[0] ?? ''), 'p:ph').map(key);
      for (const one of found(slide(number), 'p:ph')) expect(there).toContain(key(one));
    }
  });

  test('is read in the order of its blocks', () => {
    const names = DECK.slides[4]?.blocks.map(({ name }) => name);
    const tree = found(slide(5), 'p:spTree')[0]?.children ?? [];
    const drawn = tree.flatMap((one) => found(one, 'p:cNvPr')[0]?.attributes.name ?? []).slice(1);
    expect(drawn).toEqual(['Title', 'Subtitle', ...(names ?? []), 'Source', 'Slide number']);
  });

  test('numbers and names its shapes, each number once', () => {
    for (const number of numbers) {
      const ids = shapes(number).map(({ attributes }) => attributes.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attributes } of shapes(number)) expect(attributes.name).toMatch(/\S/);
    }
  });

  test('describes every table, chart and map; marks are passed over', () => {
    for (const number of numbers)
      for (const kind of ['p:graphicFrame', 'p:grpSp'])
        for (const one of found(slide(number), kind))
          expect(found(one, 'p:cNvPr')[0]?.attributes.descr, `${kind} of slide ${number}`).toMatch(/\S/);
    expect(found(slide(5), 'adec:decorative')).toHaveLength(4);
  });

  test('has its notes, a paragraph each', () => {
    for (const number of numbers) {
      const notes = placeholder(pack.part(`ppt/notesSlides/notesSlide${number}.xml`), 'body');
      expect(notes && found(notes, 'a:p').map(({ text }) => text)).toEqual(DECK.slides[number - 1]?.notes);
    }
  });

  test('writes a long title smaller, and a short one at its full size', () => {
    const size = (number: number) => {
      const title = placeholder(slide(number), 'title');
      return title && found(title, 'a:rPr')[0]?.attributes.sz;
    };
    // Two lines have room in 0.74 inches up to 22 points; in 12.3 inches the title of slide 3 has two from 19 down.
    expect([size(3), size(5)]).toEqual(['1900', '2600']);
    const lines = (points: number) =>
      arialLines(DECK.slides[2]?.title ?? '', 12.333 * 72 * 0.98, points, true);
    expect([lines(20).length, lines(19).length]).toEqual([3, 2]);
  });

  test('repeats no properties within a paragraph, so that a sentence of several runs stays one', () => {
    const paragraphs = found(slide(2), 'a:p').filter(({ text }) => text.startsWith('First: '));
    expect(paragraphs.map(({ text }) => text)).toEqual([`First: ${AWKWARD} is worse`]);
    for (const one of found(slide(2), 'a:p')) expect(found(one, 'a:pPr').length).toBeLessThanOrEqual(1);
  });
});

describe('blocks', () => {
  test('a map is one group of shapes with the names of their areas', () => {
    const [group] = found(slide(5), 'p:grpSp');
    const named = (group ? found(group, 'p:cNvPr') : []).map(({ attributes }) => attributes);
    expect(named[0]).toMatchObject({ name: MAP.name, descr: MAP.alt });
    expect(named.slice(1, 23).map(({ name, descr }) => ({ name, alt: descr }))).toEqual(
      MAP.shapes.map(({ name, alt }) => ({ name, alt })),
    );
    const paths = group ? found(group, 'a:path') : [];
    // The last area is an outline with a hole and an island: three rings of six, six and three corners.
    expect(found(paths.at(-1) ?? slide(5), 'a:moveTo')).toHaveLength(3);
    expect(found(paths.at(-1) ?? slide(5), 'a:pt')).toHaveLength(15);
  });

  test('a table has its words, its head marked, and as many rows as were given', () => {
    const [table] = found(slide(6), 'a:tbl');
    const rows = table
      ? found(table, 'a:tr').map((row) => found(row, 'a:tc').map(({ text }) => text.trim()))
      : [];
    expect(rows).toHaveLength(13);
    expect(rows[0]).toEqual(['Metric', 'Value', 'England', 'Reading']);
    expect(rows[1]?.[0]).toBe(LONG);
    expect(rows[2]?.[0]).toBe(`Metric 1 ${AWKWARD}`);
    expect(table && found(table, 'a:tblPr')[0]?.attributes.firstRow).toBe('1');
  });
});
