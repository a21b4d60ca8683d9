import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readCsv, readTable, writeCsv } from '../../../scripts/ingest/csv.ts';
import { tried } from '../../fuzz.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'csv-property-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = path.join(folder, 'any.csv');

const letters = (...all: string[]) =>
  fc.array(fc.constantFrom(...all), { maxLength: 8 }).map((each) => each.join(''));
const text = fc.oneof(
  letters('"', ',', '\n', '\r', ' ', ';', '\t', '=', 'a', '\ufeff', 'é'),
  fc.string({ unit: 'binary' }),
);

test('rows that are written are the rows that are read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 20 }), (cells) => {
      const rows = cells.map(([a, b]) => ({ id: 'x', a, b }));
      writeCsv(file, ['id', 'a', 'b'], rows);
      expect(readCsv(file)).toEqual(rows);
    }),
    tried(150),
  );
});

test('any bytes are a table whose lines rise, or are refused by the file’s name', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc
      .array(fc.oneof(letters('a', 'b', ',', '"', '\n', '\r\n'), text), { maxLength: 12 })
      .map((each) => Buffer.from(each.join(''))),
  );
  fc.assert(
    fc.property(bytes, fc.constantFrom('any.csv', 'any.csv.gz'), (given, name) => {
      const full = path.join(folder, name);
      writeFileSync(full, given);
      let table: ReturnType<typeof readTable>;
      try {
        table = readTable(full);
      } catch (error) {
        expect((error as Error).message.startsWith(full)).toBe(true);
        return;
      }
      expect(table.lines).toHaveLength(table.rows.length);
      expect(table.lines.every((line, i) => line > (table.lines[i - 1] ?? 0))).toBe(true);
    }),
    tried(150),
  );
});
