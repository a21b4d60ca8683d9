import { createWriteStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import { strToU8, Zip, ZipPassThrough } from 'fflate';
import { type Copied, inTemporaryFolder, piecesOf } from '../../../dataset/copy.ts';
import { ProblemError } from '../../../http/problem.ts';

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

/** The beginning of a sheet and its rows, compressed, as a file without a name. */
export type PackedRows = {
  file: FileHandle;
  rows: number;
  /** Of what was compressed: its bytes, and their checksum in a zip file. */
  size: number;
  crc: number;
  close(): Promise<void>;
};

/** The rows that a sheet of Excel can have. */
const MOST_ROWS = 1_048_576;
/** Further effort makes a whole dataset an eighth smaller and takes half as long again. */
const LEVEL = 3;
/** The first day that a zip file can name: the same figures are the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what the pattern looks for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g;

const coded = (letter: string) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

const sharedString = (text: string) => {
  const safe = text.replaceAll(FORBIDDEN, coded).replaceAll(/[&<>]/g, (letter) => ESCAPED[letter] ?? letter);
  const space = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
  return `<si><t${space}>${safe}</t></si>`;
};

/** A part of a zip file of compressed pieces that were each ended by themselves, so that they can follow one another. */
class Part extends ZipPassThrough {
  override compression = 8;
  override crc = 0;
  override mtime = FIRST_DAY;

  add(text: Uint8Array, final: boolean) {
    this.crc = crc32(text, this.crc);
    this.size += text.length;
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, new Uint8Array(deflateRawSync(text, { level: LEVEL, finishFlush })), final);
  }

  addPacked(piece: Uint8Array<ArrayBuffer>) {
    this.ondata(null, piece, false);
  }
}

/** A row whose cells all have one text, which is at a place of the shared strings. */
export const rowOfOneText = ({ letters, styles, head }: Template, place: number): string => {
  const cells = letters.map(
    (letter, at) => `<c r="${letter}${head + 1}" s="${styles[0]?.[at]}" t="s"><v>${place}</v></c>`,
  );
  return `<row r="${head + 1}">${cells.join('')}</row>`;
};

/**
 * Compresses rows that stand as XML in a file, and closes it; `otherwise` stands for none. Throws where a sheet has no
 * room for them, or there is none to write.
 */
export async function packRows(
  { sheet, head }: Template,
  { files, rows, close }: Copied,
  otherwise: string,
  signal: AbortSignal,
): Promise<PackedRows> {
  try {
    if (head + rows > MOST_ROWS)
      throw new ProblemError(
        'too_large',
        `These are ${rows} rows, and a sheet of Excel has no room for more than ${MOST_ROWS - head}: narrow them by a filter, or take observations.csv.`,
      );
    let [size, crc] = [0, 0];
    const counted = (bytes: Uint8Array) => {
      size += bytes.length;
      crc = crc32(bytes, crc);
      return bytes;
    };
    async function* read() {
      yield counted(strToU8(sheet.before));
      if (rows === 0) yield counted(strToU8(otherwise));
      for await (const bytes of piecesOf(files)) yield counted(bytes);
    }
    return await inTemporaryFolder(async (folder) => {
      const to = path.join(folder, 'rows');
      const deflated = createDeflateRaw({ level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH });
      await pipeline(read, deflated, createWriteStream(to), { signal });
      const packed = await open(to);
      return { file: packed, rows: Math.max(1, rows), size, crc, close: () => packed.close() };
    });
  } finally {
    await close();
  }
}

/** The bytes of a workbook, piece by piece: its other parts before and after the rows. `texts` are those the rows name, in order. */
export async function* streamedBook(
  { parts, sheet, table, strings, letters, head }: Template,
  { file, rows, size, crc }: PackedRows,
  texts: readonly string[],
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const taken = () => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    return bytes;
  };
  const begun = (name: string) => {
    const part = new Part(name);
    zip.add(part);
    return part;
  };
  for (const [name, bytes] of Object.entries(parts)) begun(name).add(bytes, true);
  const rowsPart = begun(sheet.name);
  [rowsPart.size, rowsPart.crc] = [size, crc];
  for await (const piece of piecesOf([file])) {
    rowsPart.addPacked(piece);
    yield taken();
  }
  rowsPart.add(strToU8(sheet.after), true);
  const range = `A${head}:${letters.at(-1)}${head + rows}`;
  begun(table.name).add(strToU8(table.xml.join(range)), true);
  const added = texts.map(sharedString).join('');
  begun(strings.name).add(strToU8(`${strings.before}${added}${strings.after}`), true);
  zip.end();
  yield taken();
}
