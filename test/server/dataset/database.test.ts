import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBConnection, DuckDBPreparedStatement } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Database } from '../../../server/dataset/database.ts';
import { QUERIES } from '../../../server/dataset/queries.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'tiny.duckdb');
let db: Database;

beforeAll(async () => {
  await writeTiny(file);
  db = await Database.open(file);
  db.serve();
});
afterAll(() => db.close());

describe('rows', () => {
  test('binds by name, and only what the query names', async () => {
    const rows = await db.rows<{ status: string; value: number }>('figure', {
      metric: '62-day-wait',
      area: '00A',
      period: '2016-04',
      group: 'all',
      unused: 'x',
    });
    expect(rows).toMatchObject([{ status: 'published', value: 0.95, numerator: 95, denominator: 100 }]);
  });

  test('a value is a value, never SQL', async () => {
    const asked = { metric: "62-day-wait' OR 1=1 --", area: '00A', period: '2016-04', group: 'all' };
    expect(await db.rows('figure', asked)).toEqual([]);
  });

  test('names the file where a value or the file is missing', async () => {
    await expect(db.rows('figure', { metric: '62-day-wait' })).rejects.toThrow(/figure\.sql/);
    await expect(db.rows('no-such')).rejects.toThrow(/no-such\.sql/);
  });

  test('hundreds at once each get their own rows', async () => {
    const areas = ['00A', '00B', '00C', 'england'];
    const values: Record<string, number> = { '00A': 0.95, '00B': 0.5, '00C': 0.8, england: 0.8 };
    const asked = Array.from({ length: 400 }, (_, i) => areas[i % 4] as string);
    const rows = await Promise.all(
      asked.map((area) =>
        db.rows<{ value: number }>('figure', {
          metric: '62-day-wait',
          area,
          period: '2016-04',
          group: 'all',
        }),
      ),
    );
    expect(rows.map(([row]) => row?.value)).toEqual(asked.map((area) => values[area]));
  });
});

describe('open', () => {
  test('refuses a file with a write-ahead log beside it', async () => {
    const other = await writeTiny(path.join(folder, 'with-wal.duckdb'));
    writeFileSync(`${other}.wal`, '');
    await expect(Database.open(other)).rejects.toThrow(/\.wal/);
  });

  test('refuses a truncated file, a text file and one that is not there', async () => {
    const cut = await writeTiny(path.join(folder, 'cut.duckdb'));
    truncateSync(cut, 9000);
    await expect(Database.open(cut)).rejects.toThrow();
    const text = path.join(folder, 'text.duckdb');
    writeFileSync(text, 'not a database');
    await expect(Database.open(text)).rejects.toThrow();
    await expect(Database.open(path.join(folder, 'none.duckdb'))).rejects.toThrow();
  });
});

describe('close', () => {
  test('ends the queries that run, refuses those that wait, and waits for none', async () => {
    const slow = 'a query of minutes';
    const text = 'SELECT count(*)::INTEGER AS n FROM range(100000000000) t(i) WHERE i % 7 = 3';
    (QUERIES as Map<string, { file: string; text: string }>).set(slow, { file: 'slow.sql', text });
    try {
      const opened = await Database.open(file);
      const asked = Array.from({ length: 3 }, () => opened.rows(slow).catch((error: unknown) => error));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await opened.close();
      for (const failure of await Promise.all(asked))
        expect(failure).toMatchObject({ code: 'busy', message: expect.stringContaining('been replaced') });
      await expect(opened.rows('regions')).rejects.toMatchObject({ code: 'busy' });
    } finally {
      (QUERIES as Map<string, unknown>).delete(slow);
    }
  });
});

describe('two databases, as one takes over from another', () => {
  afterEach(() => vi.restoreAllMocks());

  /** Counts the statements that run at once, and those that did at most. */
  function watched() {
    const seen = { most: 0, now: 0 };
    const run = DuckDBPreparedStatement.prototype.run;
    vi.spyOn(DuckDBPreparedStatement.prototype, 'run').mockImplementation(async function (
      this: DuckDBPreparedStatement,
    ) {
      seen.most = Math.max(seen.most, ++seen.now);
      try {
        return await run.call(this);
      } finally {
        seen.now--;
      }
    });
    return seen;
  }
  const regions = (database: Database) => Array.from({ length: 50 }, () => database.rows('regions'));

  test('three queries run at once, however many databases are served', async () => {
    const [old, next] = [await Database.open(file), await Database.open(file)];
    const seen = watched();
    for (const each of [old, next]) each.serve();
    await Promise.all([...regions(old), ...regions(next)]);
    expect(seen.most).toBe(3);
    for (const each of [old, next]) await each.close();
  });

  test('what files ask comes after what readers ask, one question at a time, and is answered alike', async () => {
    const opened = await Database.open(file);
    opened.serve();
    // Each seat has prepared the question.
    await Promise.all(regions(opened));
    const seen = watched();
    let answered = 0;
    const files = Array.from({ length: 50 }, () => opened.forFiles.rows('regions').finally(() => answered++));
    const readers = await opened.rows('regions');
    expect(answered).toBeLessThan(10);
    for (const each of await Promise.all(files)) expect(each).toEqual(readers);
    expect(seen.most).toBe(2);
    await opened.close();
  });

  test('what a file asks is answered in time however many readers ask without a pause', async () => {
    const opened = await Database.open(file);
    opened.serve();
    let isOver = false;
    const readers = Array.from({ length: 100 }, async () => {
      while (!isOver) await opened.rows('regions');
    });
    await opened.forFiles.rows('regions');
    isOver = true;
    await Promise.all(readers);
    await opened.close();
  }, 20_000);

  test('one that is being opened asks beside those that wait, one question at a time', async () => {
    const [old, opened] = [await Database.open(file), await Database.open(file)];
    old.serve();
    let answered = 0;
    const waiting = Array.from({ length: 400 }, () => old.rows('regions').then(() => answered++));
    await opened.rows('regions');
    expect(answered).toBeLessThan(200);
    await Promise.all(waiting);
    const seen = watched();
    await Promise.all(regions(opened));
    expect(seen.most).toBe(1);
    for (const each of [old, opened]) await each.close();
  });

  test('opening prepares each query once, and only that', async () => {
    const prepare = vi.spyOn(DuckDBConnection.prototype, 'prepare');
    const opened = await Database.open(file);
    expect(prepare).toHaveBeenCalledTimes(QUERIES.size);
    await opened.close();
  });
});
