import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough } from 'fflate';

/** A row: its kind, an index into the template's styles, and its cells. */
export type StreamedRow = { kind: number; cells: readonly (string | number)[] };

/** A workbook without the rows of its last sheet, which go between `before` and `after`. */
export type Template = {
  parts: Record<string, Uint8Array>;
  sheet: { name: string; before: string; after: string };
  /** The pieces of the table's XML between which its range goes. */
  table: { name: string; xml: readonly string[] };
  /** The shared strings, with the count of those in `before`. */
  strings: { name: string; before: string; after: string; count: number };
  /** For each kind of row, the style number of each cell. */
  styles: readonly (readonly string[])[];
  letters: readonly string[];
  /** The row of the table's head, from 1. */
  head: number;
};

/** Shared strings are kept in memory: further texts are written in their cells. */
const MOST_STRINGS = 20_000;
/** The rows that a sheet of Excel can have. */
const MOST_ROWS = 1_048_576;

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what the pattern looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g;

const coded = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const textOf = (text: string) => {
  const safe = text.replaceAll(FORBIDDEN, coded).replaceAll(/[&<>]/g, (letter) => ESCAPED[letter] ?? letter);
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${safe}</t>`;
};

/** A part of a zip file compressed piece by piece, each by itself, so that no state is kept between them. */
class Deflated extends ZipPassThrough {
  override compression = 8;
  protected override process(chunk: Uint8Array, final: boolean) {
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(chunk, { level: 3, finishFlush }), final);
  }
}

/** Writes a workbook piece by piece: the rows of its last sheet as they come, its other parts before and after them. */
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

  /** Adds rows, and returns the bytes written since the last call. Throws a RangeError beyond the rows of a sheet. */
  rows(rows: readonly StreamedRow[]): Uint8Array {
    if (this.#row + rows.length > MOST_ROWS)
      throw new RangeError(`A sheet has no more than ${MOST_ROWS} rows`);
    let xml = '';
    for (const row of rows) xml += this.#rowOf(row);
    if (xml !== '') this.#sheet.push(strToU8(xml));
    return this.#taken();
  }

  /** Ends the workbook, and returns its last bytes. */
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

  #rowOf({ kind, cells }: StreamedRow): string {
    const { letters, styles } = this.#template;
    const style = styles[kind] ?? [];
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
      place = this.#template.strings.count + this.#strings.size;
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

// TypeScript sources cannot be run as a worker by Node 20: there, the sheet is written in this thread.
const compiled = !import.meta.url.endsWith('.ts');

/** What the thread of a sheet is sent, in this order: the template, rows as often as there are some, the end. */
export type SheetMessage = { template: Template } | { rows: readonly StreamedRow[] } | 'end';

type Writer = { send(message: SheetMessage): Promise<Uint8Array>; close(): unknown };

function writerHere(template: Template): Writer {
  const writer = new SheetWriter(template);
  return {
    send: async (message) =>
      message === 'end' ? writer.end() : writer.rows('rows' in message ? message.rows : []),
    close() {},
  };
}

function writerInThread(template: Template): Writer {
  const worker = new Worker(new URL('./sheetWorker.js', import.meta.url));
  worker.unref();
  const post = async (message: SheetMessage) => {
    worker.postMessage(message);
    // Throws an error of the thread.
    const [bytes] = await once(worker, 'message');
    return bytes as Uint8Array;
  };
  let first: Promise<Uint8Array> | null = post({ template });
  return {
    async send(message) {
      const before = first && (await first);
      first = null;
      const bytes = await post(message);
      return before ? Buffer.concat([before, bytes]) : bytes;
    },
    close: () => worker.terminate(),
  };
}

/**
 * A workbook, written as the rows of its last sheet come. A slice is taken when its bytes are wanted, so that a slow reader
 * slows down the query, and one that leaves ends it.
 */
export async function* streamedSheet(
  template: Template,
  slices: AsyncIterable<readonly StreamedRow[]>,
): AsyncGenerator<Uint8Array> {
  const writer = compiled ? writerInThread(template) : writerHere(template);
  try {
    for await (const rows of slices) yield await writer.send({ rows });
    yield await writer.send('end');
  } finally {
    await writer.close();
  }
}
