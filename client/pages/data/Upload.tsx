import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import type { LoadOutcome } from '../../../data/contract/loads.ts';
import { formatCount } from '../../../data/text/format.ts';
import { periodBrief, plural } from '../../../data/text/words.ts';
import { changesQuery, healthQuery, type Told, told } from '../../api.ts';
import { TableBox } from '../../ui/DataTable.tsx';
import { figures, Table } from './ChangesSection.tsx';

type State =
  | { step: 'none' }
  | { step: 'working'; what: string; lines: readonly string[] }
  | { step: 'tried'; upload: string; outcome: LoadOutcome }
  | { step: 'done'; message: string }
  | { step: 'failed'; message: string };

/** Where the server takes files from this machine: drop one, read what it changes, accept it or not, undo a load. */
export function Upload() {
  const { data } = useQuery(healthQuery());
  return data?.uploads ? <Panel /> : null;
}

function Panel() {
  const id = useId();
  const kept = useQueryClient();
  const [state, setState] = useState<State>({ step: 'none' });
  const [over, setOver] = useState(false);
  const working = state.step === 'working';
  const outcome = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // What had the focus is gone or cannot be used once a step begins: it goes on to what the step says.
  useEffect(() => {
    const at = document.activeElement;
    const isLost = at === document.body || at === field.current;
    if (state.step !== 'none' && isLost) outcome.current?.focus({ preventScroll: true });
  }, [state.step]);

  async function run(what: string, address: string, body?: Blob): Promise<Told | null> {
    const lines: string[] = [];
    setState({ step: 'working', what, lines });
    try {
      const answer = await told(address, body ?? new Blob([]), (line) => {
        lines.push(line);
        setState({ step: 'working', what, lines: [...lines] });
      });
      if (answer.outcome.message === undefined) return answer;
      setState({ step: 'failed', message: answer.outcome.message });
    } catch (error) {
      setState({ step: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
    return null;
  }

  async function send(file: File | undefined) {
    if (!file || working) return;
    const answer = await run(
      `Reading ${file.name}`,
      `/api/uploads?name=${encodeURIComponent(file.name)}`,
      file,
    );
    if (answer) setState({ step: 'tried', upload: answer.upload ?? '', outcome: answer.outcome });
  }

  async function accept(upload: string) {
    const answer = await run('Storing the load', `/api/uploads/${upload}/accept`);
    if (!answer) return;
    const load = answer.outcome.report?.load;
    done(
      load
        ? `Stored as ${load}. The figures are in the dataset.`
        : 'Nothing changes: these figures are held already.',
    );
  }

  /** Says what was done; what is loaded is asked for anew. */
  function done(message: string) {
    setState({ step: 'done', message });
    void kept.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/changes/.test(String(queryKey[0])) });
  }

  async function undo(load: string) {
    if (await run(`Undoing ${load}`, `/api/loads/${load}/undo`))
      done(`${load} is undone. The figures are as they were before it.`);
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };

  return (
    <section aria-labelledby="load">
      <h2 id="load">Load a file</h2>
      <p className="prose">
        A publisher’s workbook or CSV, Fingertips’ CSV, or your own: figures in our tidy shape, metrics and
        areas that you declare, ICBs that merge. It is tried first: nothing is stored before you accept it.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field inside does the same by keyboard */}
      <div
        className={over ? 'card drop over' : 'card drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label htmlFor={`${id}-file`}>Choose a file, or drop it here</label>
        <input
          id={`${id}-file`}
          ref={field}
          type="file"
          accept=".xlsx,.csv,.json"
          disabled={working}
          onChange={({ currentTarget }) => {
            void send(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      </div>
      <div ref={outcome} tabIndex={-1} className="outcome">
        <p role="status" className={working ? 'waiting' : undefined}>
          {saidOf(state)}
        </p>
        {state.step === 'working' && (
          <ul className="quiet">
            {state.lines.slice(-5).map((line) => (
              <li key={line}>{spoken(line)}</li>
            ))}
          </ul>
        )}
        {state.step === 'failed' && (
          <div className="refused" role="alert">
            <h3>It could not be done; nothing was changed</h3>
            <p>{state.message}</p>
          </div>
        )}
        {state.step === 'done' && (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            Show the new figures
          </button>
        )}
      </div>
      {state.step === 'tried' && (
        <Report
          outcome={state.outcome}
          accept={() => void accept(state.upload)}
          discard={() => {
            void told(`/api/uploads/${state.upload}/discard`, new Blob([]), () => {}).catch(() => {});
            setState({ step: 'none' });
            field.current?.focus();
          }}
        />
      )}
      <Loads undo={(load) => void undo(load)} busy={working} />
    </section>
  );
}

/** Where a load stands, in a sentence. */
function saidOf(state: State): string {
  if (state.step === 'working') return `${state.what}…`;
  if (state.step === 'done') return state.message;
  if (state.step !== 'tried') return '';
  const { report, refused, unchanged } = state.outcome;
  if (!report || refused.length > 0) return '';
  return unchanged
    ? 'The file was read. It changes nothing.'
    : 'The file was read. What it changes is told below; nothing is stored before you accept it.';
}

/** A line of the loader without the word that it is lined up by. */
const spoken = (line: string) =>
  line.replace(/^(pages|figures|status|total|revised|area|metric) +/, '').trim();

/** What a file would change, and why others are refused. */
function Report({
  outcome,
  accept,
  discard,
}: {
  outcome: LoadOutcome;
  accept: () => void;
  discard: () => void;
}) {
  const { report, refused, more, unchanged } = outcome;
  return (
    <div className="card entry">
      {refused.length > 0 && (
        <div className="refused" role="alert">
          <h3>Refused, for {plural(refused.length + more, 'reason')}</h3>
          <ul>
            {refused.slice(0, 20).map(({ file, sheet, row, message }) => (
              <li key={`${file} ${sheet} ${row} ${message}`}>
                {[file, sheet && `sheet ${sheet}`, row && `row ${row}`].filter(Boolean).join(', ')}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {report?.files.map(({ file, publication, status, rows, left, tally }) => (
        <div key={file}>
          <h3>{file}</h3>
          <p>
            {publication}
            {status && !publication.includes(status) ? `, ${status}` : ''}. {formatCount(rows)}{' '}
            {rows === 1 ? 'row' : 'rows'} to store, from{' '}
            {Object.entries(tally)
              .filter(([, count]) => count > 0)
              .map(([what, count]) => `${formatCount(count)} ${what}`)
              .join(', ')}
            .
          </p>
          {left.length > 0 && (
            <details>
              <summary>Left out</summary>
              <ul>
                {left.map(({ count, what, why }) => (
                  <li key={what}>
                    {formatCount(count)} {what}: {why}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
      {report && (
        <>
          {report.declared.length > 0 && (
            <ul>
              {report.declared.map((line) => (
                <li key={line}>{spoken(line)}</li>
              ))}
            </ul>
          )}
          <p>
            <b>
              {figures(report.printed.added)}, {formatCount(report.printed.revised)} revised,{' '}
              {formatCount(report.printed.removed)} taken away, {formatCount(report.printed.unchanged)} as
              they were.
            </b>
          </p>
          {report.pages.length > 0 && <Pages pages={report.pages} />}
          {report.largest.length > 0 && (
            <Table
              label="The largest revisions"
              changes={report.largest.map(({ before, after, ...each }) => ({
                ...each,
                numeratorBefore: before?.numerator ?? null,
                denominatorBefore: before?.denominator ?? null,
                valueBefore: before?.value ?? 0,
                numerator: after?.numerator ?? null,
                denominator: after?.denominator ?? null,
                value: after?.value ?? null,
              }))}
            />
          )}
          {unchanged ? (
            <p>Nothing changes: these figures are held already.</p>
          ) : (
            <p className="answers">
              <button type="button" className="button" onClick={accept}>
                Accept and store
              </button>{' '}
              <button type="button" className="button" onClick={discard}>
                Discard
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
}

function Pages({ pages }: { pages: NonNullable<LoadOutcome['report']>['pages'] }) {
  return (
    <TableBox label="What would change on the pages">
      <table>
        <thead>
          <tr>
            <th scope="col">On the pages</th>
            <th scope="col" className="number">
              New
            </th>
            <th scope="col" className="number">
              Revised
            </th>
            <th scope="col" className="number">
              Taken away
            </th>
            <th scope="col">Latest month</th>
          </tr>
        </thead>
        <tbody>
          {pages.map((page) => (
            <tr key={page.metric}>
              <td>{page.label}</td>
              <td className="number">{formatCount(page.added)}</td>
              <td className="number">{formatCount(page.revised)}</td>
              <td className="number">{formatCount(page.removed)}</td>
              <td>
                {page.latest ? periodBrief(page.latest) : ''}
                {page.latestBefore && page.latest !== page.latestBefore && (
                  <span className="quiet"> (was {periodBrief(page.latestBefore)})</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Loads({ undo, busy }: { undo: (load: string) => void; busy: boolean }) {
  const { data } = useQuery(changesQuery(''));
  if (!data || data.loads.length === 0) return null;
  return (
    <ul className="files">
      {data.loads.map(({ load, at, files }) => (
        <li key={load}>
          {load}, {at.slice(0, 10)}: {files.join('; ')}{' '}
          <button type="button" className="button" disabled={busy} onClick={() => undo(load)}>
            Undo {load}
          </button>
        </li>
      ))}
    </ul>
  );
}
