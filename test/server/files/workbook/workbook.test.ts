import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drivers, Progress, Scorecard, Trend } from '../../../../data/contract/index.ts';
import { arialWidth } from '../../../../data/text/measure.ts';
import { ambitionsSheets } from '../../../../server/files/workbook/sheets/ambitions.ts';
import { sample } from '../../../sample.ts';
import { appOf, builtApp, DATABASE } from '../../app.ts';
import { ask } from '../../inject.ts';
import { tableOf, workbookAt } from './read.ts';

let app: FastifyInstance;

beforeAll(async () => {
  app = await builtApp();
});

const get = async <Reply>(url: string) => (await ask(app, url)).body as Reply;

const ALWAYS = ['Cover', 'Contents', 'Notes', 'Findings', 'Ambitions', 'Ambitions, notes'];
const CARD = ['Scorecard values', 'Scorecard comparisons'];
const TRENDS = ['62-day wait by month', '31-day wait by month'];

test('the ambitions print on A4 in 8 points or more: columns and lines are no wider than that allows', async () => {
  const progress = await get<Progress>('/api/progress?area=greater-manchester&period=2026-04');
  for (const { sheet } of ambitionsSheets(progress)) {
    // Arial of 11 points: a character of a column is 6 points, its edges 3.75; A4 across within margins of 0.7 inches.
    const wide = sheet.columns.reduce((sum, { width }) => sum + 6 * width + 3.75, 0);
    const room = (11.69 - 1.4) * 72;
    expect((11 * room) / wide, sheet.name).toBeGreaterThan(8);
    for (const line of sheet.lines) expect(arialWidth(String(line), 11), String(line)).toBeLessThan(wide);
  }
});

describe('the Open XML SDK finds no fault in, and these are the sheets of', () => {
  const BOOKS: [file: string, own: string[]][] = [
    ['peninsula.xlsx', [...CARD, ...TRENDS, 'Drivers', 'Variation']],
    ['west-midlands.xlsx', [...CARD, ...TRENDS, 'Drivers', 'Variation']],
    ['greater-manchester.xlsx?period=fy2016-17', [...CARD, ...TRENDS, 'Drivers', 'Variation']],
    ['99P.xlsx?period=fy2017-18', ['Profile', ...TRENDS, 'Variation']],
    ['england.xlsx', [...CARD, ...TRENDS, 'Variation']],
    ['peninsula.xlsx?period=2012', [...CARD, ...TRENDS]],
    ['england.xlsx?period=fy2014-15', [...CARD, ...TRENDS]],
  ];
  // One of each list of sheets.
  test.each(sample(BOOKS, ([, own]) => own.join()))('%s', { timeout: 60_000 }, async (file, own) => {
    const book = await workbookAt(app, `/api/pack/${file}`);
    expect(book.names).toEqual([...ALWAYS, ...own, 'Sources']);
    for (const name of book.names) {
      const [[first] = []] = book.rowsOf(name);
      expect(typeof first, name).toBe('string');
    }
    const listed = book.rowsOf('Contents').map(([name]) => name);
    expect(listed).toEqual(expect.arrayContaining(book.names.slice(2)));
  });
});

test('its numbers are those of the API, a gap its symbol and never a number', {
  timeout: 60_000,
}, async () => {
  const at = 'period=fy2016-17';
  const book = await workbookAt(app, `/api/pack/west-midlands.xlsx?${at}`);
  const card = await get<Scorecard>(`/api/scorecard?alliance=west-midlands&${at}`);
  const values = tableOf(book.rowsOf('Scorecard values'), 'CCG').slice(2);
  const words = tableOf(book.rowsOf('Scorecard comparisons'), 'CCG');
  expect(values).toHaveLength(card.rows.length);
  let gaps = 0;
  card.rows.forEach(({ name, area, cells }, at) => {
    const [shown, ...figures] = Object.values(values[at] ?? {});
    expect([shown, figures[0]]).toEqual([name, area]);
    cells.forEach(({ value, status }, column) => {
      if (value === null) gaps++;
      expect(figures[column + 1]).toBe(value ?? (status === 'suppressed' ? '[c]' : '[x]'));
    });
    expect(Object.values(words[at] ?? {}).slice(2)).not.toContain(null);
  });
  expect(gaps).toBeGreaterThan(0);

  const drivers = await get<Drivers>(`/api/drivers?metric=62-day-wait&alliance=west-midlands&${at}`);
  const people = tableOf(book.rowsOf('Drivers'), 'Area').map((row) => Object.values(row)[2]);
  expect(people).toEqual(drivers.rows.map((row) => row.people ?? '[x]'));

  const trend = await get<Trend>('/api/trend?metric=62-day-wait&area=west-midlands&grain=month');
  const months = tableOf(book.rowsOf('62-day wait by month'), 'Month');
  expect(months.map((row) => Object.values(row).slice(1, 7))).toEqual(
    trend.points.map((point) =>
      [...[point.period, point.numerator, point.denominator], ...[point.value, point.lower, point.upper]].map(
        (each) => each ?? '[x]',
      ),
    ),
  );
  const progress = await get<Progress>(`/api/progress?area=west-midlands&${at}`);
  const ambitions = tableOf(book.rowsOf('Ambitions'), 'Ambition');
  expect(ambitions.map((row) => row['Figure (in its unit)'])).toEqual(
    progress.rows.map(({ metric, value }) => value ?? (metric === null ? '[z]' : '[x]')),
  );
  expect(ambitions.map((row) => row['Gap in people'])).toEqual(
    progress.rows.map(({ gap }) => gap?.people ?? '[z]'),
  );
});

test('marked up: a table on each sheet, its head frozen; title and language; the same bytes each time', async () => {
  const first = await ask(app, '/api/pack/peninsula.xlsx?period=fy2017-18');
  const other = await appOf({ database: DATABASE });
  const again = await ask(other, '/api/pack/peninsula.xlsx?period=fy2017-18');
  await other.close();
  expect(again.raw.equals(first.raw)).toBe(true);
  const parts = Object.entries(unzipSync(first.raw)).map(([name, bytes]) => ({
    name,
    xml: strFromU8(bytes),
  }));
  const sheets = parts.filter(({ name }) => /worksheets\/sheet\d+\.xml$/.test(name));
  const tables = parts.filter(({ name }) => name.startsWith('xl/tables/'));
  expect(tables).toHaveLength(sheets.length - 1);
  expect(sheets.filter(({ xml }) => xml.includes('state="frozen"'))).toHaveLength(tables.length);
  expect(sheets.filter(({ xml }) => xml.includes('<mergeCell'))).toEqual([]);
  expect(parts.find(({ name }) => name === 'docProps/core.xml')?.xml).toMatch(
    /<dc:title>Peninsula: cancer outcomes as at 2017\/18<\/dc:title>.*<dc:language>en-GB</,
  );
  expect(parts.some(({ xml }) => xml.includes('<f>'))).toBe(false);
});

test.each([
  ['/api/pack/nowhere.xlsx', 404, 'unknown_area'],
  ['/api/pack/peninsula.xlsx?period=fy16', 404, 'unknown_period'],
  ['/api/pack/peninsula.xlsx?perod=2012', 400, 'unknown_parameter'],
])('%s is refused', async (url, status, code) => {
  const reply = await ask(app, url);
  expect([reply.status, reply.body.code]).toEqual([status, code]);
});
