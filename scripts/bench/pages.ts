import type { Browser } from 'playwright-core';
import { countDownloads, openUntil, slowPage } from './chromium.ts';
import { median, type Row, spread } from './table.ts';

type Visit = { shown: number; scripts: number };

/** What a page has to show: so many elements of a selector, within so many milliseconds. */
type Shown = { path: string; selector: string; count: number; budget: number };

const METRIC: Shown = {
  path: '/metrics/62-day-wait?period=fy2016-17',
  selector: '[data-testid="funnel"] [role="button"]',
  count: 150,
  budget: 1200,
};
/** The largest Alliance: its answer, findings and ambitions, which were tiles before they were rows. */
const ALLIANCE: Shown = {
  path: '/alliances/west-midlands?period=fy2016-17',
  selector: '#findings .answer, #findings ul.findings > li, #ambitions :is(article, tbody tr)',
  count: 8,
  budget: 700,
};

/** In the page: marks when what it has to show is in it and painted. */
function watch({ selector, count }: Shown) {
  const look = () => {
    if (document.querySelectorAll(selector).length < count) return requestAnimationFrame(look);
    const painted = new MessageChannel();
    painted.port1.onmessage = () => performance.mark('all-shown');
    return painted.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** A first visit of a page with an empty cache: when what it has to show was painted. */
async function visit(browser: Browser, address: string, shows: Shown): Promise<Visit> {
  const { page, session } = await slowPage(browser);
  await page.addInitScript(watch, shows);
  const total = countDownloads(session);
  const timeOf = await openUntil(page, session, address + shows.path, 'all-shown');
  const shown = await timeOf('all-shown');
  await page.waitForLoadState('networkidle');
  const scripts = await total.scripts();
  await page.context().close();
  return { shown, scripts };
}

const ROUNDS = 7;

async function rowsOf(browser: Browser, address: string, what: string, shows: Shown): Promise<Row[]> {
  const visits: Visit[] = [];
  for (let round = 0; round <= ROUNDS; round++) visits.push(await visit(browser, address, shows));
  const times = visits.slice(1).map(({ shown }) => shown);
  const scripts = (visits.at(-1)?.scripts ?? Number.NaN) / 1024;
  return [
    {
      what: `${what} shown, 4x slowdown, cold cache`,
      measured: `${spread(times, 0)} ms`,
      budget: `under ${shows.budget} ms`,
      met: median(times) < shows.budget,
    },
    {
      what: 'its JavaScript, before it is scrolled, gzipped',
      measured: `${scripts.toFixed(0)} KB`,
      budget: 'at most 280 KB',
      met: scripts <= 280,
    },
  ];
}

/** The pages of a metric and of the largest Alliance, on a first visit. */
export const pageRows = async (browser: Browser, address: string): Promise<Row[]> => [
  ...(await rowsOf(browser, address, 'metric page: finding and funnel', METRIC)),
  ...(await rowsOf(browser, address, 'Alliance page (22 CCGs): answer and ambitions', ALLIANCE)),
];
