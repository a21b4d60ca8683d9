import { renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Dataset } from '../../../server/dataset/dataset.ts';
import { QUERIES } from '../../../server/dataset/queries.ts';
import { failureOf } from '../../../server/dataset/root.ts';
import { Serving } from '../../../server/dataset/serving.ts';
import { appOf } from '../app.ts';
import { ask } from '../inject.ts';
import { OBSERVATIONS, temporaryFolder, writeTiny } from '../tiny.ts';

const CATALOGUE = '/api/catalogue';
let stop: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of stop) await each();
  stop = [];
});

const fresh = () => path.join(temporaryFolder(), 'cancer.duckdb');

async function started(database: string, every = 20) {
  const app = await appOf({ database, every });
  stop.push(() => app.close());
  return app;
}

/** Waits until something is so, or fails after twenty seconds. */
async function until(so: () => Promise<boolean>) {
  for (let i = 0; i < 1000; i++) {
    if (await so()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('It never came');
}

test('without a database it starts, says what to do, and serves one as soon as it is there', async () => {
  const database = fresh();
  const app = await started(database);
  const health = await ask(app, '/api/health');
  expect(health.status).toBe(503);
  expect(health.body).toMatchObject({ status: 'unavailable', dataVersion: null, observations: 0 });
  expect(health.body.reason).toMatch(/no database at .*cancer\.duckdb.*npm run data -- build/);
  const refused = await ask(app, CATALOGUE);
  expect([refused.status, refused.body.code]).toEqual([503, 'no_dataset']);
  expect((await ask(app, '/')).status).toBe(200);

  await writeTiny(database, 'first');
  await until(async () => (await ask(app, '/api/health')).status === 200);
  expect((await ask(app, '/api/health')).body).toMatchObject({
    status: 'ok',
    dataVersion: 'first',
    builtAt: '2026-01-01T00:00:00Z',
    observations: OBSERVATIONS.length,
  });
  expect((await ask(app, CATALOGUE)).body.dataVersion).toBe('first');
});

test('another database takes over while requests go on, and its answers are its own', async () => {
  const database = await writeTiny(fresh(), 'first');
  const app = await started(database);
  const before = await ask(app, CATALOGUE);
  let stopped = false;
  const statuses = new Set<number>();
  const traffic = (async () => {
    for (let i = 0; !stopped; i++) {
      await new Promise(setImmediate);
      statuses.add(
        (
          await ask(
            app,
            `/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg&benchmark=${['00A', '00B', 'upper'][i % 3]}`,
          )
        ).status,
      );
      statuses.add((await ask(app, '/api/areas')).status);
    }
  })();
  await writeTiny(database, 'second');
  await until(async () => (await ask(app, '/api/health')).body.dataVersion === 'second');
  stopped = true;
  await traffic;
  expect([...statuses]).toEqual([200]);
  const after = await ask(app, CATALOGUE, { headers: { 'if-none-match': String(before.headers.etag) } });
  expect([after.status, after.body.dataVersion]).toEqual([200, 'second']);
});

test.each<[string, (file: string) => void]>([
  ['truncated', (file) => truncateSync(file, 9000)],
  ['a text', (file) => writeFileSync(file, 'not a database')],
  ['with a .wal beside it', (file) => writeFileSync(`${file}.wal`, '')],
])('a new file that is %s never takes the old one down', async (_what, spoil) => {
  const database = await writeTiny(fresh(), 'good');
  const app = await started(database);
  const aside = await writeTiny(`${database}.bad`, 'bad');
  if (_what === 'with a .wal beside it') spoil(database);
  else spoil(aside);
  renameSync(aside, database);
  await until(async () => (await ask(app, '/api/health')).body.reason !== undefined);
  expect((await ask(app, '/api/health')).body).toMatchObject({ status: 'ok', dataVersion: 'good' });
  expect((await ask(app, '/api/trend?metric=62-day-wait&area=00A&grain=year')).status).toBe(200);

  rmSync(`${database}.wal`, { force: true });
  await writeTiny(database, 'mended');
  await until(async () => (await ask(app, '/api/health')).body.dataVersion === 'mended');
  expect((await ask(app, '/api/health')).body.reason).toBeUndefined();
});

test('a file that vanishes is still served', async () => {
  const database = await writeTiny(fresh(), 'gone');
  const app = await started(database);
  rmSync(database);
  await until(async () => (await ask(app, '/api/health')).body.reason !== undefined);
  expect((await ask(app, '/api/areas')).status).toBe(200);
});

test('a dataset that is not whole is refused, saying what is missing', async () => {
  const database = await writeTiny(fresh());
  await expect(Dataset.open(database)).resolves.toMatchObject({ version: 'tiny' });
  const { openForBuilding } = await import('../../../scripts/build/database.ts');
  const spoilt = async (statement: string) => {
    const { connection, close } = await openForBuilding(await writeTiny(database));
    await connection.run(statement);
    await connection.run('CHECKPOINT');
    close();
    return Dataset.open(database);
  };
  await expect(spoilt("DELETE FROM observation WHERE area = '00A'")).rejects.toThrow(
    /holds \d+ observations and says/,
  );
  await expect(spoilt('DELETE FROM dataset')).rejects.toThrow(/no dataset/);
  await expect(spoilt("DELETE FROM metric WHERE id = '62-day-wait'")).rejects.toThrow(
    /knows 29 metrics of 30/,
  );
  await expect(spoilt('ALTER TABLE stp DROP COLUMN coverage_printed')).rejects.toThrow(/coverage_printed/);
});

test('the old file is closed when its last request is done', async () => {
  const database = await writeTiny(fresh());
  const serving = await Serving.start({ database, every: 0 });
  stop.push(() => serving.close());
  const old = serving.current as Dataset;
  let finish = () => {};
  const working = old.use(() =>
    new Promise<void>((resolve) => {
      finish = resolve;
    }).then(() => old.db.rows('regions')),
  );
  await writeTiny(database, 'next');
  await serving.look();
  expect(serving.current?.version).toBe('next');
  finish();
  await expect(working).resolves.toHaveLength(1);
  await expect(old.db.rows('regions')).rejects.toThrow();
});

test('a server that stops does not wait for a dataset that is being opened', async () => {
  const database = await writeTiny(fresh());
  const log: string[] = [];
  const serving = await Serving.start({ database, every: 0, log: (line) => log.push(line) });
  const queries = QUERIES as Map<string, { file: string; text: string }>;
  const placements = queries.get('placements') as { file: string; text: string };
  const text = `SELECT 'a' AS metric, 'b' AS period, 'c' AS areasAt FROM range(100000000000) t(i) WHERE i < 0`;
  queries.set('placements', { ...placements, text });
  try {
    await writeTiny(database, 'next');
    const from = performance.now();
    const looking = serving.look();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await serving.close();
    await looking;
    expect(performance.now() - from).toBeLessThan(8000);
    expect(serving.current).toBeNull();
    expect(log).toEqual([]);
  } finally {
    queries.set('placements', placements);
  }
});

test('a build that failed is told with the last good dataset, until one succeeds', async () => {
  const database = await writeTiny(fresh(), 'first');
  const app = await started(database);
  expect((await ask(app, '/api/health')).body.failedBuild).toBeUndefined();
  const at = '2026-11-27T00:00:00.000Z';
  const reason = `EACCES: permission denied, open '${path.join(path.dirname(database), 'waits.csv.gz')}'`;
  writeFileSync(failureOf(database), JSON.stringify({ at, reason }));
  await until(async () => (await ask(app, '/api/health')).body.failedBuild !== undefined);
  expect((await ask(app, '/api/health')).body).toMatchObject({
    status: 'ok',
    dataVersion: 'first',
    failedBuild: { at, reason: "EACCES: permission denied, open 'waits.csv.gz'" },
  });
  rmSync(failureOf(database));
  await until(async () => (await ask(app, '/api/health')).body.failedBuild === undefined);
});
