import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../data/contract/index.ts';
import { metric } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { get, mapDrawn, metricDrawn, visit } from './browser.ts';

/** Writes down what every live region of the page says from now on, as a screen reader is told it. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const wordsOf = (region: Element) => {
      const copy = region.cloneNode(true) as Element;
      for (const unspoken of copy.querySelectorAll('[aria-hidden="true"]')) unspoken.remove();
      return (copy.textContent ?? '').trim();
    };
    const last = new WeakMap<Element, string>();
    const look = () => {
      for (const region of document.querySelectorAll(
        '[role="status"], [role="alert"], [aria-live="polite"]',
      )) {
        const words = wordsOf(region);
        if (words !== '' && words !== last.get(region)) heard.push(words);
        last.set(region, words);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });

const heard = (page: Page) => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
const forget = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as { heard: string[] }).heard.length = 0;
  });

const SETTLED = { timeout: 15_000 };

/** Opens an address and waits until it has told what it shows. */
async function opened(page: Page, address: string, first: RegExp) {
  await listen(page);
  await page.goto(new URL(address, page.url()).href);
  await expect.poll(() => heard(page), SETTLED).toContainEqual(expect.stringMatching(first));
  await forget(page);
}

describe('what a page shows is told once it has changed, in one sentence or two, with its period', () => {
  test.each([
    [
      'England, its metric',
      '/?level=alliance',
      /^62-day wait, 2020\/21\. In 2020\/21, 74\.3% of people in England/,
      (page: Page) => page.getByTestId('metric').selectOption('31-day-wait'),
      /^31-day wait, 20\d\d\/\d\d\. In 20\d\d\/\d\d, \d\d\.\d+% of people in England/,
    ],
    [
      'England, its areas',
      '/?level=alliance',
      /of the 19 Alliances/,
      (page: Page) => page.getByRole('radio', { name: 'CCGs', exact: true }).check(),
      /of 135 CCGs/,
    ],
    [
      'a board page, its date',
      '/alliances/today-west-midlands',
      /^West Midlands Cancer Alliance, today\. As at April 2026\. In April 2026, 66\.0% of people/,
      (page: Page) => page.getByTestId('period').selectOption('2026-03'),
      /As at March 2026\. In March 2026, \d\d\.\d% of people/,
    ],
    [
      'a comparison, its period',
      '/compare?areas=02N,02W,england&period=fy2016-17',
      /^Compare areas: 62-day wait, 2016\/17\. In 2016\/17, /,
      (page: Page) => page.getByTestId('period').selectOption('fy2017-18'),
      /^Compare areas: 62-day wait, 2017\/18\. In 2017\/18, /,
    ],
    [
      'a metric, its period',
      '/metrics/62-day-wait?period=fy2016-17',
      /2016\/17: how it varies\. In 2016\/17, the middle eight in ten/,
      (page: Page) => page.getByTestId('period').selectOption('fy2017-18'),
      /2017\/18: how it varies\. In 2017\/18, the middle eight in ten/,
    ],
    [
      'a CCG, its date',
      '/ccgs/02N',
      /^NHS Airedale, Wharfedale and Craven CCG\. Better than England on \d+ metrics?, /,
      (page: Page) => page.getByTestId('period').selectOption('fy2017-18'),
      /have a figure by March 2018/,
    ],
  ] as const)('%s', (_, address, first, change, then) =>
    visit('/accessibility', async (page) => {
      await opened(page, address, first);
      await change(page);
      await expect.poll(() => heard(page), SETTLED).toContainEqual(expect.stringMatching(then));
      // Longer than a second message would wait.
      await page.waitForTimeout(1500);
      expect((await heard(page)).filter((words) => !words.startsWith('Loading'))).toHaveLength(1);
    }),
  );
});

test('what is waited for is told only once it takes long', () =>
  visit('/accessibility', async (page) => {
    let send = () => {};
    const sent = new Promise<void>((resolve) => {
      send = resolve;
    });
    await listen(page);
    await page.route(/api\/progress/, (route) => sent.then(() => route.continue()));
    // As it is at the moment at which it comes, however slow the machine that asks.
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const span = document.querySelector('.waiting span');
        if (!span) return;
        (window as unknown as { atFirst: string | null }).atFirst = span.getAttribute('aria-hidden');
        observer.disconnect();
      }).observe(document.body, { subtree: true, childList: true });
    });
    await page.getByRole('link', { name: 'Progress' }).click();
    const waiting = page.locator('.waiting', { hasText: 'Loading every ambition' });
    await waiting.waitFor();
    expect(await page.evaluate(() => (window as unknown as { atFirst: string | null }).atFirst)).toBe('true');
    await expect.poll(() => waiting.ariaSnapshot(), SETTLED).toContain('Loading every ambition');
    send();
    await page.getByTestId('ambition').first().waitFor();
  }));

test('a search in vain is told, and only areas are in the list of those found', () =>
  visit('/', async (page) => {
    await mapDrawn(page);
    const search = page.getByRole('combobox', { name: 'Find an area', exact: true });
    await search.fill('bury');
    await page.getByRole('option').first().waitFor();
    expect(await page.locator('[role="listbox"] > :not([role="option"])').count()).toBe(0);
    await search.pressSequentially('zz');
    await expect
      .poll(() => page.getByTestId('said').textContent(), SETTLED)
      .toBe('buryzz: No Alliance, CCG, ICB, council or trust of that name or code.');
  }));

test('a row of the ranked list says all it shows, its interval too, and map and list have headings', () =>
  visit('/?level=alliance', async (page) => {
    await mapDrawn(page, 19);
    const row = await page.locator('tr[data-area="wessex"]').ariaSnapshot();
    const { areas } = await get<Snapshot>('/api/snapshot?metric=62-day-wait&level=alliance&period=fy2020-21');
    const wessex = areas.find(({ area }) => area === 'wessex');
    const [lower, upper] = [wessex?.lower ?? Number.NaN, wessex?.upper ?? Number.NaN].map((value) =>
      formatValue(metric('62-day-wait'), value),
    );
    expect(row).toContain(`img "Between ${lower} and ${upper}"`);
    expect(await page.getByRole('columnheader', { name: 'Rank' }).ariaSnapshot()).not.toMatch(/[↓↑]/);
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining(['Map', 'Ranked list']),
    );
  }));

test('dots reached by key are told; a hint, or an area pointed at in another chart, is not', () =>
  visit('/accessibility', async (page) => {
    await listen(page);
    await page.goto(new URL('/metrics/62-day-wait?period=fy2016-17', page.url()).href);
    await metricDrawn(page);
    await page.getByTestId('funnel').locator('svg [tabindex="0"]').focus();
    const strips = page.getByTestId('between').locator('svg [tabindex="0"]');
    await strips.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^NHS .* CCG: \d\d\.\d%/));
    await page.keyboard.press('Escape');
    await page.waitForTimeout(1500);
    const told = (await heard(page)).filter((words) => !/^(Loading|62-day wait)/.test(words));
    expect(told).toHaveLength(1);
  }));
