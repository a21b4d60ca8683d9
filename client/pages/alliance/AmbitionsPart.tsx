import { Link } from 'wouter';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { isApproximation } from '../../../data/text/approximation.ts';
import {
  type Answer,
  changeAnswer,
  decimalsOf,
  gapBrief,
  targetAnswer,
  tileRows,
  withoutWords,
} from '../../../data/text/board.ts';
import { COMPARISON_WORDS, countsPhrase, GLYPHS, statusWords } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import type { MeasuredRow } from '../../../data/text/progress.ts';
import { listOf, periodBrief, uncapitalised } from '../../../data/text/words.ts';
import { useLookedAt } from '../../ui/AreaLink.tsx';
import { ControlIcons } from '../../ui/ControlIcons.tsx';
import { TableBox } from '../../ui/DataTable.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { useWide } from '../../ui/useWide.ts';
import { WhereFrom } from '../../ui/WhereFrom.tsx';
import { allianceUrl, metricAtUrl } from '../../url.ts';
import { type Board, levelOf, Part, useProgress } from './board.tsx';

/** Each ambition of Annex A that has a figure on a row, with the three questions asked of it kept apart. */
export function AmbitionsPart(board: Board) {
  const { data, error, refetch, isPlaceholderData } = useProgress(board);
  const tiles = tileRows(data?.rows ?? []);
  const first = useWide() ? FIRST : FIRST_NARROW;
  const place = { area: board.alliance.area, level: levelOf(board) };
  const all = `/progress?area=${board.alliance.area}${board.view.period && `&period=${board.view.period}`}`;
  return (
    <Part id="ambitions" title="Where it stands on the ambitions">
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the ambitions" />
      ) : (
        <>
          {tiles.length > 0 && (
            <div aria-busy={isPlaceholderData}>
              <Rows rows={tiles.slice(0, first)} {...place} />
              {tiles.length > first && (
                <details className="entry">
                  <summary>
                    {tiles.length - first} more with a figure:{' '}
                    {listOf(tiles.slice(first).map(({ metric }) => uncapitalised(metricOf(metric).label)))}
                  </summary>
                  <Rows rows={tiles.slice(first)} {...place} />
                </details>
              )}
            </div>
          )}
          <p className="note">
            {[decimalsOf(tiles), withoutWords(data)].filter(Boolean).join(' ')}{' '}
            {tiles.length === 0 && board.view.period !== '' && (
              <>
                <Link href={allianceUrl(board.alliance.area)}>See its latest figures</Link>.{' '}
              </>
            )}
            <Link href={all}>Every ambition of Annex A, with its path to the target</Link>
          </p>
        </>
      )}
    </Part>
  );
}

/** How many ambitions are read at once, and how many where each is a block of lines; the others are unfolded. */
const [FIRST, FIRST_NARROW] = [5, 3];

/** What is asked of each, as a column has it and, on a phone, the line of an answer. */
const QUESTIONS = [
  { asked: 'Now', brief: 'Now' },
  { asked: 'Meets its target?', brief: 'Target' },
  { asked: 'Against England?', brief: 'England' },
  { asked: 'Changing?', brief: 'Changing?' },
] as const;
const [NOW, TARGET, ENGLAND, CHANGING] = QUESTIONS;

type Place = { area: string; level: string };

const Rows = ({ rows, ...place }: Place & { rows: readonly MeasuredRow[] }) => (
  <TableBox label="Ambitions and their three answers">
    <table className="ambitions">
      <thead>
        <tr>
          <th scope="col">Ambition</th>
          {QUESTIONS.map(({ asked }) => (
            <th key={asked} scope="col">
              {asked}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Ambition key={row.id} row={row} {...place} />
        ))}
      </tbody>
    </table>
  </TableBox>
);

/** One ambition: its figure with its period, and three questions each with an answer of its own. */
function Ambition({ row, area, level }: Place & { row: MeasuredRow }) {
  const metric = metricOf(row.metric);
  const address = metricAtUrl(row.metric, { ...useLookedAt(), level, period: row.period, area });
  const target = targetAnswer(metric, row);
  const gap = row.national || row.reached ? '' : gapBrief(metric, row);
  const { control } = row;
  const reading =
    control?.variation == null || control.period === row.period ? '' : periodBrief(control.period ?? '');
  return (
    <tr>
      <th scope="row">
        <Link href={address} title={row.ambition}>
          {metric.label}
        </Link>
      </th>
      <td data-question={NOW.brief}>
        <div>
          {row.value === null || row.period === null ? (
            <b>No figure</b>
          ) : (
            <WhereFrom metric={row.metric} area={area} period={row.period} of={metric.label}>
              <b>{formatValue(metric, row.value)}</b>
            </WhereFrom>
          )}{' '}
          {row.period !== null && periodBrief(row.period)}{' '}
          <span className="quiet">
            {isApproximation(row, metric) ? statusWords(row.status, metric.kind) : countsPhrase(metric, row)}
          </span>
        </div>
      </td>
      <Cell
        question={TARGET}
        answer={{ ...target, detail: [target.detail, gap].filter(Boolean).join('. ') }}
      />
      <Cell question={ENGLAND} answer={differs(row)} kind={row.comparison} />
      <td data-question={CHANGING.brief}>
        <div className="changing">
          {control && <ControlIcons reading={control} />}
          <AnswerWords answer={changeAnswer(metric, row)} when={reading} plain={control?.variation != null} />
        </div>
      </td>
    </tr>
  );
}

/** Whether a figure differs from England’s, with that figure. */
function differs(row: MeasuredRow): Answer {
  const england =
    row.england?.value == null ? '' : `England ${formatValue(metricOf(row.metric), row.england.value)}`;
  const why = row.comparison === 'not-compared' ? (row.comparisonReason ?? '') : '';
  return {
    glyph: GLYPHS[row.comparison],
    word: COMPARISON_WORDS[row.comparison],
    detail: [england, why].filter(Boolean).join('. '),
  };
}

type CellProps = { question: (typeof QUESTIONS)[number]; answer: Answer; kind?: string };

const Cell = ({ question, answer, kind = '' }: CellProps) => (
  <td className={`compared ${kind}`} data-question={question.brief}>
    <AnswerWords answer={answer} />
  </td>
);

type WordsProps = {
  answer: Answer;
  /** The period of what was read, where it is not that of the row’s figure. */
  when?: string;
  /** Whether an icon stands in for the glyph. */
  plain?: boolean;
};

const AnswerWords = ({ answer: { glyph, word, detail }, when = '', plain = false }: WordsProps) => (
  <div>
    {!plain && <span aria-hidden="true">{glyph} </span>}
    <b>{word}</b>
    {when && ` to ${when}`} <span className="quiet">{detail}</span>
  </div>
);
