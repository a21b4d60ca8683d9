import { Link } from 'wouter';
import type { Progress, ProgressRow } from '../../../data/contract/progress.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { recentTrendWords } from '../../../data/text/control.ts';
import { hasFigure, type MeasuredRow } from '../../../data/text/progress.ts';
import { paceNeededWords, paceSeenWords, whenWords } from '../../../data/text/progress-pace.ts';
import {
  figureBrief,
  gapSentence,
  hasAim,
  standing,
  targetWords,
  whereWords,
} from '../../../data/text/progress-row.ts';
import { besideWords, spreadWords } from '../../../data/text/progress-spread.ts';
import { Fact } from '../../ui/Fact.tsx';
import { PathPicture } from './PathPicture.tsx';
import { SpreadTable } from './SpreadTable.tsx';
import { StandingMark } from './StandingMark.tsx';

type Props = { row: MeasuredRow; progress: Progress };

/** One ambition with a measure: where it stands, what is to be reached, how far, how fast and when; and its path. */
export function AmbitionCard({ row, progress }: Props) {
  const metric = metricOf(row.metric);
  const brief = row.basis === 'variation' || !hasFigure(row) ? '' : figureBrief(metric, row);
  return (
    <article className="card ambition-card" aria-labelledby={row.id} data-testid="ambition">
      <header>
        <p className="topic">{row.heading}</p>
        <h3 id={row.id}>
          {row.ambition}
          <span className="block">
            <StandingMark standing={standing(metric, row)} />
            {brief && <span className="brief">{brief}</span>}
          </span>
        </h3>
      </header>
      <div className="ambition-body">
        <dl className="facts">
          <RowFacts metric={metric} row={row} />
        </dl>
        <PathPicture metric={metric} row={row} file={progress} />
        <SpreadTable metric={metric} row={row} />
      </div>
      <Notes row={row} />
      <p className="onward">
        <Link href={`/metrics/${row.metric}`}>{row.label ?? metric.label}: how areas differ</Link>
      </p>
    </article>
  );
}

function RowFacts({ metric, row }: { metric: Metric; row: ProgressRow }) {
  const { pace, recentTrend, basis } = row;
  const gap = gapSentence(metric, row);
  const seen = pace && paceSeenWords(metric, pace);
  const needed = pace && paceNeededWords(metric, pace, row.target?.by ?? null);
  const beside = besideWords(row);
  return (
    <>
      {basis === 'variation' ? (
        <Fact name="Spread">{spreadWords(metric, row)}</Fact>
      ) : (
        <Fact name="Where we are">{whereWords(metric, row)}</Fact>
      )}
      {beside && <Fact name="Beside it">{beside}</Fact>}
      <Fact name="To reach">{targetWords(row)}</Fact>
      {gap && <Fact name="Gap">{gap}</Fact>}
      {seen && <Fact name="Pace seen">{seen}</Fact>}
      {needed && <Fact name="Pace needed">{needed}</Fact>}
      {pace && hasAim(row) && <Fact name={seen ? 'When' : 'Pace and date'}>{whenWords(pace)}</Fact>}
      {basis === 'direction' && recentTrend && hasFigure(row) && (
        <Fact name="Recent trend">{recentTrendWords(recentTrend)}</Fact>
      )}
    </>
  );
}

/** What must be known of the figure; what the facts say already is left out. */
function Notes({ row }: { row: ProgressRow }) {
  const said = row.basis === 'variation' ? [] : row.notes.filter((note) => note !== `${row.target?.label}.`);
  return (
    <>
      {said.length > 0 && <p className="note">{said.map(sentence).join(' ')}</p>}
      {row.footnote && <p className="note">Annex A, footnote: {row.footnote}</p>}
    </>
  );
}

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);
