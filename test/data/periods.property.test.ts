import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  financialYear,
  GRAINS,
  monthsOf,
  parsePeriod,
  periodLabel,
  periodShort,
  quarter,
} from '../../data/periods.ts';
import { tried } from '../fuzz.ts';

const year = fc.integer({ min: 0, max: 9999 }).map((number) => String(number).padStart(4, '0'));
const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
/** What looks like a period, some of which are one. */
const like = fc.oneof(
  fc.tuple(year, two).map(([a, b]) => `${a}-${b}`),
  fc.tuple(year, year).map(([a, b]) => `${a}-${b}`),
  year,
  fc.tuple(year, two, fc.constantFrom('', '-q1', '-q4', '-q5', '-q')).map(([a, b, c]) => `fy${a}-${b}${c}`),
  year.map((first) => `fy${first}-${String((Number(first) + 1) % 100).padStart(2, '0')}`),
);
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

test('what looks like a period is one with months in order, or none', () => {
  fc.assert(
    fc.property(like, (id) => {
      const period = parsePeriod(id);
      if (period === null) return;
      expect(period.id).toBe(id);
      expect(GRAINS).toContain(period.grain);
      expect(period.start).toMatch(MONTH);
      expect(period.end).toMatch(MONTH);
      expect(period.start <= period.end).toBe(true);
      expect(periodLabel(period)).not.toMatch(/undefined|NaN/);
      expect(periodShort(period)).not.toMatch(/undefined|NaN/);
    }),
    tried<[string]>(1000, [['0050'], ['fy0000-01'], ['fy9999-00']]),
  );
});

test('the months of a period are as many as its length has, each in its own year and quarter', () => {
  fc.assert(
    fc.property(like, (id) => {
      const period = parsePeriod(id);
      if (
        period === null ||
        (period.grain === 'rolling' && Number(id.slice(5)) - Number(id.slice(0, 4)) > 50)
      )
        return;
      const months = monthsOf(period);
      const years = Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4)) + 1;
      expect(months).toHaveLength(
        { month: 1, quarter: 3, year: 12, 'calendar-year': 12, rolling: 12 * years }[period.grain],
      );
      expect([months[0], months.at(-1)]).toEqual([period.start, period.end]);
      if (period.grain === 'year') expect(new Set(months.map(financialYear))).toEqual(new Set([id]));
      if (period.grain === 'quarter') expect(new Set(months.map(quarter))).toEqual(new Set([id]));
    }),
    tried<[string]>(1000, [['0050'], ['fy0000-01']]),
  );
});

test('any text is a period or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const period = parsePeriod(text);
      if (period !== null) expect(period.start).toMatch(MONTH);
    }),
    tried(1000),
  );
});
