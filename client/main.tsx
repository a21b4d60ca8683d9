import { createRoot, hydrateRoot } from 'react-dom/client';
import { pathsQuery } from './api.ts';
import { newQueries, Page } from './Page.tsx';

const queries = newQueries();
const root = document.getElementById('app');
const page = <Page queries={queries} />;

/** The map's shapes are on their way already: the map that came with the page is taken over when they are here. */
const shapes = window.location.pathname === '/' ? queries.prefetchQuery(pathsQuery()) : undefined;

async function start(element: HTMLElement) {
  await shapes;
  const drawn = element.dataset.drawn !== undefined;
  const known = shapes === undefined || queries.getQueryData(pathsQuery().queryKey) !== undefined;
  if (drawn && known) return hydrateRoot(element, page);
  element.replaceChildren();
  return createRoot(element).render(page);
}

if (root) start(root);
