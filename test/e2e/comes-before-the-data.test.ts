import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { barriers, mapDrawn, visit } from './browser.ts';
import { DATABASE, serve } from './serve.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cancer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['missing', () => {}],
  ['damaged', (file: string) => writeFileSync(file, 'no database')],
] as const)(
  'a %s database: page and /api/health say so, and the page works once there is one',
  async (state, make) => {
    const file = path.join(folder, `${state}.duckdb`);
    make(file);
    const { url, stop } = await serve({ DATABASE: file });
    try {
      const health = await fetch(`${url}/api/health`);
      expect(health.status).toBe(503);
      expect((await health.json()).reason).toBeTruthy();
      await visit(
        url,
        async (page) => {
          await page.getByRole('alert').waitFor();
          expect(await page.getByRole('alert').textContent()).toMatch(/cannot be served at the moment/);
          expect(await barriers(page)).toEqual([]);
          copyFileSync(DATABASE, `${file}.new`);
          renameSync(`${file}.new`, file);
          await expect
            .poll(async () => (await fetch(`${url}/api/health`)).status, { timeout: 15_000 })
            .toBe(200);
          const again = page.getByRole('button', { name: 'Try again' });
          if (await again.isVisible()) await again.click();
          await mapDrawn(page);
        },
        { expected: /503/ },
      );
    } finally {
      await stop();
    }
  },
);
