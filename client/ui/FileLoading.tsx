import { useRef, useState } from 'react';
import { loadFile, save } from './files.ts';

type State =
  | { kind: 'idle' }
  | { kind: 'making'; what: string; share: number | null }
  | { kind: 'done'; what: string; size: string }
  | { kind: 'failed'; message: string };

/** Whether a file is being made. */
export const isMaking = (state: State, what: string) => state.kind === 'making' && state.what === what;

/** How far a file that was asked for has come, from the moment it is asked for, with a way to stop it; what became of it. */
export function LoadingState({ state, stop }: { state: State; stop: () => void }) {
  return (
    <div className="pack-state">
      {state.kind === 'making' && (
        <>
          <progress max={1} value={state.share ?? undefined} aria-label={`${state.what}: being made`} />{' '}
          <button type="button" className="button" onClick={stop}>
            Stop
          </button>
        </>
      )}
      <p role="status">
        {state.kind === 'making' && `Making: ${state.what}…`}
        {state.kind === 'done' && `${state.what}: saved, ${state.size}.`}
      </p>
      {state.kind === 'failed' && <p role="alert">{state.message}</p>}
    </div>
  );
}

const megabytes = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Loads one file at a time, and says how far it has come. */
export function useLoading() {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const current = useRef<AbortController | null>(null);
  const stop = () => {
    current.current?.abort();
    setState({ kind: 'idle' });
  };
  const load = async (what: string, url: string) => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setState({ kind: 'making', what, share: null });
    try {
      const { name, blob } = await loadFile(url, {
        signal: own.signal,
        onProgress: ({ read, of }) =>
          setState({ kind: 'making', what, share: of === null ? null : read / of }),
      });
      save(name, blob);
      setState({ kind: 'done', what, size: megabytes(blob.size) });
    } catch (error) {
      if (!own.signal.aborted) setState({ kind: 'failed', message: (error as Error).message });
    }
  };
  return { state, load, stop };
}
