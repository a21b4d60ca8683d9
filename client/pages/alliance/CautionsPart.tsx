import { metric as metricOf } from '../../../data/metrics/index.ts';
import { endOf } from '../../../data/periods.ts';
import { SOURCES } from '../../../data/sources.ts';
import { boardCautions, type Caution, cautionsOnce } from '../../../data/text/board.ts';
import { SourceLine } from '../../ui/SourceLine.tsx';
import { type Board, isOfToday, Part, useProgress, useScorecard } from './board.tsx';

/** What cannot be said from these figures, and where they come from. */
export function CautionsPart(board: Board) {
  const { alliance, view } = board;
  const { data: card } = useScorecard(board);
  const { data: progress } = useProgress(board);
  const end = endOf(progress?.period ?? '');
  const ids = (card?.columns ?? []).map(({ metric }) => metric);
  const own = [isOfToday(alliance) ? '' : alliance.note, ...(card?.notes ?? [])];
  const breaks = metricOf(view.metric).breaks.filter(({ from }) => from <= end);
  const notes = [
    ...boardCautions({ rows: progress?.rows ?? [] }, own),
    ...breaks.map(({ reason }) => ({ text: reason, about: [metricOf(view.metric).label] })),
  ];
  const cautions = cautionsOnce(
    ids.flatMap((id) => metricOf(id).cautions.map((text) => ({ text, about: metricOf(id).label }))),
  );
  const sources = [...new Set(ids.map((id) => metricOf(id).source))].map((id) => SOURCES[id]);
  const dataVersion = card?.dataVersion ?? progress?.dataVersion;
  return (
    <Part id="cautions" title="What these figures cannot say">
      <Cautions cautions={notes.slice(0, FIRST)} />
      <details className="entry">
        <summary>
          {notes.length > FIRST ? `${notes.length - FIRST} more, and the cautions` : 'The cautions'} and
          sources of every metric on this page
        </summary>
        <Cautions cautions={[...notes.slice(FIRST), ...cautions]} />
        <p className="prose">
          Sources: {sources.map(({ publisher, publication }) => `${publisher}, ${publication}`).join('; ')}.
        </p>
        {dataVersion !== undefined && (
          <SourceLine metric={metricOf(view.metric)} dataVersion={dataVersion} period={progress?.period} />
        )}
      </details>
      <p className="note">
        Source: {sources[0] ? `${sources[0].publisher}, ${sources[0].publication}` : 'none'}
        {sources.length > 1 && ` and ${sources.length - 1} more`}. Data version {dataVersion}.
      </p>
    </Part>
  );
}

/** How many cautions are read at once. */
const FIRST = 3;

/** As many measures as are named; more are counted. */
const MOST_NAMED = 3;

const Cautions = ({ cautions }: { cautions: readonly Caution[] }) => (
  <ul className="cautions prose">
    {cautions.map(({ text, about }) => (
      <li key={text}>
        {text}{' '}
        {about.length > 0 && (
          <span className="quiet">
            ({about.length > MOST_NAMED ? `${about.length} metrics` : about.join('; ')})
          </span>
        )}
      </li>
    ))}
  </ul>
);
