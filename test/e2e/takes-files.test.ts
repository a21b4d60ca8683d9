import { expect, test } from 'vitest';
import { download, PHONE, SERVER, visit, widthOf } from './browser.ts';

const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString() === 'PK';

test('for the board paper: slides and workbook, the slides chosen, and a refusal in the server’s words', () =>
  visit(
    '/alliances/peninsula?period=fy2016-17',
    async (page) => {
      const slides = page.getByRole('link', { name: /Slides \(PowerPoint\)/ });
      const all = await download(page, () => slides.click());
      expect(all.name).toMatch(/^peninsula_.*2016-17.*\.pptx$/);
      expect(isZip(all.bytes)).toBe(true);
      await page.getByText(/Slides \(PowerPoint\): saved/).waitFor();
      const workbook = await download(page, () =>
        page.getByRole('link', { name: /Workbook \(Excel\)/ }).click(),
      );
      expect(workbook.name).toMatch(/^peninsula_.*\.xlsx$/);
      expect(isZip(workbook.bytes)).toBe(true);

      await page.getByText(/Choose the slides/).click();
      const boxes = page.locator('.pack input[type=checkbox]');
      for (let at = 2; at < (await boxes.count()); at++) await boxes.nth(at).uncheck();
      await expect.poll(() => slides.getAttribute('href')).toMatch(/slides=cover,findings(&|$)/);
      expect((await download(page, () => slides.click())).name).toContain('cover-findings');

      await page.route('**/api/pack/**', (route) =>
        route.fulfill({ status: 503, json: { code: 'busy', message: 'Too many files are being made.' } }),
      );
      await slides.click();
      await page.getByRole('alert').filter({ hasText: 'Too many files are being made.' }).waitFor();

      for (const at of [0, 1]) await boxes.nth(at).uncheck();
      await page.getByText('Choose at least one slide.').waitFor();
      expect(await slides.getAttribute('aria-disabled')).toBe('true');
    },
    { expected: /503/ },
  ));

test('every file of the data page answers, narrowed as chosen', () =>
  visit(
    '/data',
    async (page) => {
      await page.getByLabel('Metric', { exact: true }).selectOption('cancer-prevalence');
      await page.getByLabel('Areas', { exact: true }).selectOption('england');
      const links = page.locator('.files a');
      await expect.poll(() => links.count()).toBe(5);
      const hrefs = () => links.evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      await expect.poll(async () => (await hrefs()).join()).toContain('level=england');
      for (const href of await hrefs()) {
        const reply = await fetch(SERVER + href);
        expect(reply.status, href ?? '').toBe(200);
        const length = (await reply.arrayBuffer()).byteLength;
        expect(length, href ?? '').toBeGreaterThan(200);
        if (href?.includes('metric=')) expect(href).toContain('level=england');
      }
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
    },
    { viewport: PHONE },
  ));
