import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Control, type RecentTrend, Trend } from '../../../../data/contract/index.ts';
import { built, builtApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';

describe.skipIf(!built)('the trend of an area in the built dataset', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await builtApp();
  });

  const trend = async (metric: string, area: string, grain: string) => {
    const { status, body, text } = await ask(app, `/api/trend?metric=${metric}&area=${area}&grain=${grain}`);
    expect(status, text).toBe(200);
    expectShape(Trend, body);
    return body as { control: Control; recentTrend: RecentTrend };
  };

  test('62-day wait, Greater Manchester by month: limits before and from April 2020', async () => {
    const { control, recentTrend } = await trend('62-day-wait', 'greater-manchester', 'month');
    // From the counts with Python: mean ± 2.66 mean moving ranges, those of 3.267 of their mean or more left out.
    const [before, after] = control.segments;
    expect(before).toMatchObject({ from: '2016-01', until: '2020-03', points: 51 });
    expect([before?.mean, before?.lower, before?.upper].map((limit) => limit?.toFixed(5))).toEqual([
      '0.82298',
      '0.76789',
      '0.87808',
    ]);
    expect([after?.mean, after?.lower, after?.upper].map((limit) => limit?.toFixed(5))).toEqual([
      '0.69841',
      '0.63125',
      '0.76558',
    ]);
    // November 2021: 417 of 676, 61.7%.
    expect(control).toMatchObject({
      period: '2021-11',
      variation: 'concern',
      signal: 'outside',
      target: 0.85,
    });
    expect(control.assurance).toBe('consistent-fail');
    expect(recentTrend.direction).toBe('not-calculated');
  });

  test('by year: no control chart, and no recent trend across April 2020', async () => {
    const { control, recentTrend } = await trend('62-day-wait', 'greater-manchester', 'year');
    expect(control.reason).toMatch(/Annual figures/);
    expect(recentTrend.reason).toMatch(/break in April 2020/);
    expect(recentTrend.periods).toEqual(['fy2016-17', 'fy2017-18', 'fy2018-19', 'fy2019-20', 'fy2020-21']);
  });

  test('28-day diagnosis of a CCG has eight months: too few', async () => {
    const { control } = await trend('28-day-diagnosis', '01D', 'month');
    expect(control.reason).toBe('A control chart needs at least 12 figures; there are 8.');
  });

  test('one-year survival, England: rises by its published intervals', async () => {
    const { recentTrend } = await trend('one-year-survival', 'england', 'calendar-year');
    expect(recentTrend).toMatchObject({ direction: 'increasing', judgement: 'getting-better' });
    expect(recentTrend.periods).toEqual(['2010', '2011', '2012', '2013', '2014']);
  });
});
