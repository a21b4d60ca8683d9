import { periodWords } from '../../../data/text/figure.ts';
import { spreadFinding } from '../../../data/text/spread.ts';
import { areasNoun } from '../../../data/text/spread-parts.ts';
import type { Shown } from '../../charts/kit/shown.ts';

/** What the page is of, and what it found; for illustrative figures, that nothing is judged from them. */
export function MetricHead({ metric, spread }: Pick<Shown, 'metric' | 'spread'>) {
  const [first, ...rest] = spreadFinding(spread);
  const phrase = `${metric.phrase[0]?.toUpperCase()}${metric.phrase.slice(1)}`;
  const one = areasNoun(spread.query.level, 1);
  return (
    <div className="finding">
      <p className="topic">
        {phrase}. By {one}, {periodWords(spread.query.period)}.
      </p>
      <h1>{metric.label}</h1>
      {spread.illustrative ? (
        <p className="banner" data-testid="finding">
          <b>Illustrative, not published.</b> These figures were made by a script so that the page can be
          tried. Nothing is judged, ranked or compared from them: do not quote them.
        </p>
      ) : (
        <div data-testid="finding">
          <p className="lede answer">{first}</p>
          <p className="lede">{rest.join(' ')}</p>
        </div>
      )}
    </div>
  );
}
