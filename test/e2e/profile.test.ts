import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Profile } from '../../data/contract.ts';
import { formatValue } from '../../data/format.ts';
import { type MetricId, metric } from '../../data/metrics.ts';
import { launch, type Served, serve, visit } from './browser.ts';

let served: Served;
let browser: Browser;

beforeAll(async () => {
  [served, browser] = await Promise.all([serve(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

const rowOf = (page: Page, label: string) => page.getByRole('row').filter({ hasText: label }).first();

describe('the profile of a CCG', () => {
  test('has a row for every metric, with the figures of the API', () =>
    visit(browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
      const reply = await fetch(`${served.url}/api/profile?area=02N&period=fy2016-17`);
      const { rows } = (await reply.json()) as Profile;
      expect(rows.length).toBeGreaterThan(14);
      await page.getByRole('heading', { name: /England on/ }).waitFor();
      for (const { label, value, metric: id } of rows) {
        const text = (await rowOf(page, label).textContent()) ?? '';
        expect(text).toContain(value === null ? 'No figure' : formatValue(metric(id as MetricId), value));
      }
    }));

  test('against its similar ten the words say so, and the address keeps it', () =>
    visit(browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
      await page.getByRole('heading', { name: /England on/ }).waitFor();
      await page.getByRole('radio', { name: 'Its similar ten', exact: true }).check();
      await page.waitForURL(/benchmark=similar/);
      await page
        .getByRole('heading', { name: /ten most similar CCGs/ })
        .first()
        .waitFor();
      await page.reload();
      await page
        .getByRole('heading', { name: /ten most similar CCGs/ })
        .first()
        .waitFor();
    }));

  test('opens a trend on demand, and a control chart in it, by keyboard; both are in the address', () =>
    visit(browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
      const show = page.getByRole('button', { name: /Show trend of 62-day wait$/ });
      await show.waitFor();
      await show.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/trend=62-day-wait/);
      await page.locator('.recharts-surface').first().waitFor();
      await page.getByRole('radio', { name: 'Control chart', exact: true }).first().check();
      await page.waitForURL(/chart=control/);
      await expect.poll(() => page.locator('main').textContent()).toMatch(/Upper limit/);
      await page.getByText('How to read this chart').first().click();
      await expect
        .poll(() => page.locator('main').textContent())
        .toMatch(/7 .*(figures|months|quarters|points)/);
    }));

  test('of a CCG that merged, of one made by a merger and of one with two Alliances says what there is', async () => {
    for (const [code, said] of [
      ['00W', /Manchester/],
      ['14L', /later merger/],
      ['01H', /Lancashire.*North East|North East.*Lancashire/s],
    ] as const)
      await visit(browser, `${served.url}/ccgs/${code}`, async (page) => {
        await page
          .getByRole('row', { name: /62-day wait/ })
          .first()
          .waitFor();
        const text = (await page.locator('main').textContent()) ?? '';
        expect(text).toMatch(said);
        expect(await page.locator('main').innerHTML()).not.toMatch(/NaN|undefined|Infinity/);
      });
  });
});

test('the waiting times of an Alliance become control charts with one switch, kept with the grain', () =>
  visit(browser, `${served.url}/alliances/west-yorkshire?grain=month`, async (page) => {
    await page.locator('.recharts-surface').first().waitFor();
    await page.getByRole('radio', { name: 'Control chart', exact: true }).first().check();
    await page.waitForURL(
      (url) => url.search.includes('chart=control') && url.search.includes('grain=month'),
    );
    await expect.poll(() => page.locator('main').textContent()).toMatch(/common cause|special cause/i);
    const table = page.getByText('Show table').first();
    await table.click();
    await page
      .getByRole('columnheader', { name: /Upper limit/ })
      .first()
      .waitFor();
  }));
