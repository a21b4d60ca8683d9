import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { Problem } from '../../../data/contract/index.ts';
import { appOf, tinyApp } from '../app.ts';
import { ask, expectShape } from '../inject.ts';
import { temporaryFolder } from '../tiny.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await tinyApp();
});

const SNAPSHOT = '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg';
const long = 'x'.repeat(81);

test.each([
  // what is asked, status, code, what the message says
  [
    `${SNAPSHOT}&perid=1`,
    400,
    'unknown_parameter',
    /'perid'.*Allowed: metric, period, level, group, benchmark, confidence.*'period'/,
  ],
  [`${SNAPSHOT}&__proto__=1`, 400, 'unknown_parameter', /__proto__/],
  [
    '/api/snapshot?metrc=62-day-wait&period=2016-04&level=ccg',
    400,
    'unknown_parameter',
    /'metrc'.*Did you mean 'metric'/,
  ],
  ['/api/snapshot?period=2016-04&level=ccg', 400, 'missing_parameter', /'metric' is missing/],
  ['/api/snapshot', 400, 'missing_parameter', /Needed: metric, period, level/],
  ['/api/snapshot?metric=&period=2016-04&level=ccg', 400, 'missing_parameter', /'metric' is empty/],
  [`${SNAPSHOT}&metric=two-week-wait`, 400, 'repeated_parameter', /'metric' is given 2 times/],
  [`${SNAPSHOT}&level=alliance`, 400, 'repeated_parameter', /'level' is given 2 times/],
  [
    '/api/snapshot?metric=62-day-wait&period=2016-04&level=cgg',
    400,
    'invalid_value',
    /'level' is 'cgg'.*ccg, alliance, icb, alliance-today, region/,
  ],
  ['/api/snapshot?metric=62-day-wait&period=2016-04&level=CCG', 400, 'invalid_value', /Allowed: ccg/],
  [`/api/snapshot?metric=${long}&period=2016-04&level=ccg`, 400, 'invalid_value', /longer than 80/],
  ['/api/snapshot?metric=62day&period=2016-04&level=ccg', 404, 'unknown_metric', /'62day'.*62-day-wait/],
  ['/api/snapshot?metric=toString&period=2016-04&level=ccg', 404, 'unknown_metric', /toString/],
  ['/api/snapshot?metric=62-day-wait&period=2016-13&level=ccg', 404, 'unknown_period', /2016-04.*fy2016-17/],
  ['/api/snapshot?metric=62-day-wait&period=x&level=ccg', 404, 'unknown_period', /'x'/],
  [
    '/api/snapshot?metric=62-day-wait&period=2016-05&level=ccg',
    404,
    'unknown_period',
    /nearest: 2016-04, 2017-03/,
  ],
  [
    '/api/snapshot?metric=62-day-wait&period=fy2019-20&level=ccg',
    404,
    'unknown_period',
    /nearest: fy2016-17/,
  ],
  [
    '/api/snapshot?metric=stage-recorded&period=2013&level=ccg',
    404,
    'no_data',
    /no figures of Stage recorded \(stage-recorded\)/,
  ],
  [`${SNAPSHOT}&group=age:75%2B`, 404, 'unknown_group', /There are: all/],
  [`${SNAPSHOT}&benchmark=englnd`, 404, 'unknown_area', /england/],
  [`${SNAPSHOT}&benchmark=00A,lower`, 400, 'invalid_value', /00A \(ccg\); lower \(alliance\)/],
  [`${SNAPSHOT}&confidence=90`, 400, 'invalid_value', /'confidence' is '90'. Allowed: 95, 99.8/],
  ['/api/profile', 400, 'missing_parameter', /'area' is missing/],
  ['/api/profile?area=birch', 404, 'unknown_area', /nearest: 00B/],
  ['/api/profile?area=00A&period=2016-13', 404, 'unknown_period', /'2016-13'/],
  ['/api/profile?area=00A&benchmark=englnd', 404, 'unknown_area', /england/],
  ['/api/profile?area=upper&benchmark=similar', 400, 'invalid_value', /for CCGs only; the level is alliance/],
  [
    '/api/profile?area=00A&level=ccg',
    400,
    'unknown_parameter',
    /Allowed: area, period, benchmark, confidence/,
  ],
  ['/api/trend?metric=62-day-wait&area=birch&grain=month', 404, 'unknown_area', /nearest: 00B/],
  ['/api/trend?metric=62-day-wait&area=00A&grain=monthly', 400, 'invalid_value', /month, quarter, year/],
  ['/api/trend?metric=62-day-wait&area=00A&grain=rolling', 404, 'no_data', /figures by month, year/],
  ['/api/sources/62-day-wait/00A/2016-05', 404, 'no_data', /NHS Apple CCG in May 2016/],
  ['/api/sources/62-day-wait/00Z/2016-04', 404, 'unknown_area', /00A/],
  ['/api/sources/62-day-wait/00A/2016-04?grop=all', 400, 'unknown_parameter', /Allowed: group/],
  ['/api/boundaries/ccgs', 400, 'invalid_value', /ccg, alliance, hex/],
  ['/api/boundaries/ccg?simplify=1', 400, 'unknown_parameter', /takes none/],
  ['/api/health?x=1', 400, 'unknown_parameter', /takes none/],
  ['/api/catalogue?metric=62-day-wait', 400, 'unknown_parameter', /takes none/],
  ['/api/areas?level=ccg', 400, 'unknown_parameter', /takes none/],
  ['/api/openapi.json?x', 400, 'unknown_parameter', /takes none/],
  ['/api/docs?x=1', 400, 'unknown_parameter', /takes none/],
  ['/api/snapshots', 404, 'unknown_route', /nearest: \/api\/snapshot/],
  ['/api', 404, 'unknown_route', /\/api/],
  ['/api/snapshot/', 404, 'unknown_route', /snapshot/],
  ['/api/%E0%A4%A', 400, 'bad_request', /address/],
  [`/api/snapshot?metric=${'x'.repeat(3000)}`, 414, 'url_too_long', /2000/],
])('%s is refused with %i %s', async (url, status, code, message) => {
  const reply = await ask(app, url);
  expect(reply.body).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(reply.status).toBe(status);
  expect(reply.headers['cache-control']).toBe('no-store');
  expectShape(Problem, reply.body);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'] as const)('%s is not answered', async (method) => {
  for (const url of [SNAPSHOT, '/', '/api/nothing']) {
    const reply = await ask(app, url, { method });
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('GET, HEAD');
    expect(reply.body.code).toBe('method_not_allowed');
  }
});

test('a bad question after a good one is still refused, and is not kept', async () => {
  expect((await ask(app, SNAPSHOT)).status).toBe(200);
  for (let i = 0; i < 3; i++) expect((await ask(app, `${SNAPSHOT}&x=1`)).status).toBe(400);
});

test('a client that asks too much is told so, and when to ask again', async () => {
  const limited = await appOf({ database: path.join(temporaryFolder(), 'none.duckdb'), perSecond: 2 });
  // Made for somebody else first, so that the page's making does not take up the second.
  await ask(limited, '/api/docs', { remoteAddress: '192.0.2.2' });
  const replies = [];
  for (let i = 0; i < 6; i++) replies.push(await ask(limited, '/api/docs', { remoteAddress: '192.0.2.1' }));
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
  expect(replies[5]?.headers['retry-after']).toBe('1');
  await limited.close();
});
