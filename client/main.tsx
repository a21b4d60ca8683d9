import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { Failure, pathsQuery } from './api.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (count, failure) => count < 1 && failure instanceof Failure && failure.status === 0,
    },
  },
});

const root = document.getElementById('app');

/** The map's shapes are on their way already: where they come at once, map and list are drawn in one go. */
const shapes = window.location.pathname === '/' ? queries.prefetchQuery(pathsQuery()) : undefined;
const patience = new Promise((resolve) => setTimeout(resolve, 100));

Promise.race([shapes, patience]).then(() => {
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
});
