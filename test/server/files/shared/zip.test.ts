import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from '../../../../server/files/shared/zip.ts';

const DATE = new Date(2026, 10, 28, 13, 59, 31);
/** What every implementation of the checksum is tried with: its CRC-32 is cbf43926 (Koopman 2002). */
const CHECK = Buffer.from('123456789');

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

test('another reader finds every part as it was, in order, compressed or stored', () => {
  const long = Buffer.from('a wait of 62 days. '.repeat(1000));
  const bytes = zipOf(
    [
      { name: 'xl/long.xml', bytes: long },
      { name: 'empty.xml', bytes: Buffer.alloc(0) },
      { name: 'media/größe.png', bytes: CHECK, stored: true },
    ],
    DATE,
  );
  const methods: [string, number][] = [];
  const parts = unzipSync(bytes, {
    filter({ name, compression }) {
      methods.push([name, compression]);
      return true;
    },
  });
  expect(methods).toEqual([
    ['xl/long.xml', 8],
    ['empty.xml', 8],
    ['media/größe.png', 0],
  ]);
  expect(strFromU8(parts['xl/long.xml'] as Uint8Array)).toBe(long.toString());
  expect(parts['empty.xml']).toHaveLength(0);
  expect(strFromU8(parts['media/größe.png'] as Uint8Array)).toBe('123456789');
  expect(bytes.length).toBeLessThan(1000);
});

test('the headers say checksum, sizes and time as the format has them', () => {
  const bytes = zipOf([{ name: 'a', bytes: CHECK, stored: true }], DATE);
  const local = viewOf(bytes);
  expect(local.getUint32(0, true)).toBe(0x04034b50);
  expect(local.getUint32(14, true)).toBe(0xcbf43926);
  expect([local.getUint32(18, true), local.getUint32(22, true)]).toEqual([9, 9]);
  // 13:59:30, as seconds go in twos; 28 November, 46 years after 1980.
  expect(local.getUint16(10, true)).toBe((13 << 11) | (59 << 5) | 15);
  expect(local.getUint16(12, true)).toBe((46 << 9) | (11 << 5) | 28);
  const end = viewOf(bytes.subarray(-22));
  expect(end.getUint32(0, true)).toBe(0x06054b50);
  expect(end.getUint16(10, true)).toBe(1);
  const directory = end.getUint32(16, true);
  expect(local.getUint32(directory, true)).toBe(0x02014b50);
  expect(local.getUint32(directory + 16, true)).toBe(0xcbf43926);
  expect(local.getUint32(directory + 42, true)).toBe(0);
  expect(end.getUint32(12, true)).toBe(bytes.length - 22 - directory);
});

test('the same parts of the same date are the same file', () => {
  const part = { name: 'a', bytes: CHECK };
  expect(zipOf([part], DATE)).toEqual(zipOf([part], DATE));
  expect(zipOf([part], DATE)).not.toEqual(zipOf([part], new Date(1980, 0, 1)));
});
