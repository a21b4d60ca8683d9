import { lazy, Suspense, useEffect, useRef } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import England from './pages/england/England.tsx';
import { PAGES } from './pages.ts';
import { Footer } from './ui/Footer.tsx';
import { Header } from './ui/Header.tsx';
import { Waiting } from './ui/states.tsx';

const Alliances = lazy(PAGES['/alliances']);
const Alliance = lazy(PAGES['/alliances/:id']);
const Ccg = lazy(PAGES['/ccgs/:code']);
const Metrics = lazy(PAGES['/metrics']);
const Metric = lazy(PAGES['/metrics/:id']);
const Progress = lazy(PAGES['/progress']);
const Compare = lazy(PAGES['/compare']);
const Data = lazy(PAGES['/data']);
const NotFound = lazy(() => import('./ui/NotFound.tsx'));

/** The pages by address, between the header and the footer that they share. */
export function App() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header />
      <main id="main" tabIndex={-1} ref={main}>
        <Suspense fallback={<Waiting what="the page" />}>
          <Switch>
            <Route path="/">
              <England />
            </Route>
            <Route path="/alliances">
              <Alliances />
            </Route>
            <Route path="/alliances/:id">{({ id }) => <Alliance key={id} id={id} />}</Route>
            <Route path="/ccgs/:code">{({ code }) => <Ccg key={code} code={code} />}</Route>
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
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </main>
      <Footer />
    </>
  );
}
