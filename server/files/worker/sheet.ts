import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough } from 'fflate';

/** A row as it is handed over: which of the template's rows it looks like, and its cells. */
export type StreamedRow = { like: number; cells: readonly (string | number)[] };

/** A workbook but for the rows of its last sheet; in its parts these stand where the marks are. */
export type Template = {
  parts: Record<string, Uint8Array>;
  sheet: { name: string; before: string; after: string };
  /** The text of the table around its range, twice; the shared strings, and how many there are already. */
  table: { name: string; xml: readonly string[] };
  strings: { name: string; before: string; after: string; known: number };
  /** Of each kind of row, the number of the style of each cell. */
  styles: readonly (readonly string[])[];
  letters: readonly string[];
  /** The row of the table's head, from 1. */
  head: number;
};

const MOST_STRINGS = 20_000;
/** Rows of a sheet of Excel. */
const MOST_ROWS = 1_048_576;

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g;

const coded = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const textOf = (text: string) => {
  const safe = text.replaceAll(FORBIDDEN, coded).replaceAll(/[&<>]/g, (letter) => ESCAPED[letter] ?? letter);
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${safe}</t>`;
};

/** A part compressed piece by piece, each by itself, so that nothing is kept between them. */
class Deflated extends ZipPassThrough {
  override compression = 8;
  protected override process(chunk: Uint8Array, final: boolean) {
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(chunk, { level: 3, finishFlush }), final);
  }
}

/** Writes a workbook piece by piece: the rows of its last sheet as they come, everything else around them. */
export class SheetWriter {
  readonly #template: Template;
  readonly #strings = new Map<string, number>();
  readonly #zip: Zip;
  readonly #sheet: Deflated;
  #pieces: Uint8Array[] = [];
  #row: number;

  constructor(template: Template) {
    this.#template = template;
    this.#row = template.head;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
    for (const [name, bytes] of Object.entries(template.parts)) this.#part(name, bytes);
    this.#sheet = new Deflated(template.sheet.name);
    this.#zip.add(this.#sheet);
    this.#sheet.push(strToU8(template.sheet.before));
  }

  /** The bytes that have come about since the last time. Throws a RangeError beyond the rows of a sheet. */
  rows(rows: readonly StreamedRow[]): Uint8Array {
    if (this.#row + rows.length > MOST_ROWS)
      throw new RangeError(`A sheet has no more than ${MOST_ROWS} rows`);
    let xml = '';
    for (const row of rows) xml += this.#rowOf(row);
    if (xml !== '') this.#sheet.push(strToU8(xml));
    return this.#taken();
  }

  /** The last bytes. */
  end(): Uint8Array {
    const { sheet, table, strings, letters, head } = this.#template;
    this.#sheet.push(strToU8(sheet.after), true);
    const range = `A${head}:${letters.at(-1)}${Math.max(this.#row, head + 1)}`;
    this.#part(table.name, strToU8(table.xml.join(range)));
    const added = [...this.#strings.keys()].map((text) => `<si>${textOf(text)}</si>`).join('');
    this.#part(strings.name, strToU8(`${strings.before}${added}${strings.after}`));
    this.#zip.end();
    return this.#taken();
  }

  #part(name: string, bytes: Uint8Array) {
    const part = new Deflated(name);
    this.#zip.add(part);
    part.push(bytes, true);
  }

  #rowOf({ like, cells }: StreamedRow): string {
    const { letters, styles } = this.#template;
    const style = styles[like] ?? [];
    const row = ++this.#row;
    let xml = `<row r="${row}">`;
    for (let i = 0; i < cells.length; i++)
      xml += this.#cell(cells[i] ?? '', `r="${letters[i]}${row}" s="${style[i]}"`);
    return `${xml}</row>`;
  }

  #cell(cell: string | number, attributes: string): string {
    if (typeof cell === 'number') return `<c ${attributes}><v>${cell}</v></c>`;
    let place = this.#strings.get(cell);
    if (place === undefined) {
      if (this.#strings.size >= MOST_STRINGS)
        return `<c ${attributes} t="inlineStr"><is>${textOf(cell)}</is></c>`;
      place = this.#template.strings.known + this.#strings.size;
      this.#strings.set(cell, place);
    }
    return `<c ${attributes} t="s"><v>${place}</v></c>`;
  }

  #taken(): Uint8Array {
    const pieces = Buffer.concat(this.#pieces);
    this.#pieces = [];
    return pieces;
  }
}
