import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test, vi } from 'vitest';
import { Database } from '../../../server/dataset/database.ts';
import { TASKS } from '../../../server/files/worker/tasks.ts';
import { Turns } from '../../../server/files/worker/turns.ts';
import { appOf } from '../app.ts';
import { ask } from '../inject.ts';
import { temporaryFolder, wait, writeTiny } from '../tiny.ts';

const XLSX = '/api/download/observations.xlsx';
const CSV = '/api/download/observations.csv';
const FINGERTIPS = '/api/download/fingertips.csv';
const PARQUET = '/api/download/observations.parquet';
const folder = temporaryFolder();
const apps: FastifyInstance[] = [];
let files = 0;

afterEach(async () => {
  vi.restoreAllMocks();
  for (const app of apps.splice(0)) await app.close();
});

const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 30_000 });

async function listening(options: {
  observations?: readonly object[];
  pace?: { window: number; bytes: number };
}) {
  const database = path.join(folder, `tiny-${files++}.duckdb`);
  await writeTiny(database, 'tiny', options.observations);
  const app = await appOf({ database, pace: options.pace });
  apps.push(app);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  /** Asks from an address of its own, so that clients can be told apart. */
  const get = (url: string, from = '127.0.0.1') => {
    const request = http.get({ port, path: url, localAddress: from, agent: false });
    request.on('error', () => {});
    return request;
  };
  return { app, get };
}

