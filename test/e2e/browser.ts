import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The database that `npm start` serves. */
export const DATABASE = path.resolve(ROOT, process.env.DATABASE ?? 'data/build/cancer.duckdb');

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export type Served = { url: string; stop: () => Promise<void> };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function answered(url: string, server: ChildProcess, printed: () => string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (server.exitCode === null && Date.now() < deadline) {
    const reply = await fetch(`${url}/api/health`).catch(() => null);
    if (reply) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`The server did not answer:\n${printed()}`);
}

/** The compiled server with the built pages on a free port; `stop` ends it. Needs `npm run build` to have run. */
export async function serve(env: Record<string, string> = {}): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = spawn(process.execPath, ['.build/server/main.js'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATABASE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (piece) => (printed += piece));
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };
  await answered(url, server, () => printed).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

/** A headless Chromium: Debian's, or the one that CHROMIUM names. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

/** The server and a browser for a file of tests, there from its first test on and gone after its last. */
export function started() {
  const at = {} as { url: string; browser: Browser };
  let served: Served;
  beforeAll(async () => {
    [served, at.browser] = await Promise.all([serve(), launch()]);
    at.url = served.url;
  });
  afterAll(async () => {
    await at.browser?.close();
    await served?.stop();
  });
  return at;
}

type Options = { viewport?: { width: number; height: number }; expected?: RegExp };

/**
 * Opens an address in a page of its own, does the work, and closes it. Throws when the page wrote an error to the
 * console (unless `expected` matches it), threw, or asked any other host for anything.
 */
export async function visit(
  browser: Browser,
  url: string,
  work: (page: Page) => Promise<void>,
  { viewport = DESKTOP, expected }: Options = {},
): Promise<void> {
  const context = await browser.newContext({ viewport, locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const line = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && !expected?.test(line)) problems.push(line);
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith('http') && asked.origin !== new URL(url).origin)
      problems.push(`asked ${asked}`);
  });
  try {
    await page.goto(url);
    await work(page);
    expect(problems, 'errors in the console, or requests to other hosts').toEqual([]);
  } finally {
    await context.close();
  }
}

/** The map's areas (each once, the inset's copies left out). */
export const areasOnMap = (page: Page) => page.locator('.england-map path[role="button"]');

/** Waits until map and whole list are drawn, coloured and answer to the hand, with so many areas where that is said. */
export const mapDrawn = (page: Page, areas?: number) =>
  page.waitForFunction(
    (wanted) => {
      const drawn = [...document.querySelectorAll('.england-map path[role="button"]')];
      const enough = wanted === undefined ? drawn.length > 0 : drawn.length === wanted;
      const taken = document.documentElement.dataset.ready !== undefined;
      const listed = document.querySelectorAll('tr[data-area]').length === drawn.length;
      return enough && taken && listed && drawn.some((path) => path.getAttribute('fill')?.startsWith('#'));
    },
    areas,
    { timeout: 10_000 },
  );
