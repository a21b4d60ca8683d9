import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { App } from './App.tsx';
import { Failure } from './api.ts';

/** What asks and keeps the answers of one page. */
export const newQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        retry: (count, failure) => count < 1 && failure instanceof Failure && failure.status === 0,
      },
    },
  });

/** The whole page, drawn by the browser and, for the first view, by the server. */
export const Page = ({ queries }: { queries: QueryClient }) => (
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>
);
