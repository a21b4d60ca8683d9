import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Profile, Trend } from '../../data/contract/index.ts';
import { metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { started, visit } from './browser.ts';

const served = started();

const rowOf = (page: Page, label: string) => page.getByRole('row').filter({ hasText: label }).first();

describe('the profile of a CCG', () => {
  test('has a row for every metric, with the figures of the API', () =>
    visit(served.browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
      const reply = await fetch(`${served.url}/api/profile?area=02N&period=fy2016-17`);
      const { rows } = (await reply.json()) as Profile;
      expect(rows.length).toBeGreaterThan(14);
      await page.getByRole('heading', { name: /England on/ }).waitFor();
      for (const { label, value, metric: id } of rows) {
        const text = (await rowOf(page, label).textContent()) ?? '';
        expect(text).toContain(value === null ? 'No figure' : formatValue(metric(id), value));
      }
    }));

  test('against its similar ten the words say so, and the address keeps it', () =>
    visit(served.browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
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
    visit(served.browser, `${served.url}/ccgs/02N?period=fy2016-17`, async (page) => {
      const show = page.getByRole('button', { name: /Show trend of 62-day wait$/ });
      await show.waitFor();
      await show.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/trend=62-day-wait/);
      await page.locator('.read-periods > svg').first().waitFor();
      await page.getByRole('radio', { name: 'Control chart', exact: true }).first().check();
      await page.waitForURL(/chart=control/);
      await expect.poll(() => page.locator('main').textContent()).toMatch(/Upper limit/);
      await page.getByText('How to read this chart').first().click();
      await expect
        .poll(() => page.locator('main').textContent())
        .toMatch(/7 .*(figures|months|quarters|points)/);
    }));

  test('a trend is read by period: by keys, by pointer and by touch', () =>
    visit(served.browser, `${served.url}/ccgs/02N?period=fy2016-17&trend=62-day-wait`, async (page) => {
      const reply = await fetch(`${served.url}/api/trend?metric=62-day-wait&area=02N&grain=quarter`);
      const { points } = (await reply.json()) as Trend;
      const said = (at: number) => formatValue(metric('62-day-wait'), points.at(at)?.value ?? Number.NaN);
      const slider = page.getByRole('slider', { name: '62-day wait by period' });
      const readout = page.locator('.readout');
      await slider.focus();
      await expect.poll(() => readout.textContent()).toContain(said(-1));
      await page.keyboard.press('ArrowLeft');
      await expect.poll(() => readout.textContent()).toContain(said(-2));
      expect(await slider.getAttribute('aria-valuetext')).toContain(said(-2));
      await page.keyboard.press('Home');
      await expect.poll(() => readout.textContent()).toContain(said(0));
      await page.keyboard.press('Escape');
      await expect.poll(() => readout.count()).toBe(0);
      const box = await slider.boundingBox();
      if (!box) throw new Error('The chart has no place on the page');
      await page.mouse.move(box.x + 2, box.y + 120);
      await expect.poll(() => readout.textContent()).toContain(said(0));
      await page.mouse.move(box.x + 2, box.y - 300);
      await expect.poll(() => readout.count()).toBe(0);
      await slider.dispatchEvent('pointerdown', { pointerType: 'touch', clientX: box.x + box.width });
      await slider.dispatchEvent('pointerleave', { pointerType: 'touch' });
      await expect.poll(() => readout.textContent()).toContain(said(-1));
    }));

  test('of a CCG that merged, of one made by a merger and of one with two Alliances says what there is', async () => {
    for (const [code, said] of [
      ['00W', /Manchester/],
      ['14L', /later merger/],
      ['01H', /Lancashire.*North East|North East.*Lancashire/s],
    ] as const)
      await visit(served.browser, `${served.url}/ccgs/${code}`, async (page) => {
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
  visit(served.browser, `${served.url}/alliances/west-yorkshire?grain=month`, async (page) => {
    await page.locator('.read-periods > svg').first().waitFor();
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
