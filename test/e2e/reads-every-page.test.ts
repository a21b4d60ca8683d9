import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { long } from '../sample.ts';
import {
  barriers,
  DESKTOP,
  mapDrawn,
  metricDrawn,
  PHONE,
  SMALL_PHONE,
  visit,
  WRONG,
  widthOf,
} from './browser.ts';

const charted = (page: Page) => page.locator('.read-chart svg').first().waitFor({ timeout: 20_000 });
const link = (name: string) => (page: Page) => page.getByRole('link', { name }).first().waitFor();
const row = (name: RegExp) => (page: Page) =>
  page.getByRole('row', { name }).first().waitFor({ timeout: 20_000 });

const PAGES: readonly [name: string, address: string, ready: (page: Page) => Promise<unknown>][] = [
  ['England', '/', (page) => mapDrawn(page)],
  ['England in hexagons by Alliance', '/?layout=hex&level=alliance', (page) => mapDrawn(page, 19)],
  ['ICBs in a month', '/?metric=62-day-combined&level=icb&period=2026-03', (page) => mapDrawn(page, 42)],
  [
    'Alliances of today in hexagons',
    '/?metric=62-day-combined&level=alliance-today&period=2026-03&layout=hex',
    (page) => mapDrawn(page, 21),
  ],
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
  ['the methods', '/methods', (page) => page.getByText('χ² = ').first().waitFor()],
];

// One visit serves both sizes; `npm run test:long` opens each page in a window of either size as well.
describe.each(PAGES)('%s', (_, address, ready) => {
  test.each(long ? [DESKTOP, PHONE] : [DESKTOP])(
    'is whole, headed, no wider than its window and without a serious barrier, wide or narrow (from $width pixels)',
    (viewport) =>
      visit(
        address,
        async (page) => {
          await ready(page);
          expect(await page.locator('h1').count()).toBe(1);
          expect(await page.title()).toContain('Cancer outcomes');
          expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
          expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
          for (const size of [SMALL_PHONE, DESKTOP, PHONE]) {
            await page.setViewportSize(size);
            await expect
              .poll(() => widthOf(page), { message: `${size.width} pixels`, timeout: 3000 })
              .toBeLessThanOrEqual(size.width);
          }
          expect(await barriers(page), 'on a phone').toEqual([]);
          await page.setViewportSize(DESKTOP);
          expect(await barriers(page), 'on a desktop').toEqual([]);
        },
        { viewport },
      ),
  );
});
