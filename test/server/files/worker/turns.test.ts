import { expect, test } from 'vitest';
import { Turns } from '../../../../server/files/worker/turns.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test('no more than so many at once, in the order in which they came, a failure no hindrance', async () => {
  const turns = new Turns(2, 10);
  let [under, most] = [0, 0];
  const begun: number[] = [];
  const all = Array.from({ length: 6 }, (_, at) =>
    turns.take(async () => {
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
  expect(await turns.take(async () => 'later')).toBe('later');
});

test('who comes when too many wait is asked to come again', async () => {
  const turns = new Turns(1, 1);
  const [first, second] = [turns.take(pause), turns.take(pause)];
  await expect(turns.take(pause)).rejects.toMatchObject({ code: 'busy' });
  await Promise.all([first, second]);
});
