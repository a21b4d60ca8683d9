import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, mapDrawn, PHONE, started, visit } from './browser.ts';

const served = started();

const METRIC = '/metrics/62-day-wait?period=fy2016-17&limits=exact&alliance=west-midlands&area=05L';
const PARTS = ['funnel', 'ranked', 'over-time', 'between', 'deprivation'];

const metricDrawn = (page: Page) => page.getByTestId('method').waitFor({ timeout: 10_000 });
const control = (part: Page | Locator) => part.locator('.use-chart');
const addresses = (part: Locator) =>
  part.locator('a').evaluateAll((links) => links.map((link) => (link as { href?: string }).href ?? ''));
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

async function bytesOf(url: string) {
  const reply = await fetch(url);
  return {
    status: reply.status,
    name: reply.headers.get('content-disposition') ?? '',
    text: Buffer.from(await reply.arrayBuffer()).toString('latin1'),
  };
}

describe('taking a chart from its page', () => {
  test('every picture of a metric’s page is to be had in four forms, as it is drawn there', () =>
    visit(served.browser, served.url + METRIC, async (page) => {
      await metricDrawn(page);
      for (const part of PARTS) {
        const urls = await addresses(control(page.getByTestId(part)));
        expect(urls, part).toHaveLength(4);
        for (const url of urls) {
          const { status, name } = await bytesOf(url);
          expect([status, url]).toEqual([200, url]);
          expect(name).toMatch(/"62-day-wait_fy2016-17_ccgs_[a-z-]+_[\da-f]{12}(_3x)?\.(png|svg|csv)"$/);
        }
      }
      const [, , svg = ''] = await addresses(control(page.getByTestId('funnel')));
      const { text } = await bytesOf(svg);
      const heading = await page.getByTestId('funnel').locator('h2').textContent();
      expect(text).toContain(`<title id="sheet-title">${heading}</title>`);
      expect(text).toContain('Picked out: the CCGs of West Midlands.');
      expect(text).toContain('limits=exact');
    }));

  test('what the address names in vain is not asked for', () =>
    visit(served.browser, `${served.url}/metrics/62-day-wait?alliance=nobody&area=nowhere`, async (page) => {
      await metricDrawn(page);
      for (const url of await addresses(control(page.getByTestId('ranked'))))
        expect((await bytesOf(url)).status).toBe(200);
    }));

  test('a wide and a narrow window hand out the same file', async () => {
    const files: string[] = [];
    for (const viewport of [DESKTOP, PHONE])
      await visit(
        served.browser,
        served.url + METRIC,
        async (page) => {
          await metricDrawn(page);
          const [png = '', , svg = ''] = await addresses(control(page.getByTestId('ranked')));
          for (const url of [png, svg]) files.push((await bytesOf(url)).text);
        },
        { viewport },
      );
    expect(files[2]).toBe(files[0]);
    expect(files[3]).toBe(files[1]);
  });

  test('by keyboard: opens, copies link and snippet, and says so', () =>
    visit(served.browser, served.url + METRIC, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await metricDrawn(page);
      const part = control(page.getByTestId('ranked'));
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await part.locator('summary').focus();
      await page.keyboard.press('Enter');
      await part.getByRole('button', { name: /^Copy link/ }).focus();
      await page.keyboard.press('Enter');
      await part.getByText('Link copied').waitFor();
      expect(await copied()).toBe(served.url + METRIC);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await part.getByText('Snippet copied').waitFor();
      const snippet = await copied();
      expect(await part.locator('textarea').inputValue()).toBe(snippet);
      const source = /src="([^"]*)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
      expect(await bytesOf(source)).toMatchObject({ status: 200 });
    }));

  test('where the browser has no clipboard it says what to do instead', () =>
    visit(served.browser, served.url + METRIC, async (page) => {
      await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      await page.reload();
      await metricDrawn(page);
      const part = control(page.getByTestId('funnel'));
      await part.locator('summary').click();
      await part.getByRole('button', { name: /^Copy link/ }).click();
      await part.getByText(/select the text and copy it/).waitFor();
    }));

  test.each([DESKTOP, PHONE])('opened at $width pixels it keeps nobody out and fits', (viewport) =>
    visit(
      served.browser,
      served.url + METRIC,
      async (page) => {
        await metricDrawn(page);
        expect(await wide(page)).toBeLessThanOrEqual(viewport.width);
        for (const part of PARTS) await control(page.getByTestId(part)).locator('summary').click();
        expect(await control(page).locator('textarea').count()).toBe(PARTS.length);
        expect(await wide(page)).toBeLessThanOrEqual(viewport.width);
        const { violations } = await new AxeBuilder({ page })
          .include('.use-chart')
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
        expect(barriers.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
      },
      { viewport },
    ),
  );

  test('the map is taken as it is shown: layout, level, area', () =>
    visit(
      served.browser,
      `${served.url}/?period=fy2016-17&level=alliance&layout=hex&area=peninsula`,
      async (page) => {
        await mapDrawn(page, 19);
        const urls = await addresses(control(page.locator('.map-column')));
        const [png, , svg, csv] = await Promise.all(urls.map(bytesOf));
        expect(png?.name).toMatch(/"62-day-wait_fy2016-17_alliances_hex_[\da-f]{12}\.png"/);
        expect(svg?.text).toContain('Outlined: Peninsula');
        expect(csv?.text.trim().split('\r\n')).toHaveLength(20);
        await control(page.locator('.map-column')).locator('summary').click();
        expect(await wide(page)).toBeLessThanOrEqual(PHONE.width);
      },
      { viewport: PHONE },
    ));
});
