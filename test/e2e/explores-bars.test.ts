import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Drivers, Spread } from '../../data/contract/index.ts';
import { metric } from '../../data/metrics/index.ts';
import { formatCount, formatValue } from '../../data/text/format.ts';
import { addresses, barriers, chartMenu, DESKTOP, get, PHONE, SERVER, visit } from './browser.ts';

const BOARD = '/alliances/west-yorkshire?metric=62-day-wait&period=fy2016-17';
const METRIC = '/metrics/62-day-wait?period=fy2016-17';
const GROUPS = '/metrics/62-day-combined?level=icb&area=QWO';
const wait = metric('62-day-wait');

const slider = (page: Page, name: RegExp) => page.getByRole('slider', { name }).first();
const readout = (page: Page) => page.locator('.readout');

/** A chart painted by the code that is loaded after the first view. */
async function explored(page: Page, name: RegExp) {
  const chart = slider(page, name);
  await chart.waitFor({ timeout: 60_000 });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('.recharts-surface').waitFor({ timeout: 60_000 });
  return chart;
}

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('bars on %s', (_, viewport) => {
  test('the drivers are read with their counts by keys, pointer and touch, and left by Escape', () =>
    visit(
      BOARD,
      async (page) => {
        const chart = await explored(page, /people short of 85%/);
        const { rows } = await get<Drivers>(
          '/api/drivers?metric=62-day-wait&alliance=west-yorkshire&period=fy2016-17',
        );
        const [first, second] = rows;
        if (first?.value == null || second?.value == null) throw new Error('There are no drivers');
        const last = rows.length;
        await chart.focus();
        const said = async () => (await chart.getAttribute('aria-valuetext')) ?? '';
        await expect.poll(said).toContain(`${first.name}: ${first.people} people short of 85%`);
        await page.keyboard.press('ArrowDown');
        await expect.poll(said).toContain(`${second.name}: ${second.people} people short of 85%`);
        await expect
          .poll(() => readout(page).textContent())
          .toContain(`${formatCount(second.numerator ?? 0)} of ${formatCount(second.denominator ?? 0)}`);
        expect(await readout(page).textContent()).toContain(formatValue(wait, second.value));
        const at = () => chart.getAttribute('aria-valuenow');
        await page.keyboard.press('End');
        await expect.poll(at).toBe(String(last));
        await page.keyboard.press('ArrowDown');
        expect(await at()).toBe(String(last));
        await page.keyboard.press('Home');
        await expect.poll(at).toBe('1');
        expect(await barriers(page, { part: '.read-chart' })).toEqual([]);
        await page.keyboard.press('Escape');
        await expect.poll(() => readout(page).count()).toBe(0);

        const bar = await chart.locator(`[data-row="${second.area}"]`).first().boundingBox();
        if (!bar) throw new Error('The bar has no place on the page');
        const middle = { x: bar.x + bar.width / 2, y: bar.y + bar.height / 2 };
        await page.mouse.move(middle.x, middle.y);
        await expect.poll(() => readout(page).locator('b').count()).toBe(1);
        // Said once: the slider has the focus still, but only what the pointer reads is live.
        await expect
          .poll(() => page.locator('.read-chart [aria-live]').allTextContents())
          .toContainEqual(expect.stringContaining(second.name));
        await page.keyboard.press('Escape');
        await expect.poll(() => readout(page).count()).toBe(0);
        await chart.dispatchEvent('pointerdown', {
          pointerType: 'touch',
          clientX: middle.x,
          clientY: middle.y,
        });
        await chart.dispatchEvent('pointerleave', { pointerType: 'touch' });
        await expect.poll(() => readout(page).count()).toBe(1);
      },
      { viewport },
    ));
});

test('the fifths of deprivation are read with value, interval and counts', () =>
  visit(METRIC, async (page) => {
    const chart = await explored(page, /by fifth of CCGs/);
    const { fifths } = await get<Spread>('/api/spread?metric=62-day-wait&period=fy2016-17&level=ccg');
    const least = fifths.find(({ fifth }) => fifth === 5);
    if (least?.value == null) throw new Error('There is no fifth');
    await chart.focus();
    await page.keyboard.press('End');
    await expect.poll(() => readout(page).textContent()).toContain(formatValue(wait, least.value));
    const text = (await readout(page).textContent()) ?? '';
    expect(text).toContain(
      `${formatValue(wait, least.lower ?? 0)} to ${formatValue(wait, least.upper ?? 0)}`,
    );
    expect(text).toContain(`${formatCount(least.numerator ?? 0)} of ${formatCount(least.denominator ?? 0)}`);
  }));

test('the groups of patients are read, and taken away as a picture of the kind that is shown', () =>
  visit(GROUPS, async (page) => {
    await page.getByRole('radio', { name: 'Route of referral' }).check();
    const chart = await explored(page, /by route of referral/i);
    await chart.focus();
    await expect.poll(() => readout(page).textContent()).toMatch(/95% interval.*England, same group/);
    const [png, , svg = '', csv] = await addresses(chartMenu(page.getByTestId('groups')));
    expect([png, csv].every((each) => each?.includes('by=route'))).toBe(true);
    const drawn = await (await fetch(new URL(svg, SERVER))).text();
    expect(drawn).toContain('Upright bar: the same group in England.');
    expect(drawn).toContain(await page.getByTestId('groups').locator('h2').textContent());
  }));

test('the path to an ambition is read at every figure and where it leads to', () =>
  visit('/progress?area=west-yorkshire', async (page) => {
    await page.locator('#early-diagnosis-62-day-wait > summary').click();
    const chart = await explored(page, /^The path of 62-day wait/);
    await chart.focus();
    await page.keyboard.press('Home');
    await expect
      .poll(() => chart.getAttribute('aria-valuetext'))
      .toMatch(
        /^\w+ \d{4} to \w+ \d{4}; 62-day wait, all routes: \d\d\.\d% \([\d,]+ of [\d,]+ people treated\), 95% interval .*Straight path: 85/,
      );
    await page.keyboard.press('End');
    await expect.poll(() => readout(page).textContent()).toMatch(/Target.*85%/);
    expect(await barriers(page, { part: '#early-diagnosis-62-day-wait' })).toEqual([]);
  }));

test('in forced colours and on paper the rows can still be read', () =>
  visit(METRIC, async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const chart = await explored(page, /by fifth of CCGs/);
    await chart.focus();
    await expect.poll(() => readout(page).isVisible()).toBe(true);
    expect(await barriers(page, { part: '.read-chart' })).toEqual([]);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => chart.locator('.recharts-surface').count()).toBe(0);
    expect(await chart.locator('[data-row="fifth-1"]').count()).toBe(1);
  }));
