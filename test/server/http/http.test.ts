import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Database } from '../../../server/dataset/database.ts';
import { appOf } from '../app.ts';
import { ask } from '../inject.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await appOf({ database: await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')) });
});
afterAll(() => app.close());

const SNAPSHOT = '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg';

describe('an answer', () => {
  test('is the same in every encoding, each with its own strong ETag', async () => {
    const plain = await ask(app, SNAPSHOT);
    const [br, gzip] = await Promise.all(
      ['gzip, br', 'gzip'].map((accepted) =>
        ask(app, SNAPSHOT, { headers: { 'accept-encoding': accepted } }),
      ),
    );
    expect([plain, br, gzip].map((reply) => reply?.headers['content-encoding'])).toEqual([
      undefined,
      'br',
      'gzip',
    ]);
    for (const reply of [plain, br, gzip]) {
      expect(reply?.text).toBe(plain.text);
      expect(reply?.headers.etag).toMatch(/^"[\w-]{22}-(br|gzip|identity)"$/);
      expect(reply?.headers.vary).toBe('Accept-Encoding');
      expect(reply?.headers['cache-control']).toBe('public, max-age=0, must-revalidate');
      expect(Number(reply?.headers['content-length'])).toBe(reply?.raw.length);
    }
    expect(new Set([plain, br, gzip].map((reply) => reply?.headers.etag)).size).toBe(3);
  });

  test('is 304 for who has it, and whole for who has another', async () => {
    const headers = { 'accept-encoding': 'br' };
    const etag = String((await ask(app, SNAPSHOT, { headers })).headers.etag);
    const same = await ask(app, SNAPSHOT, { headers: { ...headers, 'if-none-match': etag } });
    expect([same.status, same.raw.length, same.headers.etag]).toEqual([304, 0, etag]);
    for (const other of ['"x"', etag.replace('-br', '-gzip')])
      expect((await ask(app, SNAPSHOT, { headers: { ...headers, 'if-none-match': other } })).status).toBe(
        200,
      );
  });

  test('has no body for HEAD, whether kept or not', async () => {
    for (const url of [
      SNAPSHOT,
      `${SNAPSHOT}&benchmark=upper`,
      `${SNAPSHOT}&benchmark=upper`,
      '/api/health',
    ]) {
      const reply = await ask(app, url, { method: 'HEAD' });
      expect([reply.status, reply.raw.length]).toEqual([200, 0]);
      expect(Number(reply.headers['content-length'])).toBeGreaterThan(50);
    }
  });

  test('carries the headers that keep it safe', async () => {
    for (const url of [SNAPSHOT, '/api/health', '/api/nothing', '/']) {
      const { headers } = await ask(app, url);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
      expect(headers['content-security-policy']).toMatch(/frame-ancestors '(none|self)'/);
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['referrer-policy']).toBeDefined();
    }
  });
});

test('however it is asked, the same question is computed once', async () => {
  const rows = vi.spyOn(Database.prototype, 'rows');
  const ways = [
    '/api/snapshot?metric=62-day-wait&period=2017-03&level=ccg',
    '/api/snapshot?level=ccg&period=2017-03&metric=62-day-wait',
    '/api/snapshot?level=ccg&period=2017-03&metric=62-day-wait&group=all&benchmark=england',
    '/api/snapshot?level=%63cg&period=2017-03&metric=62-day-wait',
  ];
  const replies = await Promise.all([...ways, ...ways, ...ways].map((url) => ask(app, url)));
  expect(rows.mock.calls.map(([name]) => name)).toEqual(['snapshot']);
  expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1);
  rows.mockRestore();
});

test('a failure of ours tells nothing of its inside, and is not kept', async () => {
  const url = '/api/trend?metric=62-day-wait&area=00A&grain=month';
  const rows = vi.spyOn(Database.prototype, 'rows').mockRejectedValue(new Error('secret /path of db.duckdb'));
  const failed = await ask(app, url);
  rows.mockRestore();
  expect(failed.status).toBe(500);
  expect(failed.body).toEqual({ code: 'internal', message: expect.any(String) });
  expect(failed.text).not.toMatch(/secret|duckdb/);
  expect((await ask(app, url)).status).toBe(200);
});
