import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Spread } from '../../data/contract/index.ts';
import { spreadNumbers } from '../../data/text/spread.ts';
import { PHONE, started, visit } from './browser.ts';

const served = started();

const WAIT = '/metrics/62-day-wait?period=fy2016-17';
const points = (page: Page) => page.getByTestId('funnel').locator('svg [role="button"]');
/** Waits until the page is whole, to its last part, and so answers to the hand: the funnel itself comes with it. */
const funnelDrawn = async (page: Page) => {
  await points(page).first().waitFor({ timeout: 10_000 });
  await page.getByTestId('method').waitFor({ timeout: 10_000 });
};
const spreadOf = async (query: string): Promise<Spread> =>
  (await fetch(`${served.url}/api/spread?level=ccg&${query}`)).json() as Promise<Spread>;

/** The rows of a downloaded CSV, each by the names of its columns; no cell of it holds a comma. */
async function downloaded(page: Page, press: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  const text = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '');
  const [head = '', ...lines] = text.trim().split('\r\n');
  const names = head.split(',');
  // The first two columns are what is read here; quoted words come after them.
  return {
    name: file.suggestedFilename(),
    rows: lines.map((line) => {
      const cells = line.split(',');
      return Object.fromEntries(names.slice(0, 3).map((name, i) => [name, cells[i] ?? '']));
    }),
  };
}

describe('the page of a metric', () => {
  test('page, API and download say the same of the 62-day wait in 2016/17', () =>
    visit(served.browser, served.url + WAIT, async (page) => {
      await funnelDrawn(page);
      const spread = await spreadOf('metric=62-day-wait&period=fy2016-17');
      const numbers = spreadNumbers(spread);
      const value = (id: string) => numbers.find((each) => each.id === id)?.value;
      // Recomputed from the published counts in test/server/spread-published.test.ts.
      expect(spread.funnel).toMatchObject({ before: { outside95: 110, outside998: 64 } });
      expect(spread.funnel).toMatchObject({ after: { outside95: 25, outside998: 3 } });
      expect([value('i2'), value('tau')]).toEqual([spread.variation.i2, spread.variation.tau]);

      const table = page.getByTestId('numbers');
      for (const { name, shown } of numbers)
        expect(await table.getByRole('row', { name }).first().textContent()).toContain(shown);

      const { name, rows } = await downloaded(page, () =>
        table.getByRole('button', { name: /Download CSV/ }).click(),
      );
      expect(name).toMatch(/62-day-wait.*2016-17.*\.csv$/);
      expect(rows.map((row) => row.statistic)).toEqual(numbers.map(({ id }) => id));
      expect(rows.find((row) => row.statistic === 'i2')?.statistic_name).toBeTruthy();
      const found = await page.getByTestId('finding').textContent();
      expect(found).toContain('64 of 206 CCGs');
    }));

  test('the funnel is read and used by keyboard alone, and the choice is in the address', () =>
    visit(served.browser, served.url + WAIT, async (page) => {
      await funnelDrawn(page);
      expect(await points(page).count()).toBe(206);
      const stops = page.getByTestId('funnel').locator('svg [role="button"][tabindex="0"]');
      expect(await stops.count()).toBe(1);
      await stops.focus();
      const named = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
      const first = await named();
      expect(first).toMatch(/CCG.*%.*of.*limits/);
      await page.keyboard.press('ArrowRight');
      expect(await named()).not.toBe(first);
      await page.keyboard.press('End');
      // The CCG with the most people treated.
      expect(await named()).toMatch(/Northern, Eastern and Western Devon/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/area=99P/);
      const read = page.getByTestId('read').first();
      expect(await read.textContent()).toMatch(/Northern, Eastern and Western Devon.*In the funnel/s);
    }));

  test('benchmark, confidence, Alliance and limits are in the address and change what is said', () =>
    visit(served.browser, `${served.url}${WAIT}&benchmark=similar&alliance=peninsula`, async (page) => {
      await funnelDrawn(page);
      const ranked = page.getByTestId('ranked');
      await expect.poll(() => ranked.textContent()).toMatch(/ten most similar CCGs/);
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
      served.browser,
      `${served.url}${WAIT}&benchmark=02N,peninsula`,
      async (page) => {
        await expect.poll(() => page.locator('main').textContent()).toMatch(/mixes levels/);
        expect(await page.getByTestId('benchmark').isVisible()).toBe(true);
      },
      { expected: /400/ },
    ));

  test.each([
    ['one-year-survival', /no funnel is drawn/i],
    ['under-75-mortality', /no funnel is drawn/i],
    ['cancer-prevalence', /higher|lower/i],
    ['stage-recorded', /England/],
    ['patient-experience', /Illustrative, not published/],
    ['nothing', /no .*nothing/i],
  ])('%s answers with a picture or with words', (id, said) =>
    visit(served.browser, `${served.url}/metrics/${id}`, async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expect.poll(() => page.locator('main').textContent()).toMatch(said);
      expect(await page.locator('main').innerHTML()).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );

  test('no illustrative figure is judged, ranked or compared', () =>
    visit(served.browser, `${served.url}/metrics/patient-experience`, async (page) => {
      await page.getByTestId('finding').waitFor();
      const text = (await page.locator('main').textContent()) ?? '';
      expect(text).not.toMatch(/better than England|worse than England|99\.8% limits;/i);
      expect(await page.getByTestId('ranked').textContent()).not.toMatch(/▲|▼/);
    }));

  test('on a phone nothing is lost: the controls fold, the tables scroll inside themselves', () =>
    visit(
      served.browser,
      served.url + WAIT,
      async (page) => {
        await funnelDrawn(page);
        for (const part of ['funnel', 'ranked', 'over-time', 'between', 'deprivation', 'numbers', 'method'])
          expect(await page.getByTestId(part).count(), part).toBe(1);
        expect(await page.getByTestId('benchmark').isVisible()).toBe(false);
        await page.getByText('Change', { exact: true }).click();
        expect(await page.getByTestId('benchmark').isVisible()).toBe(true);
      },
      { viewport: PHONE },
    ));

  test('in print the charts and tables are there and the controls are not', () =>
    visit(served.browser, served.url + WAIT, async (page) => {
      await funnelDrawn(page);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByTestId('benchmark').isVisible()).toBe(false);
      expect(await page.getByTestId('funnel').locator('svg').first().isVisible()).toBe(true);
      const ranked = page.getByTestId('ranked');
      expect(await ranked.getByRole('row', { name: /Thurrock/ }).isVisible()).toBe(true);
      expect(await page.getByText('Download CSV').first().isVisible()).toBe(false);
    }));
});
