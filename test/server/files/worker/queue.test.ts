import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { type Job, Queue } from '../../../../server/files/worker/queue.ts';
import { long } from '../../../sample.ts';
import { opened } from '../pack/package.ts';
import { DECK } from '../pack/sample-deck.ts';

const asJob = (input: unknown) => ({ name: 'deck', input }) as Job;

describe('the queue', () => {
  const queue = new Queue(pathToFileURL(path.join(import.meta.dirname, 'crashing-worker.mjs')), 4);
  afterAll(() => queue.end());

  test('a job that ends the worker fails alone; those behind it are done by the next', async () => {
    const jobs = [new Uint8Array([1]), 'crash', 'throw', new Uint8Array([4])].map((input) =>
      queue.add(asJob(input)),
    );
    const [first, second, third, fourth] = await Promise.allSettled(jobs);
    expect(first).toEqual({ status: 'fulfilled', value: new Uint8Array([1]) });
    expect(second).toMatchObject({ reason: { message: 'The worker ended before its job was done' } });
    expect(third).toMatchObject({ reason: { message: expect.stringContaining('Thrown outside a job') } });
    expect(fourth).toEqual({ status: 'fulfilled', value: new Uint8Array([4]) });
  });

  test('what cannot be sent fails alone', async () => {
    await expect(queue.add(asJob(() => 1))).rejects.toThrow('could not be cloned');
    expect(await queue.add(asJob(new Uint8Array([5])))).toEqual(new Uint8Array([5]));
  });

  test('a job whose reader has left is not begun, and those behind it are done', async () => {
    const leaving = new AbortController();
    const [first, left, last] = [
      queue.add(asJob(new Uint8Array([1]))),
      queue.add(asJob('crash'), leaving.signal),
      queue.add(asJob(new Uint8Array([3]))),
    ];
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    // Had the job been begun, the worker would have ended with it.
    expect(await Promise.all([first, last])).toEqual([new Uint8Array([1]), new Uint8Array([3])]);
  });

  test('more than may wait are asked to come again, and those who wait are served', async () => {
    const jobs = Array.from({ length: 4 }, (_, at) => queue.add(asJob(new Uint8Array([at]))));
    expect(() => queue.add(asJob(new Uint8Array()))).toThrow(expect.objectContaining({ code: 'busy' }));
    expect(await Promise.all(jobs)).toEqual([0, 1, 2, 3].map((at) => new Uint8Array([at])));
    expect(await queue.add(asJob(new Uint8Array([9])))).toEqual(new Uint8Array([9]));
  });
});

const COMPILED = path.resolve(import.meta.dirname, '../../../../.build/server/files/worker/worker.js');

// Compiled before the tests are run by `npm test`; by themselves they may have nothing compiled to test.
describe.runIf(existsSync(COMPILED))('the compiled worker', () => {
  const queue = new Queue(pathToFileURL(COMPILED), 30);
  afterAll(() => queue.end());

  // Twenty under `npm run test:long`; six already keep it busy for hundreds of beats.
  test('writes decks one after the other while the server keeps answering', async () => {
    await queue.add({ name: 'deck', input: DECK });
    const beats: number[] = [];
    let last = performance.now();
    const pulse = setInterval(() => {
      beats.push(performance.now() - last);
      last = performance.now();
    }, 5);
    const decks = await Promise.all(
      Array.from({ length: long ? 20 : 6 }, () => queue.add({ name: 'deck', input: DECK })),
    );
    clearInterval(pulse);
    for (const deck of decks) expect(opened(deck).names).toContain('ppt/slides/slide12.xml');
    // Had the decks been written here, no beat would have come before a whole deck was done.
    expect(beats.length).toBeGreaterThan(20);
    beats.sort((a, b) => a - b);
    expect(beats[Math.floor(beats.length / 2)]).toBeLessThan(50);
  });

  test('says what is wrong with a job, and does the next', async () => {
    const broken = { ...DECK, slides: [{ ...DECK.slides[0], title: null }] } as unknown as typeof DECK;
    await expect(queue.add({ name: 'deck', input: broken })).rejects.toThrow('TypeError');
    expect((await queue.add({ name: 'deck', input: DECK })).length).toBeGreaterThan(10_000);
  });
});
