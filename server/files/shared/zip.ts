import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip file; `stored` as it is where it is compressed in itself. */
export type ZipPart = { name: string; bytes: Uint8Array; stored?: boolean };

/** Versions of the format: what a reader must understand, for compressed parts in folders. */
const VERSION = 20;
/** That names are in UTF-8. */
const UTF8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const LEVEL = 6;

/** A day and time as zip files write them: in steps of two seconds, by the clock of this machine. */
function dosTime(date: Date): number {
  const day = ((date.getFullYear() - 1980) << 25) | ((date.getMonth() + 1) << 21) | (date.getDate() << 16);
  return (day | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1)) >>> 0;
}

/**
 * A zip file of parts, in their order, each dated `date` (APPNOTE.TXT, PKWARE, 4.3). Compressed by zlib, which takes a
 * fifth of the time of the same in JavaScript. For files of less than 4 GB and 65,536 parts.
 */
export function zipOf(parts: readonly ZipPart[], date: Date): Uint8Array {
  const time = dosTime(date);
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, stored = false } of parts) {
    const named = Buffer.from(name);
    const body = stored
      ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      : deflateRawSync(bytes, { level: LEVEL });
    // What both headers say of a part, from the version that a reader needs on.
    const said = Buffer.alloc(26);
    said.writeUInt16LE(VERSION, 0);
    said.writeUInt16LE(UTF8, 2);
    said.writeUInt16LE(stored ? STORED : DEFLATED, 4);
    said.writeUInt32LE(time, 6);
    said.writeUInt32LE(crc32(bytes), 10);
    said.writeUInt32LE(body.length, 14);
    said.writeUInt32LE(bytes.length, 18);
    said.writeUInt16LE(named.length, 22);
    pieces.push(signed(LOCAL, said), named, body);
    // The version that made it; then no comment, disk 0, no attributes, and where the part begins.
    const [made, place] = [Buffer.alloc(2), Buffer.alloc(14)];
    made.writeUInt16LE(VERSION);
    place.writeUInt32LE(offset, 10);
    directory.push(signed(CENTRAL, made), said, place, named);
    offset += 4 + said.length + named.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, listed, signed(END, end)]);
}

/** Bytes after the four that say what they are. */
function signed(signature: number, bytes: Buffer): Buffer {
  const mark = Buffer.alloc(4);
  mark.writeUInt32LE(signature);
  return Buffer.concat([mark, bytes]);
}
