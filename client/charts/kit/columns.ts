import type { ReactNode } from 'react';
import { type Metric, type MetricId, metric as metricOf } from '../../../data/metrics/index.ts';
import { type Cell, csv } from '../../../data/text/csv.ts';
import { countsPhrase } from '../../../data/text/figure.ts';
import { formatValue } from '../../../data/text/format.ts';
import { byLetters } from '../../../data/text/order.ts';
import { peopleOf } from './words.ts';

/** A column: what it is called in the file and on the page, its value, and how a reader sees it. */
export type Column<Row> = {
  id: string;
  head: string;
  /** What the column is sorted by, and what the file holds: full precision, null for a gap. */
  value: (row: Row) => Cell;
  shown?: (row: Row) => ReactNode;
  number?: boolean;
  /** Words that need room. */
  room?: 'some' | 'much';
  /** What the file holds instead, where a column shows several values. */
  parts?: readonly { id: string; value: (row: Row) => Cell }[];
};
export type Sorting = { by: string; down: boolean };

/** A column of a file whose cells also need the whole that a row is part of. */
export type FileColumn<Row, Whole> = readonly [name: string, value: (row: Row, whole: Whole) => Cell];

/** Rows in the order of a column, gaps last either way; as given where no such column is named. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { by, down }: Sorting,
): readonly Row[] {
  const column = columns.find(({ id }) => id === by);
  if (!column) return rows;
  const gap = (value: Cell) => Number(value === null || value === '');
  const order = (one: Cell, other: Cell) =>
    typeof one === 'number' && typeof other === 'number'
      ? one - other
      : byLetters(String(one), String(other));
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort(
      (one, other) => gap(one.value) - gap(other.value) || (down ? -1 : 1) * order(one.value, other.value),
    )
    .map(({ row }) => row);
}

/** What a file of a table holds: the names of its columns, and its cells unrounded. */
export function tableOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]) {
  const cells = columns.flatMap((column) => column.parts ?? [{ id: column.id, value: column.value }]);
  return { head: cells.map(({ id }) => id), rows: rows.map((row) => cells.map(({ value }) => value(row))) };
}

/** The CSV of a table: its columns, then what the file says of itself, the same in every row. */
export const csvOf = (
  { head, rows }: { head: readonly string[]; rows: readonly (readonly Cell[])[] },
  about: Readonly<Record<string, string>>,
): string =>
  csv(
    [...head, ...Object.keys(about)],
    rows.map((row) => [...row, ...Object.values(about)]),
  );

type Counts = { numerator: number | null; denominator: number | null };

/** The counts behind each figure, without the noun that its head has; `shown` may add to them. */
export const countsColumn = <Row extends Counts>(
  metric: Metric,
  shown: (counts: string, row: Row) => ReactNode = (counts) => counts,
): Column<Row> => ({
  id: 'denominator',
  head: metric.kind === 'proportion' ? 'Counts' : 'Respondents',
  number: true,
  value: ({ denominator }) => denominator,
  shown: (row) => shown(countsPhrase(metric, row).replace(` ${peopleOf(metric)}`, ''), row),
  parts: [
    { id: 'numerator', value: ({ numerator }) => numerator },
    { id: 'denominator', value: ({ denominator }) => denominator },
  ],
});

/** What must be told of the rows, as a column; none where there is nothing. */
export const notesColumns = <Row>(rows: readonly Row[], notesOf: (row: Row) => string): Column<Row>[] =>
  rows.some((row) => notesOf(row) !== '')
    ? [{ id: 'notes', head: 'Notes', room: 'much', value: (row) => notesOf(row) || null }]
    : [];

type Ranked = { rank: { value: number; lower: number; upper: number; of: number } | null };

/** A rank with the places that chance leaves open, in a file. */
export const RANK_PARTS: Column<Ranked>['parts'] = [
  { id: 'rank', value: ({ rank }) => rank?.value ?? null },
  { id: 'rank_lower', value: ({ rank }) => rank?.lower ?? null },
  { id: 'rank_upper', value: ({ rank }) => rank?.upper ?? null },
  { id: 'rank_of', value: ({ rank }) => rank?.of ?? null },
];

/** What every row of a file is of, as columns of their own: files of several periods can be put together. */
export const ofColumns = ({ metric, period }: { metric: MetricId; period: string }): Column<unknown>[] => [
  { id: 'metric', head: 'Metric', value: () => metric },
  { id: 'metric_name', head: 'Metric', value: () => metricOf(metric).label },
  { id: 'period', head: 'Period', value: () => period },
];

/** The figure of each row; a gap in words. */
export const valueColumn = (metric: Metric): Column<{ value: number | null }> => ({
  id: 'value',
  head: 'Value',
  number: true,
  value: ({ value }) => value,
  shown: ({ value }) => (value === null ? 'No figure' : formatValue(metric, value)),
});

type Bounded = { lower: number | null; upper: number | null };

/** The 95% interval of each row's figure: both ends in one column, and as two in the file. */
export const intervalColumn = (metric: Metric): Column<Bounded> => ({
  id: 'interval',
  head: '95% interval',
  number: true,
  value: ({ lower }) => lower,
  shown: ({ lower, upper }) =>
    lower === null || upper === null
      ? null
      : `${formatValue(metric, lower)} to ${formatValue(metric, upper)}`,
  parts: [
    { id: 'lower_95', value: ({ lower }) => lower },
    { id: 'upper_95', value: ({ upper }) => upper },
  ],
});

/** A column of numbers: the value unrounded in the file, in words on the page. */
export const numberColumn = <Row>(
  id: string,
  head: string,
  value: (row: Row) => number | null,
  words: (value: number) => string,
): Column<Row> => ({
  id,
  head,
  number: true,
  value,
  shown: (row) => {
    const number = value(row);
    return number === null ? null : words(number);
  },
});
