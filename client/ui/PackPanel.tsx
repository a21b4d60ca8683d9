import { useRef, useState } from 'react';
import { packUrl } from '../../data/addresses/api.ts';
import { COMPARING_SLIDES, PACK_SLIDES } from '../../data/addresses/choices.ts';
import { periodWords } from '../../data/text/words.ts';
import type { ProgressView } from '../url.ts';
import { loadFile, save } from './files.ts';

type State =
  | { kind: 'idle' }
  | { kind: 'making'; what: string; share: number | null }
  | { kind: 'done'; what: string; size: string }
  | { kind: 'failed'; message: string };

type Props = ProgressView & {
  name: string;
  /** What the map of the page is coloured by, where that was chosen. */
  colour?: string;
  /** Whether it has but one CCG or ICB: nothing is compared then. */
  alone?: boolean;
};

/** Slides and workbook of an area for its board, made when asked for, with how far they have come. */
export function PackPanel({ area, period, name, colour = '', alone = false }: Props) {
  const offered = PACK_SLIDES.filter(({ id }) => !alone || !COMPARING_SLIDES.includes(id));
  const all: readonly string[] = offered.map(({ id }) => id);
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = all.filter((id) => !left.includes(id));
  const { state, load, stop } = useLoading();
  const slides = chosen.length === all.length ? [] : chosen;
  const files = [
    { what: 'Slides (PowerPoint)', url: packUrl('pptx', { area, period }, slides, colour) },
    { what: 'Workbook (Excel)', url: packUrl('xlsx', { area, period }) },
  ];
  return (
    <section className="pack" aria-labelledby="pack">
      <h2 id="pack">For the board paper</h2>
      <p>
        The findings, ambitions, {alone ? 'trends, scorecard' : 'map, trends, scorecard, drivers'}, variation
        and progress of {name} as slides whose charts, tables and shapes can be edited, or as a workbook with
        a table on each sheet
        {period === '' ? '' : `, as at ${periodWords(period)}`}.
      </p>
      <p className="pack-files">
        {files.map(({ what, url }, index) => (
          <a
            key={what}
            className="button"
            href={url}
            download
            aria-disabled={index === 0 && chosen.length === 0}
            onClick={(event) => {
              event.preventDefault();
              if (index === 1 || chosen.length > 0) load(what, url);
            }}
          >
            {what}
            <span className="hidden"> of {name}</span>
          </a>
        ))}
      </p>
      <Progress state={state} stop={stop} />
      <details>
        <summary>
          Choose the slides: {chosen.length === all.length ? 'all' : `${chosen.length} of ${all.length}`}
        </summary>
        <fieldset>
          <legend className="hidden">Slides</legend>
          {offered.map((slide) => (
            <label key={slide.id}>
              <input
                type="checkbox"
                checked={chosen.includes(slide.id)}
                onChange={({ currentTarget }) =>
                  setLeft([
                    ...left.filter((id) => id !== slide.id),
                    ...(currentTarget.checked ? [] : [slide.id]),
                  ])
                }
              />{' '}
              {slide.name}
            </label>
          ))}
        </fieldset>
        {chosen.length === 0 && <p>Choose at least one slide.</p>}
      </details>
    </section>
  );
}

function Progress({ state, stop }: { state: State; stop: () => void }) {
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
function useLoading() {
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
