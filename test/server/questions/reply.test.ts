import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { Database } from '../../../server/dataset/database.ts';
import { Dataset } from '../../../server/dataset/dataset.ts';
import { QUESTION_OF, QUESTIONS } from '../../../server/questions/index.ts';
import { keyOf, ReplyCache, reply, replyAt } from '../../../server/questions/reply.ts';
import { temporaryFolder, writeTiny } from '../tiny.ts';

let dataset: Dataset;
const QUERY = { metric: '62-day-wait', period: '2016-04', level: 'ccg' } as const;

beforeAll(async () => {
  dataset = await Dataset.open(await writeTiny(path.join(temporaryFolder(), 'tiny.duckdb')));
});
afterAll(() => dataset.retire());

describe('a reply', () => {
  test('is one object for all who ask the same, in any order, with or without the defaults', async () => {
    const answer = vi.spyOn(QUESTION_OF.snapshot, 'answer');
    const [first, ...others] = await Promise.all([
      reply(dataset, 'snapshot', QUERY),
      reply(dataset, 'snapshot', { level: 'ccg', period: '2016-04', metric: '62-day-wait' }),
      reply(dataset, 'snapshot', { ...QUERY, benchmark: 'england', group: undefined }),
      reply(dataset, QUESTION_OF.snapshot, QUERY),
      replyAt(dataset, '/api/snapshot?period=2016-04&confidence=95&level=ccg&metric=62-day-wait'),
    ]);
    expect(await reply(dataset, 'snapshot', QUERY)).toBe(first);
    for (const other of others) expect(other).toBe(first);
    expect(answer).toHaveBeenCalledTimes(1);
    answer.mockRestore();
  });

  test('that a file is having computed is not waited for by a reader, and is shared once it is there', async () => {
    const findings = { area: 'upper', period: '2016-04' };
    let isFile = true;
    const { rows } = Database.prototype;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    vi.spyOn(Database.prototype, 'rows').mockImplementation(async function (this: Database, ...asked) {
      if (asked[2] === 'file') await released;
      return rows.apply(this, asked) as Promise<never>;
    });
    const ofFile = reply(dataset.forFiles, 'findings', findings).finally(() => {
      isFile = false;
    });
    const ofReader = await reply(dataset, 'findings', findings);
    expect(isFile, 'the file still waits').toBe(true);
    release();
    expect(await ofFile).toBe(ofReader);
    vi.restoreAllMocks();
    expect(await reply(dataset, 'findings', findings)).toBe(ofReader);
  });

  test('repeats its query in one order, whoever asked first', async () => {
    const { query } = await reply(dataset, 'snapshot', { benchmark: 'upper', ...QUERY });
    expect(JSON.stringify(query)).toBe(
      '{"benchmark":"upper","level":"ccg","metric":"62-day-wait","period":"2016-04","group":"all","confidence":"95"}',
    );
  });

  test('of findings is made from the kept replies of other questions', async () => {
    await reply(dataset, 'progress', { area: 'england', period: 'fy2016-17' });
    const others = QUESTIONS.filter(({ path: address }) => address !== '/api/findings');
    const { period } = await reply(dataset, 'progress', { area: 'upper' });
    await reply(dataset, 'findings', { area: 'upper', period });
    const computed = others.map((question) => vi.spyOn(question, 'answer'));
    // Another query with the same parts: the default period, the latest month of the tiny dataset.
    await reply(dataset, 'findings', { area: 'upper' });
    for (const answer of computed) {
      expect(answer).not.toHaveBeenCalled();
      answer.mockRestore();
    }
  });

  test('is the same before and after it is written as JSON', async () => {
    for (const url of [
      '/api/catalogue',
      '/api/areas',
      '/api/snapshot?metric=62-day-wait&period=2016-04&level=ccg&benchmark=alliance',
      '/api/snapshot?metric=patient-experience&period=2016&level=ccg',
      '/api/profile?area=00B',
      '/api/trend?metric=62-day-wait&area=lower&grain=month',
      '/api/trend?metric=one-year-survival&area=00A&grain=calendar-year',
      '/api/spread?metric=62-day-wait&period=2016-04&level=ccg',
      '/api/progress?area=england',
      '/api/drivers?metric=62-day-wait&alliance=upper&period=fy2016-17',
      '/api/scorecard?alliance=upper',
      '/api/findings?area=england',
    ]) {
      const found = await replyAt(dataset, url);
      expect(isDeepStrictEqual(JSON.parse(JSON.stringify(found)), found), url).toBe(true);
    }
  });

  test('that is refused is not kept, and an address that is no question is a bug', async () => {
    const refused = () => reply(dataset, 'snapshot', { ...QUERY, period: '2030-01' });
    await expect(refused()).rejects.toMatchObject({ code: 'unknown_period' });
    await expect(refused()).rejects.toMatchObject({ code: 'unknown_period' });
    expect(() => replyAt(dataset, '/api/nothing')).toThrow('No question at /api/nothing');
  });
});

test('a key names what differs from its default first, then the defaults', () => {
  expect(
    keyOf(QUESTION_OF.trend, { metric: '62-day-wait', area: 'upper', grain: 'month', group: 'all' }),
  ).toBe('/api/trend?area=upper&grain=month&metric=62-day-wait&group=all');
});

test('kept replies stay within their length, and the least recently used goes first', async () => {
  const cache = new ReplyCache(1000);
  const value = (key: string) => ({ key, text: 'x'.repeat(80) });
  let computed = 0;
  const get = (key: string) =>
    cache.get(key, async () => {
      computed++;
      return value(key);
    });
  await get('wanted');
  for (let i = 0; i < 50; i++) {
    await get(String(i));
    await get('wanted');
    expect(cache.length).toBeLessThanOrEqual(1000);
  }
  expect(computed).toBe(51);
  await get('49');
  expect(computed).toBe(51);
  await get('0');
  expect(computed).toBe(52);
});
