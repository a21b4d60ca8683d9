import type { Scorecard } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { scorecardDecimals, scorecardHeading, scorecardKey } from '../../../data/text/board.ts';
import { readingInShort } from '../../../data/text/control.ts';
import { csv } from '../../../data/text/csv.ts';
import { COMPARISON_WORDS, GLYPHS, STATUS_WORDS, VERDICT_GLYPHS } from '../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { areasNoun, briefName, periodBrief, periodWords } from '../../../data/text/words.ts';
import { POINTS_AT_AREAS } from '../../charts/kit/pointedArea.ts';
import { AreaLink } from '../../ui/AreaLink.tsx';
import { AgainstChoice, ConfidenceChoice } from '../../ui/ComparisonChoices.tsx';
import { ControlIcons } from '../../ui/ControlIcons.tsx';
import { DownloadCsv, TableBox } from '../../ui/DataTable.tsx';
import { Refused, Waiting } from '../../ui/states.tsx';
import { type Board, Part, useParts, useScorecard } from './board.tsx';
import { inOrder, SCORECARD_HEAD, scorecardCells } from './scorecardRows.ts';

/** What the areas can be compared with: only CCGs have ten most similar ones. */
const benchmarksFor = (level: Scorecard['level'], alliance: string) => [
  { id: 'england', name: 'England' },
  { id: alliance, name: 'This Alliance' },
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
      title={data ? scorecardHeading(data) : `Its ${many} by every metric`}
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
          No metric has a figure for any {one} of this Alliance by {periodWords(data.period)}.
        </p>
      ) : (
        <div aria-busy={isPlaceholderData}>
          <Key card={data} confidence={view.confidence} />
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

/** How its signs are read, each as the cells have it. */
function Key({ card, confidence }: { card: Scorecard; confidence: string }) {
  const [before, after] = scorecardKey(card.against, confidence).split(GLYPHS.similar);
  return (
    <p className="note">
      {before}
      <span className="compared similar">
        <span>{GLYPHS.similar}</span>
      </span>
      {after} {scorecardDecimals(card)}
    </p>
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
            The {areasNoun(card.level, 2)} of {card.alliance.name} by every metric, compared with{' '}
            {card.against}
          </caption>
          <thead>
            <tr>
              <th scope="col" aria-sort={state('name')}>
                <button type="button" onClick={() => sortBy('name')}>
                  {areasNoun(card.level, 1)}
                </button>
              </th>
              {card.control && (
                <th scope="col">
                  Changing?
                  <span className="quiet block">{card.control.label}</span>
                  <span className="quiet block">{readUpTo(card.control)}</span>
                </th>
              )}
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
            <WholeRow name="England" area="england" figureOf={({ england }) => england} card={card} />
            <WholeRow
              name="This Alliance"
              area={card.alliance.area}
              figureOf={({ alliance }) => alliance}
              card={card}
            />
          </tbody>
          <tbody {...POINTS_AT_AREAS}>
            {rows.map(({ area, name, cells }) => (
              <tr key={area} data-area={area}>
                <th scope="row">
                  <AreaLink level={card.level} area={area}>
                    {briefName(name)}
                  </AreaLink>
                </th>
                <Changing card={card} area={area} />
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

type ControlColumn = NonNullable<Scorecard['control']>;

/** The latest month that the control charts of a scorecard are read at. */
function readUpTo({ areas }: ControlColumn): string {
  const latest = areas
    .flatMap(({ reading }) => reading?.period ?? [])
    .sort()
    .at(-1);
  return latest === undefined ? '' : `By month, to ${periodBrief(latest)}`;
}

/** What the control chart of an area says, with the NHS’ icons; why it says nothing. Nothing where no chart is read. */
function Changing({ card: { control }, area }: { card: Scorecard; area: string }) {
  if (!control) return null;
  const reading = control.areas.find((each) => each.area === area)?.reading;
  const words = reading && readingInShort(metricOf(control.metric), reading);
  if (!reading || !words)
    return (
      <td className="gap" title={reading?.reason ?? undefined}>
        <span className="quiet">
          {reading ? 'No limits' : area === 'england' ? 'On its own page' : 'No months'}
        </span>
      </td>
    );
  return (
    <td title={words.detail}>
      <div className="changing">
        <ControlIcons reading={reading} />
        <span className="word">{words.word}</span>
      </div>
    </td>
  );
}

type WholeProps = {
  name: string;
  area: string;
  figureOf: (column: Column) => Column['england'];
  card: Scorecard;
};

/** A row above the others, of the Alliance or of England. */
const WholeRow = ({ name, area, figureOf, card }: WholeProps) => (
  <tr>
    <th scope="row">{name}</th>
    <Changing card={card} area={area} />
    {card.columns.map((column) => {
      const value = figureOf(column)?.value ?? null;
      return (
        <td key={column.metric}>
          {value === null ? (
            <span className="quiet">No like figure</span>
          ) : (
            formatValue(metricOf(column.metric), value)
          )}
        </td>
      );
    })}
  </tr>
);

const VERDICT_WORDS = { met: 'Met', 'not-met': 'Not met', 'not-sure': 'Not sure' } as const;

function Figure({ cell }: { cell: Scorecard['rows'][number]['cells'][number] }) {
  const { value, status, comparison, comparisonReason, verdict, notes } = cell;
  if (value === null)
    return (
      <td className="gap" title={notes.join(' ')}>
        <span className="quiet">{STATUS_WORDS[status]}</span>
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
