import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { METRIC_IDS, METRICS, type MetricId } from '../../data/metrics/index.ts';
import { BUNDLED_IDS, declareOwn, type OwnMetric, ownSource } from '../../data/metrics/own.ts';
import { appOf } from './app.ts';
import { ask } from './inject.ts';
import { OBSERVATIONS, temporaryFolder, wait, writeTiny } from './tiny.ts';
import { TABLES } from './tinyTables.ts';

const ID = 'local-screening';
const OWN: OwnMetric = {
  id: ID,
  metric: {
    ...METRICS['adult-smoking-qof'],
    label: 'Bowel screening uptake',
    source: ownSource(ID),
    targets: [],
  },
  source: {
    publisher: 'Local screening office',
    publication: 'Uptake by CCG',
    page: 'https://example.org/uptake',
    licence: 'Open Government Licence v3.0',
    frequency: 'Yearly',
    lag: 'As it is loaded',
    next: 'When it is loaded',
  },
};
const SNAPSHOT = `/api/snapshot?metric=${ID}&period=fy2016-17&level=ccg`;

afterAll(() => declareOwn([]));

test('a running server takes up the metrics that a dataset declares, and lets them go with it', async () => {
  const database = path.join(temporaryFolder(), 'cancer.duckdb');
  await writeTiny(database, 'without');
  const app = await appOf({ database, every: 20 });
  const until = async (version: string) => {
    for (let i = 0; i < 500; i++) {
      const { body } = await ask(app, '/api/health');
      if ((body as { dataVersion: string }).dataVersion === version) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${version} was never served`);
  };
  const listed = async () => {
    const { body } = await ask(app, '/api/catalogue');
    return (body as { metrics: { id: string }[] }).metrics.map(({ id }) => id);
  };
  try {
    expect((await ask(app, SNAPSHOT)).status).toBe(404);

    // Its row among the metrics is written as those of the bundled ones are.
    declareOwn([OWN]);
    const figures = ['00A', '00B'].map((area, i) => ({
      ...wait(area, 'fy2016-17', 50 + i, 100),
      metric: ID,
    }));
    await writeTiny(database, 'with', [...OBSERVATIONS, ...figures], {
      ...TABLES,
      own_metric: [{ id: ID, declared: JSON.stringify(OWN) }],
    });
    declareOwn([]);
    await until('with');
    expect(await listed()).toEqual([...BUNDLED_IDS, ID]);
    expect(METRIC_IDS).toContain(ID as MetricId);
    const { status, body } = await ask(app, SNAPSHOT);
    expect(status).toBe(200);
    expect(
      (body as { areas: { area: string; value: number | null }[] }).areas.filter(
        ({ value }) => value !== null,
      ),
    ).toMatchObject([
      { area: '00A', value: 0.5 },
      { area: '00B', value: 0.51 },
    ]);

    await writeTiny(database, 'without');
    await until('without');
    expect(await listed()).toEqual([...BUNDLED_IDS]);
    expect((await ask(app, SNAPSHOT)).status).toBe(404);
  } finally {
    await app.close();
  }
}, 60_000);
