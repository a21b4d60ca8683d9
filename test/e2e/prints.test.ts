import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { metricDrawn, SERVER, visit } from './browser.ts';

/** A4 within its margins, in CSS pixels. */
const A4 = { width: 703, height: 1000 };

const WAIT = '/metrics/62-day-wait?period=fy2016-17';

const PAGES = [
  '/',
  WAIT,
  '/alliances/peninsula?period=fy2016-17',
  '/ccgs/02N',
  '/progress',
  '/data',
  '/methods',
  '/compare?areas=02N,02R,02W',
];

/** What must not be on a sheet of paper, counted, and the address printed on it. */
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

test.each(PAGES)('%s has its charts whole, its tables headed, its links spelt and no controls', (address) =>
  visit(
    address,
    async (page) => {
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      // The browser prints as soon as the page has been told.
      const { address: written, ...faults } = await onPaper(page);
      expect(faults).toEqual({ controls: 0, stuck: 0, wide: 0, cut: 0, buttons: 0, spelt: 0 });
      expect(written).toContain(SERVER + address.split('?')[0]);
    },
    { viewport: A4 },
  ),
);

test('a long page sent to paper at once is drawn whole: charts and tables, without the controls', () =>
  visit(WAIT, async (page) => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.locator('#funnel').waitFor({ timeout: 60_000 });
    for (const part of ['ranked', 'numbers']) await page.locator(`#${part}`).waitFor({ timeout: 2000 });
    await metricDrawn(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByTestId('benchmark').isVisible()).toBe(false);
    expect(await page.getByTestId('funnel').locator('svg').first().isVisible()).toBe(true);
    const ranked = page.getByTestId('ranked');
    expect(await ranked.getByRole('row', { name: /Thurrock/ }).isVisible()).toBe(true);
    expect(await page.getByText('Download CSV').first().isVisible()).toBe(false);
  }));
