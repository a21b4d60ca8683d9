import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { long, sample } from '../sample.ts';
import {
  addresses,
  barriers,
  chartMenu,
  DESKTOP,
  mapDrawn,
  metricDrawn,
  PHONE,
  SERVER,
  visit,
  widthOf,
} from './browser.ts';

const YEAR = 'period=fy2016-17';

async function fileOf(url: string) {
  const reply = await fetch(url);
  return {
    status: reply.status,
    name: reply.headers.get('content-disposition') ?? '',
    text: Buffer.from(await reply.arrayBuffer()).toString('latin1'),
  };
}

/** Makes the window so large: the page is no wider. */
async function fits(page: Page, size: typeof DESKTOP) {
  await page.setViewportSize(size);
  await expect.poll(() => widthOf(page), { timeout: 3000 }).toBeLessThanOrEqual(size.width);
}

describe('from the page of a metric', () => {
  const METRIC = '/metrics/62-day-wait?period=fy2016-17&limits=exact&alliance=west-midlands&area=05L';
  const PARTS = ['funnel', 'ranked', 'over-time', 'between', 'deprivation'];

  /** Opens "Use this chart" of every part: they fit in a wide window and a narrow one, and have no barrier. */
  async function openAll(page: Page) {
    for (const part of PARTS) {
      const control = chartMenu(page.getByTestId(part));
      if (!(await control.evaluate((each) => each.hasAttribute('open'))))
        await control.locator('summary').click();
    }
    expect(await chartMenu(page).locator('textarea').count()).toBe(PARTS.length);
    for (const size of [DESKTOP, PHONE]) await fits(page, size);
    expect(await barriers(page, { part: '.use-chart' })).toEqual([]);
  }

  test('every picture in four forms as it is drawn there, by keyboard too, the same from a phone', async () => {
    const ofDesktop: string[] = [];
    await visit(METRIC, async (page) => {
      await metricDrawn(page);
      for (const part of PARTS) {
        const urls = await addresses(chartMenu(page.getByTestId(part)));
        expect(urls, part).toHaveLength(4);
        if (part === 'ranked') ofDesktop.push(...urls);
        // A large PNG is the PNG with more pixels: one stands for all.
        for (const url of urls.filter((each) => long || part === 'funnel' || !/scale=3/.test(each))) {
          const { status, name } = await fileOf(url);
          expect([status, url]).toEqual([200, url]);
          expect(name).toMatch(/"62-day-wait_fy2016-17_ccgs_[a-z-]+_[\da-f]{12}(_3x)?\.(png|svg|csv)"$/);
        }
      }
      const [, , svg = ''] = await addresses(chartMenu(page.getByTestId('funnel')));
      const { text } = await fileOf(svg);
      const heading = await page.getByTestId('funnel').locator('h2').textContent();
      expect(text).toContain(`<title id="sheet-title">${heading}</title>`);
      expect(text).toContain('Picked out: the CCGs of West Midlands.');
      expect(text).toContain('limits=exact');

      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const part = chartMenu(page.getByTestId('ranked'));
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await part.locator('summary').focus();
      await page.keyboard.press('Enter');
      await part.getByRole('button', { name: /^Copy link/ }).focus();
      await page.keyboard.press('Enter');
      await part.getByText('Link copied').waitFor();
      expect(await copied()).toBe(SERVER + METRIC);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await part.getByText('Snippet copied').waitFor();
      const snippet = await copied();
      expect(await part.locator('textarea').inputValue()).toBe(snippet);
      const source = /src="([^"]*)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(await fileOf(source)).toMatchObject({ status: 200 });
      await openAll(page);
    });
    await visit(
      METRIC,
      async (page) => {
        await metricDrawn(page);
        expect(await addresses(chartMenu(page.getByTestId('ranked')))).toEqual(ofDesktop);
      },
      { viewport: PHONE },
    );
  });

  test('what the address names in vain is not asked for; without a clipboard it says what to do instead', () =>
    visit('/metrics/62-day-wait?alliance=nobody&area=nowhere', async (page) => {
      await metricDrawn(page);
      for (const url of await addresses(chartMenu(page.getByTestId('ranked'))))
        expect((await fileOf(url)).status).toBe(200);
      await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      const part = chartMenu(page.getByTestId('funnel'));
      await part.locator('summary').click();
      await part.getByRole('button', { name: /^Copy link/ }).click();
      await part.getByText(/select the text and copy it/).waitFor();
    }));
});

