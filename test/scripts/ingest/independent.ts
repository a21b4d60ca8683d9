import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SHARED } from '../../shared.ts';

const WORKBOOKS = path.join(SHARED, 'data/raw/cwt_commissioner');
const BY_ICB = path.join(SHARED, 'data/raw/cwt_icb');

/** The 24 workbooks by ICB of October 2023 on. */
export const workbooksByIcb = (): string[] =>
  readdirSync(BY_ICB, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xlsx'))
    .sort()
    .map((name) => path.join(BY_ICB, name));

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

/** The parts of a workbook, its shared strings, and its sheets but the front page, each with its XML. */
function opened(file: string) {
  const zip = unzipSync(readFileSync(file), { filter: ({ name }) => /\.(xml|rels)$/.test(name) });
  const part = (name: string) => (zip[name] ? strFromU8(zip[name]) : '');
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((m) =>
    plain(m[1] ?? ''),
  );
  const targets = new Map<string, string>();
  for (const [tag] of part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g))
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/'));
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const sheet = plain(attribute(tag, 'name'));
    return /^front ?page$/i.test(sheet)
      ? []
      : [{ sheet, xml: part(targets.get(attribute(tag, 'r:id')) ?? '') }];
  });
  return { names: Object.keys(zip), part, strings, sheets };
}

/** The rows of every data sheet, read with regular expressions alone: a second way to the same cells. */
export function readPlainly(file: string): PlainBook {
  const { names, part, strings, sheets } = opened(file);
  const dangling = names
    .filter((name) => name.startsWith('xl/worksheets/_rels/'))
    .some((name) =>
      [...part(name).matchAll(/<Relationship\b[^>]*>/g)].some(
        ([tag]) =>
          tag.includes('/drawing"') &&
          !names.includes(attribute(tag, 'Target').replace(/^(\.\.|\/xl)\//, 'xl/')),
      ),
    );

  const rows = sheets.flatMap(({ sheet, xml }) => sheetRows(sheet, xml, strings));
  return { rows, dangling };
}

/** The rows of a worksheet that have cells: their number, and the text of each cell by its column. */
function* cellsOf(xml: string, strings: string[]): Generator<{ row: number; cells: string[] }> {
  for (const match of xml.matchAll(/<row\b[^>]*?\br="(\d+)"[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const cells: string[] = [];
    for (const [, tag = '', inner = ''] of (match[2] ?? '').matchAll(
      /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g,
    )) {
      const value = /<v>([^<]*)<\/v>/.exec(inner)?.[1] ?? plain(inner);
      const column = attribute(tag, 'r').charCodeAt(0) - 65;
      cells[column] = attribute(tag, 't') === 's' ? (strings[Number(value)] ?? '') : plain(value);
    }
    yield { row: Number(match[1]), cells };
  }
}

function sheetRows(sheet: string, xml: string, strings: string[]): PlainRow[] {
  const rows: PlainRow[] = [];
  let first = -1;
  for (const { row, cells } of cellsOf(xml, strings)) {
    if (first < 0) {
      if (cells[1] === 'CCG CODE') first = cells.findIndex((cell) => cell?.startsWith('TOTAL'));
      continue;
    }
    const code = cells[1] || (cells[2] === 'ENGLAND' ? 'england' : '');
    const counts = [0, 1, 2].map((i) => cells[first + i]?.replaceAll(',', '')).join(' ');
    if (code !== '') rows.push({ sheet, row, ons: cells[0] ?? '', code, counts });
  }
  return rows;
}

/**
 * The rows of every part of the sheets of a workbook by ICB, as `sheet row code total within`: a part begins with a
 * header, and has the columns that its header names.
 */
export function readPartsPlainly(file: string): string[] {
  const { strings, sheets } = opened(file);
  return sheets.flatMap(({ sheet, xml }) => {
    const found: string[] = [];
    let columns = { code: -1, total: -1 };
    for (const { row, cells } of cellsOf(xml, strings)) {
      const code = cells.findIndex((cell) => cell?.startsWith('ODS CODE'));
      if (code >= 0) columns = { code, total: cells.findIndex((cell) => cell?.startsWith('TOTAL')) };
      const count = (offset: number) => Number((cells[columns.total + offset] ?? '').replaceAll(',', ''));
      const named = cells[columns.code] || (cells.includes('ALL ENGLISH COMMISSIONERS') ? 'england' : '');
      if (code < 0 && named && cells[columns.total])
        found.push(`${sheet} ${row} ${named} ${count(0)} ${count(1)}`);
    }
    return found;
  });
}
