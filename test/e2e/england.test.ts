import { describe, expect, test } from 'vitest';
import { areasOnMap, mapDrawn, started, visit } from './browser.ts';

const served = started();

const focused = () => document.activeElement?.getAttribute('data-area') ?? null;

describe('the map of England', () => {
  test('opens on the latest complete year, with the same CCGs on the map and in the list', () =>
    visit(served.browser, served.url, async (page) => {
      await mapDrawn(page);
      const listed = await page.locator('tr[data-area]').count();
      expect(listed).toBeGreaterThan(100);
      expect(await areasOnMap(page).count()).toBe(listed);
      expect(await page.getByTestId('metric').inputValue()).toBe('62-day-wait');
      expect(await page.getByTestId('period').inputValue()).toMatch(/^fy20\d\d-\d\d$/);
      expect(await page.getByTestId('finding').textContent()).toMatch(
        /in England started treatment within 62 days/,
      );
      expect(await page.locator('.legend li').count()).toBeGreaterThanOrEqual(5);
    }));

  test('of 2016/17 shows the 209 CCGs of Annex i, each counted once in the legend', () =>
    visit(served.browser, `${served.url}/?period=fy2016-17`, async (page) => {
      await mapDrawn(page, 209);
      await expect.poll(() => page.locator('tr[data-area]').count()).toBe(209);
      const counts = await page.locator('.legend b').allTextContents();
      expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(209);
    }));

  test('three CCGs that merged in March 2017 are gaps with that reason', () =>
    visit(served.browser, `${served.url}/?period=fy2016-17`, async (page) => {
      await mapDrawn(page);
      for (const code of ['00W', '01M', '01N']) {
        expect(await page.locator(`tr[data-area="${code}"]`).textContent()).toMatch(
          /No figure\..*Manchester/,
        );
        expect(
          await page.locator(`.england-map path[role="button"][data-area="${code}"]`).getAttribute('fill'),
        ).toMatch(/^url\(#/);
      }
    }));

  test('by keyboard: into the map, to a neighbour, chosen, kept in the address and after a reload', () =>
    visit(served.browser, served.url, async (page) => {
      await mapDrawn(page);
      for (let presses = 0; presses < 60 && (await page.evaluate(focused)) === null; presses++)
        await page.keyboard.press('Tab');
      const first = await page.evaluate(focused);
      expect(first).not.toBeNull();
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowDown'])
        await page.keyboard.press(key);
      const chosen = await page.evaluate(focused);
      expect(chosen).not.toBe(first);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/?*area=${chosen}*`);
      const caption = await page.getByTestId('caption').locator('h2').textContent();
      await page.reload();
      await mapDrawn(page);
      expect(await page.getByTestId('caption').locator('h2').textContent()).toBe(caption);
      await page.locator('.england-map path[aria-pressed="true"]').focus();
      await page.keyboard.press('Escape');
      await page.waitForURL((url) => !url.searchParams.has('area'));
    }));

  test('the map is one stop of the Tab key', () =>
    visit(served.browser, served.url, async (page) => {
      await mapDrawn(page);
      expect(await page.locator('.england-map [tabindex="0"]').count()).toBe(1);
    }));

  test('by pointer: an area chosen on the map is the one in the caption and the list', () =>
    visit(served.browser, `${served.url}/?period=fy2016-17`, async (page) => {
      await mapDrawn(page);
      await page.locator('.england-map path[role="button"][data-area="01H"]').click();
      await page.waitForURL('**/?*area=01H*');
      expect(await page.getByTestId('caption').locator('h2').textContent()).toContain('Cumbria');
      expect(await page.locator('tr[data-area="01H"]').getAttribute('data-state')).toBeTruthy();
    }));
});

describe('the controls and the address say the same', () => {
  test('a changed measure, level and layout are in the address, and Back returns', () =>
    visit(served.browser, served.url, async (page) => {
      await mapDrawn(page);
      await page.getByTestId('metric').selectOption('31-day-wait');
      await page.waitForURL('**/?metric=31-day-wait');
      await page.locator('fieldset label', { hasText: 'Alliances' }).click();
      await page.waitForURL('**/?*level=alliance*');
      await mapDrawn(page, 19);
      expect(await page.locator('tr[data-area]').count()).toBe(19);
      await page.locator('fieldset label', { hasText: 'Hexagons' }).click();
      await page.waitForURL('**/?*layout=hex*');
      await page.goBack();
      await page.goBack();
      await expect.poll(() => areasOnMap(page).count()).toBeGreaterThan(100);
      expect(await page.getByTestId('metric').inputValue()).toBe('31-day-wait');
    }));

  test('an address is obeyed', () =>
    visit(
      served.browser,
      `${served.url}/?metric=two-week-wait&period=2018-05&level=alliance&layout=hex&area=wessex`,
      async (page) => {
        await mapDrawn(page, 19);
        expect(await page.getByTestId('metric').inputValue()).toBe('two-week-wait');
        expect(await page.getByTestId('period').inputValue()).toBe('2018-05');
        expect(await page.getByRole('radio', { name: 'Hexagons' }).isChecked()).toBe(true);
        expect(await page.getByTestId('caption').locator('h2').textContent()).toContain('Wessex');
      },
    ));

  test('a step to the later period recolours the map', () =>
    visit(served.browser, `${served.url}/?period=fy2016-17`, async (page) => {
      await mapDrawn(page);
      const fills = () =>
        areasOnMap(page).evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')).join());
      const before = await fills();
      await page.getByRole('button', { name: 'Later period' }).click();
      await page.waitForURL('**/?*period=fy2017-18*');
      await expect.poll(fills).not.toBe(before);
    }));

  test('illustrative figures are named so and give no finding', () =>
    visit(served.browser, `${served.url}/?metric=patient-experience`, async (page) => {
      await mapDrawn(page);
      expect(await page.getByTestId('finding').textContent()).toBe('Illustrative, not published');
      expect(await page.locator('td.compared').first().textContent()).toContain('Illustrative');
    }));
});
