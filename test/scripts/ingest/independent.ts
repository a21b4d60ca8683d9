import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SHARED } from '../../shared.ts';

const WORKBOOKS = path.join(SHARED, 'data/raw/cwt_commissioner');

/** Every workbook's path, folder by folder. */
export function workbooks(): string[] {
  return readdirSync(WORKBOOKS)
    .sort()
    .flatMap((year) =>
      readdirSync(path.join(WORKBOOKS, year)).map((name) => path.join(WORKBOOKS, year, name)),
    );
}

type PlainRow = { sheet: string; row: number; ons: string; code: string; counts: string };
export type PlainBook = { rows: PlainRow[]; dangling: boolean };

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (xml: string) =>
  xml.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');

const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The rows of every data sheet, read with regular expressions alone: a second way to the same cells. */
export function readPlainly(file: string): PlainBook {
  const zip = unzipSync(readFileSync(file), { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  const part = (name: string) => (zip[name] ? strFromU8(zip[name]) : '');
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((m) =>
    plain(m[1] ?? ''),
  );
  const targets = new Map<string, string>();
  for (const [tag] of part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g))
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'));
  const names = Object.keys(zip);
  const dangling = names
    .filter((name) => name.startsWith('xl/worksheets/_rels/'))
    .some((name) =>
      [...part(name).matchAll(/<Relationship\b[^>]*>/g)].some(
        ([tag]) =>
          tag.includes('/drawing"') &&
          !names.includes(attribute(tag, 'Target').replace(/^(\.\.|\/xl)\//, 'xl/')),
      ),
    );

  const rows: PlainRow[] = [];
  for (const [tag] of part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)) {
    const sheet = plain(attribute(tag, 'name'));
    if (/^frontpage$/i.test(sheet)) continue;
    rows.push(...sheetRows(sheet, part(targets.get(attribute(tag, 'r:id')) ?? ''), strings));
  }
  return { rows, dangling };
}

function sheetRows(sheet: string, xml: string, strings: string[]): PlainRow[] {
  const rows: PlainRow[] = [];
  let first = -1;
  for (const match of xml.matchAll(/<row\b[^>]*?\br="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells: string[] = [];
    for (const [, tag = '', inner = ''] of (match[2] ?? '').matchAll(
      /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? plain(inner);
      const column = attribute(tag, 'r').charCodeAt(0) - 65;
      cells[column] = attribute(tag, 't') === 's' ? (strings[Number(value)] ?? '') : plain(value);
    }
    if (first < 0) {
      if (cells[1] === 'CCG CODE') first = cells.findIndex((cell) => cell?.startsWith('TOTAL'));
      continue;
    }
    const code = cells[1] || (cells[2] === 'ENGLAND' ? 'england' : '');
    const counts = [0, 1, 2].map((i) => cells[first + i]?.replaceAll(',', '')).join(' ');
    if (code !== '') rows.push({ sheet, row: Number(match[1]), ons: cells[0] ?? '', code, counts });
  }
  return rows;
}
