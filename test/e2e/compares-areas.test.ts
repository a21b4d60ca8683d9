import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './browser.ts';

const YEAR = 'period=fy2016-17';

const row = (page: Page, name: RegExp) =>
  page.getByRole('row', { name }).first().waitFor({ timeout: 60_000 });

test('areas of several levels stand side by side, and the ten most similar are added in one click', () =>
  visit(`/compare?areas=02N,west-yorkshire,england&${YEAR}`, async (page) => {
    await row(page, /West Yorkshire/);
    await page.getByRole('button', { name: /^Add the ten CCGs most similar to Airedale/ }).click();
    await page.waitForURL((url) => (url.searchParams.get('areas') ?? '').split(',').length === 13);
    await row(page, /Calderdale/);
  }));

test('a group has a total of its own, equal to the API’s', () =>
  visit(`/compare?areas=02N,02W,02V&${YEAR}`, async (page) => {
    await page.getByTestId('total').check();
    // 482 + 79 + 404 in time, of 545 + 100 + 464 treated.
    await expect.poll(() => page.locator('main').textContent()).toMatch(/965 of 1,109/);
  }));

test('unknown codes are named and left out', () =>
  visit(`/compare?areas=02N,99Z,02W&${YEAR}`, async (page) => {
    await expect.poll(() => page.locator('main').textContent()).toMatch(/99Z/);
    await row(page, /Airedale/);
  }));

test('without two areas it asks for them', () =>
  visit('/compare', async (page) => {
    await expect.poll(() => page.locator('main').textContent()).toMatch(/two/i);
  }));
