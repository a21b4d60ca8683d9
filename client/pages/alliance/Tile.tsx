import { Link } from 'wouter';
import type { ProfileRow } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { changingTold, gapSentence, meetsTold, type Told } from '../../../data/text/board.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS, periodBrief } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { MeasuredRow } from '../../../data/text/progress.ts';

type Props = { row: MeasuredRow; compared: ProfileRow | undefined };

/** One ambition: its figure, what is missing, and three questions each with an answer of its own. */
export function Tile({ row, compared }: Props) {
  const metric = metricOf(row.metric);
  const illustrative = row.status === 'illustrative';
  const address = `/metrics/${row.metric}?level=alliance${row.period === null ? '' : `&period=${row.period}`}`;
  return (
    <article className={illustrative ? 'tile crossed' : 'tile'}>
      <h3>
        <Link href={address}>{metric.label}</Link>
      </h3>
      <p className="quiet">{row.ambition}</p>
      <p className="figure">
        <b>{row.value === null ? 'No figure' : formatValue(metric, row.value)}</b>{' '}
        <span>{row.period !== null && periodBrief(row.period)}</span>
      </p>
      {illustrative ? (
        <p>
          <b>Illustrative, not published.</b> Made by a script so that the page can be tried: do not quote it.
          Nothing is judged from it.
        </p>
      ) : (
        <>
          <p className="quiet">
            {[countsPhrase(metric, row), gapSentence(metric, row)].filter(Boolean).join('. ')}
          </p>
          <dl className="questions">
            <Question asked="Meets the target?" told={meetsTold(metric, row)} />
            <Question
              asked="Differs from England?"
              told={differs(row, compared)}
              kind={compared?.comparison}
            />
            <Question asked="Changing?" told={changingTold(row)} />
          </dl>
        </>
      )}
    </article>
  );
}

function differs(row: MeasuredRow, compared: ProfileRow | undefined): Told {
  const metric = metricOf(row.metric);
  const comparison = compared?.comparison ?? 'not-compared';
  const england = row.england?.value == null ? '' : `England ${formatValue(metric, row.england.value)}`;
  return {
    glyph: GLYPHS[comparison],
    word: COMPARISON_WORDS[comparison],
    detail: [england, comparison === 'not-compared' ? (compared?.comparisonReason ?? '') : '']
      .filter(Boolean)
      .join('. '),
  };
}

const Question = ({ asked, told, kind = '' }: { asked: string; told: Told; kind?: string }) => (
  <div>
    <dt>{asked}</dt>
    <dd className={`compared ${kind}`}>
      <span aria-hidden="true">{told.glyph}</span> <b>{told.word}</b>
      <span className="quiet block">{told.detail}</span>
    </dd>
  </div>
);
