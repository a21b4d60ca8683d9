import type { FastifyInstance } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../data/contract/index.ts';
import { DEPARTURES, EXAMPLES, wilsonWords } from '../../../data/text/examples.ts';
import { METHODS } from '../../../data/text/methods.ts';
import { built, builtApp } from '../../server/app.ts';
import { ask } from '../../server/inject.ts';

let app: FastifyInstance;

test('Wilson’s interval of 81 of 263, as Newcombe prints it', () => {
  // Newcombe (1998), Statistics in Medicine 17:857, table I: 0.2553 to 0.3662.
  expect(wilsonWords({ numerator: 81, denominator: 263 })).toMatch(
    /= 0\.25529 to 0\.36621, which is 25\.5% to 36\.6%$/,
  );
});

test('each method has its formula, its source and when it is not used, and an address of its own', () => {
  const ids = METHODS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { formula, source, unless, text } of METHODS)
    for (const words of [...formula, source, unless, text]) expect(words.length).toBeGreaterThan(5);
});

describe.skipIf(!built)('worked on the built dataset', () => {
  beforeAll(async () => {
    app = await builtApp();
  });

  const said = async ({ url, say }: { url: string; say: (reply: never) => string }) => {
    const reply = await ask(app, url);
    expect(reply.status, url).toBe(200);
    return say(reply.body as never);
  };

  test.each(Object.entries(EXAMPLES))('%s', async (_, example) => {
    const words = await said(example);
    expect(words).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(words).toMatch(/\d/);
    expect(words).toMatch(/\.$/);
  });

  test('the interval worked by hand is the one the API gives', async () => {
    const words = await said(EXAMPLES.intervals as never);
    const { areas } = (await ask(app, EXAMPLES.intervals?.url ?? '')).body as Snapshot;
    const area = areas.find(({ area: id }) => id === 'greater-manchester');
    expect(words).toContain(`= ${area?.lower?.toFixed(5)} to ${area?.upper?.toFixed(5)},`);
  });

  test('limits worked by hand, and the sum of the drivers', async () => {
    // 0.85 × 6,338 = 5,387.3, of which 5,385 were in time.
    expect(await said(EXAMPLES.gap as never)).toBe(
      'Greater Manchester, 2017/18: 0.85 × 6,338 = 5,387.3; at least 5,388 in time were needed and 5,385 were: 3 more.',
    );
    const drivers = await said(EXAMPLES.drivers as never);
    const [, short = '', spare = '', gap = ''] = /: (\d+) − (\d+) = (-?\d+),/.exec(drivers) ?? [];
    expect(Number(short) - Number(spare)).toBe(Number(gap));
  });

  test.each(DEPARTURES)('$name: both answers', async (departure) => {
    const words = await said(departure as never);
    expect(words).not.toMatch(/NaN|undefined|null/);
    expect(words.match(/\d+(\.\d+)?/g)?.length).toBeGreaterThan(1);
  });
});
