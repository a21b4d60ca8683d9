import type { ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { ambitionKey, hasFigure } from '../../../data/text/progress.ts';
import { figureBrief, standing } from '../../../data/text/progress-row.ts';
import { StandingMark } from './StandingMark.tsx';

/** An ambition that nothing bundled measures: it stays, with what would fill it. */
export const UnfilledRow = ({ row }: { row: ProgressRow }) => (
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
export function RepeatRow({ row, first }: RepeatProps) {
  const metric = row.metric === null ? null : metricOf(row.metric);
  const brief = metric && row.basis !== 'variation' && hasFigure(row) ? figureBrief(metric, row) : '';
  return (
    <li data-testid="ambition" data-repeats={ambitionKey(row)}>
      <b>{row.ambition}.</b> <StandingMark standing={standing(metric, row)} />
      {brief && `, ${brief}`}. <a href={`#${first.row.id}`}>As under {first.area}</a>.
    </li>
  );
}
