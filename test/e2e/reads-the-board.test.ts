import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Drivers, Findings, Scorecard } from '../../data/contract/index.ts';
import { HOME_METRIC, metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { get, PHONE, visit, WRONG } from './browser.ts';

const YEAR = 'period=fy2016-17';

const boardDrawn = (page: Page) => page.locator('#cautions').waitFor({ timeout: 20_000 });

test('the board of an Alliance says what the API says; its parts can be linked to, its period is in the address', () =>
  visit(`/alliances/west-midlands?${YEAR}#scorecard`, async (page) => {
    await boardDrawn(page);
    for (const id of ['findings', 'ambitions', 'map', 'scorecard', 'drivers', 'trends', 'changed'])
      expect(await page.locator(`#${id}`).count(), id).toBe(1);

    const { findings } = await get<Findings>(`/api/findings?area=west-midlands&${YEAR}`);
    const shown = await page.locator('#findings').textContent();
    for (const { text } of findings) expect(shown).toContain(text);

    const drivers = await get<Drivers>(`/api/drivers?metric=62-day-wait&alliance=west-midlands&${YEAR}`);
    // 14,263 people treated, 11,403 in time: 85% would have taken 12,124.
    expect(drivers.alliance.people).toBe(721);
    expect(drivers.rows.reduce((sum, { people }) => sum + (people ?? 0), 0)).toBe(721);
    await page.locator('#drivers svg').first().waitFor();
    expect(await page.locator('#drivers').textContent()).toContain('721');

    const { rows, columns } = await get<Scorecard>(`/api/scorecard?alliance=west-midlands&${YEAR}`);
    await page.locator('#scorecard table').waitFor();
    expect(rows).toHaveLength(22);
    for (const { name, cells } of rows.slice(0, 3)) {
      const row = page.locator('#scorecard tr').filter({ hasText: name.replace(/^NHS | CCG$/g, '') });
      const value = cells[0]?.value ?? 0;
      expect(await row.first().textContent()).toContain(
        formatValue(metric(columns[0]?.metric ?? HOME_METRIC), value),
      );
    }

    await page.getByRole('combobox', { name: /As at/ }).first().selectOption('fy2018-19');
    await page.waitForURL(/period=fy2018-19/);
  }));

test.each([
  ['peninsula', []],
  ['greater-manchester', ['Vanguard', 'Bury', '62-day wait']],
  ['lancashire-and-south-cumbria', []],
])('the board of %s is whole on a phone, with its kind, its CCGs and its waiting times', (id, words) =>
  visit(
    `/alliances/${id}`,
    async (page) => {
      await boardDrawn(page);
      expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
      for (const word of words) expect(await page.locator('main').textContent()).toContain(word);
      await expect.poll(() => page.locator('.read-periods svg').count()).toBeGreaterThanOrEqual(1);
    },
    { viewport: PHONE },
  ),
);

test('the waiting times of an Alliance become control charts with one switch, kept with the grain', () =>
  visit('/alliances/west-yorkshire?grain=month', async (page) => {
    await page.locator('.read-periods svg').first().waitFor();
    await page.getByRole('radio', { name: 'Control chart', exact: true }).first().check();
    await page.waitForURL(
      (url) => url.search.includes('chart=control') && url.search.includes('grain=month'),
    );
    await expect.poll(() => page.locator('main').textContent()).toMatch(/common cause|special cause/i);
    await page.getByText('Show table').first().click();
    await page
      .getByRole('columnheader', { name: /Upper limit/ })
      .first()
      .waitFor();
  }));

test('an Alliance of an unknown name is said to be unknown', () =>
  visit(
    '/alliances/atlantis',
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
