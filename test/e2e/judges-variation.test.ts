import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Spread } from '../../data/contract/index.ts';
import { spreadNumbers } from '../../data/text/spread.ts';
import { download, get, metricDrawn, PHONE, visit, WRONG } from './browser.ts';

const WAIT = '/metrics/62-day-wait?period=fy2016-17';

const points = (page: Page) => page.getByTestId('funnel').locator('svg [role="button"]');

/** The first columns of a downloaded CSV, by name; the cells of those hold no comma. */
function readRows(bytes: Buffer) {
  const [head = '', ...lines] = bytes.toString().replace('\uFEFF', '').trim().split('\r\n');
  const names = head.split(',').slice(0, 3);
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

test('page, API and download agree on the 62-day wait in 2016/17; the funnel is read and used by keyboard alone', () =>
  visit(WAIT, async (page) => {
    await metricDrawn(page);
    const spread = await get<Spread>('/api/spread?level=ccg&metric=62-day-wait&period=fy2016-17');
    const numbers = spreadNumbers(spread);
    const value = (id: string) => numbers.find((each) => each.id === id)?.value;
    // Recomputed from the published counts in test/server/questions/spread/published.test.ts.
    expect(spread.funnel).toMatchObject({ before: { outside95: 108, outside998: 63 } });
    expect(spread.funnel).toMatchObject({ after: { outside95: 25, outside998: 3 } });
    expect([value('i2'), value('tau')]).toEqual([spread.variation.i2, spread.variation.tau]);
    expect(await page.getByTestId('finding').textContent()).toContain('63 of 206 CCGs');

    const table = page.getByTestId('numbers');
    for (const { name, shown } of numbers)
      expect(await table.getByRole('row', { name }).first().textContent()).toContain(shown);
    const { name, bytes } = await download(page, () =>
      table.getByRole('button', { name: /Download CSV/ }).click(),
    );
    expect(name).toMatch(/62-day-wait.*2016-17.*\.csv$/);
    const rows = readRows(bytes);
    expect(rows.map((row) => row.statistic)).toEqual(numbers.map(({ id }) => id));
    expect(rows.find((row) => row.statistic === 'i2')?.statistic_name).toBeTruthy();

    await expect.poll(() => points(page).count()).toBe(206);
    const stops = page.getByTestId('funnel').locator('svg [role="button"][tabindex="0"]');
    expect(await stops.count()).toBe(1);
    await stops.focus();
    const named = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const first = await named();
    expect(first).toMatch(/CCG.*%.*of.*limits/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(named).not.toBe(first);
    await page.keyboard.press('End');
    // The CCG with the most people treated.
    await expect.poll(named).toMatch(/Northern, Eastern and Western Devon/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/area=99P/);
    const read = page.getByTestId('read').first();
    await expect
      .poll(() => read.textContent())
      .toMatch(/Northern, Eastern and Western Devon.*In the funnel/s);
  }));

test('benchmark, confidence, Alliance and limits are in the address and change the words', () =>
  visit(`${WAIT}&benchmark=similar&alliance=peninsula`, async (page) => {
    await metricDrawn(page);
    await expect.poll(() => page.getByTestId('ranked').textContent()).toMatch(/ten most similar CCGs/);
    await page.getByTestId('benchmark').selectOption({ label: 'England' });
    await expect.poll(() => page.url()).not.toContain('benchmark');
    await page.getByRole('radio', { name: '99.8%', exact: true }).first().check();
    await page.waitForURL(/confidence=99\.8/);
    await page.getByRole('radio', { name: 'Exact', exact: true }).check();
    await page.waitForURL(/limits=exact/);
    expect(page.url()).toContain('alliance=peninsula');
  }));

test('a benchmark that is refused leaves the page, with the reason', () =>
  visit(
    `${WAIT}&benchmark=02N,peninsula`,
    async (page) => {
      await expect.poll(() => page.locator('main').textContent()).toMatch(/mixes levels/);
      await page.getByTestId('benchmark').waitFor();
    },
    { expected: /400/ },
  ));

test.each([
  ['one-year-survival', /no funnel is drawn/i],
  ['under-75-mortality', /no funnel is drawn/i],
  ['cancer-prevalence', /higher|lower/i],
  ['stage-recorded', /England/],
  ['nothing', /no .*nothing/i],
])('%s answers with a picture or with words', (id, words) =>
  visit(
    `/metrics/${id}`,
    async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.locator('main').textContent()).toMatch(words);
      expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
    },
    // A page that is not there is a 404, which the browser notes.
    id === 'nothing' ? { expected: /status of 404/ } : {},
  ),
);

test('on a phone nothing is lost: the controls fold, the tables scroll inside themselves', () =>
  visit(
    WAIT,
    async (page) => {
      await metricDrawn(page);
      for (const part of ['funnel', 'ranked', 'over-time', 'between', 'deprivation', 'numbers', 'method'])
        expect(await page.getByTestId(part).count(), part).toBe(1);
      expect(await page.getByTestId('benchmark').isVisible()).toBe(false);
      await page.getByText('Change', { exact: true }).click();
      await page.getByTestId('benchmark').waitFor();
    },
    { viewport: PHONE },
  ));
