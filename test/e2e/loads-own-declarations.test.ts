import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OWN_AREAS_TEMPLATE } from '../../scripts/ingest/own-areas.ts';
import { OWN_TEMPLATE } from '../../scripts/ingest/own-metrics.ts';
import { long } from '../sample.ts';
import { barriers, visit } from './browser.ts';
import { serveUploads } from './serve.ts';

let server: Awaited<ReturnType<typeof serveUploads>>;
beforeAll(async () => {
  server = await serveUploads();
});
afterAll(() => server?.stop());

const MINUTES = { timeout: 180_000 };
const [OWN_HEADER = '', SCREENING = ''] = OWN_TEMPLATE.split('\n');
const FIGURES = [
  'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note',
  'local-screening,02N,fy2016-17,,60,100,0.6,,,published,',
  'local-screening,02R,fy2016-17,,30,100,0.3,,,published,',
];

function put(name: string, ...lines: string[]) {
  writeFileSync(path.join(server.folder, name), `${lines.join('\n')}\n`);
  return path.join(server.folder, name);
}

/** Chooses a file, reads its report and accepts it. Returns the load and what its report says. */
async function loadFile(page: Page, file: string): Promise<{ load: string; report: string }> {
  await page.getByLabel('Choose a file, or drop it here').setInputFiles(file);
  const accept = page.getByRole('button', { name: 'Accept and store' });
  await accept.waitFor(MINUTES);
  const report = await page.locator('section[aria-labelledby="load"]').innerText();
  expect(await barriers(page, { part: 'section[aria-labelledby="load"]' })).toEqual([]);
  await accept.click();
  const stored = page.getByText(/Stored as load-\d+\./);
  await stored.waitFor(MINUTES);
  const [load = ''] = /load-\d+/.exec(await stored.innerText()) ?? [];
  await page.getByRole('button', { name: 'Show the new figures' }).click();
  await page.getByRole('button', { name: `Undo ${load}` }).waitFor(MINUTES);
  return { load, report };
}

test.runIf(long)(
  'an own metric, its figures and an own area: each read, accepted and seen on its page, then undone',
  async () => {
    await visit(`${server.url}/data`, async (page) => {
      expect(
        await page.getByLabel('Areas', { exact: true }).locator('option', { hasText: 'Own areas' }).count(),
      ).toBe(0);

      const metric = await loadFile(page, put('metric.csv', OWN_HEADER, SCREENING));
      expect(metric.report).toContain(
        'local-screening (Bowel screening uptake): declared; it is shown once figures of it are loaded',
      );
      const figures = await loadFile(page, put('figures.csv', ...FIGURES));
      expect(figures.report).toMatch(/Bowel screening uptake/);
      const areas = await loadFile(page, put('areas.csv', OWN_AREAS_TEMPLATE));
      expect(areas.report).toContain(
        'dales-and-bradford (Airedale and Bradford Districts): declared, of 02N, 02R',
      );
      await page.getByLabel('Areas', { exact: true }).selectOption({ label: 'Own areas' });
      const file = await page.getByRole('link', { name: 'CSV', exact: true }).getAttribute('href');
      const rows = (await (await fetch(`${server.url}${file}`)).text()).split('\r\n').join('\n');
      expect(rows).toContain('dales-and-bradford');
      expect(rows).not.toContain(',02N,');

      // 60 of 100 and 30 of 100, found by the area's name.
      await page.getByLabel('Find an area').fill('Airedale and Bradford');
      await page.getByRole('option', { name: /Airedale and Bradford Districts/ }).click();
      await page.getByRole('heading', { level: 1 }).waitFor(MINUTES);
      await page.goto(
        `${server.url}/compare?areas=dales-and-bradford,02N,02R&metric=local-screening&period=fy2016-17`,
      );
      await expect.poll(() => page.locator('main').innerText(), MINUTES).toMatch(/45\.0%/);
      await page.goto(`${server.url}/metrics/local-screening`);
      await expect.poll(() => page.locator('main').innerText(), MINUTES).toMatch(/Bowel screening uptake/);

      await page.goto(`${server.url}/data`);
      await page.getByRole('button', { name: `Undo ${metric.load}` }).click();
      await page
        .getByText(/load-0001 declares local-screening, of which load-0002 has figures/)
        .waitFor(MINUTES);
      for (const { load } of [areas, figures, metric]) {
        await page.getByRole('button', { name: `Undo ${load}` }).click();
        await page.getByText(`${load} is undone.`).waitFor(MINUTES);
      }
      expect(readdirSync(path.join(server.local, 'loads'))).toEqual([]);
      await page.goto(`${server.url}/data`);
      await page.locator('.drop').waitFor();
      expect(
        await page.getByLabel('Areas', { exact: true }).locator('option', { hasText: 'Own areas' }).count(),
      ).toBe(0);
      expect(await page.locator('#local-screening').count()).toBe(0);
    });
  },
  900_000,
);

test('ICBs that merge, from a file on the Data page to the page of the one that begins', async () => {
  const mergers = put(
    'mergers.csv',
    'from_area,to_area,to_name,from_month',
    'QOP,N1A1A,NHS Pennines ICB,2026-04',
    'QWO,N1A1A,NHS Pennines ICB,2026-04',
  );
  await visit(
    `${server.url}/data`,
    async (page) => {
      const { load, report } = await loadFile(page, mergers);
      expect(report).toContain('N1A1A (NHS Pennines ICB): declared, from 2026-04 in place of QOP, QWO');
      await page.getByLabel('Find an area').fill('Pennines');
      await page.getByRole('option', { name: /NHS Pennines ICB/ }).click();
      await page.getByRole('heading', { level: 1, name: 'NHS Pennines ICB' }).waitFor(MINUTES);
      const facts = await page.locator('main').innerText();
      expect(facts).toMatch(
        /Made from\s+NHS Greater Manchester ICB, from April 2026\s+NHS West Yorkshire ICB/,
      );
      // Cancer Waiting Times by ICB, April 2026: 1,900 of 2,472 within 62 days.
      await expect.poll(() => page.locator('main').innerText(), MINUTES).toMatch(/76\.9%/);
      await page.goto(`${server.url}/data`);
      await page.getByRole('button', { name: `Undo ${load}` }).click();
      await page.getByText(`${load} is undone.`).waitFor(MINUTES);
      await page.goto(`${server.url}/icbs/N1A1A`);
      await page.getByText('No Integrated Care Board has the code “N1A1A”').waitFor(MINUTES);
    },
    { expected: /404 \(Not Found\)/ },
  );
}, 600_000);
