import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Trend } from '../../data/contract/index.ts';
import { metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { barriers, DESKTOP, get, PHONE, visit } from './browser.ts';

const COMPARED = '/compare?areas=02N,02R,west-yorkshire,england&metric=62-day-wait&period=fy2016-17';
const BOARD = '/alliances/west-yorkshire?grain=month';
const wait = metric('62-day-wait');

const chart = (page: Page) => page.locator('.over-time .read-chart').first();
const slider = (page: Page) => chart(page).getByRole('slider');
const readout = (page: Page) => chart(page).locator('.readout');
/** The chart painted by the code that is loaded after the first view. */
const explored = async (page: Page) => {
  await slider(page).waitFor({ timeout: 60_000 });
  await slider(page).scrollIntoViewIfNeeded();
  await chart(page).locator('.recharts-surface').waitFor({ timeout: 60_000 });
};

/** The place of a chart on the screen. */
async function placeOf(page: Page) {
  const box = await slider(page).boundingBox();
  if (!box) throw new Error('The chart has no place on the page');
  return box;
}

describe.each([
  ['a desktop', DESKTOP],
  ['a phone', PHONE],
])('compared areas on %s', (_, viewport) => {
  test('every line is read with its counts, by keys, pointer and touch, and left by Escape', () =>
    visit(
      COMPARED,
      async (page) => {
        await explored(page);
        const { points } = await get<Trend>('/api/trend?metric=62-day-wait&area=02N&grain=quarter');
        const first = points.find(({ value }) => value !== null);
        if (first?.value == null) throw new Error('There is no figure');
        await slider(page).focus();
        await page.keyboard.press('Home');
        const said = async () => (await slider(page).getAttribute('aria-valuetext')) ?? '';
        await expect.poll(said).toMatch(/England: \d+\.\d%/);
        for (let before = await said(); !before.includes('Airedale'); before = await said()) {
          await page.keyboard.press('ArrowRight');
          await expect.poll(said).not.toBe(before);
        }
        expect(await said()).toContain(
          `Airedale, Wharfedale and Craven: ${formatValue(wait, first.value)} (${first.numerator} of ${first.denominator} people treated), 95% interval`,
        );
        await expect
          .poll(() => readout(page).textContent())
          .toContain(`${first.numerator} of ${first.denominator}`);
        await page.keyboard.press('Escape');
        await expect.poll(() => readout(page).count()).toBe(0);
        const box = await placeOf(page);
        await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.5);
        await expect.poll(() => readout(page).locator('.row').count()).toBeGreaterThanOrEqual(4);
        await expect.poll(() => chart(page).locator('[aria-live]').textContent()).toMatch(/England/);
        await page.keyboard.press('Escape');
        await expect.poll(() => readout(page).count()).toBe(0);
        await slider(page).dispatchEvent('pointerdown', {
          pointerType: 'touch',
          clientX: box.x + box.width * 0.3,
          clientY: box.y + 60,
        });
        await slider(page).dispatchEvent('pointerleave', { pointerType: 'touch' });
        await expect.poll(() => readout(page).count()).toBe(1);
        expect(await barriers(page)).toEqual([]);
      },
      { viewport },
    ));

  test('lines are hidden and picked out, and the range narrowed by keys, all in the address and the file', () =>
    visit(
      COMPARED,
      async (page) => {
        await explored(page);
        const line = (id: string) => chart(page).locator(`path[data-line="${id}"]`);
        await page.getByRole('checkbox', { name: 'Show England' }).uncheck();
        await page.waitForURL(/hide=england/);
        await expect.poll(() => line('england').count()).toBe(0);
        await page.getByRole('button', { name: 'West Yorkshire', exact: true }).click();
        await page.waitForURL(/line=west-yorkshire/);
        await expect.poll(() => line('west-yorkshire').getAttribute('stroke-width')).toBe('3.5');
        await page.getByRole('slider', { name: 'First period shown' }).focus();
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowRight');
        await page.getByRole('slider', { name: 'Last period shown' }).focus();
        await page.keyboard.press('ArrowLeft');
        await page.waitForURL(/range=\d{4}-\d\d\.\.\d{4}-\d\d/);
        await page.reload();
        const range = new URL(page.url()).searchParams.get('range') ?? '';
        await explored(page);
        await expect.poll(() => line('england').count()).toBe(0);
        const use = page.locator('details.use-chart', { has: page.locator('a[href*="compare-lines.svg"]') });
        const file = (await use.locator('a[href*="compare-lines.svg"]').getAttribute('href')) ?? '';
        expect(decodeURIComponent(file)).toContain(`range=${range}`);
        expect(file).toContain('hide=england');
        const svg = await (await page.request.get(new URL(file, page.url()).href)).text();
        expect(svg).toContain('Left out: England.');
        await page.getByRole('button', { name: 'Show all periods' }).click();
        await page.waitForURL((url) => !url.searchParams.has('range'));
        await page.getByRole('button', { name: 'Show all lines alike' }).click();
        await page.waitForURL((url) => !url.searchParams.has('hide') && !url.searchParams.has('line'));
      },
      { viewport },
    ));
});

