import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { areasOnMap, barriers, mapDrawn, PHONE, SERVER, visit } from './browser.ts';

const tools = '.map-tools';

/** The place in the middle and how many times it is enlarged, as the address says; the whole has none. */
const viewIn = (page: Page) => new URL(page.url()).searchParams.get('view')?.split(',').map(Number) ?? null;

const transform = (page: Page) => page.locator('.enlarged').getAttribute('transform');

/** Waits until the map can be entered, and brings it to the middle of the window. Returns the middle of the map. */
async function entered(page: Page) {
  await mapDrawn(page);
  await page.locator(tools).waitFor();
  const frame = page.locator('.map-frame');
  await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await frame.boundingBox();
  if (!box) throw new Error('The map has no place on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const times = async (page: Page, wanted: (k: number) => boolean) =>
  expect.poll(() => wanted(viewIn(page)?.[2] ?? 1), { timeout: 5000 }).toBe(true);

test('by pointer: the wheel scrolls the page and with Ctrl zooms; dragging moves, a double click enlarges', () =>
  visit('/?period=fy2016-17', async (page) => {
    const { x, y } = await entered(page);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -200);
    await page.getByText('Hold Ctrl or ⌘ and turn the wheel').waitFor();
    expect(viewIn(page)).toBeNull();

    await page.locator('.map-frame').evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await times(page, (k) => k > 2);

    const [fromX = 0, fromY = 0] = viewIn(page) ?? [];
    await page.mouse.down();
    await page.mouse.move(x - 60, y - 40, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => (viewIn(page)?.[0] ?? 0) > fromX && (viewIn(page)?.[1] ?? 0) > fromY).toBe(true);
    expect(new URL(page.url()).searchParams.has('area'), 'a drag chooses nothing').toBe(false);

    const [, , before = 1] = viewIn(page) ?? [];
    await page.mouse.dblclick(x, y);
    await times(page, (k) => k > 1.5 * before);
    const asLeft = await transform(page);
    const view = viewIn(page);
    await page.reload();
    await entered(page);
    expect(viewIn(page)).toEqual(view);
    const numbers = (text: string | null) =>
      text?.match(/-?[\d.]+/g)?.map((each) => Math.round(Number(each) / 20));
    expect(numbers(await transform(page))).toEqual(numbers(asLeft));
  }));

test('by key: + − and 0, Shift with an arrow moves, arrows alone go to areas and bring them into sight', () =>
  visit('/?period=fy2016-17', async (page) => {
    await entered(page);
    await page.locator('.england-map [tabindex="0"]').focus();
    for (const key of ['+', '+', '+']) await page.keyboard.press(key);
    await times(page, (k) => k > 4 && k < 4.2);
    const before = viewIn(page) ?? [];
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => (viewIn(page)?.[0] ?? 0) > (before[0] ?? 0)).toBe(true);
    await page.keyboard.press('-');
    await times(page, (k) => k < 2.7);

    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-area'));
    for (let press = 0; press < 12; press++) await page.keyboard.press('ArrowDown');
    const reached = await focused();
    const shape = page.locator(`.england-map path[role="button"][data-area="${reached}"]`);
    const inSight = async () => {
      const [place, frame] = [await shape.boundingBox(), await page.locator('.map-frame').boundingBox()];
      if (!place || !frame) throw new Error('The area has no place.');
      return place.y < frame.y + frame.height && place.y + place.height > frame.y;
    };
    await expect.poll(inSight).toBe(true);
    // What the key has reached is said in one place over the map, and beside the shape.
    const name = page.getByTestId('tip').locator('b').first();
    const label = (await shape.getAttribute('aria-label')) ?? 'none';
    await expect.poll(async () => label.includes((await name.textContent()) ?? 'none')).toBe(true);
    await expect
      .poll(() => page.getByTestId('read-out').textContent())
      .toContain((await name.textContent()) ?? 'none');

    await page.keyboard.press('0');
    await expect.poll(() => viewIn(page)).toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByTestId('tip').count()).toBe(0);
  }));

test('by button and list: Birmingham’s names appear as there is room; to London, an Alliance, what was found', () =>
  visit('/?period=fy2016-17', async (page) => {
    await entered(page);
    const names = page.locator('.enlarged text');
    expect(await names.count()).toBe(0);
    const zoomTo = (name: string) => page.getByLabel('Zoom to').selectOption({ label: name });
    await zoomTo('West Midlands');
    await times(page, (k) => k > 3);
    await expect.poll(() => names.count()).toBeGreaterThan(12);
    const few = await names.count();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => names.allTextContents().then((all) => all.join(' '))).toMatch(/Sandwell|Walsall/);
    expect(few).toBeGreaterThan(0);
    await zoomTo('London');
    await times(page, (k) => k > 8);
    await expect
      .poll(() => names.allTextContents().then((all) => all.join(' ')))
      .toMatch(/Enfield.*Barnet|Barnet.*Enfield/);

    await page.getByRole('searchbox', { name: 'Name or code' }).fill('devon');
    await zoomTo('The 2 CCGs in the list');
    await times(page, (k) => k > 2 && k < 8);
    const [x = 0] = viewIn(page) ?? [];
    expect(x, 'Devon lies in the west').toBeLessThan(1500);
    await page.getByRole('button', { name: 'Whole', exact: true }).click();
    await expect.poll(() => viewIn(page)).toBeNull();
    await page.locator('.england-map .inset').waitFor();
  }));

