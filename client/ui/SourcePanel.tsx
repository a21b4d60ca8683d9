import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { sourcesUrl } from '../../data/addresses/api.ts';
import type { Sources } from '../../data/contract/index.ts';
import { metric as metricOf } from '../../data/metrics/index.ts';
import { statusWords } from '../../data/text/figure.ts';
import {
  arithmeticWords,
  cellWords,
  publicationsOf,
  sourceFigure,
  sourceSubject,
} from '../../data/text/sources.ts';
import { listOf, periodBrief, plural, withFullStop } from '../../data/text/words.ts';
import { answer } from '../api.ts';
import { Fact } from './Fact.tsx';
import { Refused, Waiting } from './states.tsx';
import type { Figure } from './WhereFrom.tsx';

/** Milliseconds after which the page behind is gone for a screen reader. */
const SETTLED = 500;

/** The panel: a dialog of the browser, which keeps the focus, closes on Escape and gives the focus back. */
export default function SourcePanel({
  figure: { metric, area, period },
  close,
}: {
  figure: Figure;
  close: () => void;
}) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const url = sourcesUrl(metric, area, period);
  const { data, error, refetch } = useQuery(answer<Sources>(url));
  useEffect(() => dialog.current?.showModal(), []);
  // The heading takes the focus, so that the figure is told first. Not at once: a screen reader says nothing until it has
  // dropped the page behind.
  useEffect(() => {
    if (!data) return;
    const at = document.activeElement;
    const timer = setTimeout(() => {
      if (document.activeElement === at) heading.current?.focus({ preventScroll: true });
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [data]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click on the ground around it does too
    <dialog
      ref={dialog}
      className="source-panel"
      aria-labelledby={id}
      onClose={close}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div>
        <div className="source-head">
          <h2 id={id} ref={heading} tabIndex={-1} aria-describedby={data && `${id}-figure`}>
            Where is this from?
          </h2>
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        {data ? (
          <Words sources={data} id={`${id}-figure`} />
        ) : error ? (
          <Refused failure={error} again={refetch} />
        ) : (
          <Waiting what="where it is from" />
        )}
        <p className="note">
          <a href={url}>The same as JSON</a>, with the SHA-256 of each file.
        </p>
      </div>
    </dialog>
  );
}

function Words({ sources, id }: { sources: Sources; id: string }) {
  const { figure, cells, method, query } = sources;
  const metric = metricOf(query.metric);
  const [only] = cells;
  const sum = arithmeticWords(sources);
  return (
    <>
      <p id={id}>
        {sourceSubject(sources)}: <b>{sourceFigure(sources)}</b>
      </p>
      <dl className="facts">
        <Fact name={publicationsOf(cells).length > 1 ? 'Publications' : 'Publication'}>
          {listOf(publicationsOf(cells).slice(0, 3)) || 'None'}
          {publicationsOf(cells).length > 3 && `, and ${publicationsOf(cells).length - 3} more, below`}
        </Fact>
        {only && cells.length === 1 && (
          <>
            <Fact name="File">{only.file}</Fact>
            <Fact name="Sheet">{only.sheet ?? 'The file has none'}</Fact>
            <Fact name="Row">{only.row ?? 'Not known'}</Fact>
          </>
        )}
        <Fact name="Status">{statusWords(figure.status, metric.kind)}</Fact>
        <Fact name="What was done">{withFullStop(method)}</Fact>
        {sum && <Fact name="Arithmetic">{sum}</Fact>}
        {figure.note && <Fact name="Note">{withFullStop(figure.note)}</Fact>}
      </dl>
      {cells.length > 1 && (
        <>
          <h3>{plural(cells.length, 'cell')} of the publisher’s files</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <section className="cells" tabIndex={0} aria-label="Cells">
            <table>
              <thead>
                <tr>
                  <th scope="col">Area</th>
                  <th scope="col">Period</th>
                  <th scope="col" className="number">
                    Figure
                  </th>
                  <th scope="col">File</th>
                  <th scope="col">Sheet</th>
                  <th scope="col" className="number">
                    Row
                  </th>
                </tr>
              </thead>
              <tbody>
                {cells.map((cell) => (
                  <tr key={`${cell.area} ${cell.period} ${cell.row}`}>
                    <th scope="row">{cell.name}</th>
                    <td>{periodBrief(cell.period)}</td>
                    <td className="number">{cellWords(metric, cell)}</td>
                    <td>{cell.file}</td>
                    <td>{cell.sheet ?? 'None'}</td>
                    <td className="number">{cell.row ?? 'Not known'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </>
  );
}
