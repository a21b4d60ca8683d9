import type { SnapshotArea, Status, TargetReply } from '../contract/index.ts';
import type { Kind, Metric } from '../metrics/index.ts';
import { formatCount, formatInterval, formatRound, formatValue } from './format.ts';
import { capitalised } from './words.ts';

type Figure = Pick<SnapshotArea, 'value' | 'numerator' | 'denominator' | 'lower' | 'upper'>;
type Counts = Pick<Figure, 'numerator' | 'denominator'>;

/** How a figure came to be, or why there is none. */
export const STATUS_WORDS: Record<Status, string> = {
  published: 'Published',
  provisional: 'Provisional',
  derived: 'Summed from published counts',
  'inferred-period': 'Published, period inferred',
  incomplete: 'Probably incomplete: shown, not judged',
  'no-patients': 'Nobody counted',
  'missing-submission': 'Submission probably missing',
  suppressed: 'Withheld by the publisher',
  'not-published': 'Not published',
};

/** The same, for a kind of metric: only counts are summed, what else is derived is our approximation. */
export const statusWords = (status: Status, kind: Kind): string =>
  status === 'derived' && kind !== 'proportion'
    ? 'Our approximation, not an official statistic'
    : STATUS_WORDS[status];

/** That an area has no figure, and why, in sentences. */
export function noFigureWords({ notes }: { notes: readonly string[] }): string {
  const why = notes.join(' ') || 'No figure is published for this area.';
  return why.startsWith('No figure') ? why : `No figure. ${why}`;
}

/** What stands in a cell of a workbook in place of a figure, and what it means. */
export const SYMBOLS = {
  withheld: { sign: '[c]', means: 'Confidential: withheld by the publisher, as the count is small.' },
  unavailable: {
    sign: '[x]',
    means: 'Not available: there is no such figure in the publications used here.',
  },
  inapplicable: {
    sign: '[z]',
    means: 'Not applicable: nothing of the kind belongs here, such as a share of nobody.',
  },
} as const;

/** The symbol in place of a figure of a status. */
export const symbolOf = (status: Status): string => {
  if (status === 'suppressed') return SYMBOLS.withheld.sign;
  return (status === 'no-patients' ? SYMBOLS.inapplicable : SYMBOLS.unavailable).sign;
};

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
export function countsPhrase(metric: Metric, figure: Counts): string {
  if (figure.denominator === null) return '';
  if (metric.kind !== 'proportion') return `${formatCount(figure.denominator)} respondents`;
  if (figure.numerator === null) return '';
  return `${formatCount(figure.numerator)} of ${formatCount(figure.denominator)} ${metric.outOf}`;
}

/** The same with a singular noun for one: `1 of 1 person treated`, `1 respondent`. */
export function countsOf(metric: Metric, figure: Counts): string {
  const words = countsPhrase(metric, figure);
  if (figure.denominator !== 1) return words;
  return words.replace(/ respondents$/, ' respondent').replace(/ of 1 people\b/, ' of 1 person');
}

/** The 95% interval as a sentence of its own: `Between 76.9% and 81.1% (95% interval)`; empty where none is given. */
export function intervalPhrase(metric: Metric, { lower, upper }: Pick<Figure, 'lower' | 'upper'>): string {
  if (lower === null || upper === null) return '';
  return `${capitalised(formatInterval(metric, lower, upper))} (95% interval)`;
}

export const VERDICT_GLYPHS = { met: '✓', 'not-met': '✗', 'not-sure': '?', 'no-target': '' } as const;

/** The same for a cell of a table. */
export const VERDICT_WORDS = {
  met: 'Met',
  'not-met': 'Not met',
  'not-sure': 'Not sure',
  'no-target': '–',
} as const;

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
  return more === 0 ? words : `${words}; ${moreWords(metric, more, formatRound(metric, target.value))}`;
}

/** Where a figure stands that reaches a target, whatever its interval: `at or above`; where less is better, `at or below`. */
export const atOrBeyond = ({ polarity }: Pick<Metric, 'polarity'>): string =>
  `at or ${polarity === 'lower' ? 'below' : 'above'}`;

/** How many more people within the time would have reached a proportion's target; 0 where it was reached or has no counts. */
export function shortfall(metric: Metric, target: number, { numerator, denominator }: Counts): number {
  if (metric.kind !== 'proportion' || numerator === null || denominator === null) return 0;
  return Math.max(0, Math.ceil(target * denominator - 1e-9) - numerator);
}

/** The time that a wait is measured by, for those beyond it: `beyond 62 days`; empty where a metric has none. */
const beyondWords = ({ phrase }: Metric): string => {
  const time = /\bwithin (\d+ \w+)/.exec(phrase)?.[1];
  return time === undefined ? '' : `beyond ${time}`;
};

/** Who kept a standard from being reached: `198 fewer people waiting beyond 62 days`; of what is no wait, who more was needed. */
export function missedBy(metric: Metric, count: number): string {
  const beyond = beyondWords(metric);
  if (beyond === '') return `${formatCount(count)} more ${countedBy(metric, count)}`;
  return `${formatCount(count)} fewer ${count === 1 ? 'person' : 'people'} waiting ${beyond}`;
}

/** The same as a clause: `it would have been at 85% with 198 fewer people waiting beyond 62 days`. */
export const moreWords = (metric: Metric, count: number, aim: string): string =>
  `it would have been at ${aim} with ${missedBy(metric, count)}`;

/** What a metric counts, for a number of it: `people treated in time`; of one, `person treated in time`. */
function countedBy(metric: Metric, count: number): string {
  const many = metric.kind === 'proportion' ? metric.of : 'people counted';
  return count === 1 ? many.replace(/^people\b/, 'person').replace(/^cancers\b/, 'cancer') : many;
}

/** The label of a shape on the map: `NHS Bury CCG: 84.1% (…), similar to England, target not sure`. */
export function areaLabel(metric: Metric, area: SnapshotArea): string {
  if (area.value === null) return `${area.name}: no figure. ${area.notes.join(' ')}`.trim();
  const counts = countsPhrase(metric, area);
  const parts = [`${area.name}: ${formatValue(metric, area.value)}${counts && ` (${counts})`}`];
  parts.push(comparisonPhrase(area.comparison).toLowerCase().replace('england', 'England'));
  if (area.verdict !== 'no-target') parts.push(`target ${area.verdict.replace('-', ' ')}`);
  return parts.join(', ');
}

/** That the period of figures was inferred, where the publisher's table does not state its year; else empty. */
export const inferredPeriod = (areas: readonly { status: Status }[]): string =>
  areas.some(({ status }) => status === 'inferred-period')
    ? 'The publisher’s table does not state its year: it is inferred.'
    : '';
