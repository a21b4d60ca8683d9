import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { type Cell, csvLines } from '../../../data/text/csv.ts';
import { csvLineOf } from '../../../server/dataset/csvLine.ts';
import { tried } from '../../fuzz.ts';

const COLUMNS = Type.Object({
  level: Type.Enum(['ccg', 'icb']),
  note: Type.String(),
  value: Type.Union([Type.Number(), Type.Null()]),
  'two words': Type.Union([Type.String(), Type.Null()]),
});

/** Every text beside every number. */
const TEXTS = [
  ...['', 'Leeds', 'Bath, Swindon', 'the "old" list', 'one\nline', 'another\r\nline', 'Dinefwr Ê'],
  ...['=1+1', "'=1+1", '+44', '-5', '@home', '\ttab', '\nline', '=a,"b"', "'quoted'", '<5', '*', '!', '5'],
];
const NUMBERS = [
  null,
  0,
  -0,
  1,
  -7,
  100,
  0.1,
  1 / 3,
  0.8333333333333334,
  2 / 3,
  99.99999999999999,
  1e6 + 0.5,
].concat([123456789012, 0.0001, 4.5e-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 49, 12.5, 437]);

async function linesOf(rows: readonly (readonly Cell[])[]): Promise<string> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    await connection.run(
      'CREATE TABLE row (level VARCHAR, note VARCHAR, "value" DOUBLE, "two words" VARCHAR)',
    );
    const appender = await connection.createAppender('row');
    for (const [level, note, value, words] of rows) {
      appender.appendVarchar(String(level));
      appender.appendVarchar(String(note));
      if (value === null) appender.appendNull();
      else appender.appendDouble(Number(value));
      if (words === null) appender.appendNull();
      else appender.appendVarchar(String(words));
      appender.endRow();
    }
    appender.closeSync();
    const read = await connection.runAndReadAll(`SELECT ${csvLineOf(COLUMNS)} FROM row`);
    return (read.getColumnsJson()[0] ?? []).map((line) => `${line}\r\n`).join('');
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('a row is the line that csvLines writes, letter by letter', async () => {
  const rows = TEXTS.flatMap((text, i) =>
    NUMBERS.map((value, j) => [
      'icb',
      text,
      value,
      j % 5 === 0 ? null : (TEXTS[(i + j) % TEXTS.length] ?? null),
    ]),
  );
  expect(rows).toHaveLength(400);
  expect(await linesOf(rows)).toBe(csvLines(rows));
});

test('numbers that JavaScript and DuckDB write differently are the same numbers', async () => {
  const values = [0.00005, 1e-9, 1.5e21, 2 ** 60, 5e-324, Number.MAX_VALUE];
  const text = await linesOf(values.map((value) => ['ccg', '', value, null]));
  expect(
    text
      .trim()
      .split('\r\n')
      .map((line) => Number(line.split(',')[2])),
  ).toEqual(values);
});

// DuckDB's texts hold no zero byte of their own accord: no publisher's file that was read has one.
const letter = fc.oneof(
  fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', 'a', 'Ê', '\ufeff', '\u2028'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).map((each) => each.replace('\0', ' ')),
);
const anyText = fc.array(letter, { maxLength: 10 }).map((letters) => letters.join(''));

test('any text is written as csvLines writes it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyText, fc.option(anyText)), { minLength: 20, maxLength: 200 }),
      async (texts) => {
        const rows = texts.map(([note, words]) => ['icb', note, 1, words]);
        expect(await linesOf(rows)).toBe(csvLines(rows));
      },
    ),
    tried(5),
  );
});

test('any number comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 20, maxLength: 200 }),
      async (values) => {
        const text = await linesOf(values.map((value) => ['ccg', '', value, null]));
        const read = text
          .trimEnd()
          .split('\r\n')
          .map((line) => Number(line.split(',')[2]));
        expect(read).toEqual(values.map((value) => value + 0));
      },
    ),
    tried(5),
  );
});
