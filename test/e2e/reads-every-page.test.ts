import type { Page, Route } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { long } from '../sample.ts';
import {
  barriers,
  cutText,
  DESKTOP,
  ENLARGED,
  mapDrawn,
  metricDrawn,
  PHONE,
  SMALL_PHONE,
  spaceText,
  tooSmall,
  visit,
  WRONG,
  widthOf,
} from './browser.ts';

const charted = (page: Page) => page.locator('.read-chart svg').first().waitFor({ timeout: 60_000 });
const link = (name: string) => (page: Page) => page.getByRole('link', { name }).first().waitFor();
const row = (name: RegExp) => (page: Page) =>
  page.getByRole('row', { name }).first().waitFor({ timeout: 60_000 });

type Ready = (page: Page) => Promise<unknown>;
type Case = [name: string, address: string, ready: Ready, expected?: RegExp];

/** What the browser writes to its console of an address that is a 404. */
const NOT_FOUND = /404/;
const said = (words: RegExp) => (page: Page) =>
  page.getByRole('heading', { level: 1, name: words }).waitFor();

const PAGES: readonly Case[] = [
  ['England', '/', (page) => mapDrawn(page)],
  ['England in hexagons by Alliance', '/?layout=hex&level=alliance', (page) => mapDrawn(page, 19)],
  ['ICBs in a month', '/?metric=62-day-combined&level=icb&period=2026-03', (page) => mapDrawn(page, 42)],
  [
    'Alliances of today in hexagons',
    '/?metric=62-day-combined&level=alliance-today&period=2026-03&layout=hex',
    (page) => mapDrawn(page, 21),
  ],
  [
    'two periods side by side',
    '/?level=alliance&then=fy2016-17',
    (page) => page.locator('svg.england-map').nth(1).waitFor(),
  ],
  [
    'a map that fades and is zoomed, with an area chosen',
    '/?level=alliance&sure=1&area=west-yorkshire',
    async (page) => {
      await mapDrawn(page, 19);
      await page.getByRole('button', { name: 'Zoom in' }).click();
    },
  ],
  [
    'the panel that says where a number is from',
    '/?level=alliance',
    async (page) => {
      await mapDrawn(page, 19);
      await page.locator('.where-from').first().click();
      await page.locator('dialog .facts').waitFor();
    },
  ],
  [
    'the areas found by a name',
    '/alliances',
    async (page) => {
      await page.getByRole('combobox', { name: /Find an area/ }).fill('bury');
      await page.getByRole('option').first().waitFor();
      await page.locator('h1').waitFor();
    },
  ],
  [
    'the ways to take a chart',
    '/metrics/62-day-combined?level=alliance-today&period=2026-03',
    async (page) => {
      await metricDrawn(page);
      await page.locator('.use-chart summary').first().click();
    },
  ],
  ['an address without a page', '/nowhere', said(/does not exist/), NOT_FOUND],
  ['an area that is not known', '/ccgs/XXX', (page) => page.locator('h1').waitFor(), NOT_FOUND],
  ['a comparison of none', '/compare', (page) => page.locator('.add-area').first().waitFor()],
  ['an ICB', '/icbs/QWO', row(/62-day wait, all routes/)],
  ['an Alliance of today', '/alliances/today-west-midlands', charted],
  ['a metric by ICB', '/metrics/62-day-combined?level=icb&period=2026-03', metricDrawn],
  ['Alliances', '/alliances', link('Wessex')],
  ['an Alliance', '/alliances/greater-manchester', charted],
  ['a CCG', '/ccgs/02N', row(/62-day wait/)],
  ['a CCG with a control chart', '/ccgs/02N?trend=62-day-wait&chart=control', charted],
  ['the metrics', '/metrics', link('62-day wait')],
  ['a metric', '/metrics/62-day-wait?period=fy2016-17&alliance=west-midlands', metricDrawn],
  ['an index', '/metrics/one-year-survival', metricDrawn],
  ['a mean score', '/metrics/patient-experience', metricDrawn],
  ['progress', '/progress?area=west-yorkshire', (page) => page.getByTestId('ambition').first().waitFor()],
  ['a comparison', '/compare?areas=02N,02W,west-yorkshire,england&period=fy2016-17', row(/West Yorkshire/)],
  ['the data', '/data', (page) => page.getByRole('heading', { level: 1 }).waitFor()],
  ['the statement of accessibility', '/accessibility', said(/Accessibility/)],
  ['the methods', '/methods', (page) => page.getByText('χ² = ').first().waitFor()],
];

