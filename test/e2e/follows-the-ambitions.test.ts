import { expect, test } from 'vitest';
import type { Progress } from '../../data/contract/index.ts';
import { get, visit, WRONG } from './browser.ts';

test.each([
  ['England', '', 'area=england'],
  [
    'an Alliance as at a year',
    '?area=west-yorkshire&period=fy2016-17',
    'area=west-yorkshire&period=fy2016-17',
  ],
  ['a CCG', '?area=02N', 'area=02N'],
])('the progress of %s has every ambition', (_, query, asked) =>
  visit(`/progress${query}`, async (page) => {
    await page.getByTestId('ambition').first().waitFor({ timeout: 60_000 });
    const { rows } = await get<Progress>(`/api/progress?${asked}`);
    expect(await page.getByTestId('ambition').count()).toBe(rows.length);
    expect(await page.locator('main').innerHTML()).not.toMatch(WRONG);
  }),
);

test('the progress of an unknown area says so', () =>
  visit(
    '/progress?area=atlantis',
    async (page) => {
      await expect.poll(() => page.locator('main').textContent()).toMatch(/No area 'atlantis'/);
    },
    { expected: /404/ },
  ));