test('hexagons are entered too, and carry names', () =>
  visit('/?period=fy2016-17&layout=hex&view=814,1058,4', async (page) => {
    await entered(page);
    await expect.poll(() => page.locator('.enlarged text').count()).toBeGreaterThan(6);
  }));

test('a view outside the map is mended, in the address too, and that is said; the empty sea is the whole map', async () => {
  await visit('/?period=fy2016-17&view=99999,99999,3', async (page) => {
    await entered(page);
    await page.getByText('which is no part of this map').waitFor();
    const [x = 0, y = 0, k] = viewIn(page) ?? [];
    expect([Math.round(x / 10), Math.round(y / 10), k]).toEqual([333, 382, 3]);
  });
  await visit('/?period=fy2016-17&view=99999,-5,400', async (page) => {
    await entered(page);
    await page.getByText('it shows the whole').waitFor();
    await expect.poll(() => viewIn(page)).toBeNull();
  });
});

test('beside the pointer: never out of the window, gone with Escape; marked in the list, not for the list', () =>
  visit('/?period=fy2016-17', async (page) => {
    await entered(page);
    await page.locator('.england-map path[role="button"][data-area="11X"]').hover();
    const tip = page.getByTestId('tip');
    await tip.waitFor();
    const box = await tip.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 9999)).toBeLessThanOrEqual(1280);
    expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThanOrEqual(900);
    const marked = page.locator('.list tr[data-pointed-at]');
    expect(await tip.textContent()).toContain(await marked.locator('th').textContent());
    await page.keyboard.press('Escape');
    await expect.poll(() => tip.count()).toBe(0);
    await page.locator('tr[data-area="00J"]').hover();
    await expect.poll(() => page.getByTestId('read-out').textContent()).toContain('North Durham');
    expect(await tip.count()).toBe(0);
  }));

test('by touch: one finger scrolls the page, two enlarge, then one moves the map', () =>
  visit(
    '/?period=fy2016-17',
    async (page) => {
      const { x, y } = await entered(page);
      const session = await page.context().newCDPSession(page);
      type Finger = { x: number; y: number; id: number };
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Finger[]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [{ x, y, id: 0 }]);
      for (let step = 1; step <= 5; step++) await touch('touchMove', [{ x, y: y - 10 * step, id: 0 }]);
      await touch('touchEnd', []);
      expect(viewIn(page)).toBeNull();

      const fingers = (away: number) => [
        { x: x - away, y, id: 0 },
        { x: x + away, y, id: 1 },
      ];
      await touch('touchStart', fingers(20).slice(0, 1));
      await touch('touchStart', fingers(20));
      for (const away of [30, 40, 50, 60]) await touch('touchMove', fingers(away));
      await touch('touchEnd', []);
      await times(page, (k) => k > 2 && k < 4);

      const [fromX = 0] = viewIn(page) ?? [];
      await touch('touchStart', [{ x, y, id: 0 }]);
      for (let step = 1; step <= 5; step++) await touch('touchMove', [{ x: x - 8 * step, y, id: 0 }]);
      await touch('touchEnd', []);
      await expect.poll(() => (viewIn(page)?.[0] ?? 0) > fromX).toBe(true);
    },
    { viewport: PHONE, touch: true },
  ));

