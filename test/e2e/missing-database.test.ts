import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE, launch, mapDrawn, serve, visit } from './browser.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launch();
  folder = mkdtempSync(path.join(tmpdir(), 'cancer-'));
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const UNAVAILABLE = /503/;

describe.each([
  ['missing', () => {}],
  ['damaged', (file: string) => writeFileSync(file, 'no database')],
] as const)('a %s database', (state, prepare) => {
  test('the page and /api/health say so, and the page works once there is one', async () => {
    const file = path.join(folder, `${state}.duckdb`);
    prepare(file);
    const { url, stop } = await serve({ DATABASE: file });
    try {
      const health = await fetch(`${url}/api/health`);
      expect(health.status).toBe(503);
      expect((await health.json()).reason).toBeTruthy();
      await visit(
        browser,
        url,
        async (page) => {
          await page.getByRole('alert').waitFor();
          expect(await page.getByRole('alert').textContent()).toMatch(/cannot be served at the moment/);
          copyFileSync(DATABASE, `${file}.new`);
          renameSync(`${file}.new`, file);
          await expect
            .poll(async () => (await fetch(`${url}/api/health`)).status, { timeout: 15_000 })
            .toBe(200);
          const again = page.getByRole('button', { name: 'Try again' });
          if (await again.isVisible()) await again.click();
          await mapDrawn(page);
        },
        { expected: UNAVAILABLE },
      );
    } finally {
      await stop();
    }
  });
});
