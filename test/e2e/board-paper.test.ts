import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PHONE, started, visit } from './browser.ts';

const served = started();

const PENINSULA = '/alliances/peninsula?period=fy2016-17';

/** The file that the page hands over when a link is used. */
async function taken(page: Page, name: RegExp) {
  const [file] = await Promise.all([
    page.waitForEvent('download', { timeout: 30_000 }),
    page.getByRole('link', { name }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 2).toString() === 'PK';

describe('for the board paper', () => {
  test('slides and workbook are saved under names that say what they hold', () =>
    visit(served.browser, served.url + PENINSULA, async (page) => {
      const slides = await taken(page, /Slides \(PowerPoint\)/);
      expect(slides.name).toMatch(/^peninsula_.*2016-17.*\.pptx$/);
      expect(isZip(slides.bytes)).toBe(true);
      await page.getByText(/Slides \(PowerPoint\): saved/).waitFor();
      const workbook = await taken(page, /Workbook \(Excel\)/);
      expect(workbook.name).toMatch(/^peninsula_.*\.xlsx$/);
      expect(isZip(workbook.bytes)).toBe(true);
    }));

  test('only the slides chosen are asked for, and none without a slide', () =>
    visit(served.browser, served.url + PENINSULA, async (page) => {
      await page.getByText(/Choose the slides/).click();
      const boxes = page.locator('.pack input[type=checkbox]');
      for (let at = 2; at < (await boxes.count()); at++) await boxes.nth(at).uncheck();
      const link = page.getByRole('link', { name: /Slides \(PowerPoint\)/ });
      expect(await link.getAttribute('href')).toContain('slides=cover,findings');
      const some = await taken(page, /Slides \(PowerPoint\)/);
      expect(some.name).toContain('cover-findings');
      for (const at of [0, 1]) await boxes.nth(at).uncheck();
      await page.getByText('Choose at least one slide.').waitFor();
      expect(await link.getAttribute('aria-disabled')).toBe('true');
    }));

  test('a refusal is said in the server’s words, and the page goes on', () =>
    visit(
      served.browser,
      served.url + PENINSULA,
      async (page) => {
        await page.route('**/api/pack/**', (route) =>
          route.fulfill({ status: 503, json: { code: 'busy', message: 'Too many files are being made.' } }),
        );
        await page.getByRole('link', { name: /Slides \(PowerPoint\)/ }).click();
        await page.getByRole('alert').filter({ hasText: 'Too many files are being made.' }).waitFor();
      },
      { expected: /503/ },
    ));

  test('every file of the data page answers, narrowed as chosen', () =>
    visit(
      served.browser,
      `${served.url}/data`,
      async (page) => {
        await page.getByLabel('Measure', { exact: true }).selectOption('cancer-prevalence');
        await page.getByLabel('Areas', { exact: true }).selectOption('england');
        const links = page.locator('.files a');
        expect(await links.count()).toBe(5);
        for (const href of await links.evaluateAll((all) => all.map((each) => each.getAttribute('href')))) {
          const reply = await fetch(served.url + href);
          expect(reply.status, href ?? '').toBe(200);
          const length = (await reply.arrayBuffer()).byteLength;
          expect(length, href ?? '').toBeGreaterThan(200);
          if (href?.includes('metric=')) expect(href).toContain('level=england');
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          PHONE.width,
        );
      },
      { viewport: PHONE },
    ));
});

/** What is left out of a sheet of paper, and what must be on it. */
const onPaper = (page: Page) =>
  page.evaluate(() => {
    const seen = (element: Element) => element.getClientRects().length > 0;
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    return {
      controls: all('.controls, .folded, .use-chart, .pack, .copy, .download, .header nav').filter(seen)
        .length,
      stuck: all('th').filter((each) => getComputedStyle(each).position === 'sticky').length,
      wide: all('figure svg, .picture svg').filter((each) => each.getBoundingClientRect().right > innerWidth)
        .length,
      cut: all('.table-box').filter((each) => seen(each) && getComputedStyle(each).overflowY !== 'visible')
        .length,
      buttons: all('thead button').filter((each) => getComputedStyle(each).display !== 'contents').length,
      address: document.querySelector('.printed')?.textContent ?? '',
      spelt: all('main a[href^="http"]').filter(
        (each) => seen(each) && !getComputedStyle(each, '::after').content.includes('http'),
      ).length,
    };
  });

describe('on A4 paper', () => {
  const PAGES = ['/', '/metrics/62-day-wait?period=fy2016-17', PENINSULA, '/ccgs/02N', '/progress', '/data'];
  for (const address of [...PAGES, '/compare?areas=02N,02R,02W'])
    test(`${address} has its charts whole, its tables headed, its links spelt and no controls`, () =>
      visit(
        served.browser,
        served.url + address,
        async (page) => {
          await page.locator('main h1').first().waitFor();
          await page.waitForLoadState('networkidle');
          await page.emulateMedia({ media: 'print' });
          await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
          await page.waitForTimeout(300);
          const { address: written, ...faults } = await onPaper(page);
          expect(faults).toEqual({ controls: 0, stuck: 0, wide: 0, cut: 0, buttons: 0, spelt: 0 });
          expect(written).toContain(served.url + address.split('?')[0]);
        },
        // A4 within its margins, in CSS pixels.
        { viewport: { width: 703, height: 1000 } },
      ));

  test('the whole of a long page is drawn when it is sent to paper at once', () =>
    visit(served.browser, `${served.url}/metrics/62-day-wait?period=fy2016-17`, async (page) => {
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      for (const part of ['funnel', 'ranked', 'numbers'])
        await page.locator(`#${part}`).waitFor({ timeout: 2000 });
    }));
});
