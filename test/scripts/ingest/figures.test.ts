import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '../../../data/periods.ts';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { SHARED, shared } from '../../shared.ts';
import { committedWaits } from '../dataset.ts';

const other = readCsv('data/figures/other.csv');
const manifest = readCsv('data/figures/manifest.csv');
const of = (metric: string, period: string) =>
  other.filter((row) => row.metric === metric && row.period === period);
const england = (metric: string, period: string) =>
  of(metric, period).find(({ area, grp }) => area === 'england' && grp === 'all');

describe('the committed other figures', () => {
  test('each have a period we know, a source in the manifest and a row in it, or say how they were derived', () => {
    const ids = new Set(manifest.map(({ id }) => id));
    for (const row of other) {
      expect(parsePeriod(row.period ?? '')).not.toBeNull();
      expect(ids).toContain(row.file);
      expect(row.row !== '' || /^Sum of the (three CCGs|publisher’s counts)/.test(row.note ?? '')).toBe(true);
    }
  });

  test('the manifest counts the rows of each file', () => {
    const waits = committedWaits();
    const expected = readCsv('data/figures/expected.csv');
    const counts = new Map<string, number>();
    for (const { file = '' } of [...waits, ...other, ...expected])
      counts.set(file, (counts.get(file) ?? 0) + 1);
    // 71 workbooks by CCG and 24 by ICB, the table by ICB, two national series, and eleven files of other figures.
    expect(manifest).toHaveLength(71 + 24 + 1 + 2 + 11);
    // A file that another repeats gives way to it, figure by figure.
    const gaveWay = manifest.filter(({ id = '', rows }) => counts.get(id) !== Number(rows));
    expect(gaveWay.map(({ id }) => id)).toEqual(['cwt-icb-monthly', 'cwt-national-2009-10-2023-09']);
    for (const { id = '', rows } of gaveWay) expect(counts.get(id)).toBeLessThan(Number(rows));
  });

  test('proportions are 0 to 1, the survival index 0 to 100', () => {
    for (const { metric = '', value, numerator, denominator } of other) {
      if (
        [
          'early-stage',
          'stage-recorded',
          'cancer-prevalence',
          'early-stage-of-staged',
          'stage-complete',
        ].includes(metric)
      )
        expect(Number(value)).toBeCloseTo(Number(numerator) / Number(denominator), 12);
      if (metric === 'one-year-survival') expect(Number(value)).toBeGreaterThan(60);
    }
  });

  test('England survives as published: 60.6 in 1999, 67.9 in 2011 as revised, 70.4 in 2014', () => {
    expect(england('one-year-survival', '1999')?.value).toBe('60.6');
    expect(england('one-year-survival', '2014')?.value).toBe('70.4');
    expect(england('one-year-survival', '2011')).toMatchObject({ value: '67.9', file: 'ccgois-england' });
  });

  test('the CCG survival release keeps its own England of 68.2, and its inferred year', () => {
    const release = of('one-year-survival', '2011').filter(({ file }) => file === 'ccg-other');
    expect(release).toHaveLength(210);
    expect(release.filter(({ area }) => area === 'england')).toEqual([
      expect.objectContaining({ value: '68.2', grp: 'release:2013-12' }),
    ]);
    expect(release.filter(({ status }) => status === 'inferred-period')).toHaveLength(209);
  });

  test('recording of stage rose from 59% to 80%, and every early-stage figure says whom it counts', () => {
    expect(Number(england('stage-recorded', '2012')?.value)).toBeCloseTo(0.594, 3);
    expect(Number(england('stage-recorded', '2015')?.value)).toBeCloseTo(0.796, 3);
    for (const { note } of other.filter(({ metric }) => metric === 'early-stage'))
      expect(note).toContain('stage was not recorded');
  });

  test.each(['2012', '2013'])(
    'the CCGs of %s sum to the England series, which is another publication',
    (year) => {
      const rows = of('early-stage', year);
      const ccgs = rows.filter(({ area }) => area !== 'england');
      expect(ccgs).toHaveLength(209);
      for (const count of ['numerator', 'denominator'] as const)
        expect(ccgs.reduce((sum, row) => sum + Number(row[count]), 0)).toBe(
          Number(england('early-stage', year)?.[count]),
        );
    },
  );
});

describe.skipIf(!shared)('the committed other figures beside the published tables', () => {
  test('early stage is, to its rounding, the percentage published; the long table has the same counts', () => {
    const records: Record<string, string | number>[] = JSON.parse(
      readFileSync(path.join(SHARED, 'data/raw/stg1and2detection.json'), 'utf8'),
    );
    const long = readCsv(path.join(SHARED, 'data/metrics/ccg16_other_metrics_long.csv'));
    const figures = other.filter(({ metric, area }) => metric === 'early-stage' && area !== 'england');
    for (const { area, period, value, numerator, denominator, row } of figures) {
      const same = long.find((r) => r.metric_id === 'STAGE12' && r.ccg_code === area && r.period === period);
      expect([numerator, denominator]).toEqual([same?.numerator, same?.denominator]);
      if (area === '13T') continue;
      const record = records[Number(row) - 1];
      expect([record?.Level, String(record?.['Reporting period'])]).toEqual([area, period]);
      expect(Math.abs(100 * Number(value) - Number(record?.Percentage))).toBeLessThan(0.0501);
    }
    expect(figures).toHaveLength(418);
  });
});
