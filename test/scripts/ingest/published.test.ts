import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../../scripts/ingest/csv.ts';
import { namedMonth } from '../../../scripts/ingest/month.ts';
import { STANDARDS } from '../../../scripts/ingest/standards.ts';
import { long } from '../../sample.ts';
import { shared } from '../../shared.ts';
import { committedWaits } from '../dataset.ts';
import { type PlainBook, readPartsPlainly, readPlainly, workbooks, workbooksByIcb } from './independent.ts';

const METRIC = new Map<string, string>(STANDARDS.map(({ sheet, metric }) => [sheet, metric]));

/** Months in which the workbooks changed: codes out of date, codes changed, a dangling drawing. */
const TURNS = ['2016-04', '2018-04', '2019-04', '2020-07'];

describe.skipIf(!shared)('the committed waits beside an independent reading of the workbooks', () => {
  // Of the 71, which are all read under `npm run test:long`, one of each year and those of months with a change.
  const read = (shared ? workbooks() : []).filter((file) => {
    const first = workbooks().find((other) => path.dirname(other) === path.dirname(file));
    return long || file === first || TURNS.includes(namedMonth(file) ?? '');
  });
  const books = new Map<string, PlainBook>();
  beforeAll(() => {
    for (const file of read) books.set(file, readPlainly(file));
  });

  test('agree cell by cell: total, within, after, and the worksheet row', () => {
    const plainly = [...books].flatMap(([file, { rows }]) =>
      rows.map(
        ({ sheet, code, counts, row }) => `${METRIC.get(sheet)} ${code} ${namedMonth(file)} ${counts} ${row}`,
      ),
    );
    const months = new Set(read.map((file) => `cwt-${namedMonth(file)}`));
    const ours = committedWaits()
      .filter(({ file = '' }) => months.has(file))
      .map(
        ({ metric, area, period, numerator, denominator, row }) =>
          `${metric} ${area} ${period} ${denominator} ${numerator} ${Number(denominator) - Number(numerator)} ${row}`,
      );
    expect(plainly.length).toBeGreaterThan(read.length * 1000);
    if (long) expect(plainly).toHaveLength(114_601 + 459);
    const known = new Set(plainly);
    expect(ours.filter((cell) => !known.has(cell))).toEqual([]);
    expect(new Set(ours).size).toBe(known.size);
  });

  test('are 71 months by name, irregular names included, in 647 sheets', () => {
    const months = new Set(workbooks().map((file) => `cwt-${namedMonth(path.basename(file))}`));
    const ofCcgs = committedWaits().filter(({ file = '' }) => months.has(file));
    expect(new Set(workbooks().map((file) => namedMonth(path.basename(file)))).size).toBe(71);
    expect(new Set(ofCcgs.map(({ metric, period }) => `${metric} ${period}`)).size).toBe(647);
    const sheets = [...books.values()].map(({ rows }) => new Set(rows.map(({ sheet }) => sheet)).size);
    expect(Math.min(...sheets)).toBeGreaterThan(7);
    if (long) expect(sheets.reduce((total, count) => total + count, 0)).toBe(647);
  });

  test('include the thirteen workbooks with a dangling drawing', () => {
    const dangling = [...books].filter(([, book]) => book.dangling).map(([file]) => namedMonth(file) ?? '');
    if (long) expect(dangling).toHaveLength(13);
    expect(dangling.sort()[0]).toBe('2020-07');
  });

  test('join 09G and 09N on the NHS code under an ONS code that is out of date', () => {
    const codes = (nhs: string, month: string) =>
      [...books].flatMap(([file, { rows }]) =>
        namedMonth(file) === month ? rows.filter(({ code }) => code === nhs).map(({ ons }) => ons) : [],
      );
    expect(new Set(codes('09G', '2016-04'))).toEqual(new Set(['E38000036']));
    expect(new Set(codes('09N', '2016-04'))).toEqual(new Set(['E38000067']));
    const changed = ['02M', '01E', '01K', '01H', '06W', '06Y'];
    for (const nhs of changed) expect(codes(nhs, '2019-04')[0]).not.toBe(codes(nhs, '2018-04')[0]);
  });

  test('have the sha256 the manifest gives', () => {
    const manifest = new Map(readCsv('data/figures/manifest.csv').map(({ file, sha256 }) => [file, sha256]));
    for (const file of workbooks())
      expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(
        manifest.get(path.basename(file)),
      );
  });
});

