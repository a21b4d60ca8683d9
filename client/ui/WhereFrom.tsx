import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { MetricId } from '../../data/metrics/index.ts';
import { Boundary } from './Boundary.tsx';

/** Loaded once a number is pressed. */
const SourcePanel = lazy(() => import('./SourcePanel.tsx'));

/** What is asked about: a metric in an area and a period. */
export type Figure = { metric: MetricId; area: string; period: string };
type Props = Figure & {
  /** What is pressed: the number itself, or words. */
  children: ReactNode;
  /** What the number is of, for those who do not see what it stands beside. */
  of: string;
};

/** A number that says, when it is pressed, where it is from: in words, in a panel over the page. */
export function WhereFrom({ children, of, ...figure }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="where-from" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
        <span className="hidden">: where {of} is from</span>
      </button>
      {open && <Source figure={figure} close={() => setOpen(false)} />}
    </>
  );
}

/** The panel that says where a number is from, its code loaded when it is first asked for. */
export const Source = (props: { figure: Figure; close: () => void }) => (
  <Boundary instead={<span role="alert"> (where it is from could not be loaded: load the page again)</span>}>
    <Suspense fallback={null}>
      <SourcePanel {...props} />
    </Suspense>
  </Boundary>
);
