import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '../../../server/dataset/database.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'tiny.duckdb');
let db: Database;

beforeAll(async () => {
  await writeTiny(file);
  db = await Database.open(file);
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
