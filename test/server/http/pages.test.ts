import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { withFirstAnswers } from '../../../server/http/pages.ts';
import { DRAWING } from '../drawing.ts';
import { ask } from '../inject.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

const folder = temporaryFolder();
const dist = path.join(folder, 'dist');
let app: FastifyInstance;
let bare: FastifyInstance;

beforeAll(async () => {
  mkdirSync(path.join(dist, 'assets'), { recursive: true });
  writeFileSync(
    path.join(dist, 'index.html'),
    '<!doctype html><html><head></head><body><div id="root"></div></body></html>',
  );
  writeFileSync(path.join(dist, 'assets/index-abc123.js'), 'console.log("page");'.repeat(100));
  const sheets = {
    '/alliances': ['/assets/list.css'],
    '/alliances/:id': ['/assets/board.css', '/assets/more.css'],
  };
  writeFileSync(path.join(dist, 'sheets.json'), JSON.stringify(sheets));
  writeFileSync(path.join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  app = await buildApp({
    database: await writeTiny(path.join(folder, 'tiny.duckdb')),
    every: 0,
    dist,
    drawing: DRAWING,
  });
  bare = await buildApp({ database: path.join(folder, 'none.duckdb'), every: 0, dist });
});
afterAll(() => Promise.all([app.close(), bare.close()]));

const firstAnswers = (html: string) => {
  const found = /<script type="application\/json" id="first-answers">(.*?)<\/script>/.exec(html)?.[1];
  return found === undefined ? null : JSON.parse(found);
};

const SNAPSHOT = '/api/snapshot?level=ccg&metric=62-day-wait&period=fy2016-17';

test('the map’s page carries the catalogue and the snapshot it shows first', async () => {
  const { text, headers, status } = await ask(app, '/');
  const answers = firstAnswers(text);
  expect(status).toBe(200);
  expect(Object.keys(answers)).toEqual(['/api/catalogue', SNAPSHOT]);
  for (const url of Object.keys(answers)) expect(answers[url]).toEqual((await ask(app, url)).body);
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
  expect(headers['content-security-policy']).not.toMatch(/unsafe/);
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});

test.each([
  ['/?level=alliance', '/api/snapshot?level=alliance&metric=62-day-wait&period=fy2016-17'],
  ['/?metric=62-day-wait&period=2016-04', '/api/snapshot?level=ccg&metric=62-day-wait&period=2016-04'],
  ['/?metric=one-year-survival', '/api/snapshot?level=ccg&metric=one-year-survival&period=2011'],
  ['/?metric=nonsense&period=%3Cscript%3E&level=9', SNAPSHOT],
])('%s carries %s', async (url, snapshot) => {
  const answers = firstAnswers((await ask(app, url)).text);
  expect(Object.keys(answers)).toEqual(['/api/catalogue', snapshot]);
  expect(answers[snapshot]).toEqual((await ask(app, snapshot)).body);
});

test.each([
  [
    '/metrics/62-day-wait?level=alliance&benchmark=upper&limits=exact&confidence=99.8',
    '/api/snapshot?benchmark=upper&confidence=99.8&level=alliance&metric=62-day-wait&period=fy2016-17',
    '/api/spread?benchmark=upper&level=alliance&limits=exact&metric=62-day-wait&period=fy2016-17',
  ],
  [
    '/metrics/62-day-wait?benchmark=similar',
    '/api/snapshot?benchmark=similar&level=ccg&metric=62-day-wait&period=fy2016-17',
    '/api/spread?level=ccg&metric=62-day-wait&period=fy2016-17',
  ],
  ['/ccgs/00A', '/api/profile?area=00A'],
  [
    '/alliances/upper?period=fy2016-17',
    '/api/areas',
    '/api/findings?area=upper&period=fy2016-17',
    '/api/progress?area=upper&period=fy2016-17',
    '/api/trend?area=upper&grain=month&metric=62-day-wait',
  ],
  ['/progress', '/api/progress?area=england'],
  ['/metrics', '/api/metrics-compared?level=ccg'],
  ['/metrics?level=alliance&period=2016-04', '/api/metrics-compared?level=alliance&period=2016-04'],
  [
    '/ccgs/00A?benchmark=best-decile&period=2016-04',
    '/api/profile?area=00A&benchmark=best-decile&period=2016-04',
  ],
])('%s carries what it shows first', async (url, ...urls) => {
  const answers = firstAnswers((await ask(app, url)).text);
  expect(Object.keys(answers)).toEqual(['/api/catalogue', ...urls]);
  for (const each of urls) expect(answers[each]).toEqual((await ask(app, each)).body);
});

test('a page whose first question is refused comes without its answer, and asks itself', async () => {
  for (const [url, as] of [
    ['/ccgs/nowhere', 404],
    ['/ccgs/00A?period=never', 200],
    ['/metrics/nothing', 404],
  ] as const) {
    const { text, status } = await ask(app, url);
    expect([status, Object.keys(firstAnswers(text))]).toEqual([as, ['/api/catalogue']]);
  }
  const { text } = await ask(app, '/metrics/62-day-wait?benchmark=00A,upper');
  expect(Object.keys(firstAnswers(text))).toEqual(['/api/catalogue']);
});

test('every other page carries the catalogue', async () => {
  for (const url of ['/alliances', '/compare', '/data', '/methods']) {
    const { text, status } = await ask(app, url);
    expect([status, Object.keys(firstAnswers(text))]).toEqual([200, ['/api/catalogue']]);
  }
});

test('a page links the style sheets that its own code needs, and no other; they are listed for the server alone', async () => {
  const linked = async (url: string) =>
    [...(await ask(app, url)).text.matchAll(/<link rel="stylesheet" crossorigin href="([^"]+)">/g)].map(
      ([, href]) => href,
    );
  expect(await linked('/alliances')).toEqual(['/assets/list.css']);
  for (const url of ['/alliances/upper', '/alliances/upper?metric=62-day-wait', '/alliances/nowhere'])
    expect(await linked(url), url).toEqual(['/assets/board.css', '/assets/more.css']);
  for (const url of ['/', '/compare', '/data']) expect(await linked(url), url).toEqual([]);
  expect((await ask(app, '/sheets.json')).status).toBe(404);
});

