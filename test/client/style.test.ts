import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CUSTOM_PROPERTIES } from '../../data/palette.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Set by a script, each a place along an axis. */
const PLACES = ['england', 'target'];

const files = ['client', 'server', 'data'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(css|ts|tsx)$/.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/^(client\/dist|data\/(build|local))\//.test(file)),
);
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const sheets = files.filter((file) => file.endsWith('.css'));
const sources = files.filter((file) => !file.endsWith('.css') && !file.startsWith('server/'));

const found = (file: string, pattern: RegExp) =>
  [...text(file).matchAll(pattern)].map(([all, name = all]) => name);

/** What is found in some of the files, as `file: what`. */
const where = (among: string[], pattern: RegExp, wrong: (name: string) => boolean = () => true) =>
  among.flatMap((file) => [
    ...new Set(
      found(file, pattern)
        .filter(wrong)
        .map((name) => `${file}: ${name}`),
    ),
  ]);

describe('colours', () => {
  test('no style sheet names one itself: data/palette.ts does, and the sheet uses its custom property', () => {
    const literal = /#[\da-f]{3,8}\b(?=[^{]*?[;}])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;
    expect(sheets.length).toBeGreaterThan(10);
    expect(where(sheets, literal)).toEqual([]);
  });

  test('no code names one either', () => {
    const code = files.filter((file) => !file.endsWith('.css') && file !== 'data/palette.ts');
    const literal = /(?<=['"`:\s(])#[\da-f]{6}\b(?!\w)|(?<==['"])#[\da-f]{3}(?=['"])|(?<=rgb: ')[\dA-F]{6}/gi;
    expect(where(code, literal)).toEqual([]);
  });

  // The browser's tests measure contrast at one width, and at others of what is seen there alone.
  test('none but the page’s own, under what stands still, is set by the size of the window', () => {
    const block = /@media[^{]*\b(?:width|height)\b[^{]*\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}/g;
    const coloured =
      /(?<=[\s{;])(?:(?:[\w-]+-)?color|background(?:-image)?|fill|stroke|opacity|filter)\s*:(?!\s*var\(--paper\))/g;
    const sized = sheets.flatMap((file) => found(file, block).map((body) => ({ file, body })));
    expect(sized.length).toBeGreaterThan(20);
    expect(
      sized.flatMap(({ file, body }) => (body.match(coloured) ?? []).map((each) => `${file}: ${each}`)),
    ).toEqual([]);
  });

  test('every custom property that a sheet uses has a colour, and every colour is used', () => {
    const used = sheets.flatMap((file) => found(file, /var\(--([\w-]+)/g));
    const known = [...Object.keys(CUSTOM_PROPERTIES), ...PLACES];
    expect(where(sheets, /var\(--([\w-]+)/g, (name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !used.includes(name))).toEqual([]);
  });
});

describe('rules', () => {
  const words = new Set(sources.flatMap((file) => text(file).match(/[\w-]+/g) ?? []));

  test('every class that a sheet styles stands in the code', () => {
    expect(
      where(sheets, /(?<=[\s(,:>+~.\w\])]|^)\.([a-z][\w-]*)(?=[^;{}]*\{)/gm, (name) => !words.has(name)),
    ).toEqual([]);
  });

  test('a sheet is linked by the page, or imported by what it is for', () => {
    const linked = found('client/index.html', /<link rel="stylesheet" href="\/([^"]+)"/g);
    const imported = files.flatMap((file) =>
      found(file, /^import '(\.[^']+\.css)'/gm).map((name) => path.join(path.dirname(file), name)),
    );
    expect([...linked.map((name) => `client/${name}`), ...imported]).toEqual(expect.arrayContaining(sheets));
  });
});
