import { beforeAll, describe, expect, test } from 'vitest';
import { type MetricId, metric } from '../../../../data/metrics/index.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { sample } from '../../../sample.ts';
import { built, builtDataset } from '../../app.ts';
import { spreadOf } from './ask.ts';
import * as plain from './plain.ts';

let dataset: Dataset;

const spread = (query: string) => spreadOf(dataset, query);
const WAIT = 'metric=62-day-wait&period=fy2016-17';

describe.skipIf(!built)('every kind of figure of the built dataset', () => {
  beforeAll(async () => {
    dataset = await builtDataset();
  });

  test('every metric at every level by month and by year: a funnel, or the reason why there is none', async () => {
    const lists = new Map<string, string[]>();
    for (const [metric, present] of dataset.geography.presentOf)
      for (const { level, grain, period, group } of present) {
        const key = `metric=${metric}&level=${level}&grain=${grain}`;
        if (['ccg', 'alliance', 'region'].includes(level) && grain !== 'quarter' && group === 'all')
          lists.set(key, [...(lists.get(key) ?? []), period]);
      }
    expect(lists.size).toBeGreaterThan(60);
    // Each metric once, and each kind of figure at each level by month and by year.
    const kindsOf = ([key]: [string, string[]]) => {
      const { metric: id = '', level, grain } = Object.fromEntries(new URLSearchParams(key));
      return [id, `${metric(id as MetricId).kind} ${level} ${grain}`];
    };
    for (const [key, periods] of sample([...lists], kindsOf)) {
      const reply = await spread(key.replace(/grain=.*/, `period=${periods.at(-1)}`));
      const { funnel, funnelReason, variation, overTime, areas } = reply;
      const figures = areas.filter(({ value, status }) => value !== null && status !== 'incomplete').length;
      expect(funnel === null, key).toBe(funnelReason !== null);
      expect(funnel === null, key).toBe(areas.every(({ zone, adjustedZone }) => !zone && !adjustedZone));
      expect(variation.i2 === null, key).toBe(variation.reason !== null);
      expect([variation.areas, overTime.length], key).toEqual([figures, periods.length]);
      if (key.includes('level=region')) expect(funnelReason).toMatch(/\. No funnel is drawn\.$/);
    }
  });

  test.each([
    [
      'metric=one-year-survival&period=2011&level=ccg',
      /^One-year survival is an index without a published precision by CCG/,
    ],
    [
      'metric=one-year-survival&period=2011&level=alliance',
      /precision by Alliance: binomial limits do not hold/,
    ],
    [
      'metric=under-75-mortality&period=2012&level=ccg',
      /^Under-75 mortality from cancer is a rate, not a share/,
    ],
    [`${WAIT}&level=region`, /at least 10 areas with a figure: 4 regions have one/],
    [`${WAIT}&level=ccg&benchmark=01M`, /nothing to stand around\. .*Merged into NHS Manchester CCG/],
  ])('%s has no funnel, and says why', async (query, reason) => {
    const { funnel, funnelReason } = await spread(query);
    expect(funnel).toBeNull();
    expect(funnelReason).toMatch(reason);
  });

  test('survival and mortality vary without a test; prevalence, neither good nor bad, has a funnel', async () => {
    const survival = await spread('metric=one-year-survival&period=2011&level=ccg');
    expect(survival.variation).toMatchObject({ areas: 209, i2: null, tau: null });
    expect(survival.variation.reason).toMatch(/neither counts nor intervals/);
    expect(survival.betweenReason).toMatch(/shares of counted people/);
    expect(survival.fifths.map(({ status, lower, numerator }) => [status, lower, numerator])).toEqual(
      Array(5).fill(['derived', null, null]),
    );
    const prevalence = await spread('metric=cancer-prevalence&period=fy2013-14&level=ccg');
    expect(prevalence.funnel).toMatchObject({ areas: 209, rough: 0 });
    expect(prevalence.funnel?.before.outside998).toBeGreaterThan(150);
  });

  test('19 Alliances make a funnel; a group, the best tenth and another area are its centre', async () => {
    const alliances = await spread(`${WAIT}&level=alliance`);
    expect(alliances.funnel).toMatchObject({ areas: 19, expected95: 0.05 * 19 });
    expect(alliances.fifthsReason).toMatch(/CCGs only/);
    expect([alliances.alliances, alliances.fifths, alliances.between]).toEqual([[], [], null]);
    const best = await spread(`${WAIT}&level=ccg&benchmark=best-decile`);
    expect(best.funnel?.centre).toBe(best.variation.p90);
    const two = await spread(`${WAIT}&level=ccg&benchmark=00C,00D`);
    const [one, other] = two.areas.filter(({ area }) => area === '00C' || area === '00D');
    const sum = (field: 'numerator' | 'denominator') => (one?.[field] ?? 0) + (other?.[field] ?? 0);
    expect(two.funnel?.centre).toBe(sum('numerator') / sum('denominator'));
  });

  test.each([
    [`${WAIT}&level=ccg&benchmark=alliance`, 'invalid_value', /one value for all.*\/api\/snapshot/],
    [`${WAIT}&level=ccg&benchmark=similar`, 'invalid_value', /one value for all/],
    [`${WAIT}&level=ccg&benchmark=00C,london`, 'unknown_area', /london/],
    [`${WAIT}&level=ccg&benchmark=00C,greater-manchester`, 'invalid_value', /mixes levels/],
    [`${WAIT}&level=ccg&group=age:75%2B`, 'unknown_group', /age:75\+/],
    ['metric=62-day-wait&period=fy2030-31&level=ccg', 'unknown_period', /fy2020-21/],
    [
      'metric=stage-recorded&period=2013&level=ccg',
      'no_data',
      /no figures of Stage recorded \(stage-recorded\) by CCG/,
    ],
    ['metric=62-day-wait&period=2016-13&level=ccg', 'unknown_period', /A month is 2016-04/],
  ])('%s is refused', async (query, code, message) => {
    await expect(spread(query)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('each Alliance with its CCGs; Cumbria, in two, counts once in the share between them', async () => {
    const { alliances, areas, between, betweenReason } = await spread(`${WAIT}&level=ccg`);
    expect(alliances).toHaveLength(19);
    expect(alliances.reduce((all, each) => all + each.areas, 0)).toBe(206 + 1);
    expect(betweenReason).toBe(
      'NHS Cumbria CCG (01H) lies in Lancashire and South Cumbria, and North East and Cumbria and is counted here once, in North East and Cumbria.',
    );
    const { ccgs } = plain.waits2016('62-day-wait');
    // Of its people 63% are in North Cumbria afterwards, which lies in North East and Cumbria (successions.csv).
    const home = new Map(
      areas.map(({ area, parents }) => [area, area === '01H' ? 'north-east-and-cumbria' : parents[0]]),
    );
    const groups = alliances.map(({ area }) => ccgs.filter((unit) => home.get(unit.area) === area));
    expect(between).toMatchObject({ units: 206, groups: 19 });
    expect(between?.omegaSquared).toBeCloseTo(plain.omegaSquared(groups), 12);
    // Greater Manchester: the nine of its twelve CCGs that did not merge in March 2017.
    const manchester = alliances.find(({ area }) => area === 'greater-manchester');
    const own = ccgs.filter(({ area }) => home.get(area) === 'greater-manchester').map(({ x, n }) => x / n);
    expect(manchester).toMatchObject({ areas: 9, min: Math.min(...own), max: Math.max(...own) });
    expect(manchester?.median).toBeCloseTo(plain.quantile(own, 0.5), 12);
  });

  test('fifths: 41 or 42 of 209 CCGs each, the published counts of 206 of them summed', async () => {
    const { areas, fifths, fifthsReason } = await spread(`${WAIT}&level=ccg`);
    const ordered = plain.deprivation().sort((a, b) => b.score - a.score);
    const fifthOf = new Map(areas.map(({ area, fifth }) => [area, fifth]));
    expect(ordered.map(({ area }) => fifthOf.get(area))).toEqual(
      [42, 42, 42, 42, 41].flatMap((size, i) => Array(size).fill(i + 1)),
    );
    const { ccgs } = plain.waits2016('62-day-wait');
    for (const { fifth, areas: counted, numerator, denominator, value, status, lower, upper } of fifths) {
      const own = ccgs.filter(({ area }) => fifthOf.get(area) === fifth);
      expect([counted, numerator, denominator]).toEqual([
        own.length,
        own.reduce((all, { x }) => all + x, 0),
        own.reduce((all, { n }) => all + n, 0),
      ]);
      expect(status).toBe('derived');
      expect(lower).toBeLessThan(value ?? 0);
      expect(upper).toBeGreaterThan(value ?? 1);
    }
    expect(fifthsReason).toMatch(/areas, not of the people.*No slope index/);
  });

  test('a CCG made by mergers has the deprivation of its people: 14L from the three of Manchester', async () => {
    const { areas } = await spread('metric=62-day-wait&period=fy2018-19&level=ccg');
    expect(areas.filter(({ fifth }) => fifth === null)).toEqual([]);
    // Central, North and South Manchester score 39.666, 46.747 and 35.032: the 7th, 2nd and 14th most deprived of 209.
    expect(areas.find(({ area }) => area === '14L')?.fifth).toBe(1);
    // In April 2020 there are 135, so that each fifth holds 27.
    const late = await spread('metric=62-day-wait&period=fy2020-21&level=ccg');
    const known = new Map(plain.deprivation().map((each) => [each.area, each]));
    const scored = late.areas.map(({ area, fifth }) => {
      const parts = dataset.geography.shapesOf(area, '2020-04').flatMap((shape) => known.get(shape) ?? []);
      const people = parts.reduce((all, { population }) => all + population, 0);
      return { fifth, score: parts.reduce((all, each) => all + each.population * each.score, 0) / people };
    });
    const ordered = scored.sort((a, b) => b.score - a.score).map(({ fifth }) => fifth);
    expect(ordered).toEqual([1, 2, 3, 4, 5].flatMap((fifth) => Array(27).fill(fifth)));
  });
});
