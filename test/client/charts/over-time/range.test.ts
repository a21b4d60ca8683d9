import { describe, expect, test } from 'vitest';
import {
  monthsOfPlaces,
  placesIn,
  rangeAsked,
  rangeText,
  readRange,
  shownOf,
} from '../../../../client/charts/over-time/range.ts';

const MONTHS = ['2018-01', '2018-02', '2018-03', '2018-04', '2018-05'];
const YEARS = ['fy2016-17', 'fy2017-18', 'fy2018-19'];
const always = () => true;

describe('a range in the address', () => {
  test('is two months; turned round where it is upside down, and all where it is none, both said', () => {
    expect(readRange('')).toEqual({ months: null, mended: '' });
    expect(readRange('2018-02..2018-04')).toEqual({ months: { from: '2018-02', to: '2018-04' }, mended: '' });
    expect(readRange('2018-04..2018-02')).toEqual({
      months: { from: '2018-02', to: '2018-04' },
      mended: 'The range was upside down: February 2018 to April 2018 is shown.',
    });
    for (const wrong of [
      '2018',
      '2018-13..2018-14',
      '2018-01..2018-02..2018-03',
      'fy2016-17..fy2017-18',
      '..',
    ])
      expect(readRange(wrong)).toMatchObject({ months: null, mended: expect.stringContaining(`“${wrong}”`) });
  });

  test('shows every period that has a month in it, whatever their length', () => {
    expect(placesIn(MONTHS, { from: '2018-02', to: '2018-04' })).toEqual([1, 3]);
    expect(placesIn(MONTHS, { from: '2010-02', to: '2018-02' })).toEqual([0, 1]);
    expect(placesIn(YEARS, { from: '2018-03', to: '2018-04' })).toEqual([1, 2]);
    expect(placesIn(MONTHS, { from: '2019-01', to: '2019-04' })).toBeNull();
  });

  test('is the months of the places shown, and nothing for all of them', () => {
    expect(rangeText(monthsOfPlaces(YEARS, [1, 2]))).toBe('2017-04..2019-03');
    expect(rangeText(monthsOfPlaces(YEARS, [0, 2]))).toBe('');
    for (const places of [
      [0, 1],
      [1, 3],
      [2, 2],
    ] as const)
      expect(placesIn(MONTHS, monthsOfPlaces(MONTHS, places))).toEqual(places);
  });
});

describe('where nothing would be shown, all is, and that is said', () => {
  test('outside the series', () =>
    expect(shownOf(MONTHS, always, readRange('2030-01..2030-04'))).toEqual({
      shown: [0, 4],
      said: 'A chart with nothing in January 2030 to April 2030 shows all that it has: January 2018 to May 2018.',
    }));

  test('where all are gaps', () =>
    expect(shownOf(MONTHS, (at) => at === 0, readRange('2018-02..2018-03')).said).toMatch(
      /no figure in February/,
    ));

  test('a series of nothing', () =>
    expect(shownOf([], always, readRange('2018-02..2018-03')).shown).toEqual([0, 0]));
});

test('a file is refused in words where its range cannot be', () => {
  expect(rangeAsked('2018-02..2018-03', MONTHS, always)).toEqual([1, 2]);
  expect(rangeAsked(undefined, MONTHS, always)).toEqual([0, 4]);
  expect(() => rangeAsked('2018-03..2018-02', MONTHS, always)).toThrow(
    "range: '2018-03..2018-02' is upside down: ask for 2018-02..2018-03.",
  );
  expect(() => rangeAsked('soon', MONTHS, always)).toThrow(RangeError);
  expect(() => rangeAsked('2030-01..2030-02', MONTHS, always)).toThrow(
    'range: This series has nothing in January 2030 to February 2030. It runs from January 2018 to May 2018.',
  );
});
