import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  placesIn,
  rangeAsked,
  rangeText,
  readRange,
  shownOf,
} from '../../../../client/charts/over-time/range.ts';
import { tried } from '../../../fuzz.ts';

const month = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }))
  .map(([year, number]) => `${String(year).padStart(4, '0')}-${String(number).padStart(2, '0')}`);
const text = fc.oneof(
  fc.tuple(month, fc.constantFrom('..', '.', '...', ','), month).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const PERIODS = ['fy2015-16', 'fy2016-17', 'fy2017-18', 'fy2018-19'];

test('any text is a range or is said not to be, and always some of the series is shown', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 4 }), (asked, length) => {
      const read = readRange(asked);
      if (read.months) {
        expect(read.months.from <= read.months.to).toBe(true);
        expect(readRange(rangeText(read.months))).toEqual({ months: read.months, mended: '' });
      } else expect(asked === '' || read.mended !== '').toBe(true);
      const periods = PERIODS.slice(0, length);
      const places = placesIn(periods, read.months);
      const { shown } = shownOf(periods, () => true, read);
      expect(shown[0] >= 0 && shown[1] >= shown[0] && shown[1] < Math.max(1, length)).toBe(true);
      if (places && length > 0) expect(places).toEqual(shown);
    }),
    tried(500),
  );
});

test('a file is asked for a range of the series, or the text is refused in words', () => {
  fc.assert(
    fc.property(text, (asked) => {
      try {
        const [from, to] = rangeAsked(asked, PERIODS, () => true);
        expect(from >= 0 && to >= from && to < PERIODS.length).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message).toMatch(/^range: [\s\S]+\.$/);
      }
    }),
    tried(500),
  );
});
