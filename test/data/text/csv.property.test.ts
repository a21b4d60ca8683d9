import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv, fileName, quoted } from '../../../data/text/csv.ts';
import { tried } from '../../fuzz.ts';

/** Texts that hold what a CSV or a spreadsheet gives a meaning to. */
const awkward = fc
  .array(
    fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ';', ' ', 'a', '1', '\ufeff', 'é'),
    { maxLength: 8 },
  )
  .map((letters) => letters.join(''));
const text = fc.oneof(awkward, fc.string({ unit: 'binary' }));
const number = fc.double({ noNaN: false });

const unescaped = (cell: string) => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell);

test('what is written comes back, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, number, text), { minLength: 1 }), (rows) => {
      const written = csv(['a', 'b', 'c'], rows);
      const [, ...read] = parse(written, { bom: true, record_delimiter: '\r\n' }) as string[][];
      const back = read.map(([a = '', b = '', c = '']) => [
        unescaped(a),
        b === '' ? null : Number(b),
        unescaped(c),
      ]);
      // The JSON of a number has no -0, nor has the file.
      expect(back).toEqual(rows.map(([a, b, c]) => [a, Number.isFinite(b) ? b + 0 : null, c]));
    }),
    tried(500),
  );
});

test('no cell of a text begins as a formula', () => {
  fc.assert(
    fc.property(text, (given) => {
      const [, [cell = ''] = []] = parse(csv(['a'], [[given]]), {
        bom: true,
        record_delimiter: '\r\n',
      }) as string[][];
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }),
    tried(500),
  );
});

test('one field stays one field', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 2 }), (fields) => {
      const line = fields.map(quoted).join(',');
      expect(parse(`${line}\r\n`, { record_delimiter: '\r\n' })).toEqual([fields]);
    }),
    tried(500),
  );
});

test('a file’s name is one that every system takes, and leads nowhere', () => {
  fc.assert(
    fc.property(fc.array(text), (parts) => {
      const name = fileName(parts, 'csv');
      expect(name).toMatch(/^[a-z0-9._-]{0,120}\.csv$/);
      expect(name).not.toContain('/');
    }),
    tried(500),
  );
});
