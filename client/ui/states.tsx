import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { type answer, Failure, healthQuery } from '../api.ts';

/** Milliseconds after which a screen reader is told what is waited for: what comes sooner is no news. */
const LONG = 1500;

/** A place held while an answer is on its way. */
export function Waiting({ what, className = 'waiting' }: { what: string; className?: string }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={className} role="status">
      <span aria-hidden={!isLong}>Loading {what}…</span>
    </p>
  );
}

/** The same where nothing else of a page is there: it has a heading all the same. */
export const WaitingPage = ({ what }: { what: string }) => (
  <>
    <h1 className="hidden">This page is on its way</h1>
    <Waiting what={what} />
  </>
);

type RefusedProps = {
  failure: Error;
  again?: () => void;
  /** Its heading: the page’s own where nothing else of the page is there. */
  as?: 'h1' | 'h2';
};

/** A refused or failed request: what the server said, and a way to ask again. */
export function Refused({ failure, again, as: Heading = 'h2' }: RefusedProps) {
  const unavailable = failure instanceof Failure && failure.status === 503;
  if (unavailable) return <Unavailable again={again} as={Heading} />;
  return (
    <div className="refused" role="alert">
      <Heading>This could not be shown</Heading>
      <p>{failure.message}</p>
      {failure instanceof Failure && failure.details.length > 0 && (
        <ul>
          {failure.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      )}
      {again && <Again again={again} />}
    </div>
  );
}

function Unavailable({ again, as: Heading = 'h2' }: Omit<RefusedProps, 'failure'>) {
  const { data, error } = useQuery(healthQuery());
  const reason = data?.reason ?? error?.message;
  return (
    <div className="refused" role="alert">
      <Heading>The figures cannot be served at the moment</Heading>
      <p>The server is running, but it has no dataset it can read. {reason}</p>
      <p>The page will work as soon as there is one.</p>
      {again && <Again again={again} />}
    </div>
  );
}

const Again = ({ again }: { again: () => void }) => (
  <button type="button" className="button" onClick={again}>
    Try again
  </button>
);

type LoadedProps<T> = {
  query: ReturnType<typeof answer<T>>;
  /** What is waited for, as in `Loading the areas…`. */
  what: string;
  /** Whether it is a part of a page that has its heading already; else it is the whole of it. */
  part?: boolean;
  children: (data: T) => ReactNode;
};

/** What is drawn from an answer: waits for it, or says why it is not there. */
export function Loaded<T>({ query, what, part = false, children }: LoadedProps<T>) {
  const { data, error, refetch } = useQuery(query);
  if (data !== undefined) return children(data);
  if (!error) return part ? <Waiting what={what} /> : <WaitingPage what={what} />;
  return <Refused failure={error} again={refetch} as={part ? 'h2' : 'h1'} />;
}