test('the map is taken as it is shown: layout, level, area', () =>
  visit(
    '/?period=fy2016-17&level=alliance&layout=hex&area=peninsula',
    async (page) => {
      await mapDrawn(page, 19);
      const control = chartMenu(page.locator('.map-column'));
      const [png, , svg, csv] = await Promise.all((await addresses(control)).map(fileOf));
      expect(png?.name).toMatch(/"62-day-wait_fy2016-17_alliances_hex_[\da-f]{12}\.png"/);
      expect(svg?.text).toContain('Outlined: Peninsula');
      expect(csv?.text.trim().split('\r\n')).toHaveLength(20);
      await control.locator('summary').click();
      expect(await widthOf(page)).toBeLessThanOrEqual(PHONE.width);
    },
    { viewport: PHONE },
  ));

/** Pages with the charts of ours that stand on them, each at least so often. */
const PAGES: readonly [path: string, charts: readonly string[]][] = [
  [`/alliances/west-midlands?${YEAR}&lines=all&area=05Q`, ['alliance-map', 'drivers', 'alliance-lines']],
  ['/alliances/peninsula?metric=patient-experience&period=fy2018-19', ['alliance-map']],
  ['/ccgs/00W?period=fy2017-18', ['spine', 'compare']],
  [`/progress?area=peninsula&${YEAR}`, ['progress']],
  [`/compare?areas=02N,west-yorkshire,england&${YEAR}&line=02N`, ['compare', 'compare-lines']],
];

test.each(PAGES)(
  '%s hands out its charts in four forms, the same whatever the window; opened they fit, without a barrier',
  async (path, charts) => {
    let found: string[] = [];
    await visit(path, async (page) => {
      const of = (chart: string) => `a[href*="/api/chart/${chart}."]`;
      const offered = async () => {
        const seen: string[] = [];
        for (const chart of charts) {
          const links = chartMenu(page).locator(of(chart));
          await links.first().waitFor({ state: 'attached', timeout: 60_000 });
          const urls = await links.evaluateAll((all) =>
            all.map((each) => (each as { href?: string }).href ?? ''),
          );
          expect(urls.length % 4, chart).toBe(0);
          seen.push(...urls);
        }
        return seen;
      };
      found = await offered();

      // The board's drivers say on their sheet what they say on the page.
      const drivers = found.find((url) => /\/drivers\.svg/.test(url));
      if (drivers !== undefined) {
        const { text } = await fileOf(drivers);
        const heading = await page.locator('#drivers h2').first().textContent();
        expect(text).toContain(`<title id="sheet-title">${heading}</title>`);
        expect(text).toContain('/alliances/west-midlands?period=fy2016-17');
      }

      await fits(page, DESKTOP);
      for (const chart of charts) {
        const control = page.locator('.use-chart', { has: page.locator(of(chart)) }).first();
        // On a page of folded rows a chart stands in one.
        await control.evaluate((each) => {
          each.parentElement?.closest('details')?.setAttribute('open', '');
        });
        await control.locator('summary').focus();
        await page.keyboard.press('Enter');
      }
      await expect.poll(() => page.locator('.use-chart[open] textarea').count()).toBe(charts.length);
      for (const size of [DESKTOP, PHONE]) await fits(page, size);
      expect(await offered()).toEqual(found);
      expect(await barriers(page, { part: '.use-chart' })).toEqual([]);
    });
    // A large PNG is the PNG with more pixels: one of a page stands for all (all of them under `npm run test:long`).
    for (const url of sample(found, (each) => (/scale=3/.test(each) ? 'large' : each))) {
      const reply = await fetch(url);
      expect([reply.status, url, reply.ok ? '' : await reply.text()]).toEqual([200, url, '']);
      await reply.body?.cancel();
    }
  },
);
