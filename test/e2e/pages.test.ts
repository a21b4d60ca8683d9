import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, mapDrawn, PHONE, started, visit } from './browser.ts';

const served = started();

const charted = async (page: Page) => {
  await page.locator('.read-periods > svg').first().waitFor({ timeout: 10_000 });
};

/** To its last part: a metric's page is drawn from the top. */
const whole = (page: Page) => page.getByTestId('method').waitFor({ timeout: 10_000 });

const PAGES: readonly [name: string, address: string, ready: (page: Page) => Promise<unknown>][] = [
  ['England', '/', (page) => mapDrawn(page)],
  ['England in hexagons by Alliance', '/?layout=hex&level=alliance', (page) => mapDrawn(page, 19)],
  ['Alliances', '/alliances', (page) => page.getByRole('link', { name: 'Wessex' }).first().waitFor()],
  ['an Alliance', '/alliances/greater-manchester', charted],
  [
    'a CCG',
    '/ccgs/02N',
    (page) =>
      page
        .getByRole('row', { name: /62-day wait/ })
        .first()
        .waitFor(),
  ],
  ['a CCG with a control chart', '/ccgs/02N?trend=62-day-wait&chart=control', charted],
  ['the metrics', '/metrics', (page) => page.getByRole('link', { name: '62-day wait' }).first().waitFor()],
  ['a metric', '/metrics/62-day-wait?period=fy2016-17&alliance=west-midlands', whole],
  ['an index', '/metrics/one-year-survival', whole],
  ['illustrative figures', '/metrics/patient-experience', whole],
  ['progress', '/progress?area=west-yorkshire', (page) => page.getByTestId('ambition').first().waitFor()],
  [
    'a comparison',
    '/compare?areas=02N,02W,west-yorkshire,england&period=fy2016-17',
    (page) =>
      page
        .getByRole('row', { name: /West Yorkshire/ })
        .first()
        .waitFor({ timeout: 10_000 }),
  ],
  ['the data', '/data', (page) => page.getByRole('heading', { level: 1 }).waitFor()],
];

const SIZES = { desktop: DESKTOP, phone: PHONE, 'small phone': { width: 320, height: 640 } };

describe.each(PAGES)('%s', (_, address, ready) => {
  test.each(['desktop', 'phone'] as const)('has no serious barrier (%s)', (size) =>
    visit(
      served.browser,
      served.url + address,
      async (page) => {
        await ready(page);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(barriers.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      },
      { viewport: SIZES[size] },
    ),
  );

  test('does not scroll sideways at any width', () =>
    visit(served.browser, served.url + address, async (page) => {
      await ready(page);
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        const width = () => page.evaluate(() => document.documentElement.scrollWidth);
        await expect.poll(width, { message: size, timeout: 3000 }).toBeLessThanOrEqual(viewport.width);
      }
    }));

  test('has one first heading, a title of its own and a language', () =>
    visit(served.browser, served.url + address, async (page) => {
      await ready(page);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.title()).toContain('Cancer outcomes');
      expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
    }));
});

describe('an Alliance', () => {
  test('says its kind, lead, CCGs and draws a chart for the waiting times', () =>
    visit(served.browser, `${served.url}/alliances/greater-manchester`, async (page) => {
      await charted(page);
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).toContain('Vanguard');
      expect(text).toContain('Bury');
      expect(text).toContain('62-day wait');
      await expect.poll(() => page.locator('.read-periods > svg').count()).toBeGreaterThanOrEqual(1);
    }));

  test('of an unknown name says so', () =>
    visit(
      served.browser,
      `${served.url}/alliances/atlantis`,
      async (page) => {
        await page
          .getByRole('alert')
          .or(page.getByRole('heading', { level: 1 }))
          .first()
          .waitFor();
        await expect.poll(() => page.locator('main').textContent()).toMatch(/no |not /i);
      },
      { expected: /404/ },
    ));
});

describe('a CCG', () => {
  test('says its Alliances and codes: NHS Cumbria stands in two', () =>
    visit(served.browser, `${served.url}/ccgs/01H`, async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).toContain('Lancashire');
      expect(text).toContain('North East');
      expect(text).toContain('01H');
    }));
});

test('the search goes to the page of the area chosen', () =>
  visit(served.browser, served.url, async (page) => {
    await mapDrawn(page);
    const search = page.getByRole('combobox', { name: /Find an area/ });
    await search.fill('bury');
    await page.getByRole('option', { name: /NHS Bury CCG/ }).waitFor();
    await search.press('Enter');
    await page.waitForURL('**/ccgs/00V');
  }));
