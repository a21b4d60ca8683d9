import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile, Snapshot } from '../../../../data/contract/index.ts';
import { buildApp } from '../../../../server/app.ts';
import { ROOT } from '../../../../server/dataset/root.ts';
import { ask } from '../../inject.ts';

const database = path.join(ROOT, 'data/build/cancer.duckdb');
let app: FastifyInstance;

// cpes_2015_2018_ccg18_alliance_england.csv, `adjusted` 2018, care plan of NHS Darlington CCG (00C), row 10241.
const DARLINGTON = { adjusted: 0.37, lower: 0.26, upper: 0.45, verdict: 'within' };

describe.skipIf(!existsSync(database))('a publisher’s expected range', () => {
  beforeAll(async () => {
    app = await buildApp({ database, every: 0 });
  });
  afterAll(() => app.close());

  test('stands in a snapshot of the survey, and in no other', async () => {
    const survey: Snapshot = (await ask(app, '/api/snapshot?metric=care-plan&period=2018&level=ccg')).body;
    expect(survey.areas.find(({ area }) => area === '00C')?.expected).toEqual(DARLINGTON);
    expect(survey.areas.filter(({ expected }) => expected)).toHaveLength(194);
    const waits: Snapshot = (await ask(app, '/api/snapshot?metric=62-day-wait&period=fy2016-17&level=ccg'))
      .body;
    expect(waits.areas.some(({ expected }) => expected)).toBe(false);
  });

  test('stands in the row of a profile that is of its period', async () => {
    const profile: Profile = (await ask(app, '/api/profile?area=00C')).body;
    const row = profile.rows.find(({ metric }) => metric === 'care-plan');
    expect(row).toMatchObject({ period: '2018', expected: DARLINGTON });
  });
});