// One visit serves both sizes; `npm run test:long` opens each page in a window of either size as well.
describe.each(PAGES)('%s', (_, address, ready, expected) => {
  test.each(long ? [DESKTOP, PHONE] : [DESKTOP])(
    'is whole, headed, no wider than its window and without a barrier, wide or narrow (from $width pixels)',
    (viewport) =>
      visit(
        address,
        async (page) => {
          await ready(page);
          expect(await page.locator('h1').count()).toBe(1);
          expect(await page.title()).toContain('Cancer outcomes');
          expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
          expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
          const fits = async (size: typeof PHONE, message: string) => {
            await page.setViewportSize(size);
            await expect
              .poll(() => widthOf(page), { message, timeout: 3000 })
              .toBeLessThanOrEqual(size.width);
          };
          await fits(SMALL_PHONE, 'a small phone');
          await fits(ENLARGED, 'enlarged four times');
          await fits(DESKTOP, 'a desktop');
          const browser = await page.context().newCDPSession(page);
          await browser.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
          await fits(DESKTOP, 'text of twice the size');
          await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
          await spaceText(page, true);
          await fits(DESKTOP, 'text spaced out');
          expect(await cutText(page), 'cut off where text is spaced out').toEqual([]);
          await fits(SMALL_PHONE, 'text spaced out on a small phone');
          await spaceText(page, false);
          await fits(PHONE, 'a phone');
          expect(await tooSmall(page), 'too small for a finger').toEqual([]);
          expect(await barriers(page), 'on a phone').toEqual([]);
          await page.setViewportSize(DESKTOP);
          expect(await barriers(page, { resized: true }), 'on a desktop').toEqual([]);
        },
        { viewport, expected },
      ),
  );
});

describe.each(['/alliances', '/ccgs/02N', '/compare?areas=02N,02W,england'])('%s', (address) => {
  test.each([
    ['is awaited', () => new Promise<void>(() => {}), '.waiting[role="status"]'],
    [
      'fails',
      (route: Route) => route.fulfill({ status: 500, json: { code: 'failed', message: 'It failed.' } }),
      '[role="alert"]',
    ],
  ] as const)('whose answer %s is headed and without a barrier', (_, answer, shown) =>
    visit(
      '/nowhere',
      async (page) => {
        await page.route(/\/api\/(areas|profile)/, answer);
        await page.goto(new URL(address, page.url()).href);
        await page.locator(shown).first().waitFor();
        expect(await page.locator('h1').count()).toBe(1);
        expect(await barriers(page)).toEqual([]);
      },
      { expected: /404|500/ },
    ),
  );
});

test('a barrier that only the other size of the window has is found', () =>
  visit(
    '/nowhere',
    async (page) => {
      await said(/does not exist/)(page);
      await page.waitForLoadState('networkidle');
      const paragraph = await page.evaluateHandle(() => {
        const added = document.createElement('p');
        added.textContent = 'Pale words';
        added.hidden = true;
        added.style.color = 'rgb(200 200 200)';
        document.querySelector('main')?.append(added);
        return added;
      });
      await page.setViewportSize(PHONE);
      expect(await barriers(page)).toEqual([]);
      await page.setViewportSize(DESKTOP);
      expect(await barriers(page, { resized: true })).toEqual([]);
      expect(await paragraph.evaluate((added) => added.isConnected)).toBe(true);
      await paragraph.evaluate((added) => {
        added.hidden = false;
        added.append(document.createElement('button'));
      });
      expect(await barriers(page, { resized: true })).toEqual([
        expect.stringMatching(/^button-name \(critical\)/),
        expect.stringMatching(/^color-contrast \(serious\): <p[^>]*>Pale words/),
      ]);
    },
    { expected: NOT_FOUND },
  ));
