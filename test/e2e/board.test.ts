import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Drivers, Findings, Progress, Scorecard } from '../../data/contract/index.ts';
import { metric, HOME_METRIC } from '../../data/metrics/index.ts';
import { formatValue } from '../../data/text/format.ts';
import { PHONE, started, visit } from './browser.ts';

const served = started();

const get = async <T>(path: string): Promise<T> => (await fetch(served.url + path)).json() as Promise<T>;
const YEAR = 'period=fy2016-17';
const WEST_MIDLANDS = `/alliances/west-midlands?${YEAR}`;
/** To its last part: the page is drawn from the top. */
const whole = (page: Page) => page.locator('#cautions').waitFor({ timeout: 15_000 });

describe('the board page of an Alliance', () => {
  test('says the findings, the gap and the scorecard that the API says', () =>
    visit(served.browser, served.url + WEST_MIDLANDS, async (page) => {
      await whole(page);
      const { findings } = await get<Findings>(`/api/findings?area=west-midlands&${YEAR}`);
      const said = await page.locator('#findings').textContent();
      for (const { text } of findings) expect(said).toContain(text);

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
        expect(await row.first().textContent()).toContain(formatValue(metric(columns[0]?.metric ?? HOME_METRIC), value));
      }
    }));

  test('its parts can be linked to, and the period is kept in the address', () =>
    visit(served.browser, `${served.url}${WEST_MIDLANDS}#scorecard`, async (page) => {
      await whole(page);
      for (const id of ['findings', 'ambitions', 'map', 'scorecard', 'drivers', 'trends', 'changed'])
        expect(await page.locator(`#${id}`).count(), id).toBe(1);
      await page.getByRole('combobox', { name: /As at/ }).first().selectOption('fy2018-19');
      await page.waitForURL(/period=fy2018-19/);
    }));

  test.each(['peninsula', 'greater-manchester', 'lancashire-and-south-cumbria'])('%s reads well', (id) =>
    visit(
      served.browser,
      `${served.url}/alliances/${id}`,
      async (page) => {
        await whole(page);
        expect(await page.locator('main').innerHTML()).not.toMatch(/NaN|undefined|Infinity/);
      },
      { viewport: PHONE },
    ),
  );
});

describe('the progress page', () => {
  test.each(['', '?area=west-yorkshire&period=fy2016-17', '?area=02N'])('%s has every ambition', (query) =>
    visit(served.browser, `${served.url}/progress${query}`, async (page) => {
      await page.getByTestId('ambition').first().waitFor({ timeout: 15_000 });
      const area = new URLSearchParams(query).get('area') ?? 'england';
      const period = new URLSearchParams(query).get('period');
      const { rows } = await get<Progress>(`/api/progress?area=${area}${period ? `&period=${period}` : ''}`);
      expect(await page.getByTestId('ambition').count()).toBe(rows.length);
      expect(await page.locator('main').innerHTML()).not.toMatch(/NaN|undefined|Infinity/);
    }),
  );

  test('of an unknown area says so', () =>
    visit(
      served.browser,
      `${served.url}/progress?area=atlantis`,
      async (page) => {
        await expect.poll(() => page.locator('main').textContent()).toMatch(/No area 'atlantis'/);
      },
      { expected: /404/ },
    ));
});

describe('the page to compare areas', () => {
  test('sets areas of several levels side by side, and adds the ten most similar in one click', () =>
    visit(served.browser, `${served.url}/compare?areas=02N,west-yorkshire,england&${YEAR}`, async (page) => {
      await page
        .getByRole('row', { name: /West Yorkshire/ })
        .first()
        .waitFor({ timeout: 15_000 });
      await page.getByRole('button', { name: /^Add the ten CCGs most similar to Airedale/ }).click();
      await page.waitForURL((url) => (url.searchParams.get('areas') ?? '').split(',').length === 13);
      await page
        .getByRole('row', { name: /Calderdale/ })
        .first()
        .waitFor();
    }));

  test('a group has a total of its own, equal to the API’s', () =>
    visit(served.browser, `${served.url}/compare?areas=02N,02W,02V&${YEAR}`, async (page) => {
      await page.getByTestId('total').check();
      // 482 + 79 + 404 in time, of 545 + 100 + 464 treated.
      await expect.poll(() => page.locator('main').textContent()).toMatch(/965 of 1,109/);
    }));

  test('unknown codes are named and left out; too few areas are asked for', async () => {
    await visit(served.browser, `${served.url}/compare?areas=02N,99Z,02W&${YEAR}`, async (page) => {
      await expect.poll(() => page.locator('main').textContent()).toMatch(/99Z/);
      await page
        .getByRole('row', { name: /Airedale/ })
        .first()
        .waitFor();
    });
    await visit(served.browser, `${served.url}/compare`, async (page) => {
      await expect.poll(() => page.locator('main').textContent()).toMatch(/two/i);
    });
  });
});
