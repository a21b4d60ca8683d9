import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESKTOP, PHONE, started, visit } from './browser.ts';

const served = started();

const SLOW = { timeout: 15_000 };
const YEAR = 'period=fy2016-17';
/** Pages with the charts of ours that stand on them, each at least so often. */
const PAGES: readonly [path: string, charts: readonly string[]][] = [
  [`/alliances/west-midlands?${YEAR}&lines=all&area=05Q`, ['alliance-map', 'drivers', 'alliance-lines']],
  [`/alliances/peninsula?metric=patient-experience`, ['alliance-map']],
  [`/ccgs/00W?period=fy2017-18`, ['spine', 'compare']],
  [`/progress?area=peninsula&${YEAR}`, ['progress']],
  [`/compare?areas=02N,west-yorkshire,england&${YEAR}&line=02N`, ['compare', 'compare-lines']],
];

const addresses = async (page: Page, chart: string) => {
  const links = page.locator(`.use-chart a[href*="/api/chart/${chart}."]`);
  await links.first().waitFor({ state: 'attached', ...SLOW });
  return links.evaluateAll((found) => found.map((link) => (link as { href?: string }).href ?? ''));
};
const wide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

describe.each(PAGES)('%s', (path, charts) => {
  test('hands out its charts in four forms, each a file, the same whatever the window', async () => {
    const seen: string[][] = [];
    for (const viewport of [DESKTOP, PHONE])
      await visit(
        served.browser,
        served.url + path,
        async (page) => {
          const found = await Promise.all(charts.map((chart) => addresses(page, chart)));
          for (const urls of found) expect(urls.length % 4).toBe(0);
          seen.push(found.flat());
        },
        { viewport },
      );
    expect(seen[1]).toEqual(seen[0]);
    for (const url of seen[0] ?? []) {
      const reply = await fetch(url);
      expect([reply.status, url, reply.ok ? '' : await reply.text()]).toEqual([200, url, '']);
    }
  }, 60_000);

  test.each([DESKTOP, PHONE])('opened at $width pixels they keep nobody out and fit', (viewport) =>
    visit(
      served.browser,
      served.url + path,
      async (page) => {
        for (const chart of charts) await addresses(page, chart);
        expect(await wide(page)).toBeLessThanOrEqual(viewport.width);
        for (const chart of charts) {
          const summary = page
            .locator('.use-chart', { has: page.locator(`a[href*="/api/chart/${chart}."]`) })
            .first()
            .locator('summary');
          await summary.focus();
          await page.keyboard.press('Enter');
        }
        await expect.poll(() => page.locator('.use-chart[open] textarea').count()).toBe(charts.length);
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
});

test('what is taken from the board is what the board says', () =>
  visit(served.browser, `${served.url}/alliances/west-midlands?${YEAR}`, async (page) => {
    const [, , svg = ''] = await addresses(page, 'drivers');
    const heading = await page.locator('#drivers h2').first().textContent();
    const text = await (await fetch(svg)).text();
    expect(text).toContain(`<title id="sheet-title">${heading}</title>`);
    expect(text).toContain('/alliances/west-midlands?period=fy2016-17');
  }));
