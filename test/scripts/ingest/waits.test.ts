import { beforeAll, describe, expect, test } from 'vitest';
import { grouped } from '../../../data/grouped.ts';
import { STANDARDS } from '../../../scripts/ingest/standards.ts';
import { committedWaits } from '../dataset.ts';

type Wait = { metric: string; area: string; period: string; numerator: number; denominator: number };
let waits: Wait[] = [];

/** The ten standards of the workbooks by CCG, January 2016 to November 2021; what came later is tested with its formats. */
const BY_CCG = (row: Record<string, string>) => /^cwt-20(1|20|21)/.test(row.file ?? '');

beforeAll(() => {
  const rows = committedWaits().filter(BY_CCG);
  waits = rows.map(({ metric = '', area = '', period = '', ...row }) => ({
    metric,
    area,
    period,
    numerator: Number(row.numerator),
    denominator: Number(row.denominator),
  }));
});

const ENGLAND_2016 = (wait: Wait) =>
  wait.area === 'england' && wait.period >= '2016-04' && wait.period <= '2017-03';

function sum(rows: Wait[]) {
  const add = (of: 'numerator' | 'denominator') => rows.reduce((total, row) => total + row[of], 0);
  return { numerator: add('numerator'), denominator: add('denominator') };
}

const months = (area: string) =>
  [...new Set(waits.filter((wait) => wait.area === area).map(({ period }) => period))].sort();

describe('the committed waiting times', () => {
  test('are 114,601 commissioner rows and 459 of England, of 71 months and ten standards', () => {
    const england = waits.filter(({ area }) => area === 'england');
    expect([waits.length - england.length, england.length]).toEqual([114_601, 459]);
    expect(new Set(waits.map(({ period }) => period)).size).toBe(71);
    expect(new Set(waits.map(({ metric }) => metric))).toEqual(
      new Set(STANDARDS.map(({ metric }) => metric)),
    );
  });

  test('are sorted, with one row for each standard, commissioner and month', () => {
    const keys = waits.map(({ metric, area, period }) => `${metric} ${area} ${period}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(waits.every(({ numerator, denominator }) => numerator >= 0 && numerator <= denominator)).toBe(
      true,
    );
  });

  // The figure quoted for 31 days is 97.6%; the twelve months as published sum to 264,438 of 271,411, 97.43%.
  test.each([
    ['two-week-wait', 94.4, 0.05],
    ['two-week-breast', 93.4, 0.05],
    ['31-day-wait', 97.4, 0.05],
    ['62-day-wait', 81.7, 0.05],
  ])('England 2016/17, %s, is %d%%', (metric, published, within) => {
    const { numerator, denominator } = sum(
      waits.filter((wait) => wait.metric === metric && ENGLAND_2016(wait)),
    );
    expect(Math.abs((100 * numerator) / denominator - published)).toBeLessThanOrEqual(within);
  });

  test('England 2016/17, 62 days: 115,755 of 141,670, below 85% in every quarter', () => {
    const months = waits.filter((wait) => wait.metric === '62-day-wait' && ENGLAND_2016(wait));
    expect(sum(months)).toEqual({ numerator: 115_755, denominator: 141_670 });
    for (const quarter of [0, 3, 6, 9]) {
      const { numerator, denominator } = sum(months.slice(quarter, quarter + 3));
      expect(numerator / denominator).toBeLessThan(0.85);
    }
  });

  test('England is the sum of its commissioners in all 459 sheets, the hub and discontinued codes included', () => {
    const parts = grouped(
      waits.filter(({ area }) => area !== 'england'),
      ({ metric, period }) => `${metric} ${period}`,
    );
    const england = waits.filter(({ area }) => area === 'england');
    for (const row of england) {
      const of = parts.get(`${row.metric} ${row.period}`) ?? [];
      expect(sum(of)).toEqual({ numerator: row.numerator, denominator: row.denominator });
    }
    const short = england.filter((row) => {
      const of = (parts.get(`${row.metric} ${row.period}`) ?? []).filter(
        ({ area }) => !/^(13Q|5..)$/.test(area),
      );
      return sum(of).denominator < row.denominator;
    });
    expect(short.length).toBeGreaterThan(350);
  });

  test('March 2017 has Manchester in place of its three CCGs', () => {
    expect(months('14L')[0]).toBe('2017-03');
    for (const code of ['00W', '01M', '01N']) expect(months(code).at(-1)).toBe('2017-02');
  });

  test('codes that changed ONS code, and those of five characters, are found by their NHS code', () => {
    for (const code of ['09G', '09N']) expect(months(code)[0]).toBe('2016-01');
    for (const code of ['02M', '01E', '01K', '01H', '06W', '06Y'])
      expect(months(code)).toEqual(expect.arrayContaining(['2019-03', '2019-04']));
    for (const code of ['A3A8R', 'B2M3M', 'D2P2L', 'D4U1Y', 'D9Y0V', 'M1J4Y', 'M2L0M'])
      expect(months(code)).toEqual(expect.arrayContaining(['2021-04', '2021-11']));
  });

  test('a commissioner with no patients is absent, never zero', () => {
    expect(waits.filter(({ denominator }) => denominator === 0)).toEqual([]);
    const screening = grouped(
      waits.filter(({ metric, period }) => metric === '62-day-screening' && period < '2017-03'),
      ({ period }) => period,
    );
    for (const rows of screening.values())
      expect(rows.filter(({ area }) => /^\d\d[A-Z]$/.test(area) && area !== '13Q').length).toBeLessThan(209);
  });

  test('a month of a typical CCG on the 62-day standard is 25 to 60 patients', () => {
    const counts = waits
      .filter(
        ({ metric, area, period }) => metric === '62-day-wait' && area !== 'england' && period < '2017-04',
      )
      .map(({ denominator }) => denominator)
      .sort((a, b) => a - b);
    const median = counts[Math.floor(counts.length / 2)];
    expect(median).toBeGreaterThanOrEqual(25);
    expect(median).toBeLessThanOrEqual(60);
  });
});
