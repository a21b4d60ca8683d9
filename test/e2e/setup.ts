import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { serve } from './serve.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server of all tests. */
    server: string;
    /** The WebSocket address of the browser of all tests. */
    browser: string;
  }
}

/** One server and one headless Chromium (Debian's, or the one that CHROMIUM names) for all files of tests. */
export default async function setup({ provide }: TestProject) {
  const [server, browser] = await Promise.all([
    serve(),
    chromium.launchServer({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    }),
  ]);
  provide('server', server.url);
  provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.stop();
  };
}
