import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedMonth, statedMonth } from '../../../scripts/ingest/month.ts';
import { count, decimal, halves, MOST } from '../../../scripts/ingest/numbers.ts';
import { tried } from '../../fuzz.ts';

/** What a sheet's cell may hold, as its reader gives it. */
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('1', '2', '0', '.', ',', ' ', '-', 'e', '%', '£', '\u00a0'), { maxLength: 8 })
    .map((each) => each.join('')),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.date(),
  fc.constantFrom(null, undefined, '', '*', '-', '1e5', 'Infinity', '0x10', '１'),
);

test.each([
  ['count', count],
  ['halves', halves],
  ['decimal', decimal],
])('%s reads a number that can be one, or none, of any cell', (_name, read) => {
  fc.assert(
    fc.property(cell, (given) => {
      const number = read(given);
      if (number === null) return;
      expect(Number.isFinite(number)).toBe(true);
      if (read !== decimal) expect(number >= 0 && number < MOST).toBe(true);
      if (read === count) expect(Number.isInteger(number)).toBe(true);
      if (read === halves) expect(Number.isInteger(2 * number)).toBe(true);
    }),
    tried<[unknown]>(500, [['9'.repeat(400)]]),
  );
});

test('a month is read from any cell and from any name of a file, or none', () => {
  const names =
    'January February March April May June July August September October November December Jan Sept'.split(
      ' ',
    );
  const like = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(' ', '-', '', '_'), fc.integer({ min: 0, max: 20_000 }))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(cell, like), (given) => {
      for (const month of [statedMonth(given), namedMonth(String(given))])
        if (month !== null) expect(month).toMatch(/^\d{4}-(0[1-9]|1[0-2])$/);
    }),
    tried<[unknown]>(500, [[new Date(Number.NaN)], [new Date('0999-12-31')], ['January 9999/00']]),
  );
});
