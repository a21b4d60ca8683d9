import type { TargetReply } from '../../../data/contract/common.ts';
import type { Spread } from '../../../data/contract/spread.ts';
import type { Metric } from '../../../data/metrics/types.ts';
import { formatCount, formatRound, formatValue } from '../../../data/text/format.ts';

type Counts = { numerator: number | null; denominator: number | null };

/** An area's name without what every name shares: `NHS Bury CCG` is `Bury`. */
export const shortName = (name: string) => name.replace(/^NHS /, '').replace(/ CCG$/, '');

/** The counts behind a figure: `1,234 of 1,467 people treated`, `310 respondents`; empty where there are none. */
export function countsOf(metric: Metric, { numerator, denominator }: Counts): string {
  if (denominator === null) return '';
  if (metric.kind !== 'proportion')
    return `${formatCount(denominator)} respondent${denominator === 1 ? '' : 's'}`;
  if (numerator === null) return '';
  const whom = denominator === 1 ? metric.outOf.replace(/^people/, 'person') : metric.outOf;
  return `${formatCount(numerator)} of ${formatCount(denominator)} ${whom}`;
}

/** A figure with its counts: `84.1% (1,234 of 1,467 people treated)`, or `no figure`. */
export function figureOf(metric: Metric, figure: Counts & { value: number | null }): string {
  if (figure.value === null) return 'no figure';
  const counts = countsOf(metric, figure);
  return `${formatValue(metric, figure.value)}${counts && ` (${counts})`}`;
}

const LEVELS: Record<string, readonly [one: string, many: string]> = {
  ccg: ['CCG', 'CCGs'],
  alliance: ['Alliance', 'Alliances'],
  region: ['region', 'regions'],
};

/** A number of areas of a level: `1 CCG`, `19 Alliances`. */
export function areasOf(level: string, count: number): string {
  const [one, many] = LEVELS[level] ?? ['area', 'areas'];
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** What the denominator of a metric counts: `people treated`, `respondents`. */
export const peopleOf = (metric: Metric) => (metric.kind === 'proportion' ? metric.outOf : 'respondents');

/** The name of an upright or level axis: `62-day wait (%)`. */
export const axisName = ({ label, unit }: Metric) => `${label} (${unit})`;

/** A target that figures can be held against in a picture: a standard with a value, of the same denominator. */
export function standardOf(
  target: TargetReply | null,
): { value: number; from: string; until: string | null } | null {
  if (target?.value == null || target.basis !== 'standard' || !target.comparable) return null;
  return { value: target.value, from: target.from, until: target.until };
}

export type Reference = { kind: 'england' | 'target'; value: number; text: string };

/** The lines that figures are held against, in words: what they are compared with, and the standard. */
export function referencesOf(
  metric: Metric,
  { benchmark, target }: Pick<Spread, 'benchmark' | 'target'>,
): Reference[] {
  const lines: Reference[] = [];
  const standard = standardOf(target);
  if (benchmark?.value != null)
    lines.push({
      kind: 'england',
      value: benchmark.value,
      text: `${shortName(benchmark.name)} ${formatValue(metric, benchmark.value)}`,
    });
  if (standard)
    lines.push({
      kind: 'target',
      value: standard.value,
      text: `Target ${formatRound(metric, standard.value)}`,
    });
  return lines;
}
