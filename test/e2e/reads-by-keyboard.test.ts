import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { long } from '../sample.ts';
import { DESKTOP, mapDrawn, metricDrawn, PHONE, visit } from './browser.ts';

/** More stops than any page has: who tabs on for so long is caught. */
const MOST_STOPS = 900;

type Stop = {
  /** What it is, for a message. */
  name: string;
  /** Whether some of it lies in the window with nothing over it, and what tells that it has the focus. */
  seen: boolean;
  marked: boolean;
  /** Whether it comes after the one before in the page. */
  after: boolean;
  /** Whether it is part of the end of the page. */
  atEnd: boolean;
};

/** What has the focus; null where nothing has. */
const stop = (page: Page) =>
  page.evaluate((): Stop | null => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const before = (window as unknown as { before?: Element }).before;
    (window as unknown as { before?: Element }).before = at;
    const box = (at.closest('.choice label') ?? at).getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    const inSight = (across: number, down: number) => {
      const over = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      return (
        over !== null && (at.contains(over) || over.contains(at) || over.parentElement === at.parentElement)
      );
    };
    const places = [0.1, 0.5, 0.9];
    const marks = [at, ...at.querySelectorAll('*'), at.nextElementSibling, at.parentElement].some((each) => {
      if (!each) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    return {
      name: `${at.tagName} ${at.className} ${(at.getAttribute('aria-label') ?? at.textContent ?? '').slice(0, 50)}`,
      seen: right > left && bottom > top && places.some((x) => places.some((y) => inSight(x, y))),
      marked: marks || at.closest('svg') !== null,
      atEnd: at.closest('footer') !== null,
      // What the focus has left may be gone: words about what was pointed at are.
      after:
        !before?.isConnected || (before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
    };
  });

/** How often it is looked whether a stop has come into sight, and how long it is waited between. */
const LOOKS = 20;
const BETWEEN = 100;

/** Presses a key until the focus leaves the page; what was reached, each in turn. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => delete (window as unknown as { before?: Element }).before);
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press(key);
    let reached = await stop(page);
    if (reached === null) return stops;
    // What is read out of a mark can move what stands below it: it is looked at once that is done.
    for (let looks = 0; !reached.seen && looks < LOOKS; looks++) {
      await page.waitForTimeout(BETWEEN);
      reached = { ...((await stop(page)) ?? reached), after: reached.after };
    }
    stops.push(reached);
  }
  return stops;
}

const names = (stops: readonly Stop[]) => stops.map(({ name }) => name);

describe.each([
  ['the map', DESKTOP, '/?level=alliance', (page: Page) => mapDrawn(page, 19)],
  [
    'a board page',
    DESKTOP,
    '/alliances/peninsula',
    (page: Page) => page.locator('.scorecard tbody tr').first().waitFor(),
  ],
  // Its tables take a minute to walk: under `npm run test:long` alone.
  ...(long
    ? [['a metric', PHONE, '/metrics/62-day-combined?level=icb&period=2026-03', metricDrawn] as const]
    : []),
  [
    'a comparison',
    PHONE,
    '/compare?areas=02N,02W,england',
    (page: Page) => page.locator('.over-time svg').first().waitFor(),
  ],
  ['the Alliances', PHONE, '/alliances', (page: Page) => page.locator('#today').waitFor()],
  ['the data', DESKTOP, '/data', (page: Page) => page.locator('#licence').waitFor()],
] as const)('%s', (_, usual, address, ready) => {
  test.each(long ? [DESKTOP, PHONE] : [usual])(
    'is walked by Tab in the order of the page and back again, each stop in sight and marked ($width pixels)',
    (viewport) =>
      visit(
        address,
        async (page) => {
          await ready(page);
          await page.waitForLoadState('networkidle');
          const there = await walk(page, 'Tab');
          expect(there.length).toBeGreaterThan(20);
          expect(there.length, 'the walk ends').toBeLessThan(MOST_STOPS);
          // Where what had the focus is taken away, it falls to nowhere in the middle of the page.
          expect(there.at(-1), 'the walk ends at the end of the page').toMatchObject({ atEnd: true });
          expect(names(there.filter(({ after }) => !after)), 'out of order').toEqual([]);
          const back = await walk(page, 'Shift+Tab');
          expect(back.length).toBeLessThan(MOST_STOPS);
          for (const stops of [there, back]) {
            expect(names(stops.filter(({ seen }) => !seen)), 'hidden').toEqual([]);
            expect(names(stops.filter(({ marked }) => !marked)), 'without a mark').toEqual([]);
          }
        },
        { viewport },
      ),
  );
});

const COMPARED = '/compare?areas=02N,02W,england&period=fy2016-17';

describe('a button that goes, or comes to its end, when it is pressed leaves the focus at its place', () => {
  test.each([
    ['Show all periods', `${COMPARED}&range=2016-01..2018-03`, 'First period shown'],
    ['Show all lines alike', `${COMPARED}&line=02N`, 'Show England'],
    ['Clear', '/?level=alliance&area=wessex', null],
    ['Whole', '/?level=alliance&view=2.0.0.4', 'Whole'],
    ['Earlier period', '/?level=alliance&period=fy2016-17', 'Earlier period'],
  ])('%s', (name, address, label) =>
    visit(address, async (page) => {
      const button = page.getByRole('button', { name, exact: true });
      await button.waitFor({ timeout: 60_000 });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await button.count()) === 0 || (await button.getAttribute('aria-disabled')))
        .toBeTruthy();
      const at = page.locator(':focus');
      if (label === null) expect(await at.getAttribute('class')).toBe('caption empty');
      else expect(await at.ariaSnapshot()).toContain(label);
    }),
  );
});
