import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  Areas,
  Catalogue,
  Changes,
  Health,
  Problem,
  Profile,
  Snapshot,
  Sources,
  Trend,
} from '../../../data/contract/index.ts';
import { QUESTIONS } from '../../../server/questions/index.ts';
import { tinyApp } from '../app.ts';
import { ask, expectShape } from '../inject.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await tinyApp();
});

const get = async (url: string) => {
  const reply = await ask(app, url);
  expect(reply.status, reply.text).toBe(200);
  return reply.body;
};

test.each([
  ['/api/health', Health],
  ['/api/catalogue', Catalogue],
  ['/api/areas', Areas],
  ['/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg', Snapshot],
  ['/api/snapshot?metric=62-day-wait&period=fy2016-17&level=alliance', Snapshot],
  ['/api/snapshot?metric=patient-experience&period=2016&level=ccg', Snapshot],
  ['/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg&benchmark=alliance&confidence=99.8', Snapshot],
  ['/api/profile?area=00B', Profile],
  ['/api/profile?area=upper&period=2016-04&benchmark=lower', Profile],
  ['/api/trend?metric=62-day-wait&area=lower&grain=month', Trend],
  ['/api/trend?metric=62-day-wait&area=00B&grain=year', Trend],
  ['/api/trend?metric=one-year-survival&area=00A&grain=calendar-year', Trend],
  ['/api/changes', Changes],
  ['/api/changes?area=00A', Changes],
  ['/api/sources/62-day-wait/lower/2016-04', Sources],
  ['/api/sources/62-day-wait/00B/fy2016-17', Sources],
  ['/api/sources/one-year-survival/england/2011', Sources],
])('%s is what the contract says', async (url, schema) => expectShape(schema, await get(url)));

test('every reply carries the version and repeats its question', async () => {
  for (const url of ['/api/catalogue', '/api/areas', '/api/trend?metric=62-day-wait&area=00A&grain=month'])
    expect(await get(url)).toMatchObject({ dataVersion: 'tiny', query: expect.any(Object) });
  const { query } = await get('/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg');
  expect(query).toEqual({
    metric: '62-day-wait',
    period: '2016-04',
    level: 'ccg',
    group: 'all',
    benchmark: 'england',
    confidence: '95',
  });
});

test('areas: a later CCG names those it succeeds, an ended one its successor', async () => {
  const { ccgs, laterCcgs, alliances } = await get('/api/areas');
  expect(laterCcgs).toEqual([
    {
      area: '11M',
      name: 'NHS Merged CCG',
      from: '2017-03',
      until: null,
      predecessors: ['00B', '00C'],
      alliance: 'lower',
      fit: 'exact',
    },
  ]);
  expect(ccgs[1].successors).toEqual([
    { area: '11M', name: 'NHS Merged CCG', from: '2017-03', share: 1, fit: 'exact', note: '' },
  ]);
  expect(alliances[0].lead).toEqual({ name: 'A Lead', role: 'Chair', organisation: 'A Trust' });
  expect(alliances[1].lead).toBeNull();
});

describe('trend', () => {
  test('breaks, notes and England beside', async () => {
    const trend = await get('/api/trend?metric=62-day-wait&area=lower&grain=month');
    expect(trend.points.map((point: { period: string }) => point.period)).toEqual(['2016-04', '2017-03']);
    expect(trend.breaks).toEqual([{ from: '2017-03', reason: 'A tenth of its people moved.' }]);
    expect(trend.points[1].notes).toContain('The lower Alliance changed.');
    expect(trend.benchmark).toMatchObject({ area: 'england', points: [{ value: 0.8 }, { value: 0.8 }] });
  });

  test('a CCG that merged ends, and names its successor and its Alliance', async () => {
    const trend = await get('/api/trend?metric=62-day-wait&area=00B&grain=month');
    expect(trend.points).toHaveLength(1);
    expect(trend.successor).toEqual({ area: '11M', name: 'NHS Merged CCG', from: '2017-03' });
    expect(trend.note).toBe('Its patients are counted in NHS Merged CCG from March 2017.');
    expect(trend.alliances).toMatchObject([
      { area: 'lower', points: [{ period: '2016-04', value: 58 / 110 }] },
    ]);
  });

  test('the England of another publication is no benchmark', async () => {
    const survival = await get('/api/trend?metric=one-year-survival&area=00A&grain=calendar-year');
    expect(survival.benchmark.points).toMatchObject([{ value: 68.2 }]);
    const mortality = await get('/api/trend?metric=under-75-mortality&area=00A&grain=calendar-year');
    expect(mortality.benchmark).toBeNull();
    const england = await get('/api/trend?metric=one-year-survival&area=england&grain=calendar-year');
    expect(england.points).toMatchObject([{ value: 67.9 }]);
  });
});

describe('sources', () => {
  test('a published figure is its own cell', async () => {
    const { method, cells } = await get('/api/sources/62-day-wait/00A/2016-04');
    expect(method).toMatch(/^Published: Publication cwt-2016-04, A publisher\..*Wilson/);
    expect(cells).toMatchObject([
      { area: '00A', file: 'cwt-2016-04.xlsx', sheet: 'A SHEET', row: 9, sha256: 'ab12' },
    ]);
  });

  test('an Alliance’s names the cells it is summed from', async () => {
    const { method, cells } = await get('/api/sources/62-day-wait/lower/2016-04');
    expect(method).toBe(
      'Sum of 2 figures of 2 commissioners, April 2016; value = numerator / denominator. Interval: Wilson score, 95%.',
    );
    expect(cells.map((cell: { area: string }) => cell.area)).toEqual(['00B', '00C']);
  });

  test('a year’s names its months', async () => {
    const { method, cells } = await get('/api/sources/62-day-wait/england/fy2016-17');
    expect(method).toMatch(/^Sum of its own 2 monthly figures, April 2016 to March 2017;/);
    expect(cells.map((cell: { period: string }) => cell.period)).toEqual(['2016-04', '2017-03']);
  });
});

test('the description lists every question with the replies it gives', async () => {
  const api = await get('/api/openapi.json');
  expect(api.openapi).toBe('3.1.0');
  for (const { path: route, query, parameters } of QUESTIONS) {
    const { get: operation } = api.paths[route.replaceAll(/:(\w+)/g, '{$1}')];
    const names = [...Object.keys(parameters.properties), ...Object.keys(query.properties)];
    expect(operation.parameters.map(({ name }: { name: string }) => name)).toEqual(names);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['200', '400', '404', '503']));
  }
  expect(api.components.schemas.Problem).toEqual(JSON.parse(JSON.stringify(Problem)));
});
