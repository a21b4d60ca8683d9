import type { Status } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { areasMonth, type Period } from '../../../data/periods.ts';
import type { Geography } from '../../dataset/geography.ts';
import { type Counts, summed } from '../../stats/arithmetic.ts';
import { wilson } from '../../stats/wilson.ts';

/** One row of `observation`, as the queries name its columns. */
export type Row = {
  area: string;
  status: Status;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  lower: number | null;
  upper: number | null;
  note: string;
};

/** A row with its patient group and the publication it comes from, as questions across areas read it. */
export type SnapshotRow = Row & { group: string; source: string };

/** Below this many people a figure is marked as to be read with care. */
const FEW = 20;

/** The part of a row that a reply repeats. */
export const figureOf = ({ status, value, numerator, denominator, lower, upper }: Row) => ({
  status,
  value,
  numerator,
  denominator,
  lower,
  upper,
});

/** A gap with its reason, for an area of which nothing was published. */
export const gap = (area: string, note: string): Row => ({
  area,
  status: 'not-published',
  value: null,
  numerator: null,
  denominator: null,
  lower: null,
  upper: null,
  note,
});

/** Whether a figure has counts of people, to which binomial methods apply if it is a proportion. */
export const isCounted = <Figure extends Pick<Row, 'value' | 'numerator' | 'denominator'>>(
  figure: Figure,
): figure is Figure & Counts & { value: number } =>
  figure.value !== null && figure.numerator !== null && figure.denominator !== null && figure.denominator > 0;

/** Whether a figure may be compared, ranked and judged: it is there, and not probably incomplete. */
export const isJudged = ({ value, status }: Pick<Row, 'value' | 'status'>): boolean =>
  value !== null && status !== 'incomplete';

/** Figures as statistics of several areas or periods see them: one that is probably incomplete is a gap. */
export const judgedOnly = <Figure extends Omit<Row, 'area' | 'note'>>(figures: readonly Figure[]): Figure[] =>
  figures.map((figure) =>
    figure.status === 'incomplete'
      ? { ...figure, value: null, numerator: null, denominator: null, lower: null, upper: null }
      : figure,
  );

/** The figure of several areas together: their counts summed, with a Wilson interval. */
export function summedFigure(rows: readonly Counts[]) {
  const { numerator, denominator } = summed(rows);
  return { value: numerator / denominator, numerator, denominator, ...wilson(numerator, denominator) };
}

/**
 * What has to be known of a figure: its own note, those of its area, `caution`, which holds for all figures like it, and
 * that it rests on few people.
 */
export function notesOf(row: Row, areaNotes: readonly string[], caution?: string): string[] {
  const notes = row.note === '' ? [...areaNotes] : [row.note, ...areaNotes];
  if (row.value === null) return notes;
  if (caution) notes.push(caution);
  if (row.denominator !== null && row.denominator < FEW)
    notes.push(`Based on ${row.denominator} ${row.denominator === 1 ? 'person' : 'people'}: read with care`);
  return notes;
}

const laterOf = (one: string, other: string) => (one > other ? one : other);

/** The notes of a figure of a metric at a level, in a period. */
export const figureNotes = (
  geography: Geography,
  row: Row,
  { metric, level, period }: { metric: Metric; level: string; period: Period },
): string[] =>
  notesOf(
    row,
    geography.notesOf(row.area, areasMonth(period), laterOf(areasMonth(period), period.end)),
    level === 'ccg' ? metric.ccgCaution : undefined,
  );

/** A row for every area of a level in a period: its own, or a gap where it has none. */
export function levelRows(
  geography: Geography,
  { level, period, group }: { level: string; period: Period; group: string },
  rows: readonly (Row & { group: string })[],
): Row[] {
  const rowOf = new Map(rows.filter((row) => row.group === group).map((row) => [row.area, row]));
  return geography
    .areasAt(level, areasMonth(period))
    .map(({ area }) => rowOf.get(area) ?? gap(area, 'No figure was published for this area and period.'));
}
