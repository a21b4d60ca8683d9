import type { Scorecard } from '../../../data/contract/index.ts';
import { metric as metricOf } from '../../../data/metrics/index.ts';
import { SOURCES } from '../../../data/sources.ts';
import type { Cell } from '../../../data/text/csv.ts';
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
    return [...rows].sort(
      (one, other) => turn * briefName(one.name).localeCompare(briefName(other.name), 'en-GB'),
    );
  const at = columns.findIndex(({ metric }) => metric === sort);
  if (at < 0) return rows;
  const value = (row: Row) => row.cells[at]?.value ?? null;
  return [...rows].sort((one, other) => {
    const [first, second] = [value(one), value(other)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return turn * (first - second);
  });
}

export const SCORECARD_HEAD = [
  'area',
  'area_name',
  'as_at',
  'metric',
  'measure',
  'period',
  'status',
  'value',
  'unit',
  'numerator',
  'denominator',
  'lower_95',
  'upper_95',
  'benchmark_name',
  'confidence',
  'comparison',
  'comparison_reason',
  'target',
  'target_basis',
  'verdict',
  'notes',
  'publisher',
  'publication',
  'licence',
  'data_version',
] as const;

type Figure = Pick<
  Row['cells'][number],
  'status' | 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'
>;
type Judged = Partial<Pick<Row['cells'][number], 'comparison' | 'comparisonReason' | 'verdict' | 'notes'>>;

/** A scorecard as the rows of a file: each area and measure a row, at full precision; England and the Alliance first. */
export function scorecardCells(card: Scorecard, rows: readonly Row[]): Cell[][] {
  const cell = (area: string, name: string, at: number, figure: Figure & Judged): Cell[] => {
    const column = card.columns[at];
    if (!column) return [];
    const metric = metricOf(column.metric);
    const source = SOURCES[metric.source];
    return [
      area,
      name,
      card.period,
      column.metric,
      column.label,
      column.period,
      figure.status,
      figure.value,
      metric.unit,
      figure.numerator,
      figure.denominator,
      figure.lower,
      figure.upper,
      card.against,
      card.query.confidence ?? null,
      figure.comparison ?? null,
      figure.comparisonReason ?? null,
      column.target?.value ?? null,
      column.target?.basis ?? null,
      figure.verdict ?? null,
      figure.notes?.join(' ') ?? null,
      source.publisher,
      source.publication,
      source.licence,
      card.dataVersion,
    ];
  };
  const beside = (['england', 'alliance'] as const).flatMap((which) =>
    card.columns.flatMap((column, at) => {
      const figure = column[which];
      return figure ? [cell(figure.area, figure.name, at, figure)] : [];
    }),
  );
  const own = rows.flatMap(({ area, name, cells }) => cells.map((each, at) => cell(area, name, at, each)));
  return [...beside, ...own];
}