test('thirty names of the server for one Parquet file make it once', async () => {
  const { app } = await listening({});
  const taken = vi.spyOn(Turns.prototype, 'take');
  const names = Array.from({ length: 30 }, (_, at) => `name-${at}.example`);
  const replies = await Promise.all(
    names.map((host, at) =>
      ask(app, at % 2 === 0 ? PARQUET : '/api/download/tiny/observations.parquet', { headers: { host } }),
    ),
  );
  expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.etag}`)).size).toBe(1);
  expect(new Set(replies.map(({ headers }) => headers['cache-control'])).size).toBe(2);
  expect(taken).toHaveBeenCalledTimes(1);
});

test('a file with links inside is one of its own for each name', async () => {
  const { app } = await listening({});
  const asked = ['one.example', 'two.example', 'one.example'];
  const replies = [];
  for (const host of asked) replies.push(await ask(app, '/api/pack/england.xlsx', { headers: { host } }));
  const [one, two, again] = replies.map(({ headers }) => headers.etag);
  expect(one).not.toBe(two);
  expect(again).toBe(one);
});

test('what a heavy file asks comes after what readers ask', async () => {
  const { app } = await listening({});
  const rows = vi.spyOn(Database.prototype, 'rows');
  await ask(app, '/api/pack/england.pptx?slides=cover,findings');
  expect(new Set(rows.mock.calls.map(([, , whom]) => whom))).toEqual(new Set(['file']));
  rows.mockClear();
  await ask(app, '/api/metrics-compared?level=ccg&period=2016-04');
  expect(rows.mock.calls.filter(([, , whom]) => whom === 'file')).toEqual([]);
  vi.restoreAllMocks();
});

/** Holds every query back until it is released; says how many are held. */
function holdQueries() {
  const { rows, slices } = Database.prototype;
  const queries = { held: 0, release: () => {} };
  const released = new Promise<void>((resolve) => {
    queries.release = resolve;
  });
  vi.spyOn(Database.prototype, 'rows').mockImplementation(async function (this: Database, ...asked) {
    queries.held++;
    await released;
    return rows.apply(this, asked) as Promise<never>;
  });
  vi.spyOn(Database.prototype, 'slices').mockImplementation(async function* (this: Database, ...asked) {
    queries.held++;
    await released;
    yield* slices.apply(this, asked) as AsyncGenerator<never>;
  });
  return queries;
}

/** Holds every copy of rows to a file until they are released. */
function holdCopies() {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const copies = { held: 0, release };
  const { create } = DuckDBInstance;
  vi.spyOn(DuckDBInstance, 'create').mockImplementation(async (...asked) => {
    copies.held++;
    await released;
    return create.apply(DuckDBInstance, asked);
  });
  return copies;
}

const responseTo = async (request: http.ClientRequest) => {
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  return response;
};
const statusOf = async (request: http.ClientRequest) => {
  const response = await responseTo(request);
  await once(response.resume(), 'end');
  return response.statusCode;
};
const moment = () => new Promise((resolve) => setTimeout(resolve, 300));

test('workbooks whose readers have left are not written; one that another still waits for is', async () => {
  const { app, get } = await listening({});
  const book = vi.spyOn(TASKS, 'book');
  const queries = holdQueries();
  const gone = ['england', '00A', '00B'].map((area) => get(`/api/pack/${area}.xlsx`));
  await until(() => expect(queries.held).toBeGreaterThan(0));
  const staying = get('/api/pack/england.xlsx');
  await moment();
  for (const request of gone) request.destroy();
  await moment();
  queries.release();
  expect(await statusOf(staying)).toBe(200);
  expect((await ask(app, '/api/health')).status).toBe(200);
  expect(book).toHaveBeenCalledTimes(1);
});

test('one client never holds all workbooks: another is begun while the rest of the first wait', async () => {
  const { get } = await listening({});
  const copies = holdCopies();
  const some = `${XLSX}?grain=month`;
  const first = Array.from({ length: 5 }, () => get(some));
  await until(() => expect(copies.held).toBe(2));
  const other = get(some, '127.0.0.2');
  await until(() => expect(copies.held).toBe(3));
  await moment();
  expect(copies.held).toBe(3);
  const statuses = Promise.all([...first, other].map(statusOf));
  copies.release();
  expect(await statuses).toEqual(Array.from({ length: 6 }, () => 200));
});

/** The statuses that three readers get who ask for one address. */
const threeAsk = (get: (url: string, from: string) => http.ClientRequest, url: string) =>
  Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3'].map((from) => statusOf(get(url, from))));

test.each([XLSX, CSV])('%s, whole, is made once for all who ask for it, and kept', async (url) => {
  const { app, get } = await listening({});
  const copies = holdCopies();
  const readers = threeAsk(get, url);
  await until(() => expect(copies.held).toBe(1));
  await moment();
  copies.release();
  expect(await readers).toEqual([200, 200, 200]);
  const [one, another] = [await ask(app, url), await ask(app, url)];
  expect(one.raw.equals(another.raw)).toBe(true);
  expect(copies.held).toBe(1);
});

test('Fingertips’ columns, whole, are made once for all who ask for them, in turn with other heavy work', async () => {
  const { app, get } = await listening({});
  const taken = vi.spyOn(Turns.prototype, 'take');
  const queries = holdQueries();
  const readers = threeAsk(get, FINGERTIPS);
  await until(() => expect(queries.held).toBeGreaterThan(0));
  await moment();
  queries.release();
  expect(await readers).toEqual([200, 200, 200]);
  expect(taken).toHaveBeenCalledTimes(1);
  const { status, raw, headers } = await ask(app, FINGERTIPS);
  expect([status, headers['content-length']]).toEqual([200, String(raw.length)]);
  expect(taken).toHaveBeenCalledTimes(1);
});

test('what cannot be answered is refused at once, though all turns of heavy work are taken', async () => {
  const { app, get } = await listening({});
  const queries = holdQueries();
  const packs = ['england', 'upper', 'lower'].map((area, i) =>
    statusOf(get(`/api/pack/${area}.pptx`, `127.0.0.${i + 1}`)),
  );
  await until(() => expect(queries.held).toBeGreaterThan(2));
  const wrong = [
    ['/api/pack/nowhere.pptx', 404],
    ['/api/pack/upper.xlsx?period=1815', 404],
    ['/api/brief/nowhere.pdf', 404],
    ['/api/brief/00A.pdf', 400],
    ['/api/pack/upper.pptx?slides=none', 400],
  ] as const;
  for (const [url, status] of wrong) expect([url, (await ask(app, url)).status]).toEqual([url, status]);
  queries.release();
  expect(await Promise.all(packs)).toEqual([200, 200, 200]);
});

test('a whole file that all its readers have left is not kept; the next reader has it made', async () => {
  const { app, get } = await listening({});
  const copies = holdCopies();
  const gone = get(CSV);
  await until(() => expect(copies.held).toBe(1));
  gone.destroy();
  await moment();
  copies.release();
  expect((await ask(app, CSV)).status).toBe(200);
  expect(copies.held).toBe(2);
});

test('a download whose reader takes nothing is ended, and cannot be taken for a whole one', async () => {
  // What is more than all the buffers on the way hold.
  const observations = Array.from({ length: 1200 }, (_, i) => ({
    ...wait('00A', '2016-04', 1, 3),
    grp: `group ${String(i).padStart(6, '0')}`,
    note: randomBytes(8192).toString('hex'),
  }));
  const { app, get } = await listening({ observations, pace: { window: 1000, bytes: 1024 * 1024 } });
  const ended = vi.fn();
  app.server.on('request', (_request, response) =>
    response.on('close', () => ended(response.writableFinished)),
  );
  const response = await responseTo(get(CSV));
  const closed = new Promise((resolve) => response.on('error', () => {}).on('close', resolve));
  await until(() => expect(ended).toHaveBeenCalledWith(false));
  response.resume();
  await closed;
  expect(response.complete).toBe(false);
});

test('a filter that is wrong is refused though its reader names the version it has', async () => {
  const { app } = await listening({});
  for (const url of [XLSX, CSV, FINGERTIPS]) {
    const headers = { 'if-none-match': 'W/"tiny"' };
    expect((await ask(app, url, { headers })).status).toBe(304);
    const wrong = await ask(app, `${url}?metric=nothing`, { headers });
    expect([wrong.status, wrong.body?.code]).toEqual([404, 'unknown_metric']);
  }
});
