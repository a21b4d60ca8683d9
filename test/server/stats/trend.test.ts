import { describe, expect, test } from 'vitest';
import { lastYears, recentTrend, trendChiSquared } from '../../../server/stats/trend.ts';

const counts = (numerators: number[], denominators: number[]) =>
  numerators.map((numerator, i) => ({ numerator, denominator: denominators[i] as number }));

const years = (numerators: number[], denominators: number[], first = 2012) =>
  counts(numerators, denominators).map((count, i) => ({ period: String(first + i), ...count }));

const measured = (values: number[], half: number[]) =>
  values.map((value, i) => ({
    period: `fy201${i}-1${i + 1}`,
    value,
    lower: value - (half[i] as number),
    upper: value + (half[i] as number),
  }));

const falling = years([621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121]);
const rates = measured([67.9, 68.3, 68.9, 69.8, 70.2], [0.5, 0.4, 0.5, 0.45, 0.4]);

// R, ?prop.trend.test, lung cancer patients who smoke in four studies (Fleiss 1981, p. 139): X-squared = 8.2249.
test('the statistic of R’s example', () => {
  expect(trendChiSquared(counts([83, 90, 129, 70], [86, 93, 136, 82]))).toBeCloseTo(8.2249, 4);
});

test('twice the people, twice the statistic', () => {
  const double = falling.map((count) => ({
    numerator: 2 * count.numerator,
    denominator: 2 * count.denominator,
  }));
  expect(trendChiSquared(double)).toBeCloseTo(2 * trendChiSquared(falling), 9);
});

describe('counts', () => {
  // Figures and markers from the unit tests of OHID's open-source Fingertips; the statistics worked out apart at 40
  // digits, as the score statistic of the weighted regression.
  test.each([
    ['20301', 'decreasing', [621, 599, 556, 535, 447], [3454, 3195, 3256, 3227, 3121], 20.1150802167],
    [
      'with part counts',
      'increasing',
      [2157, 2090, 2194, 2134.81, 2094],
      [3454, 3195, 3256, 3152, 3062],
      30.010452814,
    ],
    [
      '1172',
      'increasing',
      [8116, 8145, 8222, 8506, 8728],
      [91530, 91773, 92088, 92238, 92665.89],
      23.5541011942,
    ],
    [
      '10101',
      'no-change',
      [5405, 5500, 5435, 5480, 5315],
      [18095, 18170, 18005, 17890, 17860],
      0.0179503950963,
    ],
    [
      '10101, large',
      'decreasing',
      [22435, 22445, 21365, 20955, 19055],
      [65880, 67900, 68705, 69835, 70910],
      978.28446909,
    ],
  ])('%s: %s', (_, direction, numerators, denominators, chiSquared) => {
    const found = recentTrend(years(numerators, denominators));
    expect(found.direction).toBe(direction);
    expect((found.chiSquared ?? 0) / chiSquared).toBeCloseTo(1, 9);
    expect(found.reason).toBeNull();
  });

  test('the other proportion turns the direction round and keeps the statistic', () => {
    const turned = falling.map(({ period, numerator, denominator }) => ({
      period,
      numerator: denominator - numerator,
      denominator,
    }));
    const found = recentTrend(turned);
    expect(found.direction).toBe('increasing');
    expect(found.chiSquared).toBeCloseTo(recentTrend(falling).chiSquared ?? 0, 9);
  });

  test('only the last five years count, in whatever order they come', () => {
    const earlier = { period: '2011', numerator: 3000, denominator: 3001 };
    expect(recentTrend([...falling, earlier].reverse())).toEqual(recentTrend(falling));
  });

  // 30% four times, then 60%: the rise is there at 99.8%, but without the last year there is none at all; a fall
  // by a hair among the four turns the slope.
  test('one year alone makes no trend', () => {
    const found = recentTrend(years([301, 300, 300, 299, 600], [1000, 1000, 1000, 1000, 1000]));
    expect(found).toMatchObject({ direction: 'no-change', reason: 'one year alone makes the trend' });
    expect(found.chiSquared).toBeGreaterThan(9.5495);
  });

  test('a year at 0% is harmless unless the trend is one', () => {
    expect(recentTrend(years([0, 1, 0, 1, 0], [50, 50, 50, 50, 50]))).toMatchObject({
      direction: 'no-change',
      reason: null,
    });
    expect(recentTrend(years([0, 0, 0, 0, 0], [50, 50, 50, 50, 50]))).toEqual({
      direction: 'no-change',
      chiSquared: 0,
      reason: null,
    });
    expect(recentTrend(years([0, 10, 20, 30, 40], [50, 50, 50, 50, 50]))).toEqual({
      direction: 'not-calculated',
      chiSquared: null,
      reason: 'a year has a proportion of 0%',
    });
  });

  // The same counts turned round: the statistic is the same, and so is the answer.
  test('a year at 100% is harmless unless the trend is one', () => {
    const zeros = recentTrend(years([0, 1, 2, 1, 2], [50, 50, 50, 50, 50]));
    const full = recentTrend(years([50, 49, 48, 49, 48], [50, 50, 50, 50, 50]));
    expect(full).toMatchObject({ direction: 'no-change', reason: null });
    expect(full.chiSquared).toBeCloseTo(zeros.chiSquared ?? 0, 12);
    expect(recentTrend(years([50, 50, 50, 50, 50], [50, 50, 50, 50, 50]))).toEqual({
      direction: 'no-change',
      chiSquared: 0,
      reason: null,
    });
    expect(recentTrend(years([50, 40, 30, 20, 10], [50, 50, 50, 50, 50]))).toEqual({
      direction: 'not-calculated',
      chiSquared: null,
      reason: 'a year has a proportion of 100%',
    });
  });

  test('one person a year, always in time, or now and then: no change, no NaN', () => {
    expect(recentTrend(years([1, 1, 1, 1, 1], [1, 1, 1, 1, 1]))).toMatchObject({ direction: 'no-change' });
    expect(recentTrend(years([0, 1, 0, 1, 0], [1, 1, 1, 1, 1]))).toMatchObject({ direction: 'no-change' });
  });
});

