import { createRoot, hydrateRoot } from 'react-dom/client';
import { newQueries, Page } from './App.tsx';
import { catalogueQuery, levelPathsQuery } from './api.ts';
import { ENGLAND } from './url.ts';

const queries = newQueries();
const root = document.getElementById('app');
const page = <Page queries={queries} />;

// On the first page the map’s shapes are on their way already: the map that came with it is taken over once they are here.
const shapes = window.location.pathname === '/' ? shapesOfMap() : undefined;

async function shapesOfMap() {
  const catalogue = await queries.fetchQuery(catalogueQuery());
  return queries.fetchQuery(levelPathsQuery(ENGLAND.parse(window.location.search, { catalogue }).level));
}

async function start(element: HTMLElement) {
  const isDrawn = element.dataset.drawn !== undefined;
  // Where they cannot be had, the page says so itself.
  const hasShapes = await (shapes?.then(Boolean, () => false) ?? true);
  if (isDrawn && hasShapes) return hydrateRoot(element, page);
  element.replaceChildren();
  return createRoot(element).render(page);
}

if (root) start(root);
