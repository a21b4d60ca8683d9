import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { type DriverRow, Drivers, type Snapshot } from '../../../../data/contract/index.ts';
import { long, sample } from '../../../sample.ts';
import { built, builtApp } from '../../app.ts';
import { kindOfArea } from '../../areas.ts';
import { ask, expectShape } from '../../inject.ts';

let app: FastifyInstance;

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

async function drivers(query: string): Promise<Drivers & { of(area: string): DriverRow }> {
  const body = await get(`/api/drivers?${query}`);
  expectShape(Drivers, body);
  const of = (area: string) => body.rows.find((row: DriverRow) => row.area === area);
  return { ...body, of };
}

type Summable = 'numerator' | 'denominator' | 'breaches' | 'beyond' | 'people';
type Share = 'shareOfBreaches' | 'shareOfPeople' | 'shareOfGap';
const total = (rows: readonly Pick<DriverRow, Summable | Share>[], field: Summable | Share) =>
  rows.reduce((sum, row) => sum + (row[field] ?? 0), 0);

describe.skipIf(!built)('the built dataset', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  test('Greater Manchester, 2017/18: 5,385 of 6,338 treated in time, three too few', async () => {
    const reply = await drivers('metric=62-day-wait&alliance=greater-manchester&period=fy2017-18');
    // 0.85 × 6338 = 5387.3.
    expect(reply.alliance).toMatchObject({ numerator: 5385, denominator: 6338, breaches: 953, people: 3 });
    expect(reply.alliance.beyond).toBe(2.3);
    expect(reply.target?.value).toBe(0.85);
    expect(reply.rows[0]).toMatchObject({ area: '14L', numerator: 714, denominator: 889, beyond: 41.65 });
    expect(reply.notes).toEqual([]);
    expect(reply.baseline).toEqual({ period: 'fy2016-17', value: 5588 / 6436 });
    expect(reply.change).toBeNull();
    expect(reply.changeReason).toMatch(/NHS South Manchester CCG \(since counted in NHS Manchester CCG\)/);
  });

  test('every Alliance and standard: the CCGs, and what is in no row, sum to the Alliance', async () => {
    let whole = 0;
    for (const metric of ['62-day-wait', 'two-week-wait', '31-day-wait'])
      for (const period of ['fy2017-18', 'fy2020-21', '2018-06']) {
        const { areas }: Snapshot = await get(
          `/api/snapshot?metric=${metric}&period=${period}&level=alliance`,
        );
        // One Alliance of each kind, and every Alliance in the year before the mergers of 2020.
        const every = metric === '62-day-wait' && period === 'fy2017-18';
        for (const { area, numerator, denominator } of every
          ? areas
          : sample(areas, (one) => kindOfArea(one.area))) {
          const { alliance, rows, rest, notes, target } = await drivers(
            `metric=${metric}&alliance=${area}&period=${period}`,
          );
          const said = `${metric} ${period} ${area}`;
          expect(alliance, said).toMatchObject({ numerator, denominator });
          const all = rest === null ? rows : [...rows, rest];
          expect(total(all, 'shareOfBreaches'), said).toBeCloseTo(1, 12);
          expect(total(all, 'shareOfPeople'), said).toBeCloseTo(1, 12);
          if (all.some((row) => (row.beyond ?? 0) > 0))
            expect(total(all, 'shareOfGap'), said).toBeCloseTo(1, 12);
          for (const row of rows) {
            expect(row.shareOfGap === null, said).toBe((row.beyond ?? 0) <= 0);
            expect(row.needed === null, said).toBe(row.value === null);
            if (row.needed) expect(row.needed).toBeGreaterThanOrEqual(row.beyond ?? 0);
          }
          expect(rest !== null, said).toBe(total(rows, 'denominator') !== denominator);
          expect(notes.some((note) => note.includes('are in no row'))).toBe(rest !== null);
          if (rest === null) whole++;
          expect(total(all, 'denominator')).toBe(denominator);
          expect(total(all, 'numerator')).toBe(numerator);
          expect(total(all, 'breaches')).toBe(alliance.breaches);
          expect(total(all, 'beyond')).toBeCloseTo(alliance.beyond ?? Number.NaN, 9);
          expect(total(all, 'people')).toBe(alliance.people);
          const enough = Math.ceil((target?.value ?? 0) * (denominator ?? 0) - 1e-9);
          expect(alliance.people).toBe(enough - (numerator ?? 0));
        }
      }
    expect(whole).toBeGreaterThan(long ? 160 : 40);
  });

  test('merged in the year: the Alliance’s own figure stands, and the rest says what the CCGs do not make up', async () => {
    const { alliance, rows, rest, notes } = await drivers(
      'metric=62-day-wait&alliance=greater-manchester&period=fy2016-17',
    );
    expect(alliance).toMatchObject({ numerator: 5588, denominator: 6436 });
    expect(rows.slice(-3).map(({ area }) => area)).toEqual(['00W', '01M', '01N']);
    for (const row of rows.slice(-3)) {
      expect(row).toMatchObject({ value: null, beyond: null, people: null, needed: null, change: null });
      expect(row.notes[0]).toMatch(/^Merged into NHS Manchester CCG/);
    }
    expect(notes).toEqual([
      '950 people treated in the Alliance, and 795 people treated in time, are in no row: they are of NHS Central Manchester CCG, NHS North Manchester CCG and NHS South Manchester CCG, without a figure of the whole period. With them the rows sum to the Alliance.',
    ]);
    // 0.85 × 6436 = 5470.6 and 0.85 × 950 = 807.5: 118 more than needed, of which the rest lacks 13 or 12.
    expect(rest).toMatchObject({ numerator: 795, denominator: 950, breaches: 155, beyond: 12.5 });
    expect(rest?.areas.toSorted()).toEqual(['00W', '01M', '01N']);
    expect(total(rows, 'people') + (rest?.people ?? 0)).toBe(5471 - 5588);
    expect(total(rows, 'shareOfPeople') + (rest?.shareOfPeople ?? 0)).toBeCloseTo(1, 12);
  });

  test('NHS Cumbria counts whole in both its Alliances, and both say so', async () => {
    for (const alliance of ['lancashire-and-south-cumbria', 'north-east-and-cumbria']) {
      const { of, notes } = await drivers(`metric=62-day-wait&alliance=${alliance}&period=fy2016-17`);
      expect(of('01H')).toMatchObject({ name: 'NHS Cumbria CCG', numerator: 1250, denominator: 1517 });
      expect(of('01H').notes).toEqual([
        'Counted whole in each of Lancashire and South Cumbria and North East and Cumbria',
      ]);
      expect(notes[0]).toMatch(/^NHS Cumbria \(01H\) stands in two Alliances/);
    }
  });

  test('Peninsula over two years: what its CCGs add sums to the Alliance’s change', async () => {
    const reply = await drivers('metric=62-day-wait&alliance=peninsula&period=fy2018-19&baseline=fy2016-17');
    const before = await drivers('metric=62-day-wait&alliance=peninsula&period=fy2016-17');
    expect(reply.baseline).toEqual({ period: 'fy2016-17', value: before.alliance.value });
    const { all, own, weight } = reply.change ?? { all: 0, own: 0, weight: 0 };
    expect(all).toBe((reply.alliance.value ?? 0) - (before.alliance.value ?? 0));
    expect(Math.abs(own + weight - all)).toBeLessThan(1e-12);
    const added = reply.rows.reduce((sum, row) => sum + (row.change?.all ?? Number.NaN), 0);
    expect(Math.abs(added - all)).toBeLessThan(1e-12);
    for (const row of reply.rows) expect(row.baseline).toBe(before.of(row.area).value);
    // From 82.7% to 77.0%.
    expect(all).toBeCloseTo(-0.0568, 4);
    expect(reply.changeReason).toBeNull();
  });

  test.each([
    // The Alliance's break of April 2017, and the publication's of April 2020.
    ['lancashire-and-south-cumbria', 'fy2017-18', /^From April 2017 .*North Cumbria.*takes away 16\.0%/],
    ['peninsula', 'fy2020-21', /^From April 2020 the workbooks include/],
    ['thames-valley', 'fy2020-21', /Swindon and Wiltshire CCG \(92G\) takes away 9\.6%/],
  ])('%s to %s: no change across a break', async (alliance, period, why) => {
    const reply = await drivers(`metric=62-day-wait&alliance=${alliance}&period=${period}`);
    expect(reply).toMatchObject({ baseline: null, change: null, changeReason: expect.stringMatching(why) });
    expect(reply.rows.every((row) => row.change === null && row.baseline === null)).toBe(true);
  });

  test.each([
    ['early-stage', '2013', /62% of staged cancers.*for England as a whole, not a standard/],
    ['28-day-diagnosis', '2021-06', /28 days.*for England as a whole, not a standard/],
    ['62-day-upgrade', 'fy2018-19', /^No national standard is in force.*consultant upgrade/],
    ['one-year-survival', '2011', /^An index cannot be summed over areas/],
    ['under-75-mortality', '2012', /^A rate cannot be summed over areas/],
  ])('%s in %s makes no gap, and says why', async (metric, period, why) => {
    const reply = await drivers(`metric=${metric}&alliance=peninsula&period=${period}`);
    expect(reply.reason).toMatch(why);
    expect(reply.alliance).toMatchObject({ breaches: null, beyond: null, people: null });
    for (const { breaches, beyond, people, needed, shareOfGap } of reply.rows)
      expect([breaches, beyond, people, needed, shareOfGap]).toEqual([null, null, null, null, null]);
  });
});
