import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ROOT } from '../../../server/dataset/root.ts';
import { appOf } from '../app.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

let open: FastifyInstance;
let closed: FastifyInstance;
beforeAll(async () => {
  const database = await writeTiny(`${temporaryFolder()}/cancer.duckdb`, 'tiny');
  [open, closed] = await Promise.all([appOf({ database, uploads: true }), appOf({ database })]);
});
afterAll(async () => {
  await Promise.all([open.close(), closed.close()]);
});

const OWN = {
  host: 'localhost:3000',
  origin: 'http://localhost:3000',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/octet-stream',
};

async function post(url: string, headers: Record<string, string>, remoteAddress = '127.0.0.1') {
  const reply = await open.inject({ method: 'POST', url, headers, remoteAddress, payload: 'a,b' });
  return { status: reply.statusCode, ...(reply.json() as { code: string; message: string }) };
}

test('without leave nothing is taken, and no page is told of it', async () => {
  const refused = await closed.inject({ method: 'POST', url: '/api/uploads?name=a.csv', headers: OWN });
  expect(refused.statusCode).toBe(405);
  const health = (app: FastifyInstance, remoteAddress = '127.0.0.1') =>
    app.inject({ url: '/api/health', headers: { host: 'localhost:3000' }, remoteAddress });
  expect((await health(closed)).json()).not.toHaveProperty('uploads');
  expect((await health(open)).json()).toMatchObject({ uploads: true });
  expect((await health(open, '10.0.0.1')).json()).not.toHaveProperty('uploads');
});

// Before the loader is compiled, that is said first.
test.runIf(existsSync(path.join(ROOT, '.build/scripts/data.js')))(
  'a file that there is no room for is not loaded',
  async () => {
    vi.stubEnv('TMPDIR', path.join(temporaryFolder(), 'nowhere'));
    const refused = await post('/api/uploads?name=a.csv', OWN);
    vi.unstubAllEnvs();
    expect(refused).toMatchObject({
      status: 503,
      code: 'no_room',
      message: expect.stringMatching(/nothing was loaded/),
    });
  },
);

describe('refused', () => {
  const URL_OF = '/api/uploads?name=a.csv';
  test.each([
    ['from another machine', URL_OF, OWN, '10.0.0.1', 403, /on the machine that the server runs on/],
    [
      'through a proxy',
      URL_OF,
      { ...OWN, 'x-forwarded-for': '10.0.0.1' },
      '127.0.0.1',
      403,
      /on the machine/,
    ],
    [
      'by another name of this machine',
      URL_OF,
      { ...OWN, host: 'evil.example' },
      '127.0.0.1',
      403,
      /machine/,
    ],
    [
      'by a page elsewhere',
      URL_OF,
      { ...OWN, origin: 'http://evil.example' },
      '127.0.0.1',
      403,
      /page of this/,
    ],
    ['across sites', URL_OF, { ...OWN, 'sec-fetch-site': 'cross-site' }, '127.0.0.1', 403, /page of this/],
    [
      'by a form',
      URL_OF,
      { ...OWN, 'content-type': 'text/plain' },
      '127.0.0.1',
      403,
      /application\/octet-stream/,
    ],
    ['an upload that is not held', '/api/uploads/9/accept', OWN, '127.0.0.1', 404, /no longer held/],
    ['a load of another name', '/api/loads/..%2F..%2Fx/undo', OWN, '127.0.0.1', 400, /such as 'load-0001'/],
    ['another address', '/api/areas', OWN, '127.0.0.1', 405, /only GET and HEAD/],
  ])('%s', async (_, url, headers, address, status, message) => {
    const refused = await post(url, headers, address);
    expect(refused.status).toBe(status);
    expect(refused.message).toMatch(message);
  });
});
