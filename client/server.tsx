import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import type { Catalogue } from '../data/contract/index.ts';
import { pathsQuery } from './api.ts';
import paths from './charts/map/paths.ts';
import { newQueries, Page } from './Page.tsx';
import { parseView, viewUrl } from './pages/england/view.ts';
import { metricPageUrl, parseMetricPage } from './pages/metric/view.ts';
import { PAGES } from './pages.ts';

export { chart, chartAsks } from './charts/draw.ts';

const METRIC = '/metrics/';

/** The address of the view that an address asks for, one for all that ask the same; null where it is not drawn here. */
export function canonical(pathname: string, search: string, catalogue: Catalogue): string | null {
  if (pathname === '/') return viewUrl(parseView(search, catalogue), catalogue);
  if (!pathname.startsWith(METRIC)) return null;
  const page = parseMetricPage(pathname.slice(METRIC.length), search, catalogue);
  return page && metricPageUrl(page, catalogue);
}

/** The first view as HTML, from the answers it is made of, each under the address that would ask for it. */
export function render(address: string, answers: Readonly<Record<string, unknown>>): string {
  const queries = newQueries();
  queries.setQueryData(pathsQuery().queryKey, paths);
  for (const [url, answer] of Object.entries(answers)) queries.setQueryData([url], answer);
  const [path, search = ''] = address.split('?');
  const html = renderToString(
    <Router ssrPath={path} ssrSearch={search}>
      <Page queries={queries} />
    </Router>,
  );
  queries.clear();
  return html;
}

// Code that a page loads when it is asked for is there from the second drawing on.
render(`${METRIC}first`, {});
await PAGES['/metrics/:id']();
await new Promise((loaded) => setTimeout(loaded));
