import { beforeAll, describe, expect, test } from 'vitest';
import {
  Snapshot,
  type SnapshotArea,
  type Spread,
  type SpreadArea,
} from '../../../../data/contract/index.ts';
import type { Dataset } from '../../../../server/dataset/dataset.ts';
import { reply as replyTo } from '../../../../server/questions/reply.ts';
import { built, builtDataset } from '../../app.ts';
import { expectShape } from '../../inject.ts';
import { asked, spreadOf } from './ask.ts';
import * as plain from './plain.ts';

let dataset: Dataset;

const spread = (query: string) => spreadOf(dataset, query);

async function snapshot(query: string): Promise<Map<string, SnapshotArea>> {
  const reply = await replyTo(dataset, 'snapshot', asked(query));
  expectShape(Snapshot, reply);
  return new Map(reply.areas.map((area) => [area.area, area]));
}

const WAIT = 'metric=62-day-wait&period=fy2016-17&level=ccg';

describe.skipIf(!built)('the spread of the built dataset', () => {
  beforeAll(async () => {
    dataset = await builtDataset();
  });

  // Had from data/figures/waits.csv.gz by a separate program; the plain code beside counts them again.
  const KNOWN = {
    '62-day-wait': {
      before: [49, 59, 33, 30],
      after: [18, 7, 2, 1],
      exact: [49, 59, 33, 30],
      rough: 0,
      phi: 6.868123271839878,
      tau2: 0.0021651940087919,
      q: 2191.17664282874,
      i2: 0.906442295292639,
      tau: 0.0596203333994773,
      tauInUnits: 0.0461148551276826,
    },
    '31-day-wait': {
      before: [33, 48, 22, 18],
      after: [14, 12, 2, 1],
      exact: [33, 48, 22, 19],
      rough: 2,
      phi: 4.17734208982578,
      tau2: 0.00061223170313931,
      q: 1425.21808338277,
      i2: 0.856161830212197,
      tau: 0.0337582088954449,
      tauInUnits: 0.0106963019050613,
    },
  };

  test.each(Object.entries(KNOWN))('%s of 2016/17 by CCG, counted twice', async (metric, known) => {
    const { funnel, variation } = await spread(`metric=${metric}&period=fy2016-17&level=ccg`);
    const { england, ccgs } = plain.waits2016(metric);
    const centre = england.x / england.n;
    const { phi, tau2 } = plain.spreadAbout(centre, ccgs);
    const exact = (n: number) => plain.exactLimits(centre, n);
    const both = (n: number) => plain.outerLimits(plain.scoreLimits(centre, n), exact(n));
    const widened = (n: number) => plain.widenedLimits(centre, n, tau2);
    expect(ccgs).toHaveLength(206);
    expect(funnel).toMatchObject({ areas: 206, centre, rough: known.rough, method: 'score' });
    expect(funnel?.before).toEqual(plain.outside(ccgs, both));
    expect(funnel?.after).toEqual(plain.outside(ccgs, widened));
    expect(funnel?.exact).toEqual(plain.outside(ccgs, exact));
    for (const which of ['before', 'after', 'exact'] as const) {
      const { low95, high95, low998, high998 } = funnel?.[which] ?? {};
      expect([low95, high95, low998, high998], which).toEqual(known[which]);
    }
    expect([funnel?.expected95, funnel?.expected998]).toEqual([0.05 * 206, 0.002 * 206]);

    const near = (found: number | null | undefined, once: number, twice: number) => {
      expect((found ?? Number.NaN) / once).toBeCloseTo(1, 10);
      expect(once / twice).toBeCloseTo(1, 10);
    };
    const again = plain.heterogeneity(ccgs);
    near(funnel?.phi, phi, known.phi);
    near(funnel?.tau2, tau2, known.tau2);
    near(variation.q, again.q, known.q);
    near(variation.i2, again.i2, known.i2);
    near(variation.tau, again.tau, known.tau);
    const pooled = ccgs.reduce((all, { x }) => all + x, 0) / ccgs.reduce((all, { n }) => all + n, 0);
    near(variation.tauInUnits, 2 * again.tau * Math.sqrt(pooled * (1 - pooled)), known.tauInUnits);
    const values = ccgs.map(({ x, n }) => x / n);
    expect(variation).toMatchObject({ areas: 206, df: 205, min: Math.min(...values), reason: null });
    for (const p of [10, 25, 75, 90] as const)
      expect(variation[`p${p}`]).toBeCloseTo(plain.quantile(values, p / 100), 12);
  });

  test.each([
    ['62-day-wait', 'fy2016-17', 'england', 206],
    ['62-day-wait', 'fy2016-17', '00C,00D,00J', 206],
    ['31-day-wait', 'fy2016-17', 'england', 206],
    ['62-day-screening', '2016-04', 'england', 180],
    ['31-day-drugs', '2020-05', 'england', 130],
  ])(
    'a zone of %s in %s is where its interval leaves the benchmark %s',
    async (metric, period, against, atLeast) => {
      const query = `metric=${metric}&period=${period}&level=ccg&benchmark=${against}`;
      const { areas, funnel } = await spread(query);
      const [at95, at998] = [await snapshot(query), await snapshot(`${query}&confidence=99.8`)];
      const inFunnel = areas.filter(({ zone }) => zone !== null);
      expect(inFunnel).toHaveLength(funnel?.areas ?? -1);
      expect(inFunnel.length).toBeGreaterThanOrEqual(atLeast);
      const side = (beyond: boolean, zone: string | null) =>
        !beyond ? 'similar' : zone?.startsWith('low') ? 'worse' : 'better';
      for (const { area, zone } of inFunnel) {
        expect(at95.get(area)?.comparison, area).toBe(side(zone !== 'inside', zone));
        expect(at998.get(area)?.comparison, area).toBe(side(zone?.endsWith('998') ?? false, zone));
      }
    },
  );

  test('31-day wait: both rough CCGs are inside by either method, and the page is told there are two', async () => {
    const query = 'metric=31-day-wait&period=fy2016-17&level=ccg';
    const [score, exact] = [await spread(query), await spread(`${query}&limits=exact`)];
    const centre = score.funnel?.centre ?? 0;
    const zonesOf = ({ areas }: Spread) => new Map(areas.map(({ area, zone }) => [area, zone]));
    const [byScore, byExact] = [zonesOf(score), zonesOf(exact)];
    const rough = score.areas.filter(
      ({ denominator, zone }) => zone && (denominator ?? 0) * (1 - centre) < 10,
    );
    // Bradford City treated 192 people and Corby 341; ten beyond 31 days at England's 97.4% would take 389.
    expect(rough.map(({ area, zone }) => [area, zone, byExact.get(area)])).toEqual([
      ['02W', 'inside', 'inside'],
      ['03V', 'inside', 'inside'],
    ]);
    expect(score.funnel?.rough).toBe(2);
    expect(exact.funnel).toMatchObject({ method: 'exact', before: score.funnel?.exact });
    expect([...byScore].filter(([area, zone]) => byExact.get(area) !== zone).length).toBe(1);
  });

  test('31-day drugs: by exact limits nobody is outside for having no one late where hardly anyone is', async () => {
    const { areas, funnel } = await spread('metric=31-day-drugs&period=2019-05&level=ccg&limits=exact');
    const centre = funnel?.centre ?? 1;
    const all = areas.filter(({ value }) => value === 1);
    expect(all.length).toBeGreaterThan(140);
    // No one late is outside only where that happens to under 2.5% of such CCGs.
    for (const { zone, denominator } of all)
      expect(zone === 'inside').toBe(centre ** (denominator ?? 0) >= 0.025);
    expect(funnel?.exact.outside998).toBeLessThan(15);
  });

  test('where few are treated, widened limits are never inside the others', async () => {
    const OUT = ['inside', 'low-95', 'high-95', 'low-998', 'high-998'];
    const out = (zone: SpreadArea['zone']) => Math.ceil(OUT.indexOf(zone ?? 'inside') / 2);
    let few = 0;
    for (const query of ['metric=31-day-drugs&period=fy2016-17', 'metric=31-day-surgery&period=2016-04']) {
      const { areas, funnel } = await spread(`${query}&level=ccg`);
      for (const { zone, adjustedZone } of areas) expect(out(adjustedZone)).toBeLessThanOrEqual(out(zone));
      funnel?.limits.forEach((limits, i) => {
        const widened = funnel.adjusted[i];
        expect(widened?.denominator).toBe(limits.denominator);
        expect(widened?.upper95).toBeGreaterThanOrEqual(limits.upper95);
        expect(widened?.lower998).toBeLessThanOrEqual(limits.lower998);
      });
      few += areas.filter(
        ({ numerator, denominator }) => denominator === numerator && (denominator ?? 9) <= 5,
      ).length;
    }
    expect(few).toBeGreaterThan(5);
  });

  test('through time: five years with their break, each as the question of that year would answer', async () => {
    const { overTime, breaks, variation, chance } = await spread(WAIT);
    expect(overTime.map(({ period }) => period)).toEqual([
      'fy2016-17',
      'fy2017-18',
      'fy2018-19',
      'fy2019-20',
      'fy2020-21',
    ]);
    expect(breaks.map(({ from }) => from)).toEqual(['2020-04']);
    for (const point of overTime) {
      const own =
        point.period === 'fy2016-17'
          ? { variation, chance }
          : await spread(`metric=62-day-wait&period=${point.period}&level=ccg`);
      expect(point.areas).toBe(own.variation.areas);
      for (const field of ['min', 'p10', 'median', 'p90', 'max', 'i2', 'tau'] as const)
        expect(point[field]).toBeCloseTo(own.variation[field] ?? Number.NaN, 12);
      expect(point.chance?.p10).toBeCloseTo(own.chance?.p10 ?? Number.NaN, 12);
    }
    const { overTime: months } = await spread('metric=62-day-wait&period=2016-04&level=ccg');
    expect(months).toHaveLength(71);
    expect([months[0]?.period, months.at(-1)?.period]).toEqual(['2016-01', '2021-11']);
  });
});
