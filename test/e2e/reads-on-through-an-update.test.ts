import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { mapDrawn, visit } from './browser.ts';

/** What the server answers for the code of a page once a newer dashboard has replaced it. */
const without = (page: Page, code: string) =>
  page.route(`**/assets/${code}-*.js`, (route) => route.fulfill({ status: 404, body: 'gone' }));

const expected = /404|Failed to fetch dynamically imported module|Failed to load resource/;

test('a page whose code is gone says so, keeps the header, and others open', () =>
  visit(
    '/',
    async (page) => {
      await without(page, 'Metrics');
      await mapDrawn(page);
      const pages = page.getByRole('navigation', { name: 'Pages' });
      await pages.getByRole('link', { name: 'Metrics' }).click();
      const alert = page.getByRole('alert');
      await expect.poll(() => alert.innerText()).toContain('This page could not be shown');
      await pages.getByRole('link', { name: 'Progress' }).click();
      await page.getByTestId('ambition').first().waitFor();
      expect(await alert.count()).toBe(0);
      await page.unroute('**/assets/Metrics-*.js');
      await pages.getByRole('link', { name: 'Metrics' }).click();
      await page.getByRole('button', { name: 'Load the page again' }).click();
      await page.getByRole('heading', { level: 1, name: /widest spread/ }).waitFor();
    },
    { expected },
  ));

test('a map whose zooming is gone still shows its areas, and a chart whose recharts is gone its lines', () =>
  visit(
    '/',
    async (page) => {
      await without(page, 'Entering');
      await without(page, 'ExploredPlot');
      await page.reload();
      await mapDrawn(page);
      await page.getByRole('link', { name: 'Alliances' }).first().click();
      await page.getByRole('link', { name: 'West Yorkshire' }).first().click();
      await page.locator('.read-chart svg').first().waitFor({ timeout: 60_000 });
      expect(await page.getByRole('alert').count()).toBe(0);
    },
    { expected },
  ));
