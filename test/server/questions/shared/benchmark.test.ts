import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { Problem, Snapshot, type SnapshotArea } from '../../../../data/contract/index.ts';
import { wilson } from '../../../../server/stats/wilson.ts';
import { wideApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await wideApp();
});

const APRIL = 'metric=62-day-wait&period=2016-04&level=ccg';
const MARCH = 'metric=62-day-wait&period=2017-03&level=ccg';

async function snapshot(query: string) {
  const { body, status, text } = await ask(app, `/api/snapshot?${query}`);
  expect(status, text).toBe(200);
  expectShape(Snapshot, body);
  const byId = new Map<string, SnapshotArea>(body.areas.map((area: SnapshotArea) => [area.area, area]));
  return { ...body, of: (id: string) => byId.get(id) };
}

describe('an own group', () => {
  test('has the counts of its areas summed, with a Wilson interval, and says who has none', async () => {
    const { benchmark, against, of } = await snapshot(`${APRIL}&benchmark=W08,W09,W06`);
    expect(against).toBe('the chosen group of 3 CCGs');
    // 80/100 and 90/100; W06 is withheld, and is in no sum.
    expect(benchmark).toEqual({
      area: 'W08,W09,W06',
      name: 'the chosen group of 3 CCGs',
      status: 'derived',
      value: 0.85,
      numerator: 170,
      denominator: 200,
      ...wilson(170, 200),
      note: '2 of 3 areas have a figure',
    });
    expect(of('W12')?.comparison).toBe('worse');
    expect(of('W01')?.comparison).toBe('similar');
    expect(of('W12')).not.toHaveProperty('benchmark');
  });

  test('of areas without a figure is none, and says so; so is one withheld area', async () => {
    const none = await snapshot(`${APRIL}&benchmark=W06,W07,W99`);
    expect(none.benchmark).toBeNull();
    expect(none.of('W01')).toMatchObject({
      comparison: 'not-compared',
      comparisonReason: 'None of the chosen group of 3 CCGs has a figure for this period',
    });
    const one = await snapshot(`${APRIL}&benchmark=W07`);
    expect([one.benchmark, one.against]).toEqual([null, 'NHS W07 CCG']);
    expect(one.of('W01')?.comparisonReason).toBe('NHS W07 CCG has no figure for this period');
    const withheld = await snapshot(`${APRIL}&benchmark=W06`);
    expect(withheld.benchmark).toBeNull();
    expect(withheld.of('W01')?.comparisonReason).toBe(
      'NHS W06 CCG has no figure for this period: Fewer than five people.',
    );
  });

  test('of Alliances that count the same CCG says so', async () => {
    const { benchmark, against } = await snapshot(`${APRIL}&benchmark=east,west`);
    expect([benchmark.numerator, benchmark.denominator]).toEqual([453, 611]);
    expect(against).toBe('the chosen group of 2 Alliances');
    expect(benchmark.note).toBe('NHS W11 CCG is counted in each of The east and The west');
    expect((await snapshot(`${APRIL}&benchmark=east,lone`)).benchmark.note).toBe('');
  });

  test.each([
    ['metric=under-75-mortality&period=2011&level=ccg', 'A rate cannot be summed over areas'],
    ['metric=patient-experience&period=2016&level=ccg', 'A mean score cannot be summed over areas'],
  ])('%s has no figure of a group', async (query, reason) => {
    const { benchmark, of } = await snapshot(`${query}&benchmark=W01,W02`);
    expect([benchmark, of('W01')?.comparisonReason]).toEqual([null, reason]);
  });

  test.each([
    ['W01,east', 400, 'invalid_value', /mixes levels: W01 \(ccg\); east \(alliance\)/],
    ['W01,W02,W01', 400, 'invalid_value', /names W01 twice/],
    ['W01,', 400, 'invalid_value', /comma/],
    [',W01', 400, 'invalid_value', /comma/],
    ['W01,W77', 404, 'unknown_area', /'W77'/],
    ['best-tenth', 404, 'unknown_area', /'best-tenth'/],
    ['similar,W01', 404, 'unknown_area', /'similar'/],
    ['%20', 404, 'unknown_area', /' '/],
  ])('%s is refused with %i %s', async (benchmark, status, code, message) => {
    const reply = await ask(app, `/api/snapshot?${APRIL}&benchmark=${benchmark}`);
    expect(reply.body).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(reply.status).toBe(status);
    expectShape(Problem, reply.body);
  });
});

test('what is longer than any group is refused', async () => {
  const reply = await ask(app, `/api/snapshot?${APRIL}&benchmark=${'W01,'.repeat(400)}W01`);
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid_value']);
  expect(reply.body.message).toMatch(/'benchmark' is longer than 1500/);
});

