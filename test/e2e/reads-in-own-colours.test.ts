import { expect, test } from 'vitest';
import { mapDrawn, visit } from './browser.ts';

test('in the reader’s own colours the focus, the page that is open and every field can be seen', () =>
  visit('/?level=alliance', async (page) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await mapDrawn(page, 19);
    const style = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('product');
    expect(await style('.product', 'outline-style')).toBe('solid');
    expect(await style('.product', 'outline-color')).not.toMatch(/, 0\)$/);
    expect(await style('nav a[aria-current]', 'border-bottom-style')).toBe('solid');
    expect(await style('.find input', 'border-top-style')).toBe('solid');
    const [chosen, other] = [':checked + span', ':not(:checked):enabled + span'].map(
      (each) => `.choice ${each}`,
    );
    expect(await style(chosen ?? '', 'background-color')).not.toBe(
      await style(other ?? '', 'background-color'),
    );
  }));

test('with reduced motion nothing moves of itself, and there is no button that would make it', () =>
  visit('/?level=alliance', async (page) => {
    await mapDrawn(page, 19);
    expect(await page.locator('.play:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(() => page.locator('.play:visible').count()).toBe(1);
  }));
