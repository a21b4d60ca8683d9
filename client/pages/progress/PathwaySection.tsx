import type { Catalogue } from '../../../data/contract/index.ts';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  ambitionKey,
  areaHeading,
  figureBrief,
  hasFigure,
  isEnglands,
  standing,
} from '../../../data/text/progress.ts';
import { StandingMark } from './AmbitionRow.tsx';

type Pathway = Catalogue['pathway'][number];
type Props = { pathway: Pathway; progress: Progress; names: ReadonlyMap<string, string> };

/**
 * One area of Annex A, folded: its ambitions without a figure and what would fill them, those printed before in a line
 * each, and the work it asks for.
 */
export function PathwaySection({ pathway, progress, names }: Props) {
  const rows = progress.rows.filter((row) => row.pathway === pathway.id);
  const firstOf = (row: ProgressRow) =>
    progress.rows.find((each) => ambitionKey(each) === ambitionKey(row)) ?? row;
  const own = rows.filter((row) => firstOf(row) === row && !hasFigure(row) && !isEnglands(row));
  const repeats = rows.filter((row) => firstOf(row) !== row);
  return (
    <details className="entry pathway" id={`area-${pathway.id}`}>
      <summary>
        <h3>{areaHeading(pathway.name, rows)}</h3>
      </summary>
      {own.map((row) => (
        <UnfilledRow key={row.id} row={row} />
      ))}
      {repeats.length > 0 && (
        <ul className="card repeats">
          {repeats.map((row) => {
            const first = firstOf(row);
            return (
              <RepeatRow
                key={row.id}
                row={row}
                first={{ row: first, area: names.get(first.pathway) ?? '' }}
              />
            );
          })}
        </ul>
      )}
      <LocalWork actions={pathway.local} />
    </details>
  );
}

/** An ambition that no published figure here measures: shown all the same, with what would fill it. */
const UnfilledRow = ({ row }: { row: ProgressRow }) => (
  <article className="card ambition-card unfilled" aria-labelledby={row.id} data-testid="ambition">
    <p className="topic">{row.heading}</p>
    <h4 id={row.id}>
      {row.ambition}
      <span className="block">
        <StandingMark standing={standing(null, row)} />
      </span>
    </h4>
    <p>{row.reason}</p>
    {row.footnote && <p className="note">Annex A, footnote: {row.footnote}</p>}
  </article>
);

type RepeatProps = { row: ProgressRow; first: { row: ProgressRow; area: string } };

/** An ambition that Annex A has printed before: its standing in a line, the rest where it stood first. */
function RepeatRow({ row, first }: RepeatProps) {
  const metric = row.metric === null ? null : metricOf(row.metric);
  const brief = metric && row.basis !== 'variation' && hasFigure(row) ? figureBrief(metric, row) : '';
  return (
    <li data-testid="ambition" data-repeats={ambitionKey(row)}>
      <b>{row.ambition}.</b> <StandingMark standing={standing(metric, row)} />
      {brief && `, ${brief}`}. <a href={`#${first.row.id}`}>As under {first.area}</a>.
    </li>
  );
}

type WorkProps = { actions: Catalogue['pathway'][number]['local'] };

/** What Annex A asks to be achieved locally in one of its areas, and the national work beside it. */
function LocalWork({ actions }: WorkProps) {
  if (actions.length === 0) return null;
  return (
    <section className="local">
      <h4>What Annex A asks locally, and what is done nationally ({actions.length})</h4>
      <ul>
        {actions.map(({ action, recommendations, national }) => (
          <li key={action}>
            {action}.{' '}
            {recommendations.length > 0 && (
              <span className="quiet">
                Taskforce {recommendations.length === 1 ? 'recommendation' : 'recommendations'}{' '}
                {recommendations.join(', ')}.
              </span>
            )}
            {national && <span className="block quiet">Nationally: {national}.</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
