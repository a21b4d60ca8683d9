import { strFromU8 } from 'fflate';
import type { Template } from '../../worker/sheet.ts';
import type { Book } from './book.ts';
import { columnLetters, headRow, written } from './index.ts';
import { mendedParts } from './mend.ts';

/** The two sides of a text around what a pattern finds. Throws where it finds nothing. */
function around(text: string, pattern: RegExp): [before: string, after: string] {
  const found = pattern.exec(text);
  if (!found) throw new Error(`There is no ${pattern} in ${text.slice(0, 200)}`);
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)];
}

/** A part of a workbook taken out of the others, as text. */
function taken(parts: Record<string, Uint8Array>, name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new Error(`The workbook has no part ${name}`);
  delete parts[name];
  return strFromU8(bytes);
}

/**
 * A workbook whose last sheet's rows are still to come: those that it has stand for the kinds of row there are, each with
 * the formats of its cells.
 */
export async function templateOf(book: Book): Promise<Template> {
  const last = book.sheets.at(-1);
  if (!last) throw new Error('The workbook has no sheet of rows');
  const parts = mendedParts(await written(book));
  const sheet = `xl/worksheets/sheet${book.sheets.length + 1}.xml`;
  const table = `xl/tables/table${book.sheets.filter(({ rows }) => rows.length > 0).length}.xml`;
  const strings = 'xl/sharedStrings.xml';
  const head = headRow(last);
  const text = taken(parts, sheet).replace(/<dimension [^>]*\/>/, '');
  const [before] = around(text, new RegExp(`<row r="${head + 1}"`));
  const [rows, after] = around(text.slice(before.length), /<\/sheetData>/);
  const styles = rows
    .split('</row>')
    .slice(0, last.rows.length)
    .map((row) => [...row.matchAll(/ s="(\d+)"/g)].map(([, style]) => style ?? '0'));
  const shared = taken(parts, strings).replace(/ count="\d+"| uniqueCount="\d+"/g, '');
  const [known, end] = around(shared, /<\/sst>/);
  return {
    parts,
    sheet: { name: sheet, before, after: `</sheetData>${after}` },
    table: { name: table, xml: taken(parts, table).split(/A\d+:[A-Z]+\d+/) },
    strings: { name: strings, before: known, after: `</sst>${end}`, known: known.split('<si>').length - 1 },
    styles,
    letters: last.columns.map((_, at) => columnLetters(at)),
    head,
  };
}
