import type { SnapshotArea, TargetReply } from '../contract/index.ts';
import type { Metric } from '../metrics/types.ts';
import { parsePeriod, periodLabel, periodShort } from '../periods.ts';
import { formatCount, formatInterval, formatRound, formatValue } from './format.ts';

type Figure = Pick<SnapshotArea, 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'>;

export const GLYPHS: Record<SnapshotArea['comparison'], string> = {
  better: '▲',
  similar: '●',
  worse: '▼',
  higher: '▲',
  lower: '▼',
  'not-compared': '○',
};

export const COMPARISON_WORDS: Record<SnapshotArea['comparison'], string> = {
  better: 'Better',
  similar: 'Similar',
  worse: 'Worse',
  higher: 'Higher',
  lower: 'Lower',
  'not-compared': 'Not compared',
};

/** A comparison in full: `Better than England`, `Similar to its Alliance`, `Not compared`. */
export function comparisonPhrase(comparison: SnapshotArea['comparison'], against = 'England'): string {
  if (comparison === 'not-compared') return 'Not compared';
  return `${COMPARISON_WORDS[comparison]} ${comparison === 'similar' ? 'to' : 'than'} ${against}`;
}

/** The counts behind a proportion: `1,234 of 1,560 people treated`; empty where there are none. */
export function countsPhrase(metric: Metric, figure: Figure): string {
  if (figure.denominator === null) return '';
  if (metric.kind !== 'proportion') return `${formatCount(figure.denominator)} respondents`;
  if (figure.numerator === null) return '';
  return `${formatCount(figure.numerator)} of ${formatCount(figure.denominator)} ${metric.outOf}`;
}

/** The 95% interval as a sentence of its own: `Between 76.9% and 81.1% (95% interval)`; empty where none is given. */
export function intervalPhrase(metric: Metric, figure: Figure): string {
  if (figure.lower === null || figure.upper === null) return '';
  const words = formatInterval(metric, figure.lower, figure.upper);
  return `${words[0]?.toUpperCase()}${words.slice(1)} (95% interval)`;
}

const VERDICTS = {
  met: 'met',
  'not-met': 'not met',
  'not-sure': 'not sure, as the 95% interval spans it',
} as const;

/** The verdict on a target, with how many more people it would have taken: `Target 85%: not met; 92 more …`. */
export function verdictPhrase(metric: Metric, target: TargetReply | null, area: SnapshotArea): string {
  if (area.verdict === 'no-target' || target?.value == null) return '';
  const words = `Target ${formatRound(metric, target.value)}: ${VERDICTS[area.verdict]}`;
  const more = shortfall(metric, target.value, area);
  return more === 0 ? words : `${words}; ${formatCount(more)} more ${morePeople(metric, more)}`;
}

function morePeople(metric: Metric, more: number): string {
  const people = more === 1 ? 'person' : 'people';
  const done = metric.kind === 'proportion' ? (metric.of.split(' ')[1] ?? 'counted') : 'counted';
  return `${people} would have had to be ${done} in time`;
}

/** How many more people within the time would have met a proportion's target; 0 where it was met or has no counts. */
export function shortfall(metric: Metric, target: number, { numerator, denominator }: Figure): number {
  if (metric.kind !== 'proportion' || numerator === null || denominator === null) return 0;
  return Math.max(0, Math.ceil(target * denominator - 1e-9) - numerator);
}

/** What a shape on the map is called: `NHS Bury CCG: 84.1% (…), similar to England, target not sure`. */
export function areaName(metric: Metric, area: SnapshotArea): string {
  if (area.value === null) return `${area.name}: no figure. ${area.notes.join(' ')}`.trim();
  const counts = countsPhrase(metric, area);
  const parts = [`${area.name}: ${formatValue(metric, area.value)}${counts && ` (${counts})`}`];
  parts.push(
    area.status === 'illustrative'
      ? 'illustrative'
      : comparisonPhrase(area.comparison).toLowerCase().replace('england', 'England'),
  );
  if (area.verdict !== 'no-target') parts.push(`target ${area.verdict.replace('-', ' ')}`);
  return parts.join(', ');
}

/** A period's id in full words, or the id itself where it is none. */
export function periodWords(id: string): string {
  const period = parsePeriod(id);
  return period ? periodLabel(period) : id;
}

/** A period's id in its short form, but for a month, which is written out: `2016/17`, `April 2016`. */
export function periodBrief(id: string): string {
  const period = parsePeriod(id);
  if (!period) return id;
  return period.grain === 'month' ? periodLabel(period) : periodShort(period);
}

/** An area's name without what every name shares: `NHS Bury CCG` is `Bury`. */
export const briefName = (name: string) => name.replace(/^NHS /, '').replace(/ CCG$/, '');
