import type { CONFIDENCES } from '../../../data/addresses/choices.ts';
import type { Comparison, Status, Verdict } from '../../../data/contract/index.ts';
import type { Metric, Target } from '../../../data/metrics/index.ts';
import { wilson, Z998 } from '../../stats/wilson.ts';

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

/** Below this many people a figure says to be read with care. */
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

export const isIllustrative = ({ status }: { status: Status }) => status === 'illustrative';

/**
 * What must be told of a figure: its own note, those of its area, what stands beside all like it (of CCGs, of a metric
 * whose single figures say little), and that it rests on few people.
 */
export function notesOf(row: Row, ofArea: readonly string[], beside?: string): string[] {
  const notes = row.note === '' ? [...ofArea] : [row.note, ...ofArea];
  if (row.value === null) return notes;
  if (beside) notes.push(beside);
  if (row.denominator !== null && row.denominator < FEW)
    notes.push(`Based on ${row.denominator} ${row.denominator === 1 ? 'person' : 'people'}: read with care`);
  return notes;
}

/** What stands beside each figure of a level: of CCGs only. */
export const besideOf = ({ besideCcg }: Metric, level: string) => (level === 'ccg' ? besideCcg : undefined);

/** A target that an area is held to: a standard with a value. Ambitions are national, no pass mark of an area. */
export const passMark = (target: Target | null): number | null =>
  target?.basis === 'standard' ? target.value : null;

/** Whether a figure meets a standard for certain: `not-sure` where its 95% interval spans it, or it has none. */
export function verdictOf(row: Row, mark: number | null, { polarity }: Metric): Verdict {
  if (mark === null || row.value === null || isIllustrative(row)) return 'no-target';
  if (row.lower === null || row.upper === null) return 'not-sure';
  const better = polarity === 'lower' ? row.upper <= mark : row.lower >= mark;
  const worse = polarity === 'lower' ? row.lower > mark : row.upper < mark;
  if (better) return 'met';
  if (worse) return 'not-met';
  return 'not-sure';
}

export type Compared = { comparison: Comparison; comparisonReason: string | null };

const notCompared = (comparisonReason: string): Compared => ({
  comparison: 'not-compared',
  comparisonReason,
});

/** Per cent of the interval that must exclude a benchmark. */
export type Confidence = (typeof CONFIDENCES)[number];

/** The interval to compare by: the published 95% one, or the 99.8% one of counts; null, and why, where there is none. */
function intervalOf(row: Row, { kind }: Metric, confidence: Confidence) {
  const { lower, upper, numerator, denominator } = row;
  if (lower === null || upper === null)
    return { ends: null, why: 'No interval is published for this figure' };
  if (confidence === '95') return { ends: { lower, upper }, why: '' };
  if (kind !== 'proportion' || numerator === null || denominator === null)
    return { ends: null, why: 'No 99.8% interval is published for this figure' };
  return { ends: wilson(numerator, denominator, Z998), why: '' };
}

/** How a figure differs from a benchmark: whether its own interval, 95% or 99.8%, excludes the benchmark's value. */
export function compare(
  row: Row,
  benchmark: Row | null,
  why: string,
  metric: Metric,
  confidence: Confidence = '95',
): Compared {
  if (row.value === null) return notCompared(row.note || 'No figure is published');
  if (isIllustrative(row)) return notCompared('Illustrative figures are not compared');
  if (benchmark === null || benchmark.value === null) return notCompared(why);
  if (isIllustrative(benchmark)) return notCompared('Illustrative figures are not compared');
  if (benchmark.area === row.area) return notCompared('This is the benchmark itself');
  const interval = intervalOf(row, metric, confidence);
  if (interval.ends === null) return notCompared(interval.why);
  const higher = interval.ends.lower > benchmark.value;
  const lower = interval.ends.upper < benchmark.value;
  if (!higher && !lower) return { comparison: 'similar', comparisonReason: null };
  if (metric.polarity === 'none') return { comparison: higher ? 'higher' : 'lower', comparisonReason: null };
  return {
    comparison: higher === (metric.polarity === 'higher') ? 'better' : 'worse',
    comparisonReason: null,
  };
}

/** What the build names as the source of an Alliance's or region's index, rate or score. */
const MEAN_OF_CCGS = 'weighted mean of CCGs';

/**
 * England's row to hold figures by area against: of the release they come from, where that has one. Scores and rates of
 * two publications are never held against each other; of proportions, counted alike, the series of England serves.
 */
export function comparableEngland<England extends { group: string; source: string }>(
  england: readonly England[],
  { kind }: Metric,
  sources: ReadonlySet<string>,
): England | null {
  // A mean of the CCGs of a release is of that release too.
  const released = england.find(
    ({ group, source }) => group.startsWith('release:') && (sources.has(source) || sources.has(MEAN_OF_CCGS)),
  );
  if (released) return released;
  const series = england.find(({ group }) => !group.startsWith('release:')) ?? null;
  return series && (kind === 'proportion' || sources.has(series.source)) ? series : null;
}
