import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Failure } from './api.ts';
import { pointArea } from './charts/kit/pointedArea.ts';
import England from './pages/england/England.tsx';
import { Boundary } from './ui/Boundary.tsx';
import { Footer } from './ui/Footer.tsx';
import { Header } from './ui/Header.tsx';
import { Said } from './ui/Said.tsx';
import { WaitingPage } from './ui/states.tsx';
import { useScroll } from './ui/useScroll.ts';

/** The code of every page but the first view’s, by the address it is for; loaded when it is asked for. */
export const PAGES = {
  '/alliances': () => import('./pages/alliances/Alliances.tsx'),
  '/alliances/:id': () => import('./pages/alliance/Alliance.tsx'),
  '/ccgs/:code': () => import('./pages/ccg/Ccg.tsx'),
  '/icbs/:code': () => import('./pages/ccg/Icb.tsx'),
  '/metrics': () => import('./pages/metrics/Metrics.tsx'),
  '/metrics/:id': () => import('./pages/metric/Metric.tsx'),
  '/progress': () => import('./pages/progress/Progress.tsx'),
  '/compare': () => import('./pages/compare/Compare.tsx'),
  '/data': () => import('./pages/data/Data.tsx'),
  '/methods': () => import('./pages/methods/Methods.tsx'),
  '/accessibility': () => import('./pages/accessibility/Accessibility.tsx'),
} as const;

const Alliances = lazy(PAGES['/alliances']);
const Alliance = lazy(PAGES['/alliances/:id']);
const Ccg = lazy(PAGES['/ccgs/:code']);
const Icb = lazy(PAGES['/icbs/:code']);
const Metrics = lazy(PAGES['/metrics']);
const Metric = lazy(PAGES['/metrics/:id']);
const Progress = lazy(PAGES['/progress']);
const Compare = lazy(PAGES['/compare']);
const Data = lazy(PAGES['/data']);
const Methods = lazy(PAGES['/methods']);
const Accessibility = lazy(PAGES['/accessibility']);
const NotFound = lazy(() => import('./ui/NotFound.tsx'));

/** What asks the server, and keeps its answers. A request that never reached it is tried twice, any other once. */
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

/** The pages by address, between the header and the footer that they share. */
function App() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  useScroll(path, main);
  // What is pointed at goes with the page it is on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on each new page
  useEffect(() => pointArea(''), [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary at={path}>
          <Switch>
            <Route path="/">
              <England />
            </Route>
            <Route>
              <OtherPages />
            </Route>
          </Switch>
        </Boundary>
      </main>
      <Footer />
      <Said />
    </>
  );
}

/** Every page but the first, whose code is loaded when it is asked for: the first is taken over whole, at once. */
const OtherPages = () => (
  <Suspense fallback={<WaitingPage what="the page" />}>
    <Switch>
      <Route path="/alliances">
        <Alliances />
      </Route>
      <Route path="/alliances/:id">{({ id }) => <Alliance key={id} id={id} />}</Route>
      <Route path="/ccgs/:code">{({ code }) => <Ccg key={code} code={code} />}</Route>
      <Route path="/icbs/:code">{({ code }) => <Icb key={code} code={code} />}</Route>
      <Route path="/metrics">
        <Metrics />
      </Route>
      <Route path="/metrics/:id">{({ id }) => <Metric key={id} id={id} />}</Route>
      <Route path="/progress">
        <Progress />
      </Route>
      <Route path="/compare">
        <Compare />
      </Route>
      <Route path="/data">
        <Data />
      </Route>
      <Route path="/methods">
        <Methods />
      </Route>
      <Route path="/accessibility">
        <Accessibility />
      </Route>
      <Route>
        <div className="width">
          <NotFound />
        </div>
      </Route>
    </Switch>
  </Suspense>
);
