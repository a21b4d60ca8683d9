import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Answer, encodingFor, matches } from '../../../server/http/answer.ts';
import { AnswerCache } from '../../../server/http/answerCache.ts';

const OPTIONS = { type: 'application/json', cacheControl: 'no-cache', headers: {} };
const TEXT = JSON.stringify({ text: 'word '.repeat(500) });

test('the three encodings hold the same body under three ETags', () => {
  const answer = new Answer(TEXT, OPTIONS);
  expect(brotliDecompressSync(answer.variant('br').body).toString()).toBe(TEXT);
  expect(gunzipSync(answer.variant('gzip').body).toString()).toBe(TEXT);
  expect(answer.variant('identity').body.toString()).toBe(TEXT);
  const etags = (['br', 'gzip', 'identity'] as const).map((encoding) => answer.variant(encoding).etag);
  expect(new Set(etags).size).toBe(3);
  expect(new Answer(TEXT, OPTIONS).variant('br').etag).toBe(etags[0]);
  expect(new Answer(`${TEXT} `, OPTIONS).variant('br').etag).not.toBe(etags[0]);
});

test.each([
  [undefined, 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0,gzip;q=0', 'identity'],
  ['br;q=0.5', 'br'],
  ['x-brotli', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['GZIP', 'gzip'],
  ['Br , GZip;Q=0.5', 'br'],
  ['gzip;q=1.0, br;q=0.1', 'gzip'],
  ['gzip;q=x', 'identity'],
  ['', 'identity'],
])('Accept-Encoding %s is served %s', (header, encoding) => expect(encodingFor(header)).toBe(encoding));

test.each([
  ['"a-br"', true],
  ['W/"a-br"', true],
  ['"x", "a-br"', true],
  ['*', true],
  ['"a-gzip"', false],
  [undefined, false],
])('If-None-Match %s', (header, same) => expect(matches(header, '"a-br"')).toBe(same));

describe('the kept answers', () => {
  test('what is made is ended once all who wait for it have left, and begun anew for the next', async () => {
    const cache = new AnswerCache();
    const signals: AbortSignal[] = [];
    const make = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<Answer>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        setTimeout(() => resolve(new Answer(TEXT, OPTIONS)), 100);
      });
    };
    const [one, two, three] = [new AbortController(), new AbortController(), new AbortController()];
    const first = cache.made('key', make, one.signal);
    const second = cache.made('key', make, two.signal);
    one.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    two.abort();
    const third = cache.made('key', make, three.signal);
    await expect(first).rejects.toThrow('aborted');
    await expect(second).rejects.toThrow('aborted');
    expect((await third).identity().toString()).toBe(TEXT);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test('identical requests in flight share one computation', async () => {
    const answers = new AnswerCache();
    let computed = 0;
    const compute = async () => {
      computed++;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return TEXT;
    };
    const all = await Promise.all(Array.from({ length: 20 }, () => answers.get('a', OPTIONS, compute)));
    await answers.get('a', OPTIONS, compute);
    expect(computed).toBe(1);
    expect(new Set(all).size).toBe(1);
  });

  test('a failure is not kept', async () => {
    const answers = new AnswerCache();
    const failing = async () => {
      throw new Error('once');
    };
    await expect(answers.get('a', OPTIONS, failing)).rejects.toThrow('once');
    const answer = await answers.get('a', OPTIONS, async () => '{}');
    expect(answer.identity().toString()).toBe('{}');
  });

  test('they stay within their bytes, and the ones asked for stay', async () => {
    const answers = new AnswerCache(20_000);
    const put = async (key: string) =>
      answers.remember(`/${key}`, await answers.get(key, OPTIONS, async () => TEXT + key));
    await put('wanted');
    for (let i = 0; i < 100; i++) {
      await put(String(i));
      expect(answers.at('/wanted')).toBeDefined();
      expect(answers.bytes).toBeLessThanOrEqual(20_000);
    }
    expect(answers.size).toBeLessThan(20);
    expect(answers.at('/0')).toBeUndefined();
  });

  test('addresses are bounded too', async () => {
    const answers = new AnswerCache();
    const answer = await answers.get('a', OPTIONS, async () => '{}');
    for (let i = 0; i < 6000; i++) answers.remember(`/?${i}`, answer);
    expect(answers.at('/?0')).toBeUndefined();
    expect(answers.at('/?5999')).toBe(answer);
  });
});
