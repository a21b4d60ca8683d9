import type { Scorecard } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { Cell } from '../../../data/text/csv.ts';
import { byLetters } from '../../../data/text/order.ts';
import { briefName } from '../../../data/text/words.ts';

type Row = Scorecard['rows'][number];

/** The rows of a scorecard by name or by a measure’s value, gaps last either way; as given where neither is named. */
export function inOrder(
  { rows, columns }: Pick<Scorecard, 'rows' | 'columns'>,
  sort: string,
  down: boolean,
): Row[] {
  const turn = down ? -1 : 1;
  if (sort === 'name')
    return [...rows].sort((one, other) => turn * byLetters(briefName(one.name), briefName(other.name)));
  const index = columns.findIndex(({ metric }) => metric === sort);
  if (index < 0) return rows;
  const value = (row: Row) => row.cells[index]?.value ?? null;
  return [...rows].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turn * (first - second);
  });
}

type Column = Scorecard['columns'][number];
type Judged = Row['cells'][number];
type Figure = Pick<Judged, 'status' | 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'> &
  Partial<Pick<Judged, 'comparison' | 'comparisonReason' | 'verdict' | 'notes'>>;

/** One figure of a scorecard: an area’s own, the Alliance’s or England’s. */
type Cells = { area: string; name: string; card: Scorecard; column: Column; figure: Figure };

const sourceOf = ({ column }: Cells) => SOURCES[metricOf(column.metric).source];

const COLUMNS: readonly [name: string, value: (cells: Cells) => Cell][] = [
  ['area', ({ area }) => area],
  ['area_name', ({ name }) => name],
  ['as_at', ({ card }) => card.period],
  ['metric', ({ column }) => column.metric],
  ['metric_name', ({ column }) => column.label],
  ['period', ({ column }) => column.period],
  ['status', ({ figure }) => figure.status],
  ['value', ({ figure }) => figure.value],
  ['unit', ({ column }) => metricOf(column.metric).unit],
  ['numerator', ({ figure }) => figure.numerator],
  ['denominator', ({ figure }) => figure.denominator],
  ['lower_95', ({ figure }) => figure.lower],
  ['upper_95', ({ figure }) => figure.upper],
  ['benchmark_name', ({ card }) => card.against],
  ['confidence', ({ card }) => card.query.confidence ?? null],
  ['comparison', ({ figure }) => figure.comparison ?? null],
  ['comparison_reason', ({ figure }) => figure.comparisonReason ?? null],
  ['target', ({ column }) => column.target?.value ?? null],
  ['target_basis', ({ column }) => column.target?.basis ?? null],
  ['verdict', ({ figure }) => figure.verdict ?? null],
  ['notes', ({ figure }) => figure.notes?.join(' ') ?? null],
  ['publisher', (cells) => sourceOf(cells).publisher],
  ['publication', (cells) => sourceOf(cells).publication],
  ['licence', (cells) => sourceOf(cells).licence],
  ['data_version', ({ card }) => card.dataVersion],
];

export const SCORECARD_HEAD = COLUMNS.map(([name]) => name);

/** A scorecard as the rows of a file: each area and measure a row, at full precision; England and the Alliance first. */
export function scorecardCells(card: Scorecard, rows: readonly Row[]): Cell[][] {
  const wholes = (['england', 'alliance'] as const).flatMap((which) =>
    card.columns.flatMap((column): Cells[] => {
      const figure = column[which];
      return figure ? [{ ...figure, card, column, figure }] : [];
    }),
  );
  const own = rows.flatMap(({ area, name, cells }) =>
    card.columns.flatMap((column, index): Cells[] => {
      const figure = cells[index];
      return figure ? [{ area, name, card, column, figure }] : [];
    }),
  );
  return [...wholes, ...own].map((each) => COLUMNS.map(([, value]) => value(each)));
}