test('without a dataset the page comes without answers, and can say so itself', async () => {
  const { text, status } = await ask(bare, '/');
  expect([status, firstAnswers(text)]).toEqual([200, null]);
  expect(text).toContain('id="root"');
});

test('the page of an area or metric that there is not is a 404 each time, with the page around it', async () => {
  for (const url of ['/ccgs/nowhere', '/icbs/QXX', '/alliances/00A', '/ccgs/upper', '/metrics/nothing'])
    for (const _ of [1, 2]) {
      const { status, text, headers } = await ask(app, url);
      expect([url, status, text.includes('id="root"')]).toEqual([url, 404, true]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
    }
  for (const url of ['/ccgs/00A', '/alliances/upper', '/metrics/62-day-wait'])
    expect([url, (await ask(app, url)).status]).toEqual([url, 200]);
});

test('what is no page is a 404', async () => {
  expect((await ask(app, '/nothing')).status).toBe(404);
  expect((await ask(app, '/assets/index-old.js')).body).toMatchObject({ code: 'unknown_route' });
  expect((await ask(app, '/../package.json')).status).toBe(404);
  expect((await ask(app, '/%2e%2e/package.json')).status).toBe(404);
});

test('files go out compressed, for good where their name has a hash, and are 304 for who has them', async () => {
  const file = await ask(app, '/assets/index-abc123.js', { headers: { 'accept-encoding': 'br' } });
  expect(file.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(file.raw.length).toBeLessThan(100);
  const again = await ask(app, '/assets/index-abc123.js', {
    headers: { 'accept-encoding': 'br', 'if-none-match': String(file.headers.etag) },
  });
  expect(again.status).toBe(304);
  expect((await ask(app, '/favicon.svg')).headers['content-type']).toBe('image/svg+xml');
  expect((await ask(app, '/favicon.svg')).headers['cache-control']).toMatch(/must-revalidate/);
});

test('an answer cannot end its block, nor open another', () => {
  const html = withFirstAnswers('<body></body>', [['/a', { x: '</script><script>alert(1)</script>' }]]);
  expect(html.match(/<\/?script/g)).toHaveLength(2);
  expect(firstAnswers(html)['/a'].x).toBe('</script><script>alert(1)</script>');
});
