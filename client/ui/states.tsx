import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type answer, Failure, healthQuery } from '../api.ts';

/** A place held while an answer is on its way. */
export function Waiting({ what }: { what: string }) {
  return (
    <p className="waiting" role="status">
      Loading {what}…
    </p>
  );
}

/** A refused or failed request: what the server said, and a way to ask again. */
export function Refused({ failure, again }: { failure: Error; again?: () => void }) {
  const unavailable = failure instanceof Failure && failure.status === 503;
  if (unavailable) return <Unavailable again={again} />;
  return (
    <div className="refused" role="alert">
      <h2>This could not be shown</h2>
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

function Unavailable({ again }: { again?: () => void }) {
  const { data, error } = useQuery(healthQuery());
  const reason = data?.reason ?? error?.message;
  return (
    <div className="refused" role="alert">
      <h2>The figures cannot be served at the moment</h2>
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
  children: (data: T) => ReactNode;
};

/** What is drawn from an answer: waits for it, or says why it is not there. */
export function Loaded<T>({ query, what, children }: LoadedProps<T>) {
  const { data, error, refetch } = useQuery(query);
  if (data !== undefined) return children(data);
  return error ? <Refused failure={error} again={refetch} /> : <Waiting what={what} />;
}
