import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SpreadArea } from '../../../../data/contract/index.ts';
import { metric } from '../../../../data/metrics/index.ts';
import { Dataset } from '../../../../server/dataset/dataset.ts';
import type { Row } from '../../../../server/questions/shared/figures.ts';
import { funnelOf } from '../../../../server/questions/shared/funnel.ts';
import { variationOf } from '../../../../server/questions/shared/variation.ts';
import { figuresByFifth } from '../../../../server/questions/spread/groups.ts';
import { wilson } from '../../../../server/stats/wilson.ts';
import { temporaryFolder, writeTiny } from '../../tiny.ts';
import { spreadOf } from './ask.ts';

const folder = temporaryFolder();

/** A figure of an invented country of three CCGs: Apple alone in one Alliance, Birch and Cedar in the other. */
const observed = (id: string, area: string, period: string, counts: [number, number] | null, more = {}) => ({
  metric: id,
  area,
  period,
  grp: 'all',
  numerator: counts ? counts[0] : null,
  denominator: counts ? counts[1] : null,
  value: counts ? counts[0] / counts[1] : null,
  ...(counts ? wilson(...counts) : { lower: null, upper: null }),
  status: 'published',
  source: 'other',
  note: null,
  sheet: null,
  source_row: null,
  ...more,
});

const rating = (area: string, value: number) =>
  observed('patient-experience', area, '2016', null, { value, lower: value - 0.1, upper: value + 0.1 });

const OWN = [
  // Everybody in time, and hardly anybody there.
  observed('31-day-wait', '00A', '2016-04', [1, 1]),
  observed('31-day-wait', '00B', '2016-04', [5, 5]),
  observed('31-day-wait', '00C', '2016-04', [3, 3]),
  observed('31-day-wait', 'england', '2016-04', [9, 9]),
  observed('early-stage', '00A', '2016', [30, 60]),
  observed('early-stage', '00B', '2016', null, { status: 'suppressed', note: 'Fewer than 5: withheld.' }),
  observed('early-stage', '00C', '2016', [1, 2]),
  observed('62-day-screening', '00A', '2016-04', [2, 3]),
  rating('00A', 8),
  rating('00B', 9),
  rating('00C', 8.5),
];

let dataset: Dataset;
let own: Dataset;

beforeAll(async () => {
  dataset = await Dataset.open(await writeTiny(path.join(folder, 'tiny.duckdb')));
  own = await Dataset.open(await writeTiny(path.join(folder, 'own.duckdb'), 'own', OWN));
});
afterAll(() => {
  dataset.retire();
  own.retire();
});

describe('three CCGs in a month', () => {
  test('too few for a funnel; their variation is told, and what chance would give', async () => {
    const reply = await spreadOf(dataset, 'metric=62-day-wait&period=2016-04&level=ccg');
    expect(reply.query).toMatchObject({ group: 'all', benchmark: 'england', limits: 'score' });
    expect(reply).toMatchObject({ against: 'England', benchmark: { value: 0.8 }, target: { value: 0.85 } });
    expect(reply.funnelReason).toBe(
      'A funnel needs at least 10 areas with a figure: 3 CCGs have one. No funnel is drawn.',
    );
    expect(reply.variation).toMatchObject({ areas: 3, min: 0.5, median: 0.8, max: 0.95, df: 2 });
    expect(reply.chance?.p10).toBeLessThan(153 / 210);
    expect(reply.chance?.p90).toBeGreaterThan(153 / 210);
    expect(reply.areas.map(({ area, parents, zone }: SpreadArea) => [area, parents, zone])).toEqual([
      ['00A', ['upper'], null],
      ['00B', ['lower'], null],
      ['00C', ['lower'], null],
    ]);
    expect(reply.areas[2]?.notes).toEqual(['Based on 10 people: read with care']);
  });

  test('an Alliance of one CCG, and one of two; by hand, ω² between them is 76%', async () => {
    const reply = await spreadOf(dataset, 'metric=62-day-wait&period=2016-04&level=ccg');
    expect(reply.alliances).toMatchObject([
      { area: 'lower', numerator: 58, denominator: 110, areas: 2, min: 0.5, median: 0.65, max: 0.8 },
      { area: 'upper', numerator: 95, denominator: 100, areas: 1, min: 0.95, median: 0.95, max: 0.95 },
    ]);
    // 95/100 | 50/100, 8/10: pooled 153/210; squares by people, between (100, 110 at 58/110) over all.
    const from = (share: number) => (share - 153 / 210) ** 2;
    const between = 100 * from(0.95) + 110 * from(58 / 110);
    const all = 100 * from(0.95) + 100 * from(0.5) + 10 * from(0.8);
    const within = (all - between) / (3 - 2);
    expect(reply.between?.share).toBeCloseTo(between / all, 12);
    expect(reply.between?.omegaSquared).toBeCloseTo((between - within) / (all + within), 12);
    expect(reply.between).toMatchObject({ units: 3, groups: 2 });
    expect(reply.betweenReason).toBeNull();
  });

  test('three CCGs make no fifths', async () => {
    const { fifths, fifthsReason, areas } = await spreadOf(
      dataset,
      'metric=62-day-wait&period=2016-04&level=ccg',
    );
    expect([fifths, areas.map(({ fifth }) => fifth)]).toEqual([[], [null, null, null]]);
    expect(fifthsReason).toMatch(/at least five CCGs/);
  });

  test('through time each month has the areas it had: three, and after the merger two', async () => {
    const { overTime, breaks } = await spreadOf(dataset, 'metric=62-day-wait&period=2017-03&level=ccg');
    expect(overTime.map(({ period, areas }) => [period, areas])).toEqual([
      ['2016-04', 3],
      ['2017-03', 2],
    ]);
    expect(overTime[1]).toMatchObject({ min: 90 / 110, max: 0.9 });
    expect(breaks).toEqual([]);
  });

  test('a year with one figure: gaps keep their reasons, and one figure does not vary', async () => {
    const { areas, variation, between, betweenReason } = await spreadOf(
      dataset,
      'metric=62-day-wait&period=fy2016-17&level=ccg',
    );
    expect(areas.map(({ value, notes }) => [value, notes[0] ?? ''])).toEqual([
      [0.95, ''],
      [null, 'Merged into NHS Merged CCG (11M).'],
      [null, 'No figure was published for this area and period.'],
    ]);
    expect(variation).toMatchObject({
      areas: 1,
      p10: 0.95,
      p90: 0.95,
      q: 0,
      df: 0,
      pValue: 1,
      i2: 0,
      tau: 0,
    });
    expect(between).toBeNull();
    expect(betweenReason).toMatch(/at least two Alliances/);
  });
});

