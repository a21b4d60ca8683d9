import type { Browser, Page } from 'playwright-core';
import { countDownloads, slowPage } from './chromium.ts';
import { median, type Row, ratios, spread } from './table.ts';

/**
 * The charts of all waiting times by month, whose months run from January 2016 to today: 124 in April 2026. None has all
 * of them. Measured is moving along four that have the most and the same, which alone are on the screen.
 */
const PATH = '/alliances/west-yorkshire?grain=month';
const FIRST = 4;
const CHARTS = 4;
const STEPS = 60;

/**
 * In the page: milliseconds from a key to the next month marked in every chart and painted, beside those of a frame in
 * which nothing is asked.
 */
async function steps(count: number): Promise<{ moved: number[]; idle: number[] }> {
  const painted = () =>
    new Promise<void>((done) =>
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(null);
      }),
    );
  const time = async (act: () => void) => {
    const started = performance.now();
    act();
    await painted();
    return performance.now() - started;
  };
  const key = new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true });
  const [moved, idle]: [number[], number[]] = [[], []];
  for (let step = 0; step < count; step++) {
    await painted();
    idle.push(await time(() => undefined));
    moved.push(await time(() => document.activeElement?.dispatchEvent(key)));
  }
  return { moved, idle };
}

/** Makes the window as high as the four charts, in two rows, and brings them into it. */
async function showFour(page: Page) {
  const plots = page.locator('.trends [role="slider"]');
  const [top, bottom] = [
    await plots.nth(FIRST).boundingBox(),
    await plots.nth(FIRST + CHARTS - 1).boundingBox(),
  ];
  if (!top || !bottom) throw new Error('The page has no charts of waiting times');
  await page.setViewportSize({ width: 1280, height: Math.ceil(bottom.y + bottom.height - top.y) });
  await plots.nth(FIRST).evaluate((plot) => plot.scrollIntoView());
  for (let index = 0; index < CHARTS; index++)
    await plots
      .nth(FIRST + index)
      .locator('.recharts-surface')
      .waitFor();
}

/** Reads a page on to its end, a window at a time. */
async function readOn(page: Page) {
  const height = await page.evaluate(() => document.body.scrollHeight);
  for (let y = 0; y < height; y += 1000) {
    await page.evaluate((to) => window.scrollTo(0, to), y);
    await page.waitForTimeout(300);
  }
  await page.waitForLoadState('networkidle');
}

/** Moving along the months of four charts that mark the same one, and what the page with its charts downloads. */
export async function chartRows(browser: Browser, address: string): Promise<Row[]> {
  const { page, session } = await slowPage(browser);
  const total = countDownloads(session);
  await page.goto(address + PATH);
  const charts = page.locator('.trends .read-chart');
  await charts.nth(FIRST + CHARTS - 1).waitFor();
  await showFour(page);
  const read = charts.nth(FIRST).getByRole('slider');
  await read.focus();
  await page.keyboard.press('End');
  await page.waitForFunction(
    (count) => document.querySelectorAll('.trends .readout').length >= count,
    CHARTS,
  );
  const marked = await page.locator('.readout').count();
  const months = await read.getAttribute('aria-valuemax');
  const { moved, idle } = await page.evaluate(steps, STEPS);
  await readOn(page);
  const scripts = (await total.scripts()) / 1024;
  await page.context().close();
  return [
    {
      what: `a month further in ${marked} charts of ${months} months at once, 4x slowdown`,
      measured: `${spread(moved, 0)} ms, ${spread(ratios(moved, idle), 1)} empty frames`,
      budget: 'under 50 ms',
      met: median(moved) < 50,
    },
    {
      what: 'JavaScript of a board page read to its end, gzipped',
      measured: `${scripts.toFixed(0)} KB`,
      budget: 'at most 280 KB',
      met: scripts <= 280,
    },
  ];
}
