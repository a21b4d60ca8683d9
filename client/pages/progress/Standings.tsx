import type { ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { distinct, hasFigure } from '../../../data/text/progress.ts';
import { standing, standingLine } from '../../../data/text/progress-row.ts';
import { StandingMark } from './StandingMark.tsx';

/** Every ambition with a figure in a line each, once, leading to what is said of it; nothing where none has one. */
export function Standings({ rows }: { rows: readonly ProgressRow[] }) {
  const known = distinct(rows).filter(hasFigure);
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">Where the ambitions with a figure stand</h2>
      <ul className="card standings" data-testid="standings">
        {known.map((row) => {
          const metric = metricOf(row.metric);
          return (
            <li key={row.id}>
              <a href={`#${row.id}`}>{row.ambition}</a>
              <b>
                <StandingMark standing={standing(metric, row)} />
              </b>
              <span>{standingLine(metric, row)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
