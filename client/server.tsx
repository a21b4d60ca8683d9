import { renderToString } from 'react-dom/server';
import { Router } from 'wouter';
import paths from '../data/boundaries/paths.json' with { type: 'json' };
import type { Catalogue } from '../data/contract.ts';
import { type Paths, pathsQuery } from './api.ts';
import { newQueries, Page } from './Page.tsx';
import { parseView, viewUrl } from './view.ts';

/** The address of the view that a query string asks for: one for all that ask the same. */
export function canonical(search: string, catalogue: Catalogue): string {
  return viewUrl(parseView(search, catalogue), catalogue);
}

/** The first view as HTML, from the answers it is made of, each under the address that would ask for it. */
export function render(address: string, answers: Readonly<Record<string, unknown>>): string {
  const queries = newQueries();
  queries.setQueryData(pathsQuery().queryKey, paths as unknown as Paths);
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
