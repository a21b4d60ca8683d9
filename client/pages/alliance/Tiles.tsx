import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { DEFAULTS } from '../../../data/addresses/choices.ts';
import type { Profile, ProfileRow } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { isApproximation } from '../../../data/text/approximation.ts';
import { type Answer, changeAnswer, gapBrief, targetAnswer, tileRows } from '../../../data/text/board.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS, statusWords } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { MeasuredRow } from '../../../data/text/progress.ts';
import { periodBrief } from '../../../data/text/words.ts';
import { profileQuery } from '../../api.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { type Board, levelOf, Part, useProgress } from './board.tsx';

/** Each ambition of Annex A that has a figure, with the three questions asked of it kept apart. */
export function Tiles(board: Board) {
  const { data, error, refetch, isPlaceholderData } = useProgress(board);
  const compared = useQuery(
    profileQuery({
      area: board.alliance.area,
      period: board.view.period,
      benchmark: DEFAULTS.benchmark,
      confidence: DEFAULTS.confidence,
    }),
  );
  const { tiles, without } = tileRows(data?.rows ?? []);
  const all = `/progress?area=${board.alliance.area}${board.view.period && `&period=${board.view.period}`}`;
  return (
    <Part id="ambitions" title="Where it stands on the ambitions">
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the ambitions" />
      ) : (
        <>
          <div className="tiles" aria-busy={isPlaceholderData}>
            {tiles.map((row) => (
              <Tile
                key={row.id}
                row={row}
                level={levelOf(board)}
                compared={rowOf(compared.data, row.metric, row.period)}
              />
            ))}
          </div>
          <p>
            {tiles.length === 0 && 'No ambition has a figure by then. '}
            {without > 0 &&
              `${without} other ${without === 1 ? 'ambition has' : 'ambitions have'} no figure for this Alliance by then. `}
            <Link href={all}>Every ambition of Annex A, with its path to the target</Link>
          </p>
        </>
      )}
    </Part>
  );
}

/** A measure's row of the profile, where it is of the same period. */
const rowOf = (profile: Profile | undefined, metric: string | null, period: string | null) =>
  profile?.rows.find((row) => row.metric === metric && row.period === period);

type TileProps = { row: MeasuredRow; level: string; compared: ProfileRow | undefined };

/** One ambition: its figure, what is missing, and three questions each with an answer of its own. */
function Tile({ row, level, compared }: TileProps) {
  const metric = metricOf(row.metric);
  const address = `/metrics/${row.metric}?level=${level}${row.period === null ? '' : `&period=${row.period}`}`;
  return (
    <article className="tile">
      <h3>
        <Link href={address}>{metric.label}</Link>
      </h3>
      <p className="quiet">{row.ambition}</p>
      <p className="figure">
        <b>{row.value === null ? 'No figure' : formatValue(metric, row.value)}</b>{' '}
        <span>{row.period !== null && periodBrief(row.period)}</span>
      </p>
      <p className="quiet">
        {[
          countsPhrase(metric, row),
          isApproximation(row, metric) && statusWords(row.status, metric.kind),
          gapBrief(metric, row),
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
      <dl className="questions">
        <Question question="Meets the target?" answer={targetAnswer(metric, row)} />
        <Question
          question="Differs from England?"
          answer={differs(row, compared)}
          kind={compared?.comparison}
        />
        <Question question="Changing?" answer={changeAnswer(row)} />
      </dl>
    </article>
  );
}

function differs(row: MeasuredRow, compared: ProfileRow | undefined): Answer {
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

const Question = ({ question, answer, kind = '' }: { question: string; answer: Answer; kind?: string }) => (
  <div>
    <dt>{question}</dt>
    <dd className={`compared ${kind}`}>
      <span aria-hidden="true">{answer.glyph}</span> <b>{answer.word}</b>
      <span className="quiet block">{answer.detail}</span>
    </dd>
  </div>
);
