import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriers, metricDrawn, PHONE, visit } from './browser.ts';

const METRIC = '/metrics/62-day-wait?period=fy2016-17';
/** NHS Somerset CCG, its 62-day wait in 2016/17 as the workbooks sum it: 1,594 of 1,948. */
const SOMERSET = '11X';
const FIGURE = /NHS Somerset CCG.*81\.8%.*1,594 of 1,948.*80\.1%.*83\.5%/s;

/** The same as rows of a chart are read. */
const SOMERSETS = /Somerset.*81\.8%.*80\.1% to 83\.5%.*1,594 of 1,948/s;

/** What is marked as the area pointed at: the codes of its rows and marks, each once. */
const marked = (page: Page) =>
  page
    .locator('[data-pointed-at]')
    .evaluateAll((all) => [
      ...new Set(all.map((each) => each.getAttribute('data-area') ?? each.getAttribute('data-line'))),
    ]);

const tip = (page: Page) => page.getByTestId('tip');

/** Brings a mark to the middle of the window and the mouse over it. */
async function over(page: Page, mark: Locator) {
  await mark.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await mark.boundingBox();
  if (!box) throw new Error('The mark has no place on the page.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
}

/** Rests over a mark and moves the mouse onto the words beside it, and about on them. */
async function toTheWords(page: Page, mark: Locator) {
  await over(page, mark);
  await tip(page).waitFor();
  await page.waitForTimeout(400);
  const box = await tip(page).boundingBox();
  if (!box) throw new Error('The words have no place on the page.');
  for (const [x, y] of [
    [3, 3],
    [box.width / 2, box.height / 2],
    [box.width - 3, box.height - 3],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y, { steps: 6 });
}

const part = (page: Page, id: string) => page.getByTestId(id);

describe('on the page of a metric', () => {
  const CHARTS = [
    ['funnel', 'path'],
    ['ranked', 'path'],
    ['between', 'circle'],
  ] as const;

  test('by pointer: an area is marked in funnel, intervals, strips and tables, and read beside the pointer', () =>
    visit(METRIC, async (page) => {
      await metricDrawn(page);
      for (const [id, mark] of CHARTS) {
        await over(page, part(page, id).locator(`svg ${mark}[data-area="${SOMERSET}"]`));
        await expect.poll(() => tip(page).textContent(), { message: id }).toMatch(FIGURE);
        await expect
          .poll(() => part(page, id).getByTestId('read-out').textContent(), { message: id })
          .toMatch(FIGURE);
        expect(await marked(page), id).toEqual([SOMERSET]);
        for (const [other] of CHARTS)
          expect(await part(page, other).locator('[data-pointed-at]').count(), other).toBeGreaterThan(0);
        await page.keyboard.press('Escape');
        await expect.poll(() => tip(page).count(), { message: id }).toBe(0);
        expect(await marked(page), id).toEqual([]);
      }
      await toTheWords(page, part(page, 'funnel').locator(`svg path[data-area="${SOMERSET}"]`));
      expect(await tip(page).textContent()).toMatch(FIGURE);
      expect(await marked(page), 'on the way to the words no other area is pointed at').toEqual([SOMERSET]);
      await page.mouse.move(2, 2);
      await expect.poll(() => tip(page).count()).toBe(0);
      expect(await marked(page)).toEqual([]);
      const row = part(page, 'ranked').locator(`tr[data-area="${SOMERSET}"]`);
      const before = await row.boundingBox();
      await row.hover();
      await expect.poll(() => marked(page)).toEqual([SOMERSET]);
      expect(await tip(page).count(), 'beside the pointer only where it is pointed at').toBe(0);
      expect((await row.boundingBox())?.height).toBe(before?.height);
      await page.mouse.move(5, 5);
      await expect.poll(() => marked(page)).toEqual([]);
    }));

  test('by key: each chart is one stop, and what is reached is read in one place and beside the mark', () =>
    visit(METRIC, async (page) => {
      await metricDrawn(page);
      for (const id of ['funnel', 'ranked']) {
        const chart = part(page, id);
        await chart.locator('svg [tabindex="0"]').focus();
        await page.keyboard.press('End');
        await page.keyboard.press('ArrowLeft');
        const area = await page.evaluate(() => document.activeElement?.getAttribute('data-area') ?? '');
        const name = await tip(page).locator('b').first().textContent();
        expect(await marked(page), id).toEqual([area]);
        expect(await chart.getByTestId('read-out').textContent(), id).toContain(`${name}: `);
        expect(await chart.getByTestId('read-out').textContent(), id).toMatch(/95% interval/);
        await page.keyboard.press('Escape');
        await expect.poll(() => tip(page).count(), { message: id }).toBe(0);
      }
      const strips = part(page, 'between');
      await strips.locator('svg [tabindex="0"]').focus();
      await page.keyboard.press('ArrowDown');
      const read = strips.getByTestId('read-out');
      await expect.poll(() => read.textContent()).toMatch(/people treated.*CCGs, from .* to .*median/);
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => read.textContent()).toMatch(/^NHS .* CCG: /);
      const lowest = Number(/: ([\d.]+)%/.exec((await read.textContent()) ?? '')?.[1]);
      await page.keyboard.press('ArrowRight');
      await expect
        .poll(async () => Number(/: ([\d.]+)%/.exec((await read.textContent()) ?? '')?.[1]))
        .toBeGreaterThan(lowest);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/*area=*');
      await page.keyboard.press('Escape');
      await expect.poll(() => marked(page)).toEqual([]);
      expect(await barriers(page, { part: '[data-testid="between"]' })).toEqual([]);
    }));

  test('by touch: a tap chooses and reads; nothing stays marked as pointed at', () =>
    visit(
      METRIC,
      async (page) => {
        await metricDrawn(page);
        for (const [id, mark] of CHARTS) {
          const chosen = part(page, id).locator(`svg ${mark}[data-area="${SOMERSET}"]`);
          await chosen.evaluate((element) => element.scrollIntoView({ block: 'center' }));
          const box = await chosen.boundingBox();
          if (!box) throw new Error('The mark has no place on the page.');
          await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
          await page.waitForURL('**/*area=*');
          const read = part(page, id).getByTestId('read-out');
          await expect.poll(() => read.textContent(), { message: id }).toMatch(/: [\d.]+% \(.*95% interval/);
          if (mark === 'path') {
            // The nearest is chosen and read, whichever mark lies on top; the words go with it out of sight.
            const said = (await read.textContent())?.split(':')[0];
            await expect.poll(() => tip(page).locator('b').first().textContent(), { message: id }).toBe(said);
            await page.evaluate(() => window.scrollBy(0, 2000));
            await expect.poll(() => tip(page).count(), { message: id }).toBe(0);
            await read.scrollIntoViewIfNeeded();
          }
          await page.touchscreen.tap(4, 300);
          await expect.poll(() => marked(page), { message: id }).toEqual([]);
          await page.goto(new URL(METRIC, page.url()).href);
          await metricDrawn(page);
        }
      },
      { viewport: PHONE, touch: true },
    ));
});

test('on the board page: a row of the scorecard is marked on the map, in the list and in the lines, and nothing moves', () =>
  visit('/alliances/peninsula?period=fy2020-21', async (page) => {
    const row = page.locator('.scorecard tbody tr[data-area]').first();
    await row.waitFor();
    await page.locator('.lines').scrollIntoViewIfNeeded();
    await page.locator('.lines [role="slider"]').waitFor();
    await row.scrollIntoViewIfNeeded();
    await page.mouse.move(5, 5);
    const before = await row.boundingBox();
    await row.hover({ position: { x: 60, y: 10 } });
    const area = await row.getAttribute('data-area');
    await expect.poll(() => marked(page)).toEqual([area]);
    expect(await page.locator('.list tr[data-pointed-at]').count()).toBe(1);
    expect(await page.locator('.england-map path[data-pointed-at]').count()).toBe(1);
    expect(await page.locator('.lines path[data-pointed-at]').count()).toBe(1);
    expect((await row.boundingBox())?.y).toBe(before?.y);
    await page.locator('.list tr[data-area] button').first().focus();
    await page.keyboard.press('Tab');
    await expect
      .poll(() => page.locator('.scorecard tr[data-pointed-at]').count(), { message: 'from the list by key' })
      .toBe(1);
    const reached = await marked(page);
    await row.evaluate(async (element, top) => {
      const under = new Promise((resolve) =>
        element.addEventListener('pointerover', resolve, { once: true }),
      );
      window.scrollBy(0, element.getBoundingClientRect().top - top);
      await under;
    }, before?.y ?? 0);
    expect(await marked(page), 'while the row comes to lie under the mouse').toEqual(reached);
    await row.scrollIntoViewIfNeeded();
    await row.hover({ position: { x: 62, y: 11 } });
    await expect.poll(() => marked(page), { message: 'once the mouse moves' }).toEqual([area]);
  }));

test('on the page of compared areas: intervals, lines and every metric', () =>
  visit('/compare?areas=11X,11J,england&period=fy2016-17', async (page) => {
    await page.getByTestId('open-matrix').click();
    await page.locator(`.matrix td[data-area="${SOMERSET}"]`).first().waitFor();
    await page.locator(`.over-time path[data-line="${SOMERSET}"]`).first().waitFor();
    const intervals = page.locator('.read-chart').first();
    await over(page, intervals.locator('text').filter({ hasText: 'Somerset' }).first());
    await expect.poll(() => intervals.locator('.readout').textContent()).toMatch(SOMERSETS);
    expect(await marked(page)).toEqual([SOMERSET]);
    for (const mark of ['.matrix td', '.over-time path', '.line-legend button'])
      await expect
        .poll(() => page.locator(`${mark}[data-pointed-at]`).count(), { message: mark })
        .toBeGreaterThan(0);
    const line = await page
      .locator(`.over-time path[data-line="${SOMERSET}"]`)
      .evaluate((path) => getComputedStyle(path).strokeWidth);
    expect(line).toBe('5px');
    await page.locator(`.line-legend button[data-line="11J"]`).hover();
    await expect.poll(() => intervals.locator('[data-outlined]').getAttribute('data-outlined')).toBe('11J');
    await page.mouse.move(5, 5);
    await expect.poll(() => marked(page)).toEqual([]);
  }));

test.each([
  ['pointer', false],
  ['touch', true],
] as const)('small drawings of tables, by %s and by key: a spine and a line over time are read', (_, touch) =>
  visit(
    '/ccgs/11X?period=fy2016-17',
    async (page) => {
      const spine = page.locator('tr[data-metric="62-day-wait"] .figure-tip');
      await spine.waitFor();
      await spine.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }));
      await (touch ? spine.tap() : spine.hover());
      await expect
        .poll(() => tip(page).textContent())
        .toMatch(/81\.8% \(1,594 of 1,948 .*80\.1%.*83\.5%.*England.*median .*Middle four fifths/s);
      await page.keyboard.press('Escape');
      await expect.poll(() => tip(page).count()).toBe(0);
      await page.mouse.move(5, 5);
      await spine.blur();
      await spine.focus();
      await expect.poll(() => tip(page).count()).toBe(1);
      expect(await spine.getAttribute('aria-label')).toMatch(/62-day wait: 81\.8%, among .* median/s);

      await page.goto(new URL('/metrics', page.url()).href);
      const line = page.locator('.sparkline').first();
      await line.waitFor();
      await line.evaluate((element) => element.scrollIntoView({ block: 'center', inline: 'center' }));
      await (touch ? line.tap() : line.hover());
      await expect.poll(() => tip(page).textContent()).toMatch(/median .*middle eight in ten areas from/);
      await page.keyboard.press('Escape');
      await expect.poll(() => tip(page).count()).toBe(0);
      await page.mouse.move(5, 5);
      await line.blur();
      await line.focus();
      await page.keyboard.press('Home');
      const first = await line.getAttribute('aria-valuetext');
      expect(await tip(page).textContent()).toBe(first);
      await page.keyboard.press('ArrowRight');
      expect(await line.getAttribute('aria-valuetext')).not.toBe(first);
      expect(await line.getAttribute('aria-valuenow')).toBe('2');
    },
    touch ? { viewport: PHONE, touch: true } : {},
  ),
);
