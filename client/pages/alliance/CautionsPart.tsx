import { metric as metricOf } from '../../../data/metrics/index.ts';
import { parsePeriod } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import { type Gathered, gathered } from '../../../data/text/gathered.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { Part } from './Part.tsx';
import { type Board, useProgress, useScorecard } from './useBoard.ts';

/** What cannot be said from these figures, and where they come from. */
export function CautionsPart(board: Board) {
  const { alliance, view } = board;
  const { data: card } = useScorecard(board);
  const { data: progress } = useProgress(board);
  const end = parsePeriod(progress?.period ?? '')?.end ?? '';
  const ids = (card?.columns ?? []).map(({ metric }) => metric);
  const notes = gathered([
    { said: alliance.note, of: '' },
    ...(card?.notes ?? []).map((said) => ({ said, of: '' })),
    ...(progress?.rows ?? [])
      .filter(({ value }) => value !== null)
      .flatMap(({ notes: own, label }) => own.map((said) => ({ said, of: label ?? '' }))),
    ...metricOf(view.metric)
      .breaks.filter(({ from }) => from <= end)
      .map(({ reason }) => ({ said: reason, of: metricOf(view.metric).label })),
  ]);
  const cautions = gathered(
    ids.flatMap((id) => metricOf(id).cautions.map((said) => ({ said, of: metricOf(id).label }))),
  );
  const sources = [...new Set(ids.map((id) => metricOf(id).source))].map((id) => SOURCES[id]);
  const dataVersion = card?.dataVersion ?? progress?.dataVersion;
  return (
    <Part id="cautions" title="What these figures cannot say">
      <Cautions cautions={notes} />
      <details>
        <summary>Cautions and sources of every measure on this page</summary>
        <Cautions cautions={cautions} />
        <p className="prose">
          Sources: {sources.map(({ publisher, publication }) => `${publisher}, ${publication}`).join('; ')}.
        </p>
      </details>
      {dataVersion !== undefined && (
        <SourceLine metric={metricOf(view.metric)} dataVersion={dataVersion} period={progress?.period} />
      )}
    </Part>
  );
}

const MOST = 3;

const Cautions = ({ cautions }: { cautions: readonly Gathered[] }) => (
  <ul className="cautions prose">
    {cautions.map(({ said, of }) => (
      <li key={said}>
        {said}{' '}
        {of.length > 0 && (
          <span className="quiet">({of.length > MOST ? `${of.length} measures` : of.join('; ')})</span>
        )}
      </li>
    ))}
  </ul>
);