test('everybody in time, one to five people each: no variation, no NaN', async () => {
  const reply = await spreadOf(own, 'metric=31-day-wait&period=2016-04&level=ccg&limits=exact');
  expect(reply.variation).toMatchObject({ min: 1, max: 1, q: 0, i2: 0, tau: 0, tauInUnits: 0 });
  expect(reply.chance).toEqual({ p10: 1, p90: 1 });
  expect([reply.between, reply.funnel]).toEqual([null, null]);
  expect(reply.alliances.map(({ status, value, areas }) => [status, value, areas])).toEqual([
    ['not-published', null, 2],
    ['not-published', null, 1],
  ]);
});

test('a withheld figure is a gap with its words, and enters nothing', async () => {
  const reply = await spreadOf(own, 'metric=early-stage&period=2016&level=ccg');
  expect(reply.areas[1]).toMatchObject({
    status: 'suppressed',
    value: null,
    notes: ['Fewer than 5: withheld.'],
  });
  expect(reply.variation).toMatchObject({ areas: 2, min: 0.5, max: 0.5, q: 0, reason: null });
  expect(reply.benchmark).toBeNull();
  const row = (area: string): Row => {
    const found = reply.areas.find((each) => each.area === area);
    if (!found) throw new Error(area);
    return { ...found, note: '' };
  };
  const rows = ['00A', '00B', '00C'].map(row);
  const { fifths } = figuresByFifth(own.geography, '2016-01', rows, [1, 1, 5], metric('early-stage'));
  expect(fifths).toMatchObject([
    { fifth: 1, areas: 1, status: 'derived', numerator: 30, denominator: 60 },
    { fifth: 2, areas: 0, status: 'not-published', value: null },
    { fifth: 3, areas: 0, value: null },
    { fifth: 4, areas: 0, value: null },
    { fifth: 5, areas: 1, numerator: 1, denominator: 2, value: 0.5 },
  ]);
});

test('a published score with intervals is tested in its own unit, and by fifth is a mean by population', async () => {
  const reply = await spreadOf(own, 'metric=patient-experience&period=2016&level=ccg');
  // Weights 1/0.05102² are equal: Q = (0.5² + 0.5²) / 0.05102².
  expect(reply.variation.q).toBeCloseTo(0.5 / (0.1 / 1.959963984540054) ** 2, 8);
  expect(reply.variation.tauInUnits).toBe(reply.variation.tau);
  expect(reply.chance).toBeNull();
  expect(reply.funnelReason).toMatch(/^Patient experience is a mean, not a share/);
  const rows = reply.areas.map((area): Row => ({ ...area, note: '' }));
  const { fifths } = figuresByFifth(own.geography, '2016-01', rows, [1, 1, 5], metric('patient-experience'));
  // Apple has 100,000 people and Birch 200,000.
  expect(fifths[0]).toMatchObject({ areas: 2, status: 'derived', lower: null, numerator: null });
  expect(fifths[0]?.value).toBeCloseTo((8 + 2 * 9) / 3, 12);
});

test('one CCG alone is told in the singular', async () => {
  const { funnelReason } = await spreadOf(own, 'metric=62-day-screening&period=2016-04&level=ccg');
  expect(funnelReason).toMatch(/: 1 CCG has one\. No funnel/);
});

test('whole percentages without counts have quantiles, and neither a funnel nor a test', () => {
  const rows = [0.3, 0.35, 0.4].map(
    (value, i): Row => ({
      ...{ area: `0${i}A`, status: 'published', value, numerator: null, denominator: 400 },
      ...{ lower: value - 0.02, upper: value + 0.02, note: '' },
    }),
  );
  const { variation, chance } = variationOf(rows, metric('care-plan'));
  expect(variation).toMatchObject({ areas: 3, median: 0.35, q: null, i2: null, tau: null, tauInUnits: null });
  expect(variation.reason).toMatch(/whole percentages without counts\.$/);
  expect(chance).toBeNull();
  const around = { name: 'England', value: 0.35, why: '' };
  const { funnelReason } = funnelOf(rows, metric('care-plan'), { level: 'icb', around, method: 'score' });
  expect(funnelReason).toMatch(/^Given a care plan is published as a whole percentage without counts/);
});
