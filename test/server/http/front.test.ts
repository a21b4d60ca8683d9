import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AnswerCache } from '../../../server/http/answerCache.ts';
import { appOf } from '../app.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

const SNAPSHOT = '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg';
let app: FastifyInstance;
let origin: string;

beforeAll(async () => {
  app = await appOf({ database: await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')) });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => app.close());

test('what was answered before goes out the same, without the question being read again', async () => {
  const first = await fetch(origin + SNAPSHOT);
  const get = vi.spyOn(AnswerCache.prototype, 'get');
  const again = await fetch(origin + SNAPSHOT);
  expect(get).not.toHaveBeenCalled();
  get.mockRestore();
  expect(await again.text()).toBe(await first.text());
  const headers = (reply: Response) =>
    Object.fromEntries([...reply.headers].filter(([name]) => name !== 'date'));
  expect(headers(again)).toEqual(headers(first));
});

test('a second look is 304, HEAD has no body, and what is not asked with GET is refused', async () => {
  const etag = String((await fetch(origin + SNAPSHOT)).headers.get('etag'));
  const same = await fetch(origin + SNAPSHOT, { headers: { 'if-none-match': etag } });
  expect([same.status, await same.text()]).toEqual([304, '']);
  const head = await fetch(origin + SNAPSHOT, { method: 'HEAD' });
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  const post = await fetch(origin + SNAPSHOT, { method: 'POST', body: 'x' });
  expect([post.status, (await post.json()).code]).toEqual([405, 'method_not_allowed']);
});
