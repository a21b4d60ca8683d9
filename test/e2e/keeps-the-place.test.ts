import { expect, test } from 'vitest';
import { visit } from './browser.ts';

test('Back returns to the place a page was left at, once it is as tall as it was', () =>
  visit('/metrics', async (page) => {
    const link = page.getByRole('link', { name: 'Given a care plan' });
    await link.waitFor({ timeout: 60_000 });
    await link.scrollIntoViewIfNeeded();
    const scrolled = () => page.evaluate(() => window.scrollY);
    const before = await scrolled();
    await page.mouse.wheel(0, 200);
    await expect.poll(scrolled).toBe(before + 200);
    const left = await scrolled();
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
    await said.waitFor({ timeout: 60_000 });
    expect(await said.textContent()).toMatch(/No metric is called “nonsense”: 62-day wait is shown\./);
  }));

test('metric and period go along to the page of an area', () =>
  visit('/?metric=62-day-wait&period=fy2017-18&area=02T', async (page) => {
    await page.getByRole('link', { name: /All waiting times of/ }).click();
    await page.waitForURL(
      (url) => url.pathname === '/ccgs/02T' && url.searchParams.get('period') === 'fy2017-18',
    );
  }));

test('metric, period, benchmark and area go along from a CCG to a metric, on to the map and back to the CCG', () =>
  visit('/ccgs/02T?period=fy2016-17&benchmark=best-decile', async (page) => {
    await page.locator('[data-metric="31-day-wait"]').getByRole('link', { name: '31-day wait' }).click();
    await page.waitForURL(
      (url) =>
        url.pathname === '/metrics/31-day-wait' &&
        url.searchParams.get('benchmark') === 'best-decile' &&
        url.searchParams.get('area') === '02T',
    );
    await expect
      .poll(() => page.getByTestId('benchmark').inputValue(), { timeout: 60_000 })
      .toBe('best-decile');
    await page
      .getByTestId('read')
      .first()
      .getByRole('link', { name: /^Profile of/ })
      .click();
    await page.waitForURL(
      ({ pathname, searchParams }) =>
        pathname === '/ccgs/02T' &&
        searchParams.get('benchmark') === 'best-decile' &&
        searchParams.get('period') === 'fy2016-17' &&
        searchParams.get('measure') === '31-day-wait',
    );
    await page.getByRole('link', { name: 'See it on the map of England' }).click();
    await page.waitForURL(
      ({ pathname, searchParams }) =>
        pathname === '/' &&
        searchParams.get('metric') === '31-day-wait' &&
        searchParams.get('area') === '02T',
    );
  }));

test('what each CCG’s own Alliance is, is kept from a board page to the pages of its areas', () =>
  visit('/alliances/peninsula?period=fy2016-17&benchmark=peninsula', async (page) => {
    const row = page.locator('#scorecard tbody tr').last();
    await row.getByRole('link').waitFor({ timeout: 60_000 });
    await row.getByRole('link').click();
    await page.waitForURL(
      ({ pathname, searchParams }) =>
        pathname.startsWith('/ccgs/') && searchParams.get('benchmark') === 'peninsula',
    );
    await expect
      .poll(() => page.locator('.stands').textContent(), { timeout: 60_000 })
      .toContain('Peninsula');
  }));

test('an area or metric that a page has not is said on it', async () => {
  await visit('/?area=99Z', async (page) => {
    await page
      .locator('.swapped')
      .getByText('No CCG shown here is called “99Z”')
      .waitFor({ timeout: 60_000 });
  });
  await visit('/alliances/peninsula?metric=nonsense', async (page) => {
    await page.locator('.swapped').getByText('No metric is called “nonsense”').waitFor({ timeout: 60_000 });
  });
});

test.each(['/alliances/west-midlands#drivers', '/methods#funnel', '/alliances/peninsula#scorecard'])(
  'a link to a part of a page leads there, also while what stands above it is still growing: %s',
  (address) =>
    visit(address, async (page) => {
      const part = page.locator(address.slice(address.indexOf('#')));
      await part.waitFor({ timeout: 60_000 });
      await expect
        .poll(async () => (await part.boundingBox())?.y ?? Number.NaN, { timeout: 10_000, interval: 200 })
        .toBeLessThanOrEqual(90);
      // Nothing moves it away any more.
      await page.waitForTimeout(1500);
      expect((await part.boundingBox())?.y).toBeGreaterThanOrEqual(0);
      expect((await part.boundingBox())?.y).toBeLessThanOrEqual(90);
    }),
);

test('what is looked at goes along by the header to the other pages; the page that is open begins anew', () =>
  visit('/metrics/31-day-wait?period=fy2017-18&benchmark=best-decile', async (page) => {
    const pages = page.getByRole('navigation', { name: 'Pages' });
    const leadsTo = (name: string) => pages.getByRole('link', { name, exact: true }).getAttribute('href');
    await expect.poll(() => leadsTo('England')).toBe('/?metric=31-day-wait&period=fy2017-18');
    expect(await leadsTo('Compare')).toBe('/compare?metric=31-day-wait&period=fy2017-18');
    expect(await leadsTo('Progress')).toBe('/progress?period=fy2017-18');
    expect(await leadsTo('Metrics')).toBe('/metrics?period=fy2017-18');
    expect(await leadsTo('Data')).toBe('/data');
    await pages.getByRole('link', { name: 'England', exact: true }).click();
    await page.waitForURL(({ pathname }) => pathname === '/');
    await expect.poll(() => leadsTo('England')).toBe('/');
    await expect
      .poll(() => page.locator('main h1').textContent(), { timeout: 60_000 })
      .toMatch(/^In 2017\/18, .* within 31 days/);
  }));
