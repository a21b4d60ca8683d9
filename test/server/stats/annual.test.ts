import { expect, test } from 'vitest';
import { lastYears } from '../../../server/stats/annual.ts';

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
