import { expect, test } from 'vitest';
import type { Sources } from '../../data/contract/index.ts';
import { DESKTOP, get, PHONE, visit } from './browser.ts';

test.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])(
  'a number pressed on %s says in words where it is from; Escape closes it and gives the focus back',
  (_, viewport) =>
    visit(
      '/metrics/62-day-wait?period=fy2016-17&level=alliance',
      async (page) => {
        const number = page.locator('.where-from').first();
        await number.waitFor({ timeout: 30_000 });
        await number.focus();
        await page.keyboard.press('Enter');
        const panel = page.getByRole('dialog', { name: 'Where is this from?' });
        await panel.getByText('What was done').waitFor({ timeout: 60_000 });
        const url = (await panel.getByRole('link', { name: 'The same as JSON' }).getAttribute('href')) ?? '';
        const { method, cells } = await get<Sources>(url);
        const words = (await panel.textContent()) ?? '';
        expect(words).toContain(method.replace(/\.$/, ''));
        expect(words).toContain(cells[0]?.file);
        expect(words).toContain(cells[0]?.publication);
        const box = await panel.boundingBox();
        expect(box && box.x >= 0 && box.x + box.width <= viewport.width).toBe(true);
        // It tells its figure to who cannot see it.
        const heading = panel.getByRole('heading', { name: 'Where is this from?' });
        await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true);
        const figure = await panel.locator('p').first().textContent();
        expect(figure).toMatch(/^62-day wait, .*: \d\d\.\d+% \(/);
        expect(await heading.getAttribute('aria-describedby')).toBe(
          await panel.locator('p').first().getAttribute('id'),
        );
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'hidden' });
        await expect.poll(() => number.evaluate((element) => element === document.activeElement)).toBe(true);
      },
      { viewport },
    ),
);

test.each([
  ['an ambition of a board page', '/alliances/peninsula', '.ambitions tbody tr'],
  ['England in the table of metrics', '/metrics', '.metrics-compared tbody tr'],
  ['the ranked list of the map', '/', '[data-testid="list"] tr[data-area]'],
])('the number of %s says it too', (_, address, rows) =>
  visit(address, async (page) => {
    // The server draws the first view: it answers once the browser has taken it over.
    await page.waitForLoadState('networkidle');
    const number = page.locator(rows).first().locator('.where-from');
    await number.waitFor({ timeout: 30_000 });
    const shown = (await number.textContent())?.split(':')[0] ?? 'none';
    await number.click();
    const panel = page.getByRole('dialog', { name: 'Where is this from?' });
    await panel.getByText('What was done').waitFor({ timeout: 60_000 });
    expect(await panel.locator('p b').first().textContent()).toContain(shown);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).searchParams.has('area'), 'the row is not chosen by it').toBe(false);
  }),
);
