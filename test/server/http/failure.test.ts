import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { orNoRoom } from '../../../server/http/problem.ts';
import { tried } from '../../fuzz.ts';
import { long } from '../../sample.ts';
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
    'two Hosts',
    'GET /api/health HTTP/1.1\r\nhost: x\r\nHOST: y\r\nconnection: close\r\n\r\n',
    400,
    'bad_request',
  ],
  ['CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nhost: x\r\n\r\n', 405, 'method_not_allowed'],
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

test('an expectation that is not ours to meet is passed over', async () => {
  const answer = await answerTo(
    'GET /api/health HTTP/1.1\r\nhost: x\r\nexpect: something\r\nconnection: close\r\n\r\n',
  );
  expect([answer.status, answer.body.status]).toEqual([200, 'ok']);
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

/** Lines of a request that may be none: what HTTP gives a meaning to, in any order, and other bytes. */
const anything = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'GET',
      'HEAD',
      'POST',
      'PATCH',
      ' ',
      '/',
      '//',
      '/api/',
      '?',
      '%',
      'HTTP/1.1',
      ':',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'host',
      'content-length',
      'transfer-encoding',
      'chunked',
      'upgrade',
      '-1',
      '\t',
      '\r',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const line = fc.array(anything, { maxLength: 6 }).map((parts) => parts.join(''));
const request = fc.oneof(
  fc.array(line, { maxLength: 6 }),
  fc
    .tuple(fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE'), line, fc.array(line, { maxLength: 3 }))
    .map(([method, target, lines]) => [
      `${method} /${target} HTTP/1.1`,
      'host: x',
      'connection: close',
      ...lines,
    ]),
  fc
    .tuple(
      fc.constantFrom(
        'accept-encoding',
        'if-none-match',
        'range',
        'x-forwarded-for',
        'host',
        'expect',
        'cookie',
      ),
      line,
    )
    .map(([name, value]) => ['GET /api/areas HTTP/1.1', `${name}: ${value}`, 'connection: close']),
);

/** All that the server says to some bytes, once whoever sent them has said that there are no more. */
async function saidTo(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  socket.on('data', (piece) => {
    said += piece.toString('latin1');
  });
  socket.end(text);
  await new Promise((resolve) => socket.once('close', resolve).once('error', resolve));
  return said;
}

test('whatever is sent is answered in HTTP or not at all, never by a fault, and the next reader is answered', async () => {
  await fc.assert(
    fc.asyncProperty(request, async (lines) => {
      const said = await saidTo(`${lines.join('\r\n')}\r\n\r\n`);
      if (said !== '') expect(said).toMatch(/^HTTP\/1\.1 (200|304|4\d\d) /);
      expect(said).not.toMatch(/ {4}at .*:\d+:\d+/);
    }),
    tried(100),
  );
  expect((await ask(app, '/api/areas')).status).toBe(200);
});

test('a body that is too long is not read to its end', async () => {
  const begun =
    'POST /api/areas HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1000000000\r\n\r\nabc';
  const answer = await answerTo(begun);
  expect([answer.status, answer.body.code]).toEqual([405, 'method_not_allowed']);
});

test.runIf(long)('a request that does not arrive within ten seconds is refused', async () => {
  const from = performance.now();
  const answer = await answerTo('GET /api/areas HTTP/1.1\r\nhost: x\r\nx-');
  expect([answer.status, answer.body.code]).toEqual([408, 'request_too_slow']);
  const seconds = (performance.now() - from) / 1000;
  expect(seconds).toBeGreaterThan(9);
  expect(seconds).toBeLessThan(20);
});

test('rows too many to be sorted in the memory there is are no room, as a full disk is', () => {
  const said = orNoRoom('No room to write the file');
  expect(() => said(new Error('Out of Memory Error: could not allocate block of size 256.0 KiB'))).toThrow(
    expect.objectContaining({ code: 'no_room', status: 503 }),
  );
  expect(() => said(new Error('Binder Error'))).toThrow('Binder Error');
});

test('a tunnel is refused on a connection that ends at once, and its reader may go as rudely as it likes', async () => {
  const held = () =>
    new Promise<number>((resolve) => app.server.getConnections((_error, count) => resolve(count)));
  const before = await held();
  for (let i = 0; i < 50; i++) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    await once(socket, 'connect');
    socket.write('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n');
    // Reset, not ended: what the server writes then has nobody to go to.
    setImmediate(() => socket.resetAndDestroy());
    await once(socket, 'close');
  }
  const lasting = connect({ port, host: '127.0.0.1', allowHalfOpen: true }).on('error', () => {});
  lasting.write('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n');
  let said = '';
  lasting.on('data', (piece) => (said += piece));
  await once(lasting, 'end');
  expect(said).toMatch(/^HTTP\/1\.1 405 [\s\S]*CONNECT is not answered/);
  await vi.waitFor(async () => expect(await held()).toBe(before), { timeout: 5000 });
  lasting.destroy();
  expect((await ask(app, '/api/health')).status).toBe(200);
});
