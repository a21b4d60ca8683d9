import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Profile, Trend } from '../../data/contract/index.ts';
import { metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { get, visit, WRONG } from './browser.ts';

const PROFILE = '/ccgs/02N?period=fy2016-17';

const rowOf = (page: Page, label: string) => page.getByRole('row').filter({ hasText: label }).first();

test('a profile has the figures of the API; beside its similar ten its words and address say so', () =>
  visit(PROFILE, async (page) => {
    const { rows } = await get<Profile>('/api/profile?area=02N&period=fy2016-17');
    expect(rows.length).toBeGreaterThan(14);
    await page.getByRole('heading', { name: /England on/ }).waitFor();
    for (const { label, value, metric: id } of rows.filter(({ published }) => published)) {
      const text = (await rowOf(page, label).textContent()) ?? '';
      expect(text).toContain(value === null ? 'No figure' : formatValue(metric(id), value));
    }

    const ten = page.getByRole('heading', { name: /ten most similar CCGs/ }).first();
    await page.getByRole('radio', { name: 'Its similar ten', exact: true }).check();
    await page.waitForURL(/benchmark=similar/);
    await ten.waitFor();
    await page.reload();
    await ten.waitFor();
  }));

test('a trend opens by keyboard, is read by keys, pointer and touch, and becomes a control chart', () =>
  visit(PROFILE, async (page) => {
    const show = page.getByRole('button', { name: /Show trend of 62-day wait$/ });
    await show.waitFor();
    await show.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/trend=62-day-wait/);
    await page.locator('.read-chart svg').first().waitFor();

    const { points } = await get<Trend>('/api/trend?metric=62-day-wait&area=02N&grain=quarter');
    const figure = (at: number) => formatValue(metric('62-day-wait'), points.at(at)?.value ?? Number.NaN);
    const slider = page.getByRole('slider', { name: '62-day wait by period' });
    const readout = page.locator('.readout');
    await slider.focus();
    await expect.poll(() => readout.textContent()).toContain(figure(-1));
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => readout.textContent()).toContain(figure(-2));
    expect(await slider.getAttribute('aria-valuetext')).toContain(figure(-2));
    await page.keyboard.press('Home');
    await expect.poll(() => readout.textContent()).toContain(figure(0));
    await page.keyboard.press('Escape');
    await expect.poll(() => readout.count()).toBe(0);
    const box = await slider.boundingBox();
    if (!box) throw new Error('The chart has no place on the page');
    await page.mouse.move(box.x + 2, box.y + 120);
    await expect.poll(() => readout.textContent()).toContain(figure(0));
    await page.mouse.move(box.x + 2, box.y - 300);
    await expect.poll(() => readout.count()).toBe(0);
    await slider.dispatchEvent('pointerdown', { pointerType: 'touch', clientX: box.x + box.width });
    await slider.dispatchEvent('pointerleave', { pointerType: 'touch' });
    await expect.poll(() => readout.textContent()).toContain(figure(-1));

    await page.getByRole('radio', { name: 'Control chart', exact: true }).first().check();
    await page.waitForURL(/chart=control/);
    await expect.poll(() => page.locator('main').textContent()).toMatch(/Upper limit/);
    await page.getByText('How to read this chart').first().click();
    await expect
      .poll(() => page.locator('main').textContent())
      .toMatch(/7 .*(figures|months|quarters|points)/);
  }));

test.each([
  ['that merged', '00W', [/Manchester/]],
  ['made by a later merger', '14L', [/later merger/]],
  ['in two Alliances', '01H', [/Lancashire/, /North East/, /01H/]],
])('a CCG %s says what there is', (_, code, words) =>
  visit(`/ccgs/${code}`, async (page) => {
    await page
      .getByRole('row', { name: /62-day wait/ })
      .first()
      .waitFor();
    const text = (await page.locator('main').textContent()) ?? '';
    for (const word of words) expect(text).toMatch(word);
    expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
  }),
);
