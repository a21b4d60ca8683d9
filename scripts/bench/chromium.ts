import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';

const SLOWDOWN = 4;
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium that asks nothing of its own. Throws where there is none. */
export function launch(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`No Chromium at ${CHROMIUM}: apt-get install -y chromium`);
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

/** A page of its own, with an empty cache, on a processor four times slower. */
export async function slowPage(browser: Browser): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  return { page, session };
}

/** What a page has downloaded so far; `scripts` ends the count of scripts: their bytes, gzipped here, whatever they came as. */
export type Downloads = { everything: number; requests: number; scripts: () => Promise<number> };

/** Counts what a page downloads from now on: all as it comes over the wire, scripts as they are gzipped. */
export function countDownloads(session: CDPSession): Downloads {
  const scripts = new Map<string, number>();
  const waiting = new Set<Promise<unknown>>();
  const kinds = new Map<string, string>();
  let counting = true;
  const total = {
    everything: 0,
    requests: 0,
    scripts: async () => {
      counting = false;
      await Promise.all(waiting);
      return [...scripts.values()].reduce((sum, size) => sum + size, 0);
    },
  };
  const measure = async (requestId: string) => {
    const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId });
    scripts.set(
      requestId,
      gzipSync(Buffer.from(body, base64Encoded ? 'base64' : 'utf8'), { level: 9 }).length,
    );
  };
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    total.requests += 1;
    total.everything += encodedDataLength;
    if (counting && kinds.get(requestId) === 'Script') waiting.add(measure(requestId));
  });
  return total;
}

/** When a mark was last made on a page’s timeline, in milliseconds from its start. */
const markTime = (page: Page, name: string) =>
  page.evaluate((mark) => performance.getEntriesByName(mark).at(-1)?.startTime ?? Number.NaN, name);

/**
 * Opens an address and waits until a mark is on its timeline. Nothing is asked of the page meanwhile: code that looks again and
 * again takes a tenth of a second of a slow processor. Returns when a mark was made, in milliseconds from the start.
 */
export async function openUntil(page: Page, session: CDPSession, address: string, mark: string) {
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'marked' });
  const marked = new Promise((told) => session.once('Runtime.bindingCalled', told));
  await page.addInitScript((name) => {
    const tell = (window as unknown as { marked: (text: string) => void }).marked;
    new PerformanceObserver((list) => {
      if (list.getEntriesByName(name).length > 0) tell(name);
    }).observe({ type: 'mark', buffered: true });
  }, mark);
  await page.goto(address, { waitUntil: 'commit' });
  await marked;
  return (name: string) => markTime(page, name);
}
