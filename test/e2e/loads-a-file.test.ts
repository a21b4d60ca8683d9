import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { combinedBook } from '../scripts/ingest/combinedBook.ts';
import { xlsx } from '../scripts/ingest/workbook.ts';
import { barriers, visit } from './browser.ts';
import { serveUploads } from './serve.ts';

let server: Awaited<ReturnType<typeof serveUploads>>;
beforeAll(async () => {
  server = await serveUploads();
});
afterAll(() => server?.stop());

// CCG Outcomes Indicator Set 1.18, 2013: Airedale, Wharfedale and Craven has 348 of 703.
const HEADER = 'metric,area,period,grp,numerator,denominator,value,lower,upper,status,note';
const CSV = `${HEADER}\nearly-stage,02N,2013,,350,700,0.5,,,published,\n`;
const MINUTES = { timeout: 180_000 };

async function figure() {
  const reply = await fetch(`${server.url}/api/snapshot?metric=early-stage&period=2013&level=ccg`);
  const { dataVersion, areas } = (await reply.json()) as {
    dataVersion: string;
    areas: { area: string; numerator: number; denominator: number }[];
  };
  const { numerator, denominator } = areas.find(({ area }) => area === '02N') ?? {};
  return { dataVersion, numerator, denominator };
}

test('on the Data page: a file dropped, its report read and accepted, the new figure served, undone', async () => {
  const before = await figure();
  expect(before).toMatchObject({ numerator: 348, denominator: 703 });
  await visit(`${server.url}/data`, async (page) => {
    const place = page.locator('.drop');
    await place.waitFor();
    const transfer = await page.evaluateHandle((text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'own.csv', { type: 'text/csv' }));
      return dropped;
    }, CSV);
    await place.dispatchEvent('drop', { dataTransfer: transfer });
    const accept = page.getByRole('button', { name: 'Accept and store' });
    await accept.waitFor(MINUTES);
    const revised = page.getByRole('table').filter({ hasText: 'Airedale' }).first();
    await expect.poll(() => revised.innerText()).toMatch(/348 of 703[\s\S]*350 of 700/);
    expect(await figure()).toEqual(before);
    expect(await barriers(page, { part: 'main' })).toEqual([]);

    const said = page.locator('section[aria-labelledby="load"]').getByRole('status');
    expect(await said.textContent()).toMatch(/^The file was read\. .* before you accept it\.$/);
    await accept.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Stored as load-0001.').waitFor(MINUTES);
    // The button that was pressed is gone.
    expect(await page.locator(':focus').textContent()).toContain('Stored as load-0001.');
    expect(await figure()).toMatchObject({ numerator: 350, denominator: 700 });
    await page.getByRole('button', { name: 'Show the new figures' }).click();
    await page.getByRole('button', { name: 'Undo load-0001' }).click();
    await page.getByText('load-0001 is undone.').waitFor(MINUTES);
    expect(await figure()).toEqual(before);
    expect(readdirSync(path.join(server.local, 'loads'))).toEqual([]);
    await expect.poll(() => page.getByRole('button', { name: 'Undo load-0001' }).count()).toBe(0);
  });
}, 600_000);

test(
  'a file that is refused says why, and cannot be accepted',
  () =>
    visit(`${server.url}/data`, async (page) => {
      const bad = path.join(server.folder, 'bad.csv');
      writeFileSync(bad, CSV.replace('350,700', '350,7OO'));
      await page.getByLabel('Choose a file, or drop it here').setInputFiles(bad);
      await page
        .getByRole('alert')
        .filter({ hasText: /bad\.csv, row 2: .*7OO/ })
        .waitFor(MINUTES);
      expect(await page.getByRole('button', { name: 'Accept and store' }).count()).toBe(0);
    }),
  120_000,
);

test('next month’s workbook: chosen, accepted, and the new month stands first on the board page, until it is undone', async () => {
  const workbook = path.join(server.folder, 'commissioner-workbook.xlsx');
  writeFileSync(workbook, xlsx(combinedBook('May 2026', 'Status: Provisional Official Statistics')));
  await visit(`${server.url}/alliances/today-west-yorkshire-and-harrogate`, async (page) => {
    const answer = page.locator('#findings .answer').first();
    await expect.poll(() => answer.innerText(), MINUTES).toContain('April 2026');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Data' }).click();
    await page.getByLabel('Choose a file, or drop it here').setInputFiles(workbook);
    const accept = page.getByRole('button', { name: 'Accept and store' });
    await accept.waitFor(MINUTES);
    const report = await page.locator('main').innerText();
    expect(report).toContain('May 2026');
    await accept.click();
    await page.getByText(/Stored as load-\d+\./).waitFor(MINUTES);
    await page.getByRole('button', { name: 'Show the new figures' }).click();

    await page.goto(`${server.url}/alliances/today-west-yorkshire-and-harrogate`);
    // 12.5 of 20.5 treated within 62 days in the workbook’s only month.
    await expect
      .poll(() => answer.innerText(), MINUTES)
      .toMatch(/May 2026[\s\S]*61\.0%|61\.0%[\s\S]*May 2026/);

    await page.goto(`${server.url}/data`);
    await page.getByRole('button', { name: /^Undo load-/ }).click();
    await page.getByText(/load-\d+ is undone\./).waitFor(MINUTES);
    await page.goto(`${server.url}/alliances/today-west-yorkshire-and-harrogate`);
    await expect.poll(() => answer.innerText(), MINUTES).toContain('April 2026');
  });
}, 600_000);
