import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SnapshotArea } from '../../../../data/contract/index.ts';
import { readCsv as readTable } from '../../../../scripts/ingest/csv.ts';
import { ingest } from '../../../../scripts/ingest/index.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { long } from '../../../sample.ts';
import { builtApp } from '../../app.ts';
import { ask } from '../../inject.ts';
import { temporaryFolder } from '../../tiny.ts';
import { csvwFaults, readCsv } from './read.ts';

const CSV = '/api/download/fingertips.csv';
let app: FastifyInstance;

beforeAll(async () => {
  app = await builtApp();
});

const rowsOf = async (query: string) => readCsv((await ask(app, `${CSV}?${query}`)).text).rows;

test('the header is that of a Fingertips download, character for character', async () => {
  const { text } = await ask(app, `${CSV}?metric=early-stage&status=suppressed`);
  expect(text).toBe(
    'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent Trend,Compared to England value or percentiles,Compared to Cancer Alliance value or percentiles,Time period Sortable,New data,Compared to goal\r\n',
  );
});

test('a proportion is per cent, its area by ONS code, its parent the Alliance', async () => {
  const [row] = await rowsOf('metric=62-day-wait&area=02N&period=fy2016-17');
  expect(row).toMatchObject({
    'Parent Code': 'west-yorkshire',
    'Area Code': 'E38000001',
    'Area Type': 'CCGs',
    'Time period': '2016/17',
    'Time period Sortable': '20160000',
  });
  expect(Number(row?.Value)).toBeCloseTo((100 * Number(row?.Count)) / Number(row?.Denominator), 12);
  expect(Number(row?.['Lower CI 99.8 limit'])).toBeLessThan(Number(row?.['Lower CI 95.0 limit']));
  const others = await rowsOf('metric=62-day-wait&area=england,01H&from=2017-03&until=2017-06');
  const told = others.map((each) => [each['Area Code'], each['Time period'], each['Time period Sortable']]);
  // NHS Cumbria was E38000041 until March 2017; its NHS code then came to mean another CCG.
  expect(told.slice(0, 2)).toEqual([
    ['E38000041', 'Mar 2017', '20170003'],
    ['01H', 'Apr 2017', '20170004'],
  ]);
  expect(told.at(4)).toEqual(['01H', '2017/18 Q1', '20170100']);
  expect(told.slice(5).every(([code]) => code === 'E92000001')).toBe(true);
});

describe('comparisons and goals are the map’s own', () => {
  const WORDS = { better: 'Better', similar: 'Similar', worse: 'Worse', higher: 'Higher', lower: 'Lower' };
  const GOALS = { met: 'Better', 'not-sure': 'Similar', 'not-met': 'Worse', 'no-target': '' };
  test.each([
    ['62-day-wait', 'fy2016-17', 'ccg'],
    ['62-day-wait', 'fy2018-19', 'ccg'],
    ['early-stage', '2013', 'ccg'],
    ['one-year-survival', '2011', 'ccg'],
    ['cancer-prevalence', 'fy2013-14', 'ccg'],
    ['31-day-wait', 'fy2020-21-q2', 'alliance'],
    ['patient-experience', '2016', 'ccg'],
  ])('%s in %s by %s', async (metric, period, level) => {
    const asked = `metric=${metric}&period=${period}&level=${level}`;
    const areas = async (benchmark: string) =>
      (await ask(app, `/api/snapshot?${asked}&benchmark=${benchmark}`)).body.areas as SnapshotArea[];
    const england = new Map((await areas('england')).map((area) => [area.name, area]));
    const own = level === 'ccg' ? await areas('alliance') : [];
    const ofAlliance = new Map(own.map((area) => [area.name, area]));
    const rows = (await rowsOf(asked)).filter((row) => row.Category === '');
    expect(rows.length).toBeGreaterThan(15);
    const said = (word?: string) => WORDS[word as keyof typeof WORDS] ?? 'Not compared';
    for (const row of rows) {
      const name = row['Area Name'] ?? '';
      const shown = england.get(name);
      expect([name, row['Compared to England value or percentiles']]).toEqual([
        name,
        said(shown?.comparison),
      ]);
      expect(row['Compared to Cancer Alliance value or percentiles']).toBe(
        said(ofAlliance.get(name)?.comparison),
      );
      expect([name, row['Compared to goal']]).toEqual([
        name,
        shown?.lower === null ? '' : GOALS[shown?.verdict ?? 'no-target'],
      ]);
    }
  });
});

test('every row fits what describes the file', { timeout: 60_000 }, async () => {
  // A year of every metric that has it, at every level; all years under `npm run test:long`.
  const asked = long ? 'grain=year' : 'grain=year&from=2018-04&until=2019-03';
  const { text } = await ask(app, `${CSV}?${asked}`);
  const metadata = await ask(app, `${CSV}-metadata.json?${asked}`);
  expect(csvwFaults(readCsv(text), metadata.text).slice(0, 3)).toEqual([]);
  const single = await ask(app, `${CSV}?metric=one-year-survival`);
  expect(csvwFaults(readCsv(single.text), metadata.text)).toEqual([]);
});

describe('our own import reads it back', () => {
  const folder = temporaryFolder();

  async function loaded(metric: string, query: string) {
    const { text } = await ask(app, `${CSV}?metric=${metric}&${query}`);
    const file = path.join(folder, 'fingertips.csv');
    const out = path.join(folder, 'local');
    rmSync(out, { recursive: true, force: true });
    writeFileSync(file, text);
    const said: string[] = [];
    const { refused } = await ingest([file], {
      log: (line) => said.push(line),
      out,
      geography: path.join(ROOT, 'data/geography'),
      metric,
    });
    return { refused, said, table: () => readTable(path.join(out, 'other.csv')) };
  }

  test.each([
    ['early-stage', 'period=2013&level=ccg', 209],
    ['one-year-survival', 'period=2011&level=ccg', 209],
    ['cancer-prevalence', 'level=ccg', 956],
    ['one-year-survival', 'level=england&group=all', 16],
  ])('%s, %s', async (metric, query, count) => {
    const { refused, table } = await loaded(metric, query);
    expect(refused).toEqual([]);
    const rows = table();
    expect(rows).toHaveLength(count);
    const tidy = readCsv((await ask(app, `/api/download/observations.csv?metric=${metric}&${query}`)).text);
    const held = new Map(tidy.rows.map((row) => [`${row.area} ${row.period}`, row]));
    for (const row of rows) {
      const own = held.get(`${row.area} ${row.period}`);
      expect([row.value, row.numerator]).toEqual([own?.value, own?.numerator]);
      // A proportion's interval is that of its counts, and is not stored.
      if (row.numerator) expect(row.lower).toBe('');
      else expect(Number(row.lower)).toBeCloseTo(Number(own?.lower), 13);
    }
  });
});
