import { connect } from 'node:net';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appOf } from '../app.ts';
import { ask } from '../inject.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = await appOf({ database: await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')) });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => app.close());

/** What the server answers to a text as it is, before it ends the connection. */
async function answerTo(text: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write(text);
  let answer = '';
  for await (const piece of socket) answer += piece;
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: JSON.parse(body) };
}

test.each([
  [
    'an address that is not well formed',
    'GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    400,
    'bad_request',
  ],
  [
    'one of the API',
    'GET /api/pack/%E0%A4%A.pptx HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    400,
    'bad_request',
  ],
  [
    'headers that are too long',
    `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'headers_too_long',
  ],
  ['no HTTP', 'HELLO\r\n\r\n', 400, 'bad_request'],
  ['no Host', 'GET / HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'bad_request'],
  [
    'two lengths',
    'GET / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    400,
    'bad_request',
  ],
  [
    'the API behind two slashes',
    'GET //api/nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    404,
    'unknown_route',
  ],
])('%s is refused as every failure is', async (_what, text, status, code) => {
  const answer = await answerTo(text);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.message).toMatch(/\.$/);
  for (const header of [
    'content-type: application/json; charset=utf-8',
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  ])
    expect(answer.head).toContain(header);
});

test('no folder of the server’s disk is in an answer', async () => {
  const folder = temporaryFolder();
  const without = await appOf({ database: path.join(folder, 'cancer.duckdb') });
  for (const url of ['/api/health', '/api/catalogue', '/api/pack/england.pptx', '/']) {
    const { text } = await ask(without, url);
    expect(text).not.toContain(folder);
  }
  expect((await ask(without, '/api/health')).body.reason).toMatch(
    /^There is no database at cancer\.duckdb\./,
  );
  await without.close();
});
