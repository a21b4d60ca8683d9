import type { Snapshot } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { periodWords } from '../../../data/text/figure.ts';

type Props = { metric: Metric; snapshot: Snapshot; sentences: readonly string[] };

/** What the page has found, as its heading; for illustrative figures, that they are none. */
export function Finding({ metric, snapshot, sentences: [first, ...rest] }: Props) {
  return (
    <div className="finding">
      <p className="topic">
        <b>{metric.label}:</b> {metric.phrase}. {periodWords(snapshot.query.period)}.
      </p>
      {snapshot.illustrative ? (
        <>
          <h1 data-testid="finding">Illustrative, not published</h1>
          <p className="lede">
            These figures were made by a script so that the page can be tried. No finding is drawn from them:
            do not quote them.
          </p>
        </>
      ) : (
        <>
          <h1 data-testid="finding">{first}</h1>
          {rest.length > 0 && <p className="lede">{rest.join(' ')}</p>}
        </>
      )}
    </div>
  );
}
