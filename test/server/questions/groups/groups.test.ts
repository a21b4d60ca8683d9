import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Groups } from '../../../../data/contract/index.ts';
import { buildApp } from '../../../../server/app.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { ask, expectShape } from '../../inject.ts';

const database = path.join(ROOT, 'data/build/cancer.duckdb');
const ENGLAND_LUNG = [1879, 3069] as const;
let app: FastifyInstance;

const get = async (query: string): Promise<Groups> => {
  const { status, text, body } = await ask(app, `/api/groups?${query}`);
  expect(status, text).toBe(200);
  expectShape(Groups, body);
  return body;
};

const groupIn = ({ kinds }: Groups, id: string) =>
  kinds.flatMap(({ groups }) => groups).find(({ group }) => group === id);

describe.skipIf(!existsSync(database))('the built dataset by groups of patients', () => {
  beforeAll(async () => {
    app = await buildApp({ database, every: 0 });
  });
  afterAll(() => app.close());

  // APRIL-2025-CWT-CRS-COMMISSIONER-WORKBOOK-FINAL.xlsx, 62-DAY (BY CANCER), all routes: rows 564 (the ICB) and 594 (England).
  test('lung cancer in West Yorkshire, April 2025, is the workbook’s cell, beside England’s', async () => {
    const found = await get('metric=62-day-combined&area=QWO&period=2025-04');
    expect(found).toMatchObject({ period: '2025-04', against: 'the same group in England', reason: null });
    const lung = groupIn(found, 'tumour:lung');
    expect(lung).toMatchObject({ numerator: 81, denominator: 134, comparison: 'similar' });
    expect(lung?.benchmark).toMatchObject({
      area: 'england',
      numerator: ENGLAND_LUNG[0],
      denominator: ENGLAND_LUNG[1],
    });
    expect(lung?.difference).toBeCloseTo(81 / 134 - ENGLAND_LUNG[0] / ENGLAND_LUNG[1], 10);
    expect(found.kinds.map(({ kind }) => kind)).toEqual(['tumour', 'route', 'treatment']);
  });

  test('each kind lists the largest differences first, and gaps last', async () => {
    const { kinds } = await get('metric=62-day-combined&area=QE1&period=2025-04');
    for (const { groups } of kinds) {
      const apart = groups.map(({ difference }) => (difference === null ? -1 : Math.abs(difference)));
      expect(apart).toEqual(apart.toSorted((one, other) => other - one));
    }
  });

  test('a period without figures by group shows the latest before it', async () => {
    expect(await get('metric=62-day-combined&area=QE1&period=2026-04')).toMatchObject({ period: '2025-09' });
  });

  test('England’s groups are compared with all its patients; two sexes that have no total with nothing', async () => {
    const stage = await get('metric=early-stage-of-staged&period=2022');
    expect(groupIn(stage, 'tumour:breast')?.benchmark).toMatchObject({ area: 'all', numerator: 134_994 });
    const sexes = await get('metric=cancer-mortality&period=2020');
    expect(groupIn(sexes, 'sex:male')).toMatchObject({
      value: 303.1,
      difference: null,
      comparison: 'not-compared',
    });
  });

  test('without an interval nothing is judged', async () => {
    const { kinds } = await get('metric=patient-experience&area=wessex&period=2018');
    const judged = kinds
      .flatMap(({ groups }) => groups)
      .filter(({ comparison }) => comparison !== 'not-compared');
    expect(kinds[0]?.groups).toHaveLength(13);
    expect(judged).toEqual([]);
  });

  test('where there are none it says why, and what is published for nobody', async () => {
    const found = await get('metric=62-day-wait&area=08C');
    expect(found).toMatchObject({ period: null, kinds: [] });
    expect(found.reason).toMatch(/is not published by group of patients/);
    expect(found.notPublished).toEqual(['age', 'deprivation', 'ethnicity', 'learning disability']);
  });

  test('an unknown metric, area or period is refused', async () => {
    for (const query of ['metric=62-day-combined&area=nowhere', 'metric=62-day-combined&period=soon'])
      expect((await ask(app, `/api/groups?${query}`)).status).toBe(404);
  });
});