test('the same month is marked in every chart of the page that has it, and in no other', () =>
  visit(
    BOARD,
    async (page) => {
      const charts = page.locator('.trends .read-chart');
      await charts.nth(5).waitFor({ timeout: 60_000 });
      // Two of the standards in force until 2021, side by side.
      const one = charts.nth(4).getByRole('slider');
      await one.focus();
      await page.keyboard.press('Home');
      for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
      const month = async () => ((await one.getAttribute('aria-valuetext')) ?? '').split(';')[0];
      const marks = () => page.locator('.readout b').allTextContents();
      await expect
        .poll(async () => {
          const [said, marked] = [await month(), await marks()];
          return marked.length > 1 && marked.every((each) => each === said);
        })
        .toBe(true);
      const marked = await marks();
      const values = await page
        .locator('.read-chart', { has: page.locator('.readout') })
        .getByRole('slider')
        .evaluateAll((all) => all.map((each) => Number(each.getAttribute('aria-valuenow'))));
      expect(values.length).toBe(marked.length);
    },
    { viewport: { width: 1280, height: 1800 } },
  ));

test.each([
  [
    'outside the series',
    'range=2031-01..2031-06',
    /A chart with nothing in January 2031 to June 2031 shows all that it has/,
  ],
  ['upside down', 'range=2019-03..2018-04', /upside down: April 2018 to March 2019 is shown/],
  ['no range', 'range=lately', /“lately” is no range.*All periods are shown/],
  ['of a line that is none', 'hide=atlantis', /No line is called “atlantis”/],
])('an address %s is mended and said, and the chart is never empty', (_, search, words) =>
  visit(`${COMPARED}&${search}`, async (page) => {
    await explored(page);
    await expect
      .poll(() => page.locator('.over-time [role="status"]').allTextContents())
      .toContainEqual(expect.stringMatching(words));
    await expect.poll(() => chart(page).locator('path[data-line]').count()).toBeGreaterThan(3);
  }),
);

test('months, quarters and years are chosen in place', () =>
  visit(COMPARED, async (page) => {
    await explored(page);
    await page.getByRole('radio', { name: 'Months', exact: true }).last().check();
    await page.waitForURL(/grain=month/);
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toMatch(/^[A-Z][a-z]+ \d{4};/);
  }));

test('without its code a chart stands in our own marks, is read, and the other takes its place without a jump', () =>
  visit('/', async (page) => {
    let send = () => {};
    const sent = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route(/ExploredPlot/, (route) => sent.then(() => route.continue()));
    await page.goto(new URL(COMPARED, page.url()).href);
    await slider(page).waitFor({ timeout: 60_000 });
    await slider(page).scrollIntoViewIfNeeded();
    expect(await chart(page).locator('.recharts-surface').count()).toBe(0);
    expect(await chart(page).locator('path[data-line]').count()).toBeGreaterThan(3);
    const before = await placeOf(page);
    await slider(page).focus();
    await expect.poll(() => readout(page).count()).toBe(1);
    send();
    await explored(page);
    const after = await placeOf(page);
    expect([after.width, after.height]).toEqual([before.width, before.height]);
  }));

test('in forced colours lines, thumbs and figures can still be seen', () =>
  visit(COMPARED, async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await explored(page);
    await slider(page).focus();
    await expect.poll(() => readout(page).isVisible()).toBe(true);
    await page.getByRole('slider', { name: 'First period shown' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  }));

test('what an address asks of charts in vain is said: on the board page, and where no line is left', async () => {
  await visit('/alliances/peninsula?range=2035-01..2036-01', async (page) => {
    await page.getByText('A chart with nothing in January 2035 to January 2036').first().waitFor();
    await page.locator('.over-time path[data-line]').first().waitFor({ state: 'attached' });
  });
  await visit('/compare?areas=11X,11J&hide=11X,11J', async (page) => {
    const said = page.getByText('The line of every area is hidden: show one to see it.');
    await said.waitFor();
    await page.getByLabel(/^Show .*Somerset/).check();
    await expect.poll(() => said.count()).toBe(0);
    await page.locator('.over-time path[data-line="11X"]').first().waitFor({ state: 'attached' });
  });
  // Eight of ten charts have these months: what is mended is said by the first of them.
  await visit('/ccgs/11X?grain=month&range=2019-01..2017-01', async (page) => {
    const said = page.getByText('The range was upside down: January 2017 to January 2019 is shown.');
    await said.waitFor();
    await page.locator('.trends .over-time').nth(9).waitFor();
    expect(await said.count()).toBe(1);
  });
  // One year: one point is no line, so that the page opens with quarters; its file ends where it does.
  await visit('/alliances/west-midlands?period=fy2016-17', async (page) => {
    await page.locator('.lines .over-time path[data-line]').first().waitFor({ state: 'attached' });
    const file = page.locator('.lines a[href*="alliance-lines.svg"]');
    expect(await file.getAttribute('href')).toMatch(/grain=quarter.*range=2016-01\.\.2017-03/);
    await page.goto(`${page.url()}&grain=year`);
    await page
      .getByText('By financial year there are too few figures up to 2016/17 to draw a line.')
      .waitFor();
    expect(await file.count()).toBe(0);
  });
});
