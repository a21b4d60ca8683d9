import { CONFIDENCES } from '../../../data/addresses/choices.ts';
import { scorecardHeading } from '../../../data/text/board.ts';
import { csv, fileName } from '../../../data/text/csv.ts';
import { periodWords } from '../../../data/text/figure.ts';
import { scorecardKey } from '../../../data/text/method.ts';
import { Choice } from '../../ui/Choice.tsx';
import { save } from '../../ui/save.ts';
import { Refused, Waiting } from '../../ui/states.tsx';
import { Part } from './Part.tsx';
import { ScorecardTable } from './ScorecardTable.tsx';
import { inOrder, SCORECARD_HEAD, scorecardCells } from './scorecardRows.ts';
import { type Board, useScorecard } from './useBoard.ts';

const BENCHMARKS = [
  { id: 'england', name: 'England' },
  { id: 'alliance', name: 'This Alliance' },
  { id: 'similar', name: 'Each CCG’s similar ten' },
  { id: 'best-decile', name: 'The best tenth' },
];

/** Its CCGs by every measure, beside the Alliance and England. */
export function ScorecardPart(board: Board) {
  const { view, go } = board;
  const { data, error, refetch, isPlaceholderData } = useScorecard(board);
  const known = BENCHMARKS.some(({ id }) => id === view.benchmark);
  return (
    <Part
      id="scorecard"
      subject="Scorecard"
      title={data ? scorecardHeading(data) : 'Its CCGs by every measure'}
    >
      <div className="controls">
        <Choice
          label="Compared with"
          options={
            known
              ? BENCHMARKS
              : [...BENCHMARKS, { id: view.benchmark, name: data?.against ?? view.benchmark }]
          }
          value={view.benchmark}
          onChange={(benchmark) => go({ benchmark })}
        />
        <Choice
          label="Confidence"
          options={CONFIDENCES.map((id) => ({ id, name: `${id}%` }))}
          value={view.confidence}
          onChange={(confidence) => go({ confidence })}
        />
      </div>
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the scorecard" />
      ) : data.columns.length === 0 ? (
        <p>No measure has a figure for a CCG of this Alliance by {periodWords(data.period)}.</p>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <p className="note">
            {scorecardKey(data.against, view.confidence)} Crossed out: illustrative, not published, and not
            judged.
          </p>
          <ScorecardTable
            card={data}
            rows={inOrder(data, view.sort, view.order)}
            sort={view.sort}
            order={view.order}
            onSort={(sort, order) => go({ sort, order })}
          />
          <p className="download">
            <button
              type="button"
              className="button"
              onClick={() =>
                save(
                  fileName([data.alliance.name, 'scorecard', data.period, data.against], 'csv'),
                  csv(SCORECARD_HEAD, scorecardCells(data, inOrder(data, view.sort, view.order))),
                )
              }
            >
              Download CSV<span className="hidden"> of the scorecard</span>
            </button>
          </p>
        </div>
      )}
    </Part>
  );
}
