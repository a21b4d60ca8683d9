import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type axe from 'axe-core';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { long } from '../sample.ts';

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
export const SMALL_PHONE = { width: 320, height: 640 };
/** A window of 1280 by 1024 pixels with its page enlarged to 400%. */
export const ENLARGED = { width: 320, height: 256 };

/** The address of the server that all tests share. */
export const SERVER = inject('server');

let browser: Promise<Browser> | undefined;

type Options = { viewport?: { width: number; height: number }; touch?: boolean; expected?: RegExp };

/**
 * Opens an address of the server (or a full one) in a page of its own, does the work, and closes it. Throws when the
 * page wrote an error to the console (unless `expected` matches it), threw, or asked any other host for anything.
 */
export async function visit(
  address: string,
  work: (page: Page) => Promise<void>,
  { viewport = DESKTOP, touch = false, expected }: Options = {},
): Promise<void> {
  browser ??= chromium.connect(inject('browser'));
  const url = new URL(address, SERVER);
  const context = await (await browser).newContext({
    viewport,
    hasTouch: touch,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    const line = `${message.text()} (${message.location().url})`;
    if (message.type() === 'error' && !expected?.test(line)) problems.push(line);
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const requested = new URL(request.url());
    if (requested.protocol.startsWith('http') && requested.origin !== url.origin)
      problems.push(`asked ${requested}`);
  });
  try {
    await page.goto(url.href);
    await work(page);
    expect(problems, 'errors in the console, or requests to other hosts').toEqual([]);
  } finally {
    await context.close();
  }
}

/** A reply of the API. */
export const get = async <T>(address: string): Promise<T> =>
  (await fetch(SERVER + address)).json() as Promise<T>;

