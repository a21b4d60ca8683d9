import type { Browser } from 'playwright-core';
import { countDownloads, type Downloads, markTime, slowPage } from './chromium.ts';
import { median, type Row, spread } from './table.ts';

type Visit = Downloads & { shown: number };

/** In the page: marks when the funnel's points are in it and painted. */
function watch() {
  const look = () => {
    if (document.querySelectorAll('[data-testid="funnel"] [role="button"]').length < 150)
      return requestAnimationFrame(look);
    const painted = new MessageChannel();
    painted.port1.onmessage = () => performance.mark('funnel-shown');
    return painted.port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** A first visit of a metric's page with an empty cache: when the finding and the funnel were painted. */
export async function visitMetric(browser: Browser, address: string): Promise<Visit> {
  const { page, session } = await slowPage(browser);
  await page.addInitScript(watch);
  const total = countDownloads(session);
  await page.goto(`${address}/metrics/62-day-wait?period=fy2016-17`);
  await page.waitForFunction(() => performance.getEntriesByName('funnel-shown').length > 0);
  const shown = await markTime(page, 'funnel-shown');
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return { shown, ...total };
}

/** The metric page's rows of the table. */
export function metricRows(visits: readonly Visit[]): Row[] {
  const scripts = (visits.at(-1)?.scripts ?? Number.NaN) / 1024;
  return [
    {
      what: 'metric page: finding and funnel shown, 4x slowdown, cold cache',
      measured: `${spread(
        visits.map(({ shown }) => shown),
        0,
      )} ms`,
      budget: 'under 1200 ms',
      met: median(visits.map(({ shown }) => shown)) < 1200,
    },
    {
      what: 'JavaScript of the metric page, compressed',
      measured: `${scripts.toFixed(0)} KB`,
      budget: 'at most 260 KB',
      met: scripts <= 260,
    },
  ];
}
