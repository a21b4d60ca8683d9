import { expect, test } from 'vitest';
import { Turns } from '../../../../server/files/worker/turns.ts';

const LIMITS = { most: 2, share: 2, longest: 10, line: 10, patience: 20_000 };
const A = { client: '192.0.2.1' };
const B = { client: '192.0.2.2' };
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test('no more than so many at once, in the order in which they came, a failure no hindrance', async () => {
  const turns = new Turns(LIMITS);
  let [under, most] = [0, 0];
  const begun: number[] = [];
  const all = Array.from({ length: 6 }, (_, at) =>
    turns.take(A, async () => {
      begun.push(at);
      most = Math.max(most, ++under);
      await pause();
      under--;
      if (at === 1) throw new Error('its own');
      return at;
    }),
  );
  const settled = await Promise.allSettled(all);
  expect(most).toBe(2);
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  expect(settled.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
  expect(await turns.take(A, async () => 'later')).toBe('later');
});

test('who comes when too many wait is asked to come again', async () => {
  const turns = new Turns({ ...LIMITS, most: 1, longest: 1 });
  const [first, second] = [turns.take(A, pause), turns.take(A, pause)];
  await expect(turns.take(B, pause)).rejects.toMatchObject({ code: 'busy' });
  await Promise.all([first, second]);
});

test('one client never has all turns, and another goes before its line', async () => {
  const turns = new Turns({ ...LIMITS, most: 3 });
  const order: string[] = [];
  const ends = [await turns.begin(A), await turns.begin(A)];
  const third = turns.take(A, async () => order.push('A'));
  // A third turn is free, and not A's.
  await turns.take(B, async () => order.push('B'));
  expect(order).toEqual(['B']);
  for (const end of ends) end();
  await third;
  expect(order).toEqual(['B', 'A']);
});

test('the line of one client is bounded by itself', async () => {
  const turns = new Turns({ ...LIMITS, most: 1, line: 1 });
  const end = await turns.begin(A);
  const waiting = turns.begin(A);
  await expect(turns.begin(A)).rejects.toMatchObject({ code: 'too_many_requests', status: 429 });
  const other = turns.begin(B);
  end();
  end();
  (await waiting)();
  (await other)();
});

test('who leaves gives its place up, and who waits too long is told so', async () => {
  const turns = new Turns({ ...LIMITS, most: 1, patience: 30 });
  const end = await turns.begin(A);
  const leaving = new AbortController();
  const left = turns.begin({ ...B, signal: leaving.signal });
  leaving.abort();
  await expect(left).rejects.toThrow('aborted');
  await expect(turns.begin(B)).rejects.toMatchObject({ code: 'busy', status: 503 });
  end();
  (await turns.begin(B))();
});
