import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import {
  findingsUrl,
  metricsComparedUrl,
  profileUrl,
  progressUrl,
  snapshotUrl,
  spreadUrl,
  trendUrl,
} from '../data/addresses/api.ts';
import type { Catalogue } from '../data/contract/index.ts';
import { MAP_LEVELS } from '../data/metrics/types.ts';
import { newQueries, PAGES, Page } from './App.tsx';
import { levelPathsQuery } from './api.ts';
import { pathsAt } from './charts/map/paths.ts';
import { asAtShown, trendAsked } from './pages/alliance/asks.ts';
import { leadAsks } from './pages/england/Lead.tsx';
import {
  ALLIANCE,
  allianceUrl,
  CCG,
  ENGLAND,
  EXPLORED,
  englandUrl,
  METRICS,
  metricUrl,
  PROGRESS,
  parseMetric,
} from './url.ts';

export { declareOwn } from '../data/metrics/own.ts';
export { chart, chartAsks } from './charts/draw.ts';

/** What an address is the page of: the first part of its path, and the rest as it was meant. */
function pageOf(pathname: string): { page: string; id: string } {
  const [, page = '', id = ''] = pathname.split('/');
  try {
    return { page, id: decodeURIComponent(id) };
  } catch {
    return { page, id };
  }
}

/** The address of the view that an address asks for, one for all that ask the same; null where it is not drawn here. */
export function canonical(pathname: string, search: string, catalogue: Catalogue): string | null {
  const { page, id } = pageOf(pathname);
  if (page === '') return englandUrl(ENGLAND.parse(search, { catalogue }), catalogue);
  // Its chart over time stands in the first view: narrowed, it is drawn by the browser.
  if (page === 'alliances' && EXPLORED.write(EXPLORED.parse(search)) !== '') return null;
  if (page === 'alliances' && /^[a-z0-9-]+$/.test(id))
    return allianceUrl(id, { period: asAtShown(id, ALLIANCE.parse(search).period, catalogue) });
  const view = page === 'metrics' && parseMetric(id, search, catalogue);
  return view ? metricUrl(view, catalogue) : null;
}

/** The addresses of the API that the page at an address asks first: for the catalogue, and for what it shows at the top. */
export function firstAnswers(pathname: string, search: string, catalogue: Catalogue): string[] {
  return ['/api/catalogue', ...ownAnswers(pathname, search, catalogue)];
}

function ownAnswers(pathname: string, search: string, catalogue: Catalogue): string[] {
  const { page, id } = pageOf(pathname);
  if (page === '') {
    const view = ENGLAND.parse(search, { catalogue });
    const lead = leadAsks(view, catalogue);
    return view.period === '' ? [] : [snapshotUrl(view), ...(lead ? [snapshotUrl(lead)] : [])];
  }
  if (page === 'metrics' && id === '') return [metricsComparedUrl(METRICS.parse(search))];
  if (page === 'metrics') {
    const view = parseMetric(id, search, catalogue);
    return view ? [snapshotUrl(view), spreadUrl(view)] : [];
  }
  if (page === 'ccgs' || page === 'icbs') return [profileUrl({ area: id, ...CCG.parse(search) })];
  if (page === 'alliances' && id !== '') {
    const asAt = { area: id, period: asAtShown(id, ALLIANCE.parse(search).period, catalogue) };
    const trend = trendAsked(id, asAt.period, catalogue);
    return ['/api/areas', findingsUrl(asAt), progressUrl(asAt), ...(trend ? [trendUrl(trend)] : [])];
  }
  return page === 'progress' ? [progressUrl(PROGRESS.parse(search))] : [];
}

/** The first view as HTML, from the answers it is made of, each under the address that would ask for it. */
export function render(address: string, answers: Readonly<Record<string, unknown>>): string {
  const queries = newQueries();
  for (const level of MAP_LEVELS) queries.setQueryData(levelPathsQuery(level).queryKey, pathsAt(level));
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
render('/metrics/first', {});
render('/alliances/first', {});
await Promise.all([PAGES['/metrics/:id'](), PAGES['/alliances/:id']()]);
await new Promise((loaded) => setTimeout(loaded));
