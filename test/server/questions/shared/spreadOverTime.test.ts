import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Dataset } from '../../../../server/dataset/dataset.ts';
import { spreadOverTime } from '../../../../server/questions/shared/spreadOverTime.ts';
import { temporaryFolder, writeTiny } from '../../tiny.ts';

let dataset: Dataset;

beforeAll(async () => {
  dataset = await Dataset.open(await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')));
});
afterAll(() => dataset.retire());

const FOLLOWED = { metric: '62-day-wait', level: 'ccg', group: 'all', grain: 'year' } as const;

test('computed once for all who ask, for each level and length by itself', async () => {
  const rows = vi.spyOn(dataset.db, 'rows');
  const [one, other] = await Promise.all([
    spreadOverTime(dataset, FOLLOWED),
    spreadOverTime(dataset, FOLLOWED),
  ]);
  expect(rows).toHaveBeenCalledTimes(1);
  expect(one.length).toBeGreaterThan(0);
  expect(other).toBe(one);
  expect(await spreadOverTime(dataset, { ...FOLLOWED, grain: 'month' })).not.toBe(one);
  expect(rows).toHaveBeenCalledTimes(2);
  rows.mockRestore();
});

test('a failure is not kept', async () => {
  const followed = { ...FOLLOWED, level: 'alliance' };
  const rows = vi.spyOn(dataset.db, 'rows').mockRejectedValueOnce(new Error('too slow'));
  await expect(spreadOverTime(dataset, followed)).rejects.toThrow('too slow');
  rows.mockRestore();
  await expect(spreadOverTime(dataset, followed)).resolves.toBeInstanceOf(Array);
});
