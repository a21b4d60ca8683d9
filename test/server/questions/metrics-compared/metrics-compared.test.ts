import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  MetricsCompared,
  type MetricsCompared as Reply,
  type Spread,
} from '../../../../data/contract/index.ts';
import { METRIC_IDS } from '../../../../data/metrics/index.ts';
import { endOf } from '../../../../data/periods.ts';
import { built, builtApp, tinyApp } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';

const comparedFrom = async (app: FastifyInstance, query: string): Promise<Reply> => {
  const { status, body, text } = await ask(app, `/api/metrics-compared?${query}`);
  expect(status, text).toBe(200);
  expectShape(MetricsCompared, body);
  return body;
};

describe.skipIf(!built)('the built dataset', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await builtApp();
  });

  test.each(['level=ccg&period=fy2016-17', 'level=icb', 'level=alliance&period=fy2018-19'])(
    '%s: every metric once, with the numbers of /api/spread',
    async (query) => {
      const { rows, period, query: asked } = await comparedFrom(app, query);
      expect(rows.map(({ metric }) => metric)).toEqual(METRIC_IDS);
      for (const row of rows.filter((each) => each.period !== null)) {
        expect(endOf(row.period ?? '') <= endOf(period)).toBe(true);
        const { body } = await ask(
          app,
          `/api/spread?metric=${row.metric}&period=${row.period}&level=${asked.level}`,
        );
        const spread = body as Spread;
        const { areas, p10, median, p90, i2 } = spread.variation;
        expect(row).toMatchObject({ areas, p10, median, p90, i2, england: spread.benchmark });
        const beyond = spread.areas.flatMap(({ area, adjustedZone }) => {
          const side = /^(low|high)-998$/.exec(adjustedZone ?? '')?.[1];
          return side ? [`${area} ${side}`] : [];
        });
        expect((row.far ?? []).map(({ area, side }) => `${area} ${side}`).sort()).toEqual(beyond.sort());
        expect(row.far === null).toBe(spread.funnel === null);
        expect(row.farOf).toBe(spread.funnel?.areas ?? 0);
        expect(row.farReason).toBe(spread.funnelReason);
        expect(row.overTime.at(-1)).toEqual({ period: row.period, p10, median, p90 });
      }
    },
  );

  test('a metric without figures by then, or at all, says which', async () => {
    const { rows } = await comparedFrom(app, 'level=ccg&period=fy2016-17');
    const reasonOf = (id: string) => rows.find(({ metric }) => metric === id)?.reason;
    expect(reasonOf('62-day-wait')).toBeNull();
    expect(reasonOf('62-day-combined')).toBe('No figures are published here by CCG.');
    expect(reasonOf('28-day-diagnosis')).toMatch(/first figures by CCG are of a later period/);
  });

  test('the areas beyond the widened limits of early diagnosis, 2013, in order', async () => {
    const { rows } = await comparedFrom(app, 'level=ccg&period=fy2016-17');
    const far = rows.find(({ metric }) => metric === 'early-stage')?.far ?? [];
    expect(far.map(({ value }) => value)).toEqual(far.map(({ value }) => value).toSorted((a, b) => a - b));
    expect(new Set(far.map(({ side }) => side)).size).toBeGreaterThan(0);
  });
});

test('of an invented country with two CCGs a month: what can be told, and why the rest cannot', async () => {
  const { rows, query } = await comparedFrom(await tinyApp(), 'level=ccg&period=2016-04');
  expect(query).toEqual({ level: 'ccg', period: '2016-04' });
  const wait = rows.find(({ metric }) => metric === '62-day-wait');
  expect(wait).toMatchObject({ period: '2016-04', far: null, farOf: 0 });
  expect(wait?.farReason).toMatch(/A funnel needs at least 10 areas with a figure/);
});

test.each([
  ['level=region', 400],
  ['level=ccg&period=never', 404],
  ['level=ccg&metric=62-day-wait', 400],
])('%s is refused with %i', async (query, status) => {
  expect((await ask(await tinyApp(), `/api/metrics-compared?${query}`)).status).toBe(status);
});
