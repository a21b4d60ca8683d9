import { Link } from 'wouter';
import type { Scorecard } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { briefName, COMPARISON_WORDS, GLYPHS, periodBrief } from '../../../data/text/figure.ts';
import { formatRound, formatValue } from '../../../data/text/format.ts';
import { VERDICT_GLYPHS } from '../../../data/text/method.ts';
import { ILLUSTRATIVE } from '../../../data/text/status.ts';
import { TableBox } from '../../ui/TableBox.tsx';
import type { AllianceView } from './view.ts';

type Props = {
  card: Scorecard;
  rows: readonly Scorecard['rows'][number][];
  sort: string;
  order: AllianceView['order'];
  onSort: (sort: string, order: AllianceView['order']) => void;
};

/** A row for each CCG, a column for each measure; the Alliance and England stay on top in any order. */
export function ScorecardTable({ card, rows, sort, order, onSort }: Props) {
  const state = (id: string) => (id !== sort ? 'none' : order === 'down' ? 'descending' : 'ascending');
  const sortBy = (id: string) => onSort(id, id === sort && order === 'up' ? 'down' : 'up');
  return (
    <div className="scorecard">
      <TableBox label="Scorecard">
        <table>
          <caption className="hidden">
            The CCGs of {card.alliance.name} by every measure, compared with {card.against}
          </caption>
          <thead>
            <tr>
              <th scope="col" aria-sort={state('name')}>
                <button type="button" onClick={() => sortBy('name')}>
                  CCG
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
            <Beside name="England" of={({ england }) => england} card={card} />
            <Beside name="This Alliance" of={({ alliance }) => alliance} card={card} />
          </tbody>
          <tbody>
            {rows.map(({ area, name, cells }) => (
              <tr key={area}>
                <th scope="row">
                  <Link href={`/ccgs/${area}`}>{briefName(name)}</Link>
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

function aimOf({ metric, target, illustrative }: Column): string {
  if (illustrative) return ILLUSTRATIVE;
  return target?.value == null ? '' : `Target ${formatRound(metricOf(metric), target.value)}`;
}

type BesideProps = { name: string; of: (column: Column) => Column['england']; card: Scorecard };

const Beside = ({ name, of, card }: BesideProps) => (
  <tr>
    <th scope="row">{name}</th>
    {card.columns.map((column) => {
      const value = of(column)?.value ?? null;
      return (
        <td key={column.metric}>
          {value === null || column.illustrative ? (
            <span className="quiet">None</span>
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
        <span className="quiet">None</span>
      </td>
    );
  const shown = formatValue(metricOf(cell.metric), value);
  if (status === 'illustrative')
    return (
      <td className="crossed">
        {shown}
        <span className="hidden">, illustrative</span>
      </td>
    );
  return (
    <td title={[comparisonReason ?? '', ...notes].join(' ').trim() || undefined}>
      <b>{shown}</b>
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
