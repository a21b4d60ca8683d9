import { createRoot, hydrateRoot } from 'react-dom/client';
import { newQueries, Page } from './App.tsx';
import { pathsQuery } from './api.ts';

const queries = newQueries();
const root = document.getElementById('app');
const page = <Page queries={queries} />;

// On the first page the map’s shapes are on their way already: the map that came with it is taken over once they are here.
const shapes = window.location.pathname === '/' ? queries.prefetchQuery(pathsQuery()) : undefined;

async function start(element: HTMLElement) {
  await shapes;
  const isDrawn = element.dataset.drawn !== undefined;
  const hasShapes = shapes === undefined || queries.getQueryData(pathsQuery().queryKey) !== undefined;
  if (isDrawn && hasShapes) return hydrateRoot(element, page);
  element.replaceChildren();
  return createRoot(element).render(page);
}

if (root) start(root);
