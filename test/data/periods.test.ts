import { expect, test } from 'vitest';
import {
  endTime,
  financialYear,
  middleTime,
  monthsOf,
  type Period,
  parsePeriod,
  periodLabel,
  periodShort,
  quarter,
  startTime,
} from '../../data/periods.ts';

test.each([
  ['2016-04', 'month', '2016-04', '2016-04', 'April 2016', 'Apr 2016'],
  ['fy2016-17', 'year', '2016-04', '2017-03', 'April 2016 to March 2017', '2016/17'],
  ['fy2016-17-q1', 'quarter', '2016-04', '2016-06', 'April 2016 to June 2016', '2016/17 Q1'],
  ['fy2016-17-q4', 'quarter', '2017-01', '2017-03', 'January 2017 to March 2017', '2016/17 Q4'],
  ['fy1999-00', 'year', '1999-04', '2000-03', 'April 1999 to March 2000', '1999/00'],
  ['2013', 'calendar-year', '2013-01', '2013-12', '2013', '2013'],
  ['2012-2014', 'rolling', '2012-01', '2014-12', '2012 to 2014', '2012 to 2014'],
] as const)('%s is a %s', (id, grain, start, end, label, short) => {
  const period = parsePeriod(id) as Period;
  expect(period).toEqual({ id, grain, start, end });
  expect([periodLabel(period), periodShort(period)]).toEqual([label, short]);
});

test.each(['2016-13', '2016-00', 'fy2016-18', 'fy2016-17-q5', '2014-2012', '2011-12 ', '', 'x'])(
  '%s is no period',
  (id) => expect(parsePeriod(id)).toBeNull(),
);

test('months, quarters and financial years hold one another', () => {
  const year = monthsOf(parsePeriod('fy2016-17') as Period);
  expect(year).toHaveLength(12);
  expect(year.map(financialYear)).toEqual(year.map(() => 'fy2016-17'));
  expect([...new Set(year.map(quarter))]).toEqual([1, 2, 3, 4].map((n) => `fy2016-17-q${n}`));
  expect(financialYear('2017-04')).toBe('fy2017-18');
});

test.each([
  ['fy2016-17', 2016.25, 2016.75, 2017.25],
  ['2020', 2020, 2020.5, 2021],
  ['fy2016-17-q4', 2017, 2017.125, 2017.25],
])('%s starts, has its middle and ends in years', (id, start, middle, end) => {
  const period = parsePeriod(id) as Period;
  expect([startTime(period.start), middleTime(period), endTime(period.end)]).toEqual([start, middle, end]);
});
