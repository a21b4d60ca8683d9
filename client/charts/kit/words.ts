import type { Snapshot, SnapshotArea, Spread, Status } from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { named } from '../../../data/text/approximation.ts';
import { countsOf } from '../../../data/text/figure.ts';
import { formatCount, formatValue, isShare } from '../../../data/text/format.ts';
import { areasNoun, capitalised, periodWords } from '../../../data/text/words.ts';

/** A sentence as a heading: without its full stop. */
export const asHeading = (sentence: string) => sentence.replace(/\.$/, '');

/** Notes as sentences of one text; empty where there are none. */
export const sentences = (notes: readonly string[]): string =>
  notes.map((note) => (/[.!?]$/.test(note) ? note : `${note}.`)).join(' ');

/** The note under a chart whose axis does not start at zero. */
export const NOT_FROM_ZERO = 'The axis does not start at zero.';

/** A metric's unit as words under a title. */
export const unitWords = (metric: Metric) => (isShare(metric) ? 'Per cent' : capitalised(metric.unit));

/** Metric, areas, people, period and unit of what is drawn of many areas; `where`: ` of an Alliance`. */
export function subtitleOf(metric: Metric, { query, areas }: Snapshot | Spread, where = ''): string {
  const withFigure = areas.filter(({ value }) => value !== null);
  const people = withFigure.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const counted =
    metric.kind === 'proportion' && people > 0 ? `, ${formatCount(people)} ${metric.outOf}` : '';
  const count = `${withFigure.length} ${areasNoun(query.level, withFigure.length)}${where}${counted}`;
  return `${metric.label}: ${metric.phrase}. ${count}. ${periodWords(query.period)}. ${unitWords(metric)}.`;
}

/** The name of an axis of values: `62-day wait (%)`. */
export const axisName = ({ label, unit }: Metric) => `${label} (${unit})`;

/** A number of areas of a level: `1 CCG`, `19 Alliances`. */
export const areasOf = (level: string, count: number): string =>
  `${formatCount(count)} ${areasNoun(level, count)}`;

/** What the denominator of a metric counts: `people treated`, `respondents`. */
export const peopleOf = (metric: Metric) => (metric.kind === 'proportion' ? metric.outOf : 'respondents');

type Counts = { numerator: number | null; denominator: number | null; status?: Status };

/** A figure with its counts, an approximation named: `84.1% (1,234 of 1,467 people treated)`; or `no figure`. */
export function figureOf(metric: Metric, figure: Counts & { value: number | null }): string {
  if (figure.value === null) return 'no figure';
  const counts = countsOf(metric, figure);
  return named(`${formatValue(metric, figure.value)}${counts && ` (${counts})`}`, figure, metric);
}

/** Under this many people one more or fewer changes a share a great deal. */
const FEW = 20;

/** Whether a figure is of so few people that it says little by itself. */
export const isOfFew = ({ value, denominator }: Pick<SnapshotArea, 'value' | 'denominator'>): boolean =>
  value !== null && denominator !== null && denominator < FEW;

/** The notes that every figure of a table has, alone or at the end of another; they stand once above it, not in every row. */
export function commonNotes(areas: readonly Pick<SnapshotArea, 'value' | 'notes'>[]): string[] {
  const [first, ...rest] = areas.filter(({ value }) => value !== null);
  if (!first || rest.length === 0) return [];
  return first.notes.filter((note) => rest.every(({ notes }) => notes.some((each) => each.endsWith(note))));
}
