import type { ProgressRow } from '../contract/progress.ts';
import type { Metric } from '../metrics/types.ts';
import { parsePeriod } from '../periods.ts';
import { formatCount, formatInterval, formatRound, formatValue } from './format.ts';
import { hasFigure, isMadeUp } from './progress.ts';
import { spreadBrief } from './progress-spread.ts';
import { gapWords, periodName } from './spread-parts.ts';

export type Standing = { glyph: '✓' | '✕' | '?' | '○'; words: string; tone: 'met' | 'not-met' | 'open' };

const open = (words: string): Standing => ({ glyph: '○', words, tone: 'open' });

const VERDICTS = {
  met: { glyph: '✓', words: 'Met', tone: 'met' },
  'not-met': { glyph: '✕', words: 'Not met', tone: 'not-met' },
  'not-sure': { glyph: '?', words: 'Not sure: the 95% interval spans it or is not known', tone: 'open' },
} as const satisfies Record<string, Standing>;

/** Whether there is a number that the area itself is to reach. */
export const hasAim = ({ target, national }: ProgressRow): boolean =>
  target?.value != null && target.comparable && !national;

/** The last figure is of a time before the target's date: whether it was met by then it cannot say. */
export function endsBeforeDate({ target, period }: ProgressRow): boolean {
  const end = parsePeriod(period ?? '')?.end;
  return target?.by != null && end !== undefined && end < `${target.by}-12`;
}

/** Where a row stands with its target, in a glyph and words; why not, where it has no verdict. */
export function standing(metric: Metric | null, row: ProgressRow): Standing {
  const { target, verdict, basis, passed, national } = row;
  if (isMadeUp(row)) return open('Illustrative, not published: no verdict');
  if (!hasFigure(row) || !metric) return open('No figure');
  if (basis === 'variation') return open('A spread that should shrink, no number to reach');
  if (basis === 'direction') return open('A direction, no number to reach');
  if (target?.value == null) return open('No number was set to reach');
  const aim = formatRound(metric, target.value);
  if (!target.comparable) return open(`Cannot be held against the ${aim}`);
  if (national && row.gap)
    return open(`${distance(metric, row.gap.points, `the national ${aim}`)} (a reference)`);
  if (passed && endsBeforeDate(row))
    return open(`Cannot be said: ${target.by} has passed, and the last figure is of ${said(row)}`);
  if (verdict !== 'no-target' && passed && verdict !== 'not-sure')
    return verdict === 'met'
      ? { ...VERDICTS.met, words: `Met by its date, ${target.by ?? target.until}` }
      : { ...VERDICTS['not-met'], words: `Missed: its date, ${target.by ?? target.until}, has passed` };
  if (verdict !== 'no-target') return VERDICTS[verdict];
  return open('No verdict');
}

const said = ({ period }: ProgressRow) => periodName(period ?? '');

/** The heading's second line: `81.7% in 2016/17`; empty where there is no figure. */
export const figureBrief = (metric: Metric, row: ProgressRow): string =>
  row.value === null ? '' : `${formatValue(metric, row.value)} in ${said(row)}`;

/** Where we are: value, period, counts, interval and England beside it, in sentences. */
export function whereWords(metric: Metric, row: ProgressRow): string {
  if (row.value === null) return row.reason ?? 'No figure.';
  if (isMadeUp(row)) return `Illustrative, not published: ${figureBrief(metric, row)}.`;
  const { england, lower, upper } = row;
  const counts = countsWords(metric, row);
  const interval =
    lower === null || upper === null
      ? 'No 95% interval is published.'
      : `${capital(formatInterval(metric, lower, upper))} (95% interval).`;
  const beside = england?.value == null ? '' : `England: ${formatValue(metric, england.value)}.`;
  return [`${figureBrief(metric, row)}${counts && ` (${counts})`}.`, interval, beside]
    .filter(Boolean)
    .join(' ');
}

function countsWords(metric: Metric, { numerator, denominator }: ProgressRow): string {
  if (denominator === null) return '';
  if (metric.kind !== 'proportion')
    return `${formatCount(denominator)} respondent${denominator === 1 ? '' : 's'}`;
  return numerator === null
    ? ''
    : `${formatCount(numerator)} of ${formatCount(denominator)} ${of(metric.outOf, denominator)}`;
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** What is to be reached, by when and of which kind, in a sentence. */
export function targetWords({ target, basis }: ProgressRow): string {
  if (basis === 'variation') return 'Less variation between CCGs: no number or date was set.';
  if (!target) return 'No target had been stated by then.';
  return `${target.label}.${target.basis === 'direction' ? ' A direction: no number or date was set.' : ''}`;
}

/** How far a gap is from a mark: `2.9 points short of 85%`, `0.4 points beyond 96%`. */
function distance(metric: Metric, gap: number, mark: string): string {
  if (gap === 0) return `At ${mark} exactly`;
  return `${gapWords(metric, Math.abs(gap))} ${gap < 0 ? 'beyond' : 'short of'} ${mark}`;
}

/** How far from the target, in points and in people; empty where there is no number to be short of. */
export function gapSentence(metric: Metric, { gap, target }: ProgressRow): string {
  if (!gap || target?.value == null) return '';
  const more = gap.people && gap.people > 0 ? `: ${moreWords(metric, gap.people)}` : '';
  return `${distance(metric, gap.points, formatRound(metric, target.value))}${more}.`;
}

/** A count of those missing from a proportion: `198 more people would have had to be treated in time`. */
export function moreWords(metric: Metric, count: number): string {
  const counted = metric.kind === 'proportion' ? metric.of : 'people counted';
  const [noun = 'people', ...done] = counted.split(' ');
  return `${formatCount(count)} more ${of(noun, count)} would have had to be ${done.join(' ')}`;
}

/** A noun phrase for a count: of one, `person treated`, `cancer detected`. */
const of = (phrase: string, count: number) =>
  count === 1 ? phrase.replace(/^people\b/, 'person').replace(/^cancers\b/, 'cancer') : phrase;

/** Where a row stands in one line, for a list: its figure and, in people or points, what is missing. */
export function standingLine(metric: Metric, row: ProgressRow): string {
  const { gap, basis } = row;
  if (basis === 'variation') return spreadBrief(metric, row);
  const brief = figureBrief(metric, row);
  if (!gap || gap.points <= 0 || row.national) return brief;
  const missing = gap.people ? moreWords(metric, gap.people) : `${gapWords(metric, gap.points)} short`;
  return `${brief}; ${missing}`;
}
