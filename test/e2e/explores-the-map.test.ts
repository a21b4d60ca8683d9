import { expect, test } from 'vitest';
import { areasOnMap, mapDrawn, visit } from './browser.ts';

const focused = () => document.activeElement?.getAttribute('data-area') ?? null;

test('England opens on its latest year; by keyboard: into the map, to a neighbour, chosen, kept after a reload', () =>
  visit('/', async (page) => {
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

    expect(await page.locator('.england-map [tabindex="0"]').count(), 'stops of the Tab key').toBe(1);
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
    const pressed = page.locator(`.england-map path[aria-pressed="true"][data-area="${chosen}"]`);
    await pressed.first().waitFor();
    const caption = () => page.getByTestId('caption').locator('h2').textContent();
    const said = await caption();
    await page.reload();
    await mapDrawn(page);
    await expect.poll(caption).toBe(said);
    await page.locator('.england-map path[aria-pressed="true"]').focus();
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('area'));
  }));

test('2016/17 has the 209 CCGs of Annex i, three of them gaps; by pointer: one chosen, the period stepped', () =>
  visit('/?period=fy2016-17', async (page) => {
    await mapDrawn(page, 209);
    await expect.poll(() => page.locator('tr[data-area]').count()).toBe(209);
    const counts = await page.locator('.legend b').allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(209);

    const onMap = (code: string) => page.locator(`.england-map path[role="button"][data-area="${code}"]`);
    // They merged in March 2017.
    for (const code of ['00W', '01M', '01N']) {
      expect(await page.locator(`tr[data-area="${code}"]`).textContent()).toMatch(/No figure\..*Manchester/);
      expect(await onMap(code).getAttribute('fill')).toMatch(/^url\(#/);
    }

    await onMap('01H').click();
    await page.waitForURL('**/?*area=01H*');
    await expect.poll(() => page.getByTestId('caption').locator('h2').textContent()).toContain('Cumbria');
    await expect.poll(() => page.locator('tr[data-area="01H"]').getAttribute('data-state')).toBeTruthy();

    const fills = () =>
      areasOnMap(page).evaluateAll((paths) => paths.map((each) => each.getAttribute('fill')).join());
    const before = await fills();
    await page.getByRole('button', { name: 'Later period' }).click();
    await page.waitForURL('**/?*period=fy2017-18*');
    await expect.poll(fills).not.toBe(before);
  }));

test('a changed metric, level and layout are in the address, Back returns; the search goes to an area', () =>
  visit('/', async (page) => {
    await mapDrawn(page);
    await page.getByTestId('metric').selectOption('31-day-wait');
    await page.waitForURL('**/?metric=31-day-wait');
    await page.getByRole('radio', { name: 'Alliances', exact: true }).check();
    await page.waitForURL('**/?*level=alliance*');
    await mapDrawn(page, 19);
    expect(await page.locator('tr[data-area]').count()).toBe(19);
    await page.locator('fieldset label', { hasText: 'Hexagons' }).click();
    await page.waitForURL('**/?*layout=hex*');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => areasOnMap(page).count()).toBeGreaterThan(100);
    await expect.poll(() => page.getByTestId('metric').inputValue()).toBe('31-day-wait');

    const search = page.getByRole('combobox', { name: /Find an area/ });
    await search.fill('bury');
    await page.getByRole('option', { name: /NHS Bury CCG/ }).waitFor();
    await search.press('Enter');
    await page.waitForURL('**/ccgs/00V*');
  }));

test('the CCGs end in 2021; one line says so and leads to the ICBs of the latest month', () =>
  visit('/', async (page) => {
    await mapDrawn(page);
    const line = page.locator('.lede', { hasText: /Figures by CCG end in November 2021/ });
    await line.getByRole('link').click();
    await page.waitForURL('**/?*level=icb*');
    // Of April 2026, when six mergers had left 36 of the 42.
    await mapDrawn(page, 36);
    expect(page.url()).toContain('metric=62-day-combined');
  }));

test('a level without figures cannot be chosen, and a sentence says so', () =>
  visit('/?metric=early-stage', async (page) => {
    await mapDrawn(page, 209);
    expect(await page.getByRole('radio', { name: 'ICBs', exact: true }).isDisabled()).toBe(true);
    expect(await page.locator('.areas-choice').textContent()).toMatch(/has no figures by ICB/);
  }));

test('an address is obeyed', () =>
  visit('/?metric=two-week-wait&period=2018-05&level=alliance&layout=hex&area=wessex', async (page) => {
    await mapDrawn(page, 19);
    expect(await page.getByTestId('metric').inputValue()).toBe('two-week-wait');
    expect(await page.getByTestId('period').inputValue()).toBe('2018-05');
    expect(await page.getByRole('radio', { name: 'Hexagons' }).isChecked()).toBe(true);
    await expect.poll(() => page.getByTestId('caption').locator('h2').textContent()).toContain('Wessex');
  }));

test('an area pressed at the first moment at which the page answers is chosen', () =>
  visit('/', async (page) => {
    await mapDrawn(page);
    await page.addInitScript(() => {
      const press = () => document.querySelector('.england-map [data-area="15E"]');
      new PerformanceObserver((list) => {
        if (list.getEntries().some(({ name }) => name === 'map-shown'))
          press()?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
      }).observe({ type: 'mark' });
    });
    await page.reload();
    await page.waitForURL('**/?*area=15E*');
    await page.locator('.england-map path[aria-pressed="true"][data-area="15E"]').first().waitFor();
  }));