describe('values with intervals', () => {
  // Worked out apart with numpy: (A'A)^-1 A'y with rows over their standard errors.
  test('weighted least squares', () => {
    const found = recentTrend(rates);
    expect(found.direction).toBe('increasing');
    expect(found.chiSquared).toBeCloseTo(75.20012824384354, 8);
  });

  // Errors of e at 0 to 4: slope 1, its variance e²/10. The bound is 9.5495.
  test.each([
    [9.54, 'no-change', 'no-change'],
    [9.56, 'increasing', 'decreasing'],
  ])('by hand, a statistic of %f', (chiSquared, up, down) => {
    const half = Array.from({ length: 5 }, () => 1.959963984540054 * Math.sqrt(10 / chiSquared));
    const rise = recentTrend(measured([1, 2, 3, 4, 5], half));
    expect(rise.chiSquared).toBeCloseTo(chiSquared, 10);
    expect(rise.direction).toBe(up);
    expect(recentTrend(measured([5, 4, 3, 2, 1], half)).direction).toBe(down);
  });

  test.each([
    ['a missing interval', { lower: null }, /no interval/],
    ['an interval without width', { lower: 68, upper: 68 }, /without width/],
    ['a missing value', { value: null }, /no figure/],
  ])('%s', (_, change, reason) => {
    const found = recentTrend(rates.map((point, i) => (i === 2 ? { ...point, ...change } : point)));
    expect(found).toMatchObject({ direction: 'not-calculated', chiSquared: null });
    expect(found.reason).toMatch(reason);
  });
});

describe('what is not tested', () => {
  const at = (periods: (string | number)[]) =>
    recentTrend(periods.map((period, i) => ({ period, numerator: 100 + 30 * i, denominator: 500 })));

  test.each([
    ['months', ['2016-04', '2016-05', '2016-06', '2016-07', '2016-08'], /not single years/],
    [
      'quarters',
      ['fy2016-17-q1', 'fy2016-17-q2', 'fy2016-17-q3', 'fy2016-17-q4', 'fy2017-18-q1'],
      /quarterly/,
    ],
    ['rolling years', ['2010-2012', '2011-2013', '2012-2014', '2013-2015', '2014-2016'], /rolling/],
    ['four years', [2012, 2013, 2014, 2015], /there are 4 years of figures: 5 are needed/],
    ['no years', [], /there are 0 years/],
    ['a missing year', [2010, 2011, 2012, 2014, 2015], /do not follow each other/],
    ['a year twice', [2010, 2011, 2012, 2012, 2013], /do not follow each other/],
    ['two kinds of year', ['2010', '2011', '2012', '2013', 'fy2014-15'], /cannot be mixed/],
    ['no period', ['a', 'b', 'c', 'd', 'e'], /not single years/],
  ])('%s', (_, periods, reason) => {
    expect(at(periods)).toMatchObject({ direction: 'not-calculated', chiSquared: null });
    expect(at(periods).reason).toMatch(reason);
  });

  test('years are, whether financial, calendar or bare numbers', () => {
    const financial = ['fy2012-13', 'fy2013-14', 'fy2014-15', 'fy2015-16', 'fy2016-17'];
    expect(at(financial).direction).toBe('increasing');
    expect(at([2012, 2013, 2014, 2015, 2016])).toEqual(at(financial));
    expect(at(['2012', '2013', '2014', '2015', '2016'])).toEqual(at(financial));
    expect(at([1, 2, 3, 4, 5])).toEqual(at(financial));
  });

  test('a missing year long ago does no harm', () => {
    expect(at([1998, 2012, 2013, 2014, 2015, 2016]).direction).toBe('increasing');
  });

  test.each([
    ['a missing count', { numerator: null }, /no figure/],
    ['more cases than people', { numerator: 4000 }, /impossible counts/],
    ['nobody', { numerator: 0, denominator: 0 }, /impossible counts/],
  ])('%s', (_, change, reason) => {
    const found = recentTrend(falling.map((point, i) => (i === 1 ? { ...point, ...change } : point)));
    expect(found.direction).toBe('not-calculated');
    expect(found.reason).toMatch(reason);
  });

  test('counts and values together', () => {
    const both = [...falling.slice(0, 4), { period: '2016', value: 1, lower: 0.5, upper: 1.5 }];
    expect(recentTrend(both).reason).toMatch(/others have none/);
  });
});

describe('the last years', () => {
  const at = (...periods: (string | number)[]) => periods.map((period) => ({ period }));

  test('the last of them, oldest first', () => {
    expect(lastYears(at(2014, 2012, 2013, 2011), 3)).toEqual(at(2012, 2013, 2014));
    expect(lastYears(at('fy1999-00', 'fy1998-99'), 2)).toEqual(at('fy1998-99', 'fy1999-00'));
  });

  test('a month is no year, though it looks like one', () => {
    expect(lastYears(at('2011-12', '2012-11'), 2)).toMatch(/not single years/);
    expect(lastYears(at(2012.5, 2013.5), 2)).toMatch(/not single years/);
  });

  test('one too few', () => {
    expect(lastYears(at(2012), 2)).toBe('there is 1 year of figures: 2 are needed');
    expect(lastYears(at(2012, 2014), 2)).toBe('the last 2 years of figures do not follow each other');
  });
});
