import type { Catalogue } from '../../../data/contract/index.ts';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import {
  ambitionKey,
  areaHeading,
  figureBrief,
  hasFigure,
  isMeasured,
  standing,
} from '../../../data/text/progress.ts';
import { AmbitionCard, StandingMark } from './AmbitionCard.tsx';

type Pathway = Catalogue['pathway'][number];
type Props = { pathway: Pathway; progress: Progress; names: ReadonlyMap<string, string> };

/** One area of Annex A: its ambitions in printed order, those printed before in a line each, and the work it asks for. */
export function PathwaySection({ pathway, progress, names }: Props) {
  const rows = progress.rows.filter((row) => row.pathway === pathway.id);
  const firstOf = (row: ProgressRow) =>
    progress.rows.find((each) => ambitionKey(each) === ambitionKey(row)) ?? row;
  const own = rows.filter((row) => firstOf(row) === row);
  const repeats = rows.filter((row) => firstOf(row) !== row);
  return (
    <section className="part pathway" aria-labelledby={`area-${pathway.id}`}>
      <h2 id={`area-${pathway.id}`}>{areaHeading(pathway.name, rows)}</h2>
      {own.map((row) =>
        isMeasured(row) ? (
          <AmbitionCard key={row.id} row={row} progress={progress} />
        ) : (
          <UnfilledRow key={row.id} row={row} />
        ),
      )}
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
      <LocalWork name={pathway.name} actions={pathway.local} open={!rows.some(hasFigure)} />
    </section>
  );
}

/** An ambition that no published figure here measures: shown all the same, with what would fill it. */
const UnfilledRow = ({ row }: { row: ProgressRow }) => (
  <article className="card ambition-card unfilled" aria-labelledby={row.id} data-testid="ambition">
    <p className="topic">{row.heading}</p>
    <h3 id={row.id}>
      {row.ambition}
      <span className="block">
        <StandingMark standing={standing(null, row)} />
      </span>
    </h3>
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

type WorkProps = { name: string; actions: Catalogue['pathway'][number]['local']; open: boolean };

/** What Annex A asks to be achieved locally in one of its areas, and the national work beside it. */
function LocalWork({ name, actions, open }: WorkProps) {
  if (actions.length === 0) return null;
  return (
    <details className="notes local" open={open}>
      <summary>
        {name}: what Annex A asks locally, and what is done nationally ({actions.length})
      </summary>
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
    </details>
  );
}
