import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Drivers } from '../../../../data/contract/index.ts';
import { appOf, wideApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';
import { OBSERVATIONS, temporaryFolder, wait, writeTiny } from '../../tiny.ts';

let tiny: FastifyInstance;
let wide: FastifyInstance;

/** The invented country, where in April 2016 everybody of the lower Alliance is in time. */
const ALL_IN_TIME = [
  ...OBSERVATIONS.filter(({ area, period }) => period !== '2016-04' || area === '00A' || area === 'upper'),
  wait('00B', '2016-04', 10, 10),
  wait('00C', '2016-04', 1, 1),
  wait('lower', '2016-04', 11, 11),
  wait('upper', '2017-03', 90, 100),
  { ...wait('upper', '2017-03', 9, 10), metric: '31-day-wait' },
];

beforeAll(async () => {
  const folder = temporaryFolder();
  tiny = await appOf({ database: await writeTiny(path.join(folder, 'tiny.duckdb'), 'tiny', ALL_IN_TIME) });
  wide = await wideApp();
});
afterAll(() => tiny.close());

async function drivers(app: FastifyInstance, query: string): Promise<Drivers> {
  const reply = await ask(app, `/api/drivers?${query}`);
  expect(reply.status, reply.text).toBe(200);
  expectShape(Drivers, reply.body);
  return reply.body;
}

test('one CCG is the whole of its Alliance, and of its change', async () => {
  const reply = await drivers(tiny, 'metric=62-day-wait&alliance=upper&period=2017-03&baseline=2016-04');
  // 0.85 of 100 is 85. From 95 of 100 to 90 of 100.
  const own = { numerator: 90, denominator: 100, breaches: 10, beyond: -5, people: -5 };
  expect(reply.alliance).toMatchObject({ area: 'upper', name: 'Upper Alliance', ...own });
  expect(reply.rows).toMatchObject([
    { area: '00A', name: 'NHS Apple CCG', ...own, needed: 0, baseline: 0.95 },
  ]);
  expect(reply.rows[0]).toMatchObject({ shareOfBreaches: 1, shareOfPeople: 1, shareOfGap: null });
  expect(reply.baseline).toEqual({ period: '2016-04', value: 0.95 });
  expect(reply.change?.all).toBeCloseTo(-0.05, 15);
  expect(reply.change).toEqual({ all: reply.change?.own, own: reply.rows[0]?.change?.own, weight: 0 });
});

// Years below 1000 once had months of another form than their last, which ended the server.
test('a baseline long before any figure is answered', async () => {
  const year = await drivers(tiny, 'metric=patient-experience&alliance=lower&period=2016&baseline=0050');
  expect(year).toMatchObject({ baseline: null, change: null, query: { baseline: '0050' } });
});

test('no figure of the Alliance, now or a year before: the reason', async () => {
  const before = await drivers(tiny, 'metric=62-day-wait&alliance=upper&period=2016-04');
  expect(before).toMatchObject({ baseline: null, change: null, query: { baseline: '2015-04' } });
  expect(before.changeReason).toBe('Upper Alliance has no figure for April 2015.');
  const none = await drivers(tiny, 'metric=31-day-wait&alliance=lower&period=2017-03');
  expect(none).toMatchObject({
    rows: [],
    reason: 'No figure of the Alliance was published for this period.',
    notes: ['The lower Alliance changed.'],
  });
  const scores = await drivers(tiny, 'metric=patient-experience&alliance=lower&period=2016');
  expect(scores).toMatchObject({ rows: [], reason: expect.stringMatching(/^A mean score cannot be summed/) });
});

test('everybody in time: no breach to share, nobody needed', async () => {
  const reply = await drivers(tiny, 'metric=62-day-wait&alliance=lower&period=2016-04');
  // 0.85 × 11 = 9.35, so ten are enough: one to spare.
  expect(reply.alliance).toMatchObject({ value: 1, breaches: 0, beyond: -1.65, people: -1 });
  expect(reply.rows.map(({ area, beyond, people }) => [area, beyond, people])).toEqual([
    ['00C', -0.15, 0],
    ['00B', -1.5, -1],
  ]);
  for (const { shareOfBreaches, shareOfGap, needed } of reply.rows)
    expect([shareOfBreaches, shareOfGap, needed]).toEqual([null, null, 0]);
  expect(reply.rows[1]?.notes).toEqual(['Based on 10 people: read with care']);
});

test('a break between: no change, and why', async () => {
  const reply = await drivers(tiny, 'metric=62-day-wait&alliance=lower&period=2017-03&baseline=2016-04');
  expect(reply.rows.map(({ area }) => area)).toEqual(['11M']);
  expect(reply).toMatchObject({ baseline: null, change: null, changeReason: 'A tenth of its people moved.' });
});

test('CCGs in order of the people they are short of, those without a figure last, with the reason', async () => {
  const { rows, alliance, notes } = await drivers(wide, 'metric=62-day-wait&alliance=east&period=2016-04');
  // 0.85 × 511 = 434.35, 42 more than the 393.
  expect(alliance).toMatchObject({ numerator: 393, denominator: 511, beyond: 41.35, people: 42 });
  expect(rows.map(({ area, beyond, people, needed }) => [area, beyond, people, needed])).toEqual([
    ['W11', 25, 25, 25],
    ['W10', 15, 15, 15],
    ['W08', 5, 5, 5],
    ['W03', 0.85, 1, 1],
    ['W04', 0.7, 1, 1],
    ['W05', 0.55, 1, 1],
    ['W01', 0, 0, 0],
    ['W02', -0.75, -1, 0],
    ['W09', -5, -5, 0],
    ['W06', null, null, null],
    ['W07', null, null, null],
  ]);
  const gap = 25 + 15 + 5 + 0.85 + 0.7 + 0.55;
  expect(rows[0]?.shareOfGap).toBeCloseTo(25 / gap, 14);
  expect(rows[0]).toMatchObject({ shareOfBreaches: 40 / 118, shareOfPeople: 100 / 511 });
  expect(rows[0]?.notes).toEqual(['Counted whole in each of The east and The west']);
  expect(rows[6]).toMatchObject({ shareOfGap: null, needed: 0 });
  expect(rows[9]).toMatchObject({ status: 'suppressed', notes: ['Fewer than five people.'] });
  expect(rows[10]?.notes).toEqual(['No figure was published for this area and period.']);
  // The counts of the others are the Alliance’s own.
  expect(notes).toEqual([]);
});

describe('what cannot be asked', () => {
  const WAIT = 'metric=62-day-wait&alliance=upper&period=2016-04';
  test.each([
    [WAIT.replace('upper', 'uper'), 404, 'unknown_area', /^No area 'uper'\. The nearest: upper/],
    [
      WAIT.replace('upper', '00B'),
      400,
      'invalid_value',
      /'00B', NHS Birch CCG, which is a CCG\. .*such as lower\.$/,
    ],
    [
      WAIT.replace('upper', 'region-north'),
      400,
      'invalid_value',
      /which is a region\. .*such as upper, lower\.$/,
    ],
    [
      WAIT.replace('upper', 'england'),
      400,
      'invalid_value',
      /which is the whole country\. It must be an Alliance;/,
    ],
    [WAIT.replace('2016-04', '2016-05'), 404, 'unknown_period', /The nearest: 2016-04/],
    [WAIT.replace('2016-04', 'April'), 404, 'unknown_period', /^No period 'April'/],
    [
      WAIT.replace('62-day-wait', 'stage-recorded'),
      404,
      'no_data',
      /of Stage recorded \(stage-recorded\) by Alliance \(alliance\)/,
    ],
    [`${WAIT}&baseline=fy2015-16`, 400, 'invalid_value', /which is not as long as .*2015-04\.$/],
    [`${WAIT}&baseline=2016-04`, 400, 'invalid_value', /which does not begin before the period 2016-04/],
    [`${WAIT}&baseline=2016-13`, 404, 'unknown_period', /^No period '2016-13'/],
    [`${WAIT}&level=ccg`, 400, 'unknown_parameter', /level/],
  ])('%s: %i %s', async (query, status, code, message) => {
    const reply = await ask(tiny, `/api/drivers?${query}`);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(reply.body.message).toMatch(message);
  });
});
