import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
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
    { timeout: 20_000 },
  );

/** Waits until a metric's page is drawn to its last part. */
export const metricDrawn = (page: Page) => page.getByTestId('method').waitFor({ timeout: 20_000 });

/** The part of a page by which a chart is taken from it. */
export const chartMenu = (part: Page | Locator) => part.locator('.use-chart');

/** The addresses of the links in a part of the page. */
export const addresses = (part: Locator) =>
  part.locator('a').evaluateAll((links) => links.map((link) => (link as { href?: string }).href ?? ''));

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How many rows of a table that differ in nothing but their text axe looks at. */
const ROWS_ALIKE = 3;

/**
 * The barriers of any level that axe finds by every rule of WCAG 2.2 AA and of its best practice, on the page or
 * in a part of it. The last thing to do on a page: rows of tables that are marked up alike are taken out but for three
 * of each kind, since axe takes 20 s over 400 of them and finds in the fourth what it found in the first
 * (`npm run test:long` leaves them in).
 */
export async function barriers(page: Page, part?: string): Promise<string[]> {
  if (!long)
    await page.evaluate((most) => {
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
        if ((seen.get(kind) ?? 0) > most) row.remove();
      }
    }, ROWS_ALIKE);
  // Legacy: in the page itself. We have no frames, and the other mode sends every element that passed across. Preloading
  // serves rules on video and on turning the screen, and takes 0.5 s.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    runOnly: TAGS,
    resultTypes: ['violations'],
    preload: long,
  });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  return violations.map(({ id, impact, nodes }) => `${id} (${impact}): ${nodes[0]?.html.slice(0, 160)}`);
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