describe('the best tenth', () => {
  test('is the 90th percentile of the values, or the 10th where less is better', async () => {
    const waits = await snapshot(`${APRIL}&benchmark=best-decile`);
    // Ten values: 0, .5, .5, .6, .667, .7, .8, .85, .9, 1; at 0.9 x 9 = 8.1: 0.9 + 0.1 x 0.1.
    expect(waits.benchmark.value).toBeCloseTo(0.91, 12);
    expect(waits.benchmark).toMatchObject({ status: 'derived', numerator: null, lower: null });
    expect([waits.against, waits.of('W12')?.comparison]).toEqual(['the best tenth of CCGs', 'worse']);
    const deaths = await snapshot('metric=under-75-mortality&period=2011&level=ccg&benchmark=best-decile');
    // 100, 105 .. 145; at 0.1 x 9 = 0.9: 104.5, and W10's interval is 140 to 150.
    expect(deaths.benchmark.value).toBeCloseTo(104.5, 12);
    expect([deaths.of('W01')?.comparison, deaths.of('W10')?.comparison]).toEqual(['similar', 'worse']);
  });

  test.each([
    [APRIL.replace('ccg', 'alliance'), /^3 areas have a figure, too few for a best tenth/],
    ['metric=cancer-prevalence&period=fy2016-17&level=ccg', /^Neither more nor less of this is better/],
  ])('%s has none', async (query, reason) => {
    const { benchmark, areas } = await snapshot(`${query}&benchmark=best-decile`);
    expect(benchmark).toBeNull();
    expect(areas[0].comparisonReason).toMatch(reason);
  });
});

describe('each CCG’s own Alliance', () => {
  test('is the rest of the one it is counted in; a CCG in two must choose, one alone is not compared', async () => {
    const { benchmark, against, of } = await snapshot(`${APRIL}&benchmark=alliance`);
    expect([benchmark, against]).toEqual([null, 'the rest of its Alliance']);
    // 90 of 100: 82.6% to 94.5%; of 393 of 511 without it 303 of 411: 73.7%.
    expect(of('W09')).toMatchObject({
      comparison: 'better',
      benchmark: { area: 'rest-of-east', name: 'the rest of The east', numerator: 303, denominator: 411 },
    });
    expect(of('W11')).toMatchObject({ comparison: 'not-compared', benchmark: null });
    expect(of('W11')?.comparisonReason).toMatch(/lies in 2 Alliances, The east and The west: choose one/);
    // The only CCG of its Alliance.
    expect(of('W12')).toMatchObject({ comparison: 'not-compared', benchmark: null });
    expect(of('W12')?.comparisonReason).toMatch(
      /^It is alone in its Alliance, so that there is no rest to compare it with: /,
    );
  });

  test('named, it is the whole for others and the rest for its own', async () => {
    const { benchmark, against, of } = await snapshot(`${APRIL}&benchmark=east`);
    expect([benchmark?.numerator, benchmark?.denominator, against]).toEqual([393, 511, 'The east']);
    // 50% of few beside 76.9%, and 90 of 100 beside the other 73.7%.
    expect(of('W09')?.comparison).toBe('better');
    expect(of('W12')?.comparisonReason).toBeNull();
  });

  test.each(['alliance', 'similar'])('%s is for CCGs only', async (own) => {
    const reply = await ask(app, `/api/snapshot?${APRIL.replace('ccg', 'alliance')}&benchmark=${own}`);
    expect([reply.status, reply.body.code]).toEqual([400, 'invalid_value']);
    expect(reply.body.message).toMatch(/for CCGs only; the level is alliance/);
  });
});

describe('each CCG’s similar ones', () => {
  test('are those of the ten that have a figure, where at least five have one', async () => {
    const { benchmark, against, of } = await snapshot(`${APRIL}&benchmark=similar`);
    expect([benchmark, against]).toEqual([null, 'its ten most similar CCGs']);
    // W02 to W11 without W06 and W07: 5 + 0 + 1 + 2 + 80 + 90 + 70 + 60 of 5 + 1 + 2 + 3 + 400.
    expect(of('W01')?.benchmark).toMatchObject({
      numerator: 308,
      denominator: 411,
      ...wilson(308, 411),
      note: '8 of 10 areas have a figure',
    });
    expect(of('W01')?.comparison).toBe('better');
    expect(of('W12')?.comparisonReason).toMatch(/^Only 4 of its ten .* at least 5 are needed$/);
    expect(of('W02')?.comparisonReason).toMatch(/^Similar CCGs are known only for/);
  });

  test('a later CCG has none, and a code that means another CCG is none of them', async () => {
    const { of } = await snapshot(`${MARCH}&benchmark=similar`);
    for (const later of ['W99', 'W10'])
      expect(of(later)).toMatchObject({ comparison: 'not-compared', benchmark: null });
    expect(of('W99')?.comparisonReason).toMatch(/known only for the CCGs of December 2016/);
    // W02, W03, W04, W05 and W11 at 5 of 10; not the new W10 with 9 of 10.
    expect(of('W01')?.benchmark).toMatchObject({ numerator: 25, denominator: 50 });
  });
});

test('at 99.8% the interval of the counts decides; figures with only a published interval are not compared', async () => {
  // 9 of 10: 59.6% to 98.2% at 95%; 44.5% to 99.1% at 99.8%. 5 of 10 is 50%.
  const usual = await snapshot(`${MARCH}&benchmark=W11`);
  const stricter = await snapshot(`${MARCH}&benchmark=W11&confidence=99.8`);
  expect([usual.of('W99')?.comparison, stricter.of('W99')?.comparison]).toEqual(['better', 'similar']);
  for (const field of ['lower', 'upper', 'verdict', 'rank'] as const)
    expect(stricter.of('W99')?.[field]).toEqual(usual.of('W99')?.[field]);
  expect(stricter.query.confidence).toBe('99.8');
  const rate = await snapshot(
    'metric=under-75-mortality&period=2011&level=ccg&benchmark=W01&confidence=99.8',
  );
  expect(rate.of('W10')?.comparisonReason).toBe('No 99.8% interval is published for this figure');
  const wrong = await ask(app, `/api/snapshot?${MARCH}&confidence=99`);
  expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_value']);
});
