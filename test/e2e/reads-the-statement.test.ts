import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { READING_AGES, TESTED_WITH } from '../../data/text/accessibility.ts';
import { readingAge, textsOf } from '../../scripts/reading-age.ts';
import { long } from '../sample.ts';
import { visit } from './browser.ts';

test('the statement, from the foot of a page, names the programs in the versions that are used', () =>
  visit('/data', async (page) => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(TESTED_WITH).toEqual({
      axe: devDependencies['axe-core'],
      playwright: devDependencies['playwright-core'],
    });
    await page.locator('footer').getByRole('link', { name: 'accessibility statement' }).click();
    await page.getByRole('heading', { level: 1, name: /Accessibility/ }).waitFor();
    for (const version of Object.values(TESTED_WITH))
      expect(await page.locator('main').textContent()).toContain(version);
  }));

const MEASURED = long
  ? READING_AGES
  : READING_AGES.filter(({ address }) => /methods|accessibility/.test(address));

test.each(MEASURED)('$name takes the age to read that is stated, within a year', ({ address, age }) =>
  visit(address, async (page) => {
    await page.waitForLoadState('networkidle');
    const measured = readingAge(await textsOf(page));
    expect(Math.abs(measured - age), `${measured} years`).toBeLessThan(1);
  }),
);
