import { existsSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { ObservationRow } from '../../../../data/contract/index.ts';
import { long } from '../../../sample.ts';
import { builtApp, DATABASE } from '../../app.ts';
import { ask, expectShape } from '../../inject.ts';
import { csvwFaults, readCsv, readObservations } from './read.ts';

const CSV = '/api/download/observations.csv';
let app: FastifyInstance;

beforeAll(async () => {
  expect(existsSync(DATABASE)).toBe(true);
  app = await builtApp();
});

/** What the database holds, read past the server. */
async function held(query: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(DATABASE, { access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRowObjectsJson() as Record<string, unknown>[];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

describe('the whole dataset', () => {
  // The figures of four areas, a code that changed its name among them: every metric, group and length of period. The whole
  // file, 186,000 rows, under `npm run test:long`; that no row of it is lost is proven for Parquet below.
  const areas = ['01H', '02N', 'england', 'wessex'];
  test('read back, every figure and every text is the database’s', { timeout: 240_000 }, async () => {
    const { text, status, headers } = await ask(app, long ? CSV : `${CSV}?area=${areas}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(text.startsWith('metric,metric_label,area,')).toBe(true);
    const read = readCsv(text);
    const rows = readObservations(read);
    const own = await held(
      `SELECT metric, area, period, grp AS "group", numerator, denominator, value, lower, upper, status, source,
         coalesce(note, '') AS note
       FROM observation ${long ? '' : `WHERE area IN ('${areas.join("','")}')`} ORDER BY metric, area, period, grp`,
    );
    expect(rows.length).toBeGreaterThan(2000);
    expect(rows).toHaveLength(own.length);
    const different = own.filter((row, i) =>
      Object.entries(row).some(([column, value]) => rows[i]?.[column as keyof ObservationRow] !== value),
    );
    expect(different.slice(0, 3)).toEqual([]);
    for (const row of rows.filter((_, i) => i % (long ? 20_000 : 200) === 7))
      expectShape(ObservationRow, row);

    const metadata = await ask(app, `${CSV}-metadata.json`);
    expect(csvwFaults(read, metadata.text).slice(0, 3)).toEqual([]);
  });

  test('Parquet holds the same rows in the same order', { timeout: 60_000 }, async () => {
    const { raw, headers, status } = await ask(app, '/api/download/observations.parquet');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="observations_[0-9a-f]+\.parquet"$/,
    );
    const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const folder = mkdtempSync(path.join(tmpdir(), 'parquet-'));
    const file = path.join(folder, 'read.parquet');
    writeFileSync(file, raw);
    try {
      const asked = `${CSV}?metric=one-year-survival`;
      const rows = readObservations((await ask(app, asked)).text);
      expect(await held(`FROM '${file}' WHERE metric = 'one-year-survival'`)).toEqual(rows);
      const counted = await held(`SELECT count(*)::INTEGER AS n FROM '${file}'`);
      expect(counted).toEqual(await held('SELECT count(*)::INTEGER AS n FROM observation'));
      expect(
        await held(`SELECT (SELECT sum(hash(metric, area, period, grp, value, lower, upper, numerator)::HUGEINT) FROM observation)
          = (SELECT sum(hash(metric, area, period, "group", value, lower, upper, numerator)::HUGEINT) FROM '${file}') AS same`),
      ).toEqual([{ same: true }]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('filters', () => {
  const rowsOf = async (query: string) => readObservations((await ask(app, `${CSV}?${query}`)).text);

  test('narrow as the database does', async () => {
    const rows = await rowsOf('metric=62-day-wait&level=alliance&grain=quarter&from=2016-04&until=2017-03');
    expect(rows).toHaveLength(19 * 4);
    const months = await rowsOf('metric=62-day-wait&area=02N,%20england&from=2016-04&until=2016-06');
    expect(months.map(({ area, period }) => `${area} ${period}`)).toEqual([
      ...['02N 2016-04', '02N 2016-05', '02N 2016-06', '02N fy2016-17-q1'],
      // By commissioner, and by provider.
      ...['2016-04', '2016-05', '2016-06', 'fy2016-17-q1'].flatMap((each) => [
        `england ${each}`,
        `england ${each}`,
      ]),
    ]);
    const gaps = await rowsOf('metric=62-day-wait&status=not-published');
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(({ value, note }) => value === null && note !== '')).toBe(true);
    expect(await rowsOf('group=release:2013-12')).toMatchObject([
      { area: 'england', period: '2011', value: 68.2 },
    ]);
  });

  test('an Alliance’s CCGs are those of the month: Cumbria’s code changed its name in April 2017', async () => {
    const alliance = 'metric=62-day-wait&alliance=north-east-and-cumbria';
    const before = await rowsOf(`${alliance}&period=2017-03`);
    const after = await rowsOf(`${alliance}&period=2017-04`);
    const name = (rows: ObservationRow[]) => rows.find(({ area }) => area === '01H')?.area_name;
    expect([name(before), name(after)]).toEqual(['NHS Cumbria CCG', 'NHS North Cumbria CCG']);
    expect(before.every(({ level }) => level === 'ccg')).toBe(true);
  });

  test('what matches nothing is the header alone', async () => {
    const { status, text } = await ask(app, `${CSV}?metric=28-day-diagnosis&status=suppressed`);
    expect([status, readCsv(text).rows.length]).toEqual([200, 0]);
    expect(text.endsWith('status,source,note\r\n')).toBe(true);
  });

  test.each([
    ['metric=62-day-wiat', 404, 'unknown_metric', '62-day-wait'],
    ['area=02N,manchestr', 404, 'unknown_area', '14L'],
    ['alliance=greater-manchster', 404, 'unknown_area', 'greater-manchester'],
    ['alliance=02N', 404, 'unknown_area', undefined],
    ['period=2008-04', 404, 'unknown_period', '2009-10'],
    ['period=yesterday', 404, 'unknown_period', '2016-04'],
    ['metric=one-year-survival&group=age:75', 404, 'unknown_group', 'all'],
    ['group=women', 404, 'unknown_group', 'all'],
    ['level=trust', 400, 'invalid_value', 'ccg'],
    ['from=2016', 400, 'invalid_value', undefined],
    ['from=2017-01&until=2016-12', 400, 'invalid_value', undefined],
    ['until=', 400, 'missing_parameter', undefined],
    ['metrics=62-day-wait', 400, 'unknown_parameter', 'metric'],
    ['status=published&status=derived', 400, 'repeated_parameter', undefined],
  ])('%s is refused', async (query, status, code, named) => {
    const paths = [CSV, `${CSV}-metadata.json`, '/api/download/fingertips.csv'];
    for (const asked of paths) {
      const { body, ...reply } = await ask(app, `${asked}?${query}`);
      expect([reply.status, body.code]).toEqual([status, code]);
      if (named) expect(body.details).toContain(named);
    }
  });
});

describe('addresses', () => {
  test('of the latest data, of their version, and of none', async () => {
    const version = (await ask(app, '/api/health')).body.dataVersion;
    const query = '?metric=early-stage&level=england';
    const plain = await ask(app, `${CSV}${query}`);
    const latest = await ask(app, `/api/download/latest/observations.csv${query}`);
    const fixed = await ask(app, `/api/download/${version}/observations.csv${query}`);
    expect([latest.text, fixed.text]).toEqual([plain.text, plain.text]);
    expect([plain, latest].map(({ headers }) => headers['cache-control'])).toEqual([
      'public, max-age=0, must-revalidate',
      'public, max-age=0, must-revalidate',
    ]);
    expect(fixed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const headers = { 'if-none-match': String(plain.headers.etag) };
    expect((await ask(app, `${CSV}${query}`, { headers })).status).toBe(304);
    expect(plain.headers['content-disposition']).toBe(
      `attachment; filename="observations_${version}_early-stage_england.csv"`,
    );
    const gone = await ask(app, `/api/download/0123456789ab/observations.csv${query}`);
    expect([gone.status, gone.body.code, gone.body.details]).toEqual([
      404,
      'unknown_version',
      [version, 'latest'],
    ]);
  });

  test('what describes a file is linked from it, and names it', async () => {
    const { headers } = await ask(app, `${CSV}?metric=early-stage&area=02N%2Cengland`);
    const link = /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(String(headers.link));
    const metadata = await ask(app, `/api/download/${link?.[1]}`);
    expect(metadata.headers['content-type']).toBe('application/csvm+json; charset=utf-8');
    const described = JSON.parse(metadata.text);
    expect(described.url).toBe('observations.csv?area=02N%2Cengland&metric=early-stage');
    expect(described['schema:version']).toMatch(/^[0-9a-f]{12}$/);
    expect(described.notes[0]).toContain('apostrophe');
  });
});
