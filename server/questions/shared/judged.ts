import type { CONFIDENCES } from '../../../data/addresses/choices.ts';
import type { Comparison, Verdict } from '../../../data/contract/index.ts';
import type { Metric, Target } from '../../../data/metrics/index.ts';
import type { Period } from '../../../data/periods.ts';
import type { Geography } from '../../dataset/geography.ts';
import { agreedLimits, zoneOf } from '../../stats/funnel.ts';
import { wilson, Z998 } from '../../stats/wilson.ts';
import { figureNotes, figureOf, isJudged, type Row } from './figures.ts';

/** Per cent of the interval that must exclude a benchmark. */
export type Confidence = (typeof CONFIDENCES)[number];

export type Compared = { comparison: Comparison; comparisonReason: string | null };

type Judging = {
  metric: Metric;
  /** The level of the area. */
  level: string;
  period: Period;
  /** The row the figure is compared with, or null and why. */
  benchmark?: { row: Row | null; why: string };
  confidence?: Confidence;
  /** The value the area has to meet; null where there is none. */
  mark: number | null;
  /** What else has to be known. */
  notes?: readonly string[];
};

/** A figure as replies give it, compared with a benchmark and judged by a standard, with its notes. */
export const judged = (
  geography: Geography,
  row: Row,
  { metric, level, period, benchmark = { row: null, why: '' }, confidence, mark, notes = [] }: Judging,
) => ({
  ...figureOf(row),
  ...compare(row, benchmark.row, benchmark.why, metric, confidence),
  verdict: verdictOf(row, mark, metric),
  notes: [...figureNotes(geography, row, { metric, level, period }), ...notes],
});

/** The value that every area has to meet: that of a standard. Ambitions are national, no pass mark of an area. */
export const passMark = (target: Target | null): number | null =>
  target?.basis === 'standard' ? target.value : null;

/** Whether a figure meets a standard for certain: `not-sure` where its 95% interval spans it, or it has none. */
export function verdictOf(row: Row, mark: number | null, { polarity }: Metric): Verdict {
  if (mark === null || !isJudged(row)) return 'no-target';
  if (row.lower === null || row.upper === null) return 'not-sure';
  const better = polarity === 'lower' ? row.upper <= mark : row.lower >= mark;
  const worse = polarity === 'lower' ? row.lower > mark : row.upper < mark;
  if (better) return 'met';
  if (worse) return 'not-met';
  return 'not-sure';
}

const notCompared = (comparisonReason: string): Compared => ({
  comparison: 'not-compared',
  comparisonReason,
});

/**
 * How a figure differs from a benchmark: whether its own interval, 95% or 99.8%, excludes the benchmark's value and, of
 * counted people, exact binomial chance agrees. The same rule as the funnel's.
 */
export function compare(
  row: Row,
  benchmark: Row | null,
  why: string,
  metric: Metric,
  confidence: Confidence = '95',
): Compared {
  if (row.value === null) return notCompared(row.note || 'No figure is published');
  if (!isJudged(row)) return notCompared('The figure is probably incomplete');
  if (benchmark === null || benchmark.value === null) return notCompared(why);
  if (benchmark.area === row.area) return notCompared('This is the benchmark itself');
  const interval = intervalOf(row, metric, confidence);
  if (typeof interval === 'string') return notCompared(interval);
  const outside = interval.lower > benchmark.value || interval.upper < benchmark.value;
  const agreed = outside && isBeyondChance(row, benchmark.value, metric, confidence);
  const higher = agreed && interval.lower > benchmark.value;
  const lower = agreed && interval.upper < benchmark.value;
  if (!higher && !lower) return { comparison: 'similar', comparisonReason: null };
  if (metric.polarity === 'none') return { comparison: higher ? 'higher' : 'lower', comparisonReason: null };
  return {
    comparison: higher === (metric.polarity === 'higher') ? 'better' : 'worse',
    comparisonReason: null,
  };
}

/** Whether exact chance about a benchmark agrees that a figure differs; of figures without counts their interval decides. */
function isBeyondChance(row: Row, benchmark: number, { kind }: Metric, confidence: Confidence): boolean {
  const { value, denominator } = row;
  if (kind !== 'proportion' || value === null || row.numerator === null || denominator === null) return true;
  // At 0 and 1 chance moves nothing: whoever differs differs.
  if (!(benchmark > 0 && benchmark < 1)) return true;
  const zone = zoneOf(value, agreedLimits(benchmark, denominator));
  return confidence === '95' ? zone !== 'inside' : zone.endsWith('998');
}

/** The interval to compare by: the published 95% one, or the 99.8% one of counts; in words why there is none. */
function intervalOf(row: Row, { kind }: Metric, confidence: Confidence) {
  const { lower, upper, numerator, denominator } = row;
  if (lower === null || upper === null) return 'No interval is published for this figure';
  if (confidence === '95') return { lower, upper };
  if (kind !== 'proportion' || numerator === null || denominator === null)
    return 'No 99.8% interval is published for this figure';
  return wilson(numerator, denominator, Z998);
}

/** A row that can have a place among others: with a figure and its interval. */
type Rankable = Row & { value: number; lower: number; upper: number };

/** The rows that have a place among all: those with a figure that is judged, and an interval. */
export const rankable = (rows: readonly Row[]): Rankable[] =>
  rows.filter((row): row is Rankable => isJudged(row) && row.lower !== null && row.upper !== null);

/** Which end of the values takes the first place. */
export const firstPlace = ({ polarity }: Metric) => (polarity === 'lower' ? 'lowest' : 'highest');