describe.skipIf(!shared)(
  'the committed waits by ICB beside an independent reading of their workbooks',
  () => {
    const files = shared ? workbooksByIcb() : [];
    // The first, the last and one between; all 24 under `npm run test:long`.
    const read = files.filter((_, index) => long || [0, 11, 23].includes(index));

    test('are 24 months', () => expect(files).toHaveLength(24));

    test.each(read)(
      '%s agrees cell by cell on the whole of each standard: total, within, and the worksheet row',
      (file) => {
        const ours = committedWaits()
          .filter((row) => row.file === `cwt-${namedMonth(path.basename(file))}` && row.grp === 'all')
          .filter(({ metric }) => metric !== '62-day-over-104')
          .map(
            ({ sheet, row, area, denominator, numerator }) =>
              `${sheet} ${row} ${area === 'unknown' ? 'UNKNOWN' : area} ${Number(denominator)} ${Number(numerator)}`,
          );
        const known = new Set(readPartsPlainly(file));
        // 42 ICBs, eight hubs, the unknown and England, by three standards; a hub may have nobody.
        expect(ours.length).toBeGreaterThan(3 * 46);
        expect(ours.filter((cell) => !known.has(cell))).toEqual([]);
        const sheets = ['28-DAY FDS (ALL ROUTES)', '31-DAY (ALL CANCER)', '62-DAY (ALL CANCER)'];
        for (const sheet of sheets) {
          const rows = [...known].filter((cell) => cell.startsWith(`${sheet} `));
          const first = rows.findIndex((cell) => / england /.test(cell));
          // Part A ends with England's row or begins with it; every commissioner of it is there once.
          const codes = new Set(rows.map((cell) => cell.slice(sheet.length + 1).split(' ')[1]));
          expect(first, sheet).toBeGreaterThanOrEqual(0);
          expect(ours.filter((cell) => cell.startsWith(`${sheet} `)).length, sheet).toBe(codes.size);
        }
      },
    );
  },
);

test('in every month by ICB the groups of each standard sum to its whole: routes, stages, cancer types, treatments', () => {
  const sums = new Map<string, [within: number, total: number]>();
  const wholes = new Map<string, [within: number, total: number]>();
  for (const row of committedWaits()) {
    if (!/^cwt-20(23-1[0-2]|2[4-9])/.test(row.file ?? '') || row.metric === '62-day-over-104') continue;
    const of = `${row.metric} ${row.area} ${row.period}`;
    const counts = [Number(row.numerator), Number(row.denominator)] as const;
    const kind = (row.grp ?? '').split(':')[0] ?? '';
    if (kind === 'all') wholes.set(of, [...counts]);
    // Of those suspected to have cancer alone, whatever the route of the others.
    if (kind === 'all' || kind === 'suspected') continue;
    const sum = sums.get(`${of} ${kind}`) ?? [0, 0];
    sums.set(`${of} ${kind}`, [sum[0] + counts[0], sum[1] + counts[1]]);
  }
  const wrong = [...sums].filter(([key, [within, total]]) => {
    const whole = wholes.get(key.split(' ').slice(0, 3).join(' '));
    return !whole || Math.abs(whole[0] - within) > 0.01 || Math.abs(whole[1] - total) > 0.01;
  });
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(sums.size).toBe(1248 + 3 * 1228 + 3 * 1199);
});
