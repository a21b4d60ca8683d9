import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appOf } from '../../app.ts';
import { ask } from '../../inject.ts';
import { GAP, OBSERVATIONS, temporaryFolder, wait, writeTiny } from '../../tiny.ts';
import { TABLES } from '../../tinyTables.ts';
import { tableOf, workbookAt } from './read.ts';

const APPLE = '=1+1 & <b>"Apple"</b>, St Mary’s _x0041_';
const UPPER = 'O\'Upper & <Sons> "A" [1]';

const named = (rows: readonly object[], id: string, name: string) =>
  rows.map((row) => ('id' in row && row.id === id ? { ...row, name } : row));

const TOLD = {
  ...TABLES,
  area: named(named(TABLES.area, '00A', APPLE), 'upper', UPPER),
  ccg: named(TABLES.ccg, '00A', APPLE),
  alliance: named(TABLES.alliance, 'upper', UPPER),
};
const withheld = {
  ...wait('00C', 'fy2016-17', 1, 4),
  ...GAP,
  status: 'suppressed',
  note: '-1 person: withheld',
};

let app: FastifyInstance;
beforeAll(async () => {
  const file = path.join(temporaryFolder(), 'told.duckdb');
  app = await appOf({ database: await writeTiny(file, 'told', [...OBSERVATIONS, withheld], TOLD) });
});
afterAll(() => app.close());

test.each(['upper', 'lower', '00A', 'england'])('%s, with names that are hard to write', async (area) => {
  const { names, rowsOf } = await workbookAt(app, `/api/pack/${area}.xlsx`, 'strange names');
  expect(names).toContain('Ambitions');
  if (area === 'upper') {
    expect(rowsOf('Cover')[0]?.[0]).toContain(UPPER);
    const cards = tableOf(rowsOf('Scorecard values'), 'CCG');
    expect(cards.map(({ CCG }) => CCG)).toContain(APPLE);
  }
});

test('every observation: the rows of the CSV, text as it is, numbers as numbers, gaps their symbols', async () => {
  const { names, rowsOf } = await workbookAt(app, '/api/download/observations.xlsx', 'strange names');
  expect(names).toEqual(['Cover', 'Contents', 'Notes', 'Observations']);
  const rows = tableOf(rowsOf('Observations'), 'metric');
  expect(rows).toHaveLength(OBSERVATIONS.length + 1);
  const of = (area: string, period: string, metric = '62-day-wait') =>
    rows.find((row) => row.area === area && row.period === period && row.metric === metric);
  expect(of('00A', '2016-04')).toMatchObject({
    area_name: APPLE,
    'numerator (people)': 95,
    'denominator (people)': 100,
    'value (in the unit of the row)': 0.95,
    unit: '%',
    note: '[z]',
  });
  expect(of('00C', 'fy2016-17')).toMatchObject({
    'value (in the unit of the row)': '[c]',
    'numerator (people)': '[c]',
    note: '-1 person: withheld',
  });
  expect(of('00B', 'fy2016-17')).toMatchObject({ 'value (in the unit of the row)': '[x]' });
  expect(of('00A', '2016', 'patient-experience')).toMatchObject({ status: 'published', unit: 'out of 10' });
  expect(of('00A', '2011', 'one-year-survival')).toMatchObject({ 'numerator (people)': '[z]' });
});

test('a filter narrows them; one that nothing meets leaves a row of symbols; an unknown area is refused', async () => {
  const few = await workbookAt(
    app,
    '/api/download/observations.xlsx?area=00A&period=2016-04',
    'strange names',
  );
  expect(tableOf(few.rowsOf('Observations'), 'metric')).toHaveLength(1);
  const none = await workbookAt(app, '/api/download/observations.xlsx?metric=early-stage', 'strange names');
  const [row, ...others] = tableOf(none.rowsOf('Observations'), 'metric');
  expect([new Set(Object.values(row ?? {})), others]).toEqual([new Set(['[z]']), []]);
  const refused = await ask(app, '/api/download/observations.xlsx?area=nowhere');
  expect([refused.status, refused.body.code]).toEqual([404, 'unknown_area']);
});
