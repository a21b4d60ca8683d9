import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describedFiles } from '../../../../server/files/send.ts';
import { endpointsOf } from '../../../../server/http/docs/endpoints.ts';
import { QUESTIONS } from '../../../../server/questions/index.ts';
import { appOf, DATABASE } from '../../app.ts';
import { DRAWING } from '../../drawing.ts';
import { temporaryFolder } from '../../tiny.ts';

const endpoints = endpointsOf(QUESTIONS, describedFiles());

const PYTHON = process.env.PYTHON ?? 'python3';
const runs = (program: string, ...line: string[]) => spawnSync(program, line).status === 0;

let app: FastifyInstance;
let origin: string;
let page: string;

beforeAll(async () => {
  // The client's drawing from its source, so that charts are drawn whether or not the pages have been built.
  app = await appOf({ database: DATABASE, drawing: DRAWING });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  page = await (await fetch(`${origin}/api/docs`)).text();
});
afterAll(() => app.close());

const plain = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The examples of the page in one language, as a reader copies them. */
const examplesIn = (language: string) =>
  [...page.matchAll(new RegExp(`<pre data-language="${language}"><code>(.*?)</code></pre>`, 'gs'))].map(
    ([, code = '']) => plain(code),
  );

const addressIn = (code: string) => /https?:\/\/[^"']+/.exec(code)?.[0] ?? '';

const say = (skipped: string) => console.warn(`NOT TRIED: ${skipped}`);

/** Programs run one after the other in a process of their own, each by itself; what failed, with why. */
const DRIVER = `import json, sys, traceback
failed = []
for program in json.load(sys.stdin):
    try: exec(compile(program, "example", "exec"), {"__name__": "__main__"})
    except Exception: failed.append([program, traceback.format_exc(limit=-1)])
print("\\n" + json.dumps(failed))`;

/** Runs Python beside the server, which answers meanwhile. */
async function runPython(programs: string[]) {
  const { spawn } = await import('node:child_process');
  const child = spawn(PYTHON, ['-c', DRIVER], { cwd: temporaryFolder() });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => {
    out += piece;
  });
  child.stderr.on('data', (piece) => {
    err += piece;
  });
  child.stdin.end(JSON.stringify(programs));
  await new Promise((resolve) => child.on('close', resolve));
  return { printed: out, failed: JSON.parse(out.trim().split('\n').at(-1) || JSON.stringify([err])) };
}

test('every address has one example in each language', () => {
  for (const language of ['python', 'r']) expect(examplesIn(language)).toHaveLength(endpoints.length);
  // One more, of caching.
  expect(examplesIn('curl')).toHaveLength(endpoints.length + 1);
});

test('every curl example asks for something that is answered, in its media type', async () => {
  const types = endpoints.flatMap(({ type }) => type.split(', ').map((each) => each.replace(/;.*/, '')));
  const wrong: string[] = [];
  for (const code of examplesIn('curl')) {
    const reply = await fetch(addressIn(code));
    const sent = (reply.headers.get('content-type') ?? '').replace(/;.*/, '');
    const bytes = Buffer.from(await reply.arrayBuffer());
    if (reply.status !== 200 || !types.includes(sent) || bytes.length < 50)
      wrong.push(`${code}: ${reply.status} ${sent} ${bytes.subarray(0, 200)}`);
  }
  expect(wrong).toEqual([]);
}, 60_000);

test('curl keeps what still holds', async () => {
  if (!runs('curl', '--version')) return say('curl, which is not installed');
  const { spawn } = await import('node:child_process');
  const [code = ''] = examplesIn('curl').filter((each) => each.includes('--etag-save'));
  const cwd = temporaryFolder();
  const run = () =>
    new Promise<string>((resolve) => {
      const child = spawn('sh', ['-c', `${code} --write-out '%{http_code}'`], { cwd });
      child.stdout.on('data', (piece) => resolve(String(piece)));
      child.on('close', () => resolve('nothing'));
    });
  expect(await run()).toBe('200');
  expect(await run()).toBe('304');
  const kept = JSON.parse(readFileSync(path.join(cwd, 'catalogue.json'), 'utf8'));
  expect(kept.metrics.length).toBeGreaterThan(5);
});

describe('Python', () => {
  test('examples of the standard library run and print figures', async () => {
    if (!runs(PYTHON, '--version')) return say('Python, which is not installed');
    const programs = examplesIn('python').filter((code) => !/^import pandas/.test(code));
    expect(programs.length).toBeGreaterThan(10);
    const { failed, printed } = await runPython(programs);
    expect(failed).toEqual([]);
    expect(printed).toMatch(/^NHS [\w ,]+ CCG 0\.\d+$/m);
  }, 60_000);

  test('examples of pandas run', async () => {
    if (!runs(PYTHON, '-c', 'import pandas')) return say('Python examples of pandas, which is not installed');
    const programs = examplesIn('python').filter((code) => /^import pandas/.test(code));
    const { failed } = await runPython(programs);
    expect(failed).toEqual([]);
  }, 120_000);
});

describe('R', () => {
  test('examples ask what those in Python ask, and are whole', () => {
    const python = examplesIn('python');
    for (const [i, code] of examplesIn('r').entries()) {
      expect(addressIn(code)).toBe(addressIn(python[i] ?? ''));
      const bare = code.replaceAll(/"[^"\n]*"/g, '""').replaceAll(/#.*/g, '');
      expect(bare.replaceAll(/""/g, '')).not.toContain('"');
      expect(bare.split('(').length).toBe(bare.split(')').length);
      expect(bare).toMatch(/fromJSON\(""\)|read\.csv\(""|download\.file\(""/);
    }
  });

  test('examples run', async () => {
    if (!runs('Rscript', '-e', 'library(jsonlite)')) return say('R, which is not installed with jsonlite');
    const { spawn } = await import('node:child_process');
    for (const code of examplesIn('r')) {
      const child = spawn('Rscript', ['-e', code], { cwd: temporaryFolder() });
      expect([code, await new Promise((resolve) => child.on('close', resolve))]).toEqual([code, 0]);
    }
  }, 300_000);
});
