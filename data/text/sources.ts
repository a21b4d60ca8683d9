import type { SourceCell, Sources } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { countsOf } from './figure.ts';
import { formatCount, formatValue } from './format.ts';
import { periodWords, plural } from './words.ts';

/** As many terms of a sum as are written out. */
const MOST_TERMS = 12;

/** What a number is of: `62-day wait, West Yorkshire, April 2016`. */
export const sourceSubject = ({ query, figure }: Sources): string =>
  `${metricOf(query.metric).label}, ${figure.name}, ${periodWords(figure.period)}`;

/** The number with its counts: `88.8% (406 of 457 people treated)`; that there is none where there is none. */
export function sourceFigure({ query, figure }: Sources): string {
  const metric = metricOf(query.metric);
  if (figure.value === null) return 'No figure';
  const counts = countsOf(metric, figure);
  const unit = metric.kind === 'rate' ? ` ${metric.unit}` : '';
  return `${formatValue(metric, figure.value)}${unit}${counts && ` (${counts})`}`;
}

/** How the number is reckoned from its cells, sums written out while they are short; empty where it is as published. */
export function arithmeticWords({ query, figure, cells }: Sources): string {
  const { numerator, denominator, value } = figure;
  if (value === null || numerator === null || denominator === null) return '';
  const divided = `${formatCount(numerator)} ÷ ${formatCount(denominator)} = ${formatValue(metricOf(query.metric), value)}`;
  const isSum =
    cells.length > 1 &&
    close(total(cells, 'numerator'), numerator) &&
    close(total(cells, 'denominator'), denominator);
  if (!isSum) return divided;
  return `${sumWords(cells, 'numerator')} = ${formatCount(numerator)}; ${sumWords(cells, 'denominator')} = ${formatCount(denominator)}; ${divided}`;
}

type Part = 'numerator' | 'denominator';

const total = (cells: readonly SourceCell[], part: Part) =>
  cells.reduce((sum, cell) => sum + (cell[part] ?? Number.NaN), 0);

const close = (one: number, other: number) => Math.abs(one - other) < 1e-6;

const sumWords = (cells: readonly SourceCell[], part: Part): string =>
  cells.length > MOST_TERMS
    ? `the ${plural(cells.length, 'cell')} below`
    : cells.map((cell) => formatCount(cell[part] ?? 0)).join(' + ');

/** Publications that cells are from, each once with its publisher and licence. */
export function publicationsOf(cells: readonly SourceCell[]): string[] {
  return [
    ...new Set(
      cells.map(({ publication, publisher, licence }) => `${publisher}: ${publication} (${licence})`),
    ),
  ];
}

/** A cell’s own number, as the publisher has it: `43 of 47`, or the value alone. */
export function cellWords(metric: Metric, { numerator, denominator, value }: SourceCell): string {
  if (numerator !== null && denominator !== null)
    return `${formatCount(numerator)} of ${formatCount(denominator)}`;
  return value === null ? 'None' : formatValue(metric, value);
}
