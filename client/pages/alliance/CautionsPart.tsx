import { metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import { type Caution, cautionsOnce } from '../../../data/text/board.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { type Board, isOfToday, Part, useProgress, useScorecard } from './board.tsx';

/** What cannot be said from these figures, and where they come from. */
export function CautionsPart(board: Board) {
  const { alliance, view } = board;
  const { data: card } = useScorecard(board);
  const { data: progress } = useProgress(board);
  const end = endOf(progress?.period ?? '');
  const ids = (card?.columns ?? []).map(({ metric }) => metric);
  const notes = cautionsOnce([
    { text: isOfToday(alliance) ? '' : alliance.note, about: '' },
    ...(card?.notes ?? []).map((text) => ({ text, about: '' })),
    ...(progress?.rows ?? [])
      .filter(({ value }) => value !== null)
      .flatMap(({ notes: own, label }) => own.map((text) => ({ text, about: label ?? '' }))),
    ...metricOf(view.metric)
      .breaks.filter(({ from }) => from <= end)
      .map(({ reason }) => ({ text: reason, about: metricOf(view.metric).label })),
  ]);
  const cautions = cautionsOnce(
    ids.flatMap((id) => metricOf(id).cautions.map((text) => ({ text, about: metricOf(id).label }))),
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

/** As many measures as are named; more are counted. */
const MOST_NAMED = 3;

const Cautions = ({ cautions }: { cautions: readonly Caution[] }) => (
  <ul className="cautions prose">
    {cautions.map(({ text, about }) => (
      <li key={text}>
        {text}{' '}
        {about.length > 0 && (
          <span className="quiet">
            ({about.length > MOST_NAMED ? `${about.length} measures` : about.join('; ')})
          </span>
        )}
      </li>
    ))}
  </ul>
);