test('zoomed in, in forced colours: nothing bars the way; on paper the whole map stands with its inset', () =>
  visit('/?period=fy2016-17&view=3119,3378,8.3', async (page) => {
    await entered(page);
    await expect.poll(() => page.locator('.enlarged text').count()).toBeGreaterThan(6);
    await page.emulateMedia({ media: 'print' });
    await expect
      .poll(() => page.locator('.enlarged').evaluate((group) => getComputedStyle(group).transform))
      .toBe('none');
    await page.locator('.england-map .inset').waitFor();
    expect(await page.locator(tools).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
    await expect.poll(() => transform(page)).toMatch(/scale\(8\.3\)/);
    expect(await areasOnMap(page).count()).toBe(209);
    expect(await barriers(page, { part: '.map-column' })).toEqual([]);
  }));

test('one choice colours map, list, legend, finding and file', () =>
  visit('/?period=fy2016-17', async (page) => {
    await entered(page);
    const colours = (area: string) =>
      page.evaluate(
        (id) => [
          document.querySelector(`.england-map path[role="button"][data-area="${id}"]`)?.getAttribute('fill'),
          document.querySelector(`tr[data-area="${id}"] circle`)?.getAttribute('fill'),
        ],
        area,
      );
    const seen = new Set<string>();
    for (const [choice, words] of [
      ['Target', /The standard is 85%/],
      ['England', /stood better than England/],
      ['Value', /The standard is 85%/],
    ] as const) {
      await page.getByRole('radio', { name: choice, exact: true }).check({ force: true });
      await expect.poll(() => page.getByTestId('finding').locator('..').textContent()).toMatch(words);
      await expect
        .poll(async () => {
          const [onMap, inList] = await colours('06F');
          return onMap !== null && onMap === inList && !seen.has(`${onMap}`);
        })
        .toBe(true);
      seen.add(`${(await colours('06F'))[0]}`);
    }
    expect(seen.size).toBe(3);
    await page.waitForURL(/colour=value/);
    await page.locator('.map-column .use-chart summary').click();
    expect(await page.locator('.map-column .use-chart a').first().getAttribute('href')).toContain(
      'colour=value',
    );
    await page.getByLabel('Let colours fade').check();
    await page.waitForURL('**/?*sure=1*');
    await page.getByText('the surer the class').waitFor();
  }));

test('two periods side by side: both maps move during the gesture, and nothing else is drawn until it ends', () =>
  visit('/?period=fy2017-18&then=fy2016-17&view=2000,2300,3', async (page) => {
    await page.locator(tools).nth(1).waitFor();
    const frame = page.locator('.map-frame').first();
    await frame.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await frame.boundingBox();
    if (!box) throw new Error('The map has no place on the page.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const both = () =>
      page.locator('.enlarged').evaluateAll((all) => all.map((each) => each.getAttribute('transform')));
    const before = await both();
    expect(before).toHaveLength(2);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 10, y - 10);
    // All that changes from here on but the transforms.
    await page.evaluate(() => {
      const page = window as unknown as { drawn: string[] };
      page.drawn = [];
      new MutationObserver((changes) => {
        for (const { attributeName, type } of changes)
          if (attributeName !== 'transform') page.drawn.push(`${type} ${attributeName}`);
      }).observe(document.querySelector('main') as Node, {
        subtree: true,
        childList: true,
        attributes: true,
      });
    });
    await page.mouse.move(x - 60, y - 40, { steps: 8 });
    await expect.poll(async () => (await both())[0]).not.toBe(before[0]);
    const [one, other] = await both();
    const drawn = await page.evaluate(() => (window as unknown as { drawn: string[] }).drawn);
    expect(other).toBe(one);
    expect(drawn).toEqual([]);
    const address = page.url();
    await page.mouse.up();
    await expect.poll(() => page.url()).not.toBe(address);
  }));

test('two periods side by side: one hover marks both, the list goes from what improved most; equal ones are said', () =>
  visit('/?period=fy2017-18&then=fy2016-17', async (page) => {
    await page.locator('.dumbbells').waitFor();
    expect(await page.locator('svg.england-map').count()).toBe(2);
    const rows = page.locator('.dumbbells tbody tr');
    await expect.poll(() => rows.count()).toBe(207);
    const change = async (at: number) =>
      Number((await rows.nth(at).locator('.change').textContent())?.match(/by ([\d.]+)/)?.[1]);
    expect(await change(0)).toBeGreaterThan(await change(3));
    // Both figures of Havering are those of the two snapshots.
    const row = page.locator('.dumbbells tr[data-area="08F"]');
    const value = async (period: string) => {
      const reply = await fetch(`${SERVER}/api/snapshot?metric=62-day-wait&level=ccg&period=${period}`);
      const { areas } = (await reply.json()) as { areas: { area: string; value: number }[] };
      return `${(100 * (areas.find(({ area }) => area === '08F')?.value ?? Number.NaN)).toFixed(1)}%`;
    };
    expect(await row.locator('.number').allTextContents()).toEqual([
      await value('fy2016-17'),
      await value('fy2017-18'),
    ]);

    await row.hover();
    await expect
      .poll(() => page.getByTestId('read-out').textContent())
      .toMatch(/Havering.*in 2016\/17.*in 2017\/18/);
    await page.locator('.england-map path[role="button"][data-area="08F"]').first().hover();
    await expect
      .poll(() => page.getByTestId('tip').textContent())
      .toMatch(/Havering.*in 2016\/17, .* in 2017\/18\. Rose by/);
    await page.getByRole('button', { name: 'Change' }).click();
    await page.waitForURL('**/?*order=down*');
    // On a phone the figures stand over their dumbbells, and no column lies out of sight.
    await page.setViewportSize(PHONE);
    const list = await page.locator('.dumbbells').boundingBox();
    expect((list?.x ?? 0) + (list?.width ?? 999)).toBeLessThanOrEqual(PHONE.width);
    await row.getByText('→').waitFor();
    await page.goto(`${SERVER}/?period=fy2017-18&then=fy2017-18`);
    await page.getByText('Both periods are 2017/18').waitFor();
    expect(await page.locator('svg.england-map').count()).toBe(1);
    await page.goto(`${SERVER}/?period=fy2017-18&then=fy2009-10`);
    await page.getByText('There are no figures by CCG for 2009/10').waitFor();
  }));