/** The file that the page hands over when something is done: its name and its bytes. */
export async function download(page: Page, act: () => Promise<void>) {
  const [file] = await Promise.all([page.waitForEvent('download', { timeout: 30_000 }), act()]);
  const folder = mkdtempSync(path.join(tmpdir(), 'cancer-'));
  try {
    await file.saveAs(path.join(folder, 'file'));
    return { name: file.suggestedFilename(), bytes: readFileSync(path.join(folder, 'file')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How wide the page is, with what stands out of it. */
export const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Numbers and values that went wrong on their way to a reader. */
export const WRONG = /NaN|undefined|Infinity/;

/** The map's areas (each once, the inset's copies left out). */
export const areasOnMap = (page: Page) => page.locator('.england-map path[role="button"]');

/** Waits until map and whole list are drawn, coloured and usable, with so many areas where a number is given. */
export const mapDrawn = (page: Page, areas?: number) =>
  page.waitForFunction(
    (wanted) => {
      const drawn = [...document.querySelectorAll('.england-map path[role="button"]')];
      const enough = wanted === undefined ? drawn.length > 0 : drawn.length === wanted;
      const taken = document.documentElement.dataset.ready !== undefined;
      const listed = document.querySelectorAll('tr[data-area]').length === drawn.length;
      return enough && taken && listed && drawn.some((each) => each.getAttribute('fill')?.startsWith('#'));
    },
    areas,
    { timeout: 60_000 },
  );

/** Waits until a metric's page is drawn to its last part. */
export const metricDrawn = (page: Page) => page.getByTestId('method').waitFor({ timeout: 60_000 });

/** The part of a page by which a chart is taken from it. */
export const chartMenu = (part: Page | Locator) => part.locator('.use-chart');

/** The addresses of the links in a part of the page. */
export const addresses = (part: Locator) =>
  part.locator('a').evaluateAll((links) => links.map((link) => (link as { href?: string }).href ?? ''));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How many rows of a table that differ in nothing but their text axe looks at. */
const ROWS_ALIKE = 3;

/** Takes rows of tables that are marked up alike out of the page, but for so many of each kind. */
const thinRows = (page: Page, most: number) =>
  page.evaluate((left) => {
    const seen = new Map<string, number>();
    const markup = (element: Element) =>
      [element.tagName, element.parentElement?.tagName, element.textContent === '']
        .concat(
          [...element.attributes].map(({ name, value }) => `${name}=${value.replace(/[^a-z -]/gi, '')}`),
        )
        .filter(
          (each) => !/^(id|title|href|aria-label|data-area|key|for|aria-controls|d)=/.test(String(each)),
        )
        .join(' ');
    for (const row of document.querySelectorAll('tbody tr')) {
      const kind = [row.closest('table') as Element, row, ...row.querySelectorAll('*')].map(markup).join();
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      if ((seen.get(kind) ?? 0) > left) row.remove();
    }
  }, most);

type Looking = { part?: string; resized?: boolean };

/**
 * The barriers of any level that axe finds by every rule of WCAG 2.2 AA and of its best practice, on the page or
 * in a part of it. The last thing to do on a page: rows of tables that are marked up alike are taken out but for three
 * of each kind, since axe takes 20 s over 400 of them and finds in the fourth what it found in the first. `resized`: the
 * page was looked at before in a window of another size. As no style sheet sets a colour by the window's size
 * (test/client/style.test.ts), contrast, which takes more than half of axe's time, is then measured only of what was not
 * to be seen before. `npm run test:long` leaves all rows in and measures everything.
 */
export async function barriers(page: Page, { part, resized = false }: Looking = {}): Promise<string[]> {
  if (!long) await thinRows(page, ROWS_ALIKE);
  // In the page itself, since we have no frames; and once in a page, for it takes as long as the rules on a short one.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${AXE};undefined`);
  return page.evaluate(
    async ({ tags, only, preload, sparing }) => {
      type Page = Window & { axe: typeof axe; measured?: WeakSet<Element> };
      const inPage = window as unknown as Page;
      inPage.measured ??= new WeakSet();
      const { measured } = inPage;
      // Preloading serves rules on video and on turning the screen, and takes 0.5 s.
      const options = { resultTypes: ['violations' as const], preload };
      const scope = only === undefined ? document : { include: [only] };
      const visible = [...document.querySelectorAll('body *')].filter((each) =>
        each.checkVisibility({ visibilityProperty: true }),
      );
      const contrast = { 'color-contrast': { enabled: !sparing } };
      const results = [await inPage.axe.run(scope, { ...options, runOnly: tags, rules: contrast })];
      const unseen = new Set(visible.filter((each) => !measured.has(each) && each.textContent !== ''));
      // What holds others that were not seen is looked at with them.
      const outermost = [...unseen].filter((each) => !unseen.has(each.parentElement as Element));
      if (sparing && outermost.length > 0)
        results.push(
          await inPage.axe.run({ include: outermost }, { ...options, runOnly: ['color-contrast'] }),
        );
      for (const each of visible) measured.add(each);
      return results
        .flatMap(({ violations }) => violations)
        .map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)}`);
    },
    { tags: TAGS, only: part, preload: long, sparing: resized && !long },
  );
}

/** The least width and height of what a finger presses, in pixels: WCAG 2.2, 2.5.8. */
const TARGET = 24;

/**
 * What is pressed and is less than 24 pixels wide or high. Left out, as the criterion leaves them out: links within a
 * text, and the marks of a drawing, which its scale places and which a list beside it names too.
 */
export const tooSmall = (page: Page) =>
  page.evaluate((least) => {
    const isInText = (element: Element) =>
      getComputedStyle(element).display === 'inline' &&
      (element.closest('p, li, dd, td')?.textContent ?? '').replace(element.textContent ?? '', '').trim() !==
        '';
    return [
      ...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role="slider"]'),
    ]
      .filter(
        (each) =>
          each.closest('.hidden, .skip') === null && each.checkVisibility({ visibilityProperty: true }),
      )
      .map((each) => (each.matches('input') && each.closest('label')) || each)
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width > 0 && Math.min(width, height) < least - 0.05 && !isInText(each);
      })
      .map((each) => each.outerHTML.slice(0, 120))
      .slice(0, 5);
  }, TARGET);

/** Spaces text as a reader may (WCAG 2.2, 1.4.12), or no longer. */
export const spaceText = (page: Page, spaced: boolean) =>
  page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = on ? [sheet] : [];
  }, spaced);

/** Words of which a part lies outside of a box that hides what does not fit into it; what is hidden on purpose left out. */
export const cutText = (page: Page) =>
  page.evaluate(() => {
    const cuts = (box: Element) => {
      const { overflowX, clipPath } = getComputedStyle(box);
      return overflowX === 'hidden' && clipPath === 'none';
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const cut: string[] = [];
    for (let text = texts.nextNode(); text && cut.length < 5; text = texts.nextNode()) {
      const holder = text.parentElement;
      const isWords = /[\p{L}\p{N}]/u.test(text.textContent ?? '');
      if (!isWords || !holder?.checkVisibility() || holder.closest('svg, .hidden, .word')) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      let box: Element | null = holder;
      while (box && !cuts(box)) box = box.parentElement;
      const edge = box?.getBoundingClientRect();
      if (
        edge &&
        [...range.getClientRects()].some(({ left, right }) => left < edge.left - 1 || right > edge.right + 1)
      )
        cut.push(`${text.textContent?.slice(0, 60)} in ${box?.outerHTML.slice(0, 80)}`);
    }
    return cut;
  });
