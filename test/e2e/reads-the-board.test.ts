import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Drivers, Findings, Progress, Scorecard, Trend } from '../../data/contract/index.ts';
import { HOME_METRIC, metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { periodBrief } from '../../data/text/words.ts';
import { DESKTOP, get, PHONE, SERVER, visit, WRONG } from './browser.ts';

const YEAR = 'period=fy2016-17';

const boardDrawn = (page: Page) => page.locator('#cautions').waitFor({ timeout: 60_000 });

test('the board of an Alliance says what the API says; its parts can be linked to, its period is in the address', () =>
  visit(`/alliances/west-midlands?${YEAR}#scorecard`, async (page) => {
    await boardDrawn(page);
    for (const id of ['findings', 'ambitions', 'map', 'scorecard', 'drivers', 'trends', 'changed'])
      expect(await page.locator(`#${id}`).count(), id).toBe(1);

    const { findings } = await get<Findings>(`/api/findings?area=west-midlands&${YEAR}`);
    const shown = await page.locator('#findings').textContent();
    for (const { text } of findings) expect(shown).toContain(text);
    // The most telling and two more are read at once; the others are unfolded.
    expect(await page.locator('#findings > .answer').textContent()).toBe(findings[0]?.text);
    expect(await page.locator('#findings > .findings > li').count()).toBe(2);

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

test('as at the latest month: the answer, the trend and the first ambition say one figure, and stand above the fold', () =>
  visit(
    '/alliances/west-midlands',
    async (page) => {
      await boardDrawn(page);
      const { period, rows } = await get<Progress>('/api/progress?area=west-midlands');
      const row = rows.find(({ metric: id }) => id === '62-day-combined');
      const figure = formatValue(metric('62-day-combined'), row?.value ?? 0);
      const text = (selector: string) => page.locator(selector).first().textContent();
      await expect.poll(() => page.getByTestId('period').inputValue()).toBe(period);
      for (const selector of ['#findings .answer', '.small-trend h2', '.ambitions tbody tr'])
        await expect.poll(() => text(selector), { message: selector }).toContain(`${figure}`);
      expect(await text('.ambitions tbody tr')).toMatch(/Improving|Concern|Usual range/);
      const icons = page.locator('.ambitions tbody tr').first().locator('svg');
      expect(await icons.first().getAttribute('aria-label')).toMatch(/^Variation: /);
      const drawn = page.locator('.small-trend svg').first();
      await drawn.waitFor();
      const trend = await drawn.boundingBox();
      expect((trend?.y ?? 0) + (trend?.height ?? 0)).toBeLessThan(900);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(5000);
    },
    { viewport: { width: 1280, height: 900 } },
  ));

test.each([DESKTOP, PHONE])(
  'the scorecard shows every area at $width pixels; where it is wider than its box, it says so',
  (viewport) =>
    visit(
      '/alliances/west-midlands',
      async (page) => {
        await boardDrawn(page);
        const { rows } = await get<Scorecard>('/api/scorecard?alliance=west-midlands');
        const box = page.locator('#scorecard .table-box');
        await box.locator('tbody tr').first().waitFor();
        const frame = await box.boundingBox();
        const last = await box.locator('tbody tr').last().boundingBox();
        expect(await box.locator('tbody tr').count()).toBe(rows.length + 2);
        expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(
          (frame?.y ?? 0) + (frame?.height ?? 0),
        );
        const scrolls = await box.evaluate((element) => element.scrollWidth > element.clientWidth);
        expect(scrolls).toBe(viewport === PHONE);
        const said = page.locator('#scorecard').getByText('The table scrolls to the right.');
        await expect.poll(() => said.count()).toBe(scrolls ? 1 : 0);
        await page.emulateMedia({ media: 'print' });
        if (scrolls) expect(await said.isVisible()).toBe(false);
      },
      { viewport },
    ),
);

test('the page comes with every style sheet that it needs: none follows what was drawn', async () => {
  for (const path of ['/alliances/peninsula', '/metrics/62-day-combined', '/compare', '/ccgs/01C']) {
    const html = await (await fetch(SERVER + path)).text();
    const linked = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, href]) => href);
    await visit(path, async (page) => {
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const own = await page.evaluate(() =>
        [...document.querySelectorAll('link[rel=stylesheet]')].map((link) => link.getAttribute('href')),
      );
      // What is only there where a map is entered or something pointed at comes with code of its own.
      expect(
        own.filter((href) => !linked.includes(href ?? '') && !/Entering|PointerTip/.test(href ?? '')),
        path,
      ).toEqual([]);
    });
  }
});

test('slides and brief say at once that they are being made, and what became of them', () =>
  visit('/alliances/peninsula', async (page) => {
    await boardDrawn(page);
    const said = page.locator('.board-head').getByRole('status');
    let free = () => {};
    const held = new Promise<void>((resolve) => {
      free = resolve;
    });
    await page.route('**/api/pack/**', async (route) => {
      await held;
      await route.continue();
    });
    const slides = page.locator('.board-files').getByRole('link', { name: 'Slides', exact: true });
    const file = page.waitForEvent('download', { timeout: 60_000 });
    await slides.click();
    await expect.poll(() => said.textContent(), { timeout: 500 }).toBe('Making: Slides…');
    expect(await slides.getAttribute('aria-busy')).toBe('true');
    free();
    expect((await file).suggestedFilename()).toMatch(/^peninsula_.*\.pptx$/);
    await expect.poll(() => said.textContent()).toMatch(/^Slides: saved, /);
    expect(await slides.getAttribute('aria-busy')).toBe('false');
  }));

test.each([
  ['banana', '“banana” is no period: '],
  ['2099-01', 'There are no figures as late as January 2099: '],
])('as at %s, the page says what is amiss once, and shows the latest', (period, words) =>
  visit(`/alliances/peninsula?period=${period}`, async (page) => {
    await boardDrawn(page);
    const latest = await get<Progress>('/api/progress?area=peninsula');
    expect(await page.locator('.swapped').textContent()).toContain(words);
    expect(await page.locator('.refused').count()).toBe(0);
    expect(await page.getByTestId('period').inputValue()).toBe(latest.period);
  }),
);

test('a metric without a figure by then leads to the last there was, and its lines are named for what they are', () =>
  visit('/alliances/peninsula?metric=two-week-wait&period=2026-04', async (page) => {
    await boardDrawn(page);
    expect(await page.locator('#trends > h2').textContent()).toBe('Its CCGs over time');
    await page.locator('#map').getByRole('link', { name: 'See its CCGs in November 2021' }).click();
    await page.locator('#map [data-testid=list] tbody tr').first().waitFor();
    expect(new URL(page.url()).searchParams.get('period')).toBe('2021-11');
  }));

test('an Alliance that is one ICB has no lines to tell apart: its own trend is shown', () =>
  visit('/alliances/greater-manchester', async (page) => {
    await boardDrawn(page);
    await page.locator('#trends .trend svg').first().waitFor();
    expect(await page.locator('#trends .lines').count()).toBe(0);
    expect(await page.locator('#drivers svg').count()).toBe(0);
    expect(await page.locator('#drivers').textContent()).toMatch(/Its one ICB is short of 85%/);
  }));

test('the range of all waiting times runs from the first figure of any to the last', () =>
  visit('/alliances/greater-manchester?grain=quarter', async (page) => {
    await boardDrawn(page);
    const { points } = await get<Trend>(
      '/api/trend?metric=62-day-combined&area=greater-manchester&grain=quarter',
    );
    const last = points.findLast(({ value }) => value !== null)?.period ?? '';
    await page.locator('.all-trends .range-brush').first().waitFor();
    expect(await page.locator('.all-trends .range-brush').first().textContent()).toContain(
      `Shown: 2015/16 Q4 to ${periodBrief(last)}`,
    );
  }));

test('the contents stay in sight and lead by key to each part; the brief is one press away', () =>
  visit('/alliances/peninsula', async (page) => {
    await boardDrawn(page);
    const contents = page.getByRole('navigation', { name: 'On this page' });
    for (const [name, id] of [
      ['Scorecard', 'scorecard'],
      ['Cautions', 'cautions'],
    ] as const) {
      await contents.getByRole('link', { name }).press('Enter');
      await expect
        .poll(async () => (await page.locator(`#${id}`).boundingBox())?.y ?? 9999)
        .toBeLessThan(900);
      await expect.poll(async () => (await contents.boundingBox())?.y ?? 9999).toBeLessThan(2);
    }
    const brief = await fetch(
      SERVER + (await page.getByRole('link', { name: 'Brief (PDF)' }).getAttribute('href')),
    );
    expect([brief.status, brief.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  }));

test('on a phone each ambition is a block of lines: nothing of the table lies beside the screen', () =>
  visit(
    '/alliances/west-midlands',
    async (page) => {
      await boardDrawn(page);
      const box = page.locator('#ambitions .table-box').first();
      await expect.poll(() => box.locator('tbody tr').count()).toBe(3);
      expect(await box.evaluate((table) => table.scrollWidth - table.clientWidth)).toBe(0);
      const lines = await box
        .locator('tbody tr')
        .first()
        .locator('td')
        .evaluateAll((cells) =>
          cells.map((cell) => {
            const { left, right } = (cell.lastElementChild ?? cell).getBoundingClientRect();
            return { asked: getComputedStyle(cell, '::before').content, left, right };
          }),
        );
      expect(lines.map(({ asked }) => asked)).toEqual(['"Now"', '"Target"', '"England"', '"Changing?"']);
      for (const { left, right } of lines) {
        expect(right).toBeLessThanOrEqual(390);
        expect(right - left).toBeGreaterThan(200);
      }
    },
    { viewport: PHONE },
  ));

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
      await expect.poll(() => page.locator('.read-chart svg').count()).toBeGreaterThanOrEqual(1);
      await page.locator('#trends svg').first().waitFor();
      const { high, wide } = await page.evaluate(() => ({
        high: document.documentElement.scrollHeight,
        wide: document.documentElement.scrollWidth,
      }));
      expect(high).toBeLessThanOrEqual(9 * 844);
      expect(wide).toBeLessThanOrEqual(PHONE.width);
    },
    { viewport: PHONE },
  ),
);

test('the waiting times of an Alliance become control charts with one switch, kept with the grain', () =>
  visit('/alliances/west-yorkshire?grain=month', async (page) => {
    await page.locator('.read-chart svg').first().waitFor();
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
