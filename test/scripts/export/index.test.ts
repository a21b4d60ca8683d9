import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../data/contract/index.ts';
import { openForReading } from '../../../scripts/build/database.ts';
import { type Exported, exportDataset } from '../../../scripts/export/index.ts';
import { built, builtApp, DATABASE } from '../../server/app.ts';
import { temporaryFolder } from '../dataset.ts';

const { folder, remove } = temporaryFolder();
const exports = path.join(folder, 'exported');

/** The rows of a query to a bare DuckDB that knows the exported folder alone. */
let ask: (sql: string) => Promise<Record<string, unknown>[]>;
let exported: Exported;

describe.runIf(built)('the dataset as Parquet, with the rules as views', () => {
  beforeAll(async () => {
    exported = await exportDataset(DATABASE, exports);
    const instance = await DuckDBInstance.create(':memory:', { file_search_path: exports });
    const connection = await instance.connect();
    for (const file of ['tables.sql', 'rules.sql'])
      await connection.run(readFileSync(path.join(exports, file), 'utf8'));
    ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  });
  afterAll(remove);

  test('every table is there whole, the figures in a folder for each metric', async () => {
    const counts = (tables: readonly string[]) =>
      tables
        .map((name) => `SELECT '${name}' AS name, count(*)::INTEGER AS rows FROM "${name}"`)
        .join(' UNION ALL ');
    const ours = exported.tables.filter((name) => name !== 'target');
    const inDatabase = await openForReading(DATABASE, async (connection) =>
      (await connection.runAndReadAll(`FROM (${counts(ours)}) ORDER BY name`)).getRowObjectsJson(),
    );
    expect(await ask(`FROM (${counts(ours)}) ORDER BY name`)).toEqual(inDatabase);
    const [row] = await ask(
      "SELECT count(DISTINCT metric)::INTEGER AS metrics, (SELECT count(*)::INTEGER FROM glob('*/metric=*/*.parquet')) AS files FROM observation",
    );
    expect(row).toEqual({ metrics: row?.files, files: row?.metrics });
  });

  test('each figure has one metric, period and area: none is lost or told twice', async () => {
    const [row] = await ask(
      'SELECT (SELECT count(*) FROM figure) = (SELECT count(*) FROM observation) AS alike, (SELECT count(*)::INTEGER FROM figure) AS rows',
    );
    expect(row).toEqual({ alike: true, rows: exported.figures });
  });

  test('every sum of ours is made again, with its interval', async () => {
    const [row] = await ask(
      `SELECT count(*)::INTEGER AS sums, count(r.value)::INTEGER AS made,
         count(*) FILTER (r.numerator <> f.numerator OR r.denominator <> f.denominator)::INTEGER AS others,
         max(greatest(abs(r.value - f.value), abs(r.lower - f.lower), abs(r.upper - f.upper))) < 1e-14 AS close
       FROM figure f LEFT JOIN recomputed r USING (metric, area, period, grp)
       WHERE f.source IN ('sum of commissioners', 'sum of months') AND f.value IS NOT NULL`,
    );
    expect(row?.sums).toBeGreaterThan(100_000);
    expect(row).toEqual({ sums: row?.sums, made: row?.sums, others: 0, close: true });
    const besides = await ask(
      `SELECT DISTINCT f.status FROM recomputed r LEFT JOIN figure f USING (metric, area, period, grp)
       WHERE f.value IS NULL OR abs(r.value - f.value) >= 1e-14`,
    );
    expect(besides, 'and no other').toEqual([{ status: 'missing-submission' }]);
  });

  test.each([
    ['62-day-wait', 'fy2016-17', 'ccg'],
    ['62-day-wait', 'fy2016-17', 'alliance'],
    ['62-day-combined', '2025-09', 'icb'],
    ['28-day-diagnosis', '2025-09', 'alliance-today'],
    ['early-stage', '2013', 'ccg'],
    ['under-75-mortality', '2012', 'alliance'],
    ['patient-experience', '2018', 'ccg'],
    ['adult-smoking-qof', 'fy2020-21', 'ccg'],
  ])('%s in %s by %s: verdicts and England are those of the API', async (metric, period, level) => {
    const reply = await (await builtApp()).inject(
      `/api/snapshot?metric=${metric}&period=${period}&level=${level}`,
    );
    expect(reply.statusCode).toBe(200);
    const { areas, benchmark } = reply.json<Snapshot>();
    const rows = await ask(
      `SELECT j.area, j.value, j.lower, j.upper, j.verdict, b.england, b.excludes_england AS out
       FROM judged j JOIN beside_england b USING (metric, area, period, grp)
       WHERE metric = '${metric}' AND period = '${period}' AND grp = 'all' AND j.level = '${level}'`,
    );
    const found = new Map(rows.map(({ area, ...row }) => [area, row]));
    const withFigure = areas.filter(({ value }) => value !== null);
    expect(withFigure.length).toBeGreaterThan(0);
    for (const { area, value, lower, upper, verdict, comparison } of withFigure) {
      const { out, ...row } = found.get(area) ?? {};
      expect(row, area).toEqual({ value, lower, upper, verdict, england: benchmark?.value ?? null });
      if (/better|worse|higher|lower/.test(comparison)) expect(out, area).toBe(true);
    }
  });

  test('what cannot be exported takes no folder of the user’s away, and a file is no folder', async () => {
    const [own, text] = [path.join(folder, 'own'), path.join(folder, 'text.txt')];
    mkdirSync(own);
    writeFileSync(text, 'no database');
    await expect(exportDataset(text, own)).rejects.toThrow();
    expect(readdirSync(own)).toEqual([]);
    await expect(exportDataset(text, path.join(folder, 'new'))).rejects.toThrow();
    expect(existsSync(path.join(folder, 'new'))).toBe(false);
    await expect(exportDataset(DATABASE, text)).rejects.toThrow('is a file: name a new folder');
  });

  test('a folder that holds something is left as it is', async () => {
    const full = path.join(folder, 'full');
    await exportDataset(DATABASE, full);
    writeFileSync(path.join(full, 'mine.txt'), 'mine');
    await expect(exportDataset(DATABASE, full)).rejects.toThrow('holds something already');
    expect(readFileSync(path.join(full, 'mine.txt'), 'utf8')).toBe('mine');
  });
});
