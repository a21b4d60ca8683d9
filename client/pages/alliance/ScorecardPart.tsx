import { Link } from 'wouter';
import type { Scorecard } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { scorecardHeading } from '../../../data/text/board.ts';
import { csv } from '../../../data/text/csv.ts';
import { COMPARISON_WORDS, GLYPHS, VERDICT_GLYPHS } from '../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { scorecardKey } from '../../../data/text/methods.ts';
import { areasNoun, briefName, periodBrief, periodWords } from '../../../data/text/words.ts';
import { AgainstChoice, ConfidenceChoice } from '../../ui/ComparisonChoices.tsx';
import { DownloadCsv, TableBox } from '../../ui/DataTable.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { type Board, Part, useParts, useScorecard } from './board.tsx';
import { inOrder, SCORECARD_HEAD, scorecardCells } from './scorecardRows.ts';

/** What the areas can be compared with: only CCGs have ten most similar ones. */
const benchmarksFor = (level: Scorecard['level'], alliance: string) => [
  { id: 'england', name: 'England' },
  { id: level === 'ccg' ? 'alliance' : alliance, name: 'This Alliance' },
  ...(level === 'ccg' ? [{ id: 'similar', name: 'Each CCG’s similar ten' }] : []),
  { id: 'best-decile', name: 'The best tenth' },
];

/** Its CCGs or ICBs by every measure, beside the Alliance and England. */
export function ScorecardPart(board: Board) {
  const { view, go } = board;
  const { data, error, refetch, isPlaceholderData } = useScorecard(board);
  const { level, one, many } = useParts(board);
  return (
    <Part
      id="scorecard"
      subject="Scorecard"
      title={data ? scorecardHeading(data) : `Its ${many} by every measure`}
    >
      <div className="controls">
        <AgainstChoice
          options={benchmarksFor(level, board.alliance.area)}
          value={view.benchmark}
          name={data?.against ?? view.benchmark}
          onChange={(benchmark) => go({ benchmark })}
        />
        <ConfidenceChoice value={view.confidence} onChange={(confidence) => go({ confidence })} />
      </div>
      {error ? (
        <Refused failure={error} again={refetch} />
      ) : !data ? (
        <Waiting what="the scorecard" />
      ) : data.columns.length === 0 ? (
        <p>
          No measure has a figure for any {one} of this Alliance by {periodWords(data.period)}.
        </p>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <p className="note">{scorecardKey(data.against, view.confidence)}</p>
          <ScorecardTable card={data} rows={inOrder(data, view.sort, view.down)} view={view} go={go} />
          <DownloadCsv
            of="the scorecard"
            name={[data.alliance.name, 'scorecard', data.period, data.against]}
            text={() => csv(SCORECARD_HEAD, scorecardCells(data, inOrder(data, view.sort, view.down)))}
          />
        </div>
      )}
    </Part>
  );
}

type TableProps = Pick<Board, 'view' | 'go'> & { card: Scorecard; rows: Scorecard['rows'] };

/** A row for each CCG or ICB, a column for each measure; the Alliance and England stay on top in any order. */
function ScorecardTable({ card, rows, view: { sort, down }, go }: TableProps) {
  const state = (id: string) => (id !== sort ? 'none' : down ? 'descending' : 'ascending');
  const sortBy = (id: string) => go({ sort: id, down: id === sort && !down });
  return (
    <div className="scorecard">
      <TableBox label="Scorecard">
        <table>
          <caption className="hidden">
            The {areasNoun(card.level, 2)} of {card.alliance.name} by every measure, compared with{' '}
            {card.against}
          </caption>
          <thead>
            <tr>
              <th scope="col" aria-sort={state('name')}>
                <button type="button" onClick={() => sortBy('name')}>
                  {areasNoun(card.level, 1)}
                </button>
              </th>
              {card.columns.map((column) => (
                <th key={column.metric} scope="col" aria-sort={state(column.metric)}>
                  <button type="button" onClick={() => sortBy(column.metric)}>
                    {column.label}
                  </button>
                  <span className="quiet block">{periodBrief(column.period)}</span>
                  <span className="quiet block">{aimOf(column)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="beside">
            <WholeRow name="England" figureOf={({ england }) => england} card={card} />
            <WholeRow name="This Alliance" figureOf={({ alliance }) => alliance} card={card} />
          </tbody>
          <tbody>
            {rows.map(({ area, name, cells }) => (
              <tr key={area}>
                <th scope="row">
                  <Link href={`/${card.level}s/${area}`}>{briefName(name)}</Link>
                </th>
                {cells.map((cell) => (
                  <Figure key={cell.metric} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </div>
  );
}

type Column = Scorecard['columns'][number];

const aimOf = ({ metric, target }: Column): string =>
  target?.value == null ? '' : `Target ${formatRound(metricOf(metric), target.value)}`;

type WholeProps = { name: string; figureOf: (column: Column) => Column['england']; card: Scorecard };

/** A row above the others, of the Alliance or of England. */
const WholeRow = ({ name, figureOf, card }: WholeProps) => (
  <tr>
    <th scope="row">{name}</th>
    {card.columns.map((column) => {
      const value = figureOf(column)?.value ?? null;
      return (
        <td key={column.metric}>
          {value === null ? <span className="quiet">None</span> : formatValue(metricOf(column.metric), value)}
        </td>
      );
    })}
  </tr>
);

const VERDICT_WORDS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure' } as const;

function Figure({ cell }: { cell: Scorecard['rows'][number]['cells'][number] }) {
  const { value, comparison, comparisonReason, verdict, notes } = cell;
  if (value === null)
    return (
      <td className="gap" title={notes.join(' ')}>
        <span className="quiet">None</span>
      </td>
    );
  return (
    <td title={[comparisonReason ?? '', ...notes].join(' ').trim() || undefined}>
      <b>{formatValue(metricOf(cell.metric), value)}</b>
      <span className={`compared ${comparison}`}>
        <span aria-hidden="true">{GLYPHS[comparison]}</span>{' '}
        <span className="word">{COMPARISON_WORDS[comparison]}</span>
      </span>
      {verdict !== 'no-target' && (
        <span className="verdict">
          <span aria-hidden="true">{VERDICT_GLYPHS[verdict]}</span>{' '}
          <span className="word">{VERDICT_WORDS[verdict]}</span>
        </span>
      )}
    </td>
  );
}
