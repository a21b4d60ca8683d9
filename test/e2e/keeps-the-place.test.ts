import { expect, test } from 'vitest';
import { visit } from './browser.ts';

test('Back returns to the place a page was left at, once it is as tall as it was', () =>
  visit('/metrics', async (page) => {
    const link = page.getByRole('link', { name: 'Given a care plan' });
    await link.waitFor({ timeout: 20_000 });
    await link.scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(200);
    const left = await page.evaluate(() => window.scrollY);
    expect(left).toBeGreaterThan(300);
    await link.click();
    await page.waitForURL(/\/metrics\/care-plan/);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(0);
    await page.goBack();
    await expect
      .poll(() => page.evaluate((to) => Math.abs(window.scrollY - to), left), { timeout: 10_000 })
      .toBeLessThan(3);
  }));

test('what the address asks for and is not there is said, on the page that is shown instead', () =>
  visit('/?metric=nonsense&period=2013', async (page) => {
    const said = page.locator('.swapped');
    await said.waitFor({ timeout: 20_000 });
    expect(await said.textContent()).toMatch(/No metric is called “nonsense”: 62-day wait is shown\./);
  }));

test('metric and period go along to the page of an area', () =>
  visit('/?metric=62-day-wait&period=fy2017-18&area=02T', async (page) => {
    await page.getByRole('link', { name: /All waiting times of/ }).click();
    await page.waitForURL(
      (url) => url.pathname === '/ccgs/02T' && url.searchParams.get('period') === 'fy2017-18',
    );
  }));
