import type { Progress, ProgressRow } from '../contract/index.ts';
import { type Metric, type MetricId, metric as metricOf } from '../metrics/index.ts';
import { endOf, parsePeriod } from '../periods.ts';
import { isApproximation, named, OUR_APPROXIMATION, reckoned } from './approximation.ts';
import { countsOf, intervalPhrase, moreWords } from './figure.ts';
import { formatRound, formatValue, gapWords } from './format.ts';
import { areasNoun, hasHave, isAre, listOf, noneOf, periodBrief, plural } from './words.ts';

/** An ambition's id without the area of Annex A it is printed under: the same for all rows of one ambition. */
export const ambitionKey = ({ id, pathway }: Pick<ProgressRow, 'id' | 'pathway'>): string =>
  id.startsWith(`${pathway}-`) ? id.slice(pathway.length + 1) : id;

/** An ambition that a metric measures. */
export type MeasuredRow = ProgressRow & { metric: MetricId };

export const isMeasured = (row: ProgressRow): row is MeasuredRow => row.metric !== null;

/** Each ambition once, where Annex A prints it first. */
export const distinct = <Row extends ProgressRow>(rows: readonly Row[]): Row[] =>
  rows.filter(({ repeats }) => !repeats);

const hasSpread = (row: ProgressRow) =>
  row.basis === 'variation' && row.spread.some(({ p10 }) => p10 !== null);

/** Whether a row asks for less variation between the CCGs of England of an area of it: its figure is England’s alone. */
export const isEnglands = (row: ProgressRow): row is MeasuredRow => row.national && hasSpread(row);

/** Whether a row has what it asks for, published of the area itself: a figure or, for less variation, a spread. */
export const hasFigure = (row: ProgressRow): row is MeasuredRow =>
  row.basis === 'variation' ? hasSpread(row) && !row.national : row.value !== null;

const isStandard = (row: ProgressRow) =>
  hasFigure(row) && row.target?.basis === 'standard' && row.target.comparable && row.reached !== null;

/**
 * How many ambitions there are, how many have a published figure of the area, and of England alone, and how many reach or
 * meet their standard; each counted once.
 */
export function progressCounts(rows: readonly ProgressRow[]) {
  const once = distinct(rows);
  const standards = once.filter(isStandard);
  const verdict = (kind: ProgressRow['verdict']) => standards.filter((row) => row.verdict === kind).length;
  return {
    ambitions: once.length,
    figures: once.filter(hasFigure).length,
    england: once.filter(isEnglands).length,
    standards: standards.length,
    reached: standards.filter(({ reached }) => reached).length,
    met: verdict('met'),
    notMet: verdict('not-met'),
    notSure: verdict('not-sure'),
  };
}

/** How many figures reach their standard by themselves; whether it is met is told by the interval, elsewhere. */
function standardsReached(standards: number, reached: number): string {
  if (standards === 0) return 'no standard applies to them';
  if (standards === 1)
    return `the one with a standard in force is ${reached === 1 ? 'at it or beyond' : 'short of it'}`;
  const whose = `${standards} with a standard in force`;
  if (reached === standards)
    return `${standards === 2 ? 'both' : 'all'} ${whose.replace(/^2 /, '')} are at it or beyond`;
  const some = reached === 0 ? noneOf(standards) : String(reached);
  return `of the ${whose}, ${some} ${reached < 2 ? 'is' : 'are'} at it or beyond`;
}

/** What the page found, as a heading: how many ambitions have a figure, and how many standards their figures reach by themselves. */
export function progressHeading(rows: readonly ProgressRow[]): string {
  const { ambitions, figures, standards, reached } = progressCounts(rows);
  if (figures === 0) return `None of the ${ambitions} ambitions in Annex A has a published figure here`;
  const have = `Of ${ambitions} ambitions in Annex A, ${figures} ${hasHave(figures)} a published figure`;
  return `${have}; ${standardsReached(standards, reached)}`;
}

/** The verdicts by the 95% interval, how many are without a figure, and where it is said what would fill that gap, in sentences. */
export function verdictsSentence(rows: readonly ProgressRow[], where = 'on the Progress page'): string {
  const { ambitions, figures, england, standards, met, notMet, notSure } = progressCounts(rows);
  const parts = [
    met > 0 ? `${met} ${isAre(met)} met` : '',
    notMet > 0 ? `${notMet} ${isAre(notMet)} not met` : '',
    notSure > 0 ? `for ${notSure} that is not sure, as the interval spans the standard` : '',
  ].filter(Boolean);
  const whole =
    standards > 1 && notMet === standards
      ? `${noneOf(standards)} of ${standards} standards in force is met`
      : `of ${plural(standards, 'standard')} in force, ${listOf(parts)}`;
  const verdicts = standards === 0 ? '' : `By the 95% interval, ${whole}.`;
  const others = ambitions - figures - england;
  const ofEngland =
    england === 0
      ? ''
      : `${plural(england, 'ambition')} ${england === 1 ? 'asks' : 'ask'} for less variation between the CCGs of England: the figure is England’s.`;
  const without =
    others === 0
      ? ''
      : `${plural(others, 'ambition')} ${hasHave(others)} no figure; what would fill ${others === 1 ? 'the' : 'each'} gap is ${where}.`;
  return [verdicts, without, ofEngland].filter(Boolean).join(' ');
}

/** What one area of Annex A shows, as a heading: `Prevention: none of 4 ambitions has a published figure`. */
export function areaHeading(name: string, rows: readonly ProgressRow[]): string {
  const figures = rows.filter(hasFigure).length;
  if (figures === 0)
    return rows.length === 1
      ? `${name}: its one ambition has no published figure`
      : `${name}: none of ${rows.length} ambitions has a published figure`;
  return `${name}: ${figures} of ${plural(rows.length, 'ambition')} ${hasHave(figures)} a published figure`;
}

/** The area and the period that progress is read at, as a sentence: only figures up to its end count. */
export function asAtSentence({ area, period }: Pick<Progress, 'area' | 'period'>): string {
  return `${area.name}, as at ${periodBrief(period)}: each ambition by its latest figure up to ${parsePeriod(period) ? `the end of ${periodBrief(endOf(period))}` : period}.`;
}

export type Standing = { glyph: '✓' | '✕' | '?' | '○'; words: string; tone: 'met' | 'not-met' | 'open' };

const open = (words: string): Standing => ({ glyph: '○', words, tone: 'open' });

const VERDICTS = {
  met: { glyph: '✓', words: 'Met', tone: 'met' },
  'not-met': { glyph: '✕', words: 'Not met', tone: 'not-met' },
  'not-sure': { glyph: '?', words: 'Not sure', tone: 'open' },
} as const satisfies Record<string, Standing>;

/** Why it is not sure whether a target is met, to follow a colon. */
export const doubtWords = ({ lower, upper }: Pick<ProgressRow, 'lower' | 'upper'>): string =>
  lower === null || upper === null ? 'its 95% interval is not known' : 'the 95% interval spans it';

/** Whether there is a number that the area itself is to reach. */
export const hasAim = ({ target, national }: ProgressRow): boolean =>
  target?.value != null && target.comparable && !national;

/** Whether the last figure is older than the target's date, so that it cannot say whether the target was met by then. */
function endsBeforeDate({ target, period }: ProgressRow): boolean {
  const end = endOf(period ?? '');
  return target?.by != null && end !== '' && end < `${target.by}-12`;
}

/** Whether a row meets its target, as a glyph and words; where there is no verdict, why not. */
export function standing(metric: Metric | null, row: ProgressRow): Standing {
  const { target, verdict, basis, passed, national } = row;
  if (metric && isEnglands(row)) return open('England’s figure: a spread that should shrink');
  if (!hasFigure(row) || !metric) return open('No figure');
  if (basis === 'variation') return open('A spread that should shrink, no number to reach');
  if (basis === 'direction') return open('A direction, no number to reach');
  if (target?.value == null) return open('No number was set to reach');
  const aim = formatRound(metric, target.value);
  if (!target.comparable) return open(`Cannot be held against the ${aim}`);
  if (national && row.gap)
    return open(
      `${distance(metric, row.gap.points, `the national ${aim}`)} (a reference${isApproximation(row, metric) ? `; by ${OUR_APPROXIMATION}` : ''})`,
    );
  if (passed && endsBeforeDate(row))
    return open(
      `Cannot be said: ${target.by} has passed, and the last figure is of ${periodBrief(row.period ?? '')}`,
    );
  if (verdict !== 'no-target' && passed && verdict !== 'not-sure')
    return verdict === 'met'
      ? { ...VERDICTS.met, words: `Met by its date, ${target.by ?? target.until}` }
      : { ...VERDICTS['not-met'], words: `Missed: its date, ${target.by ?? target.until}, has passed` };
  if (verdict === 'not-sure') return { ...VERDICTS[verdict], words: `Not sure: ${doubtWords(row)}` };
  if (verdict !== 'no-target') return VERDICTS[verdict];
  return open('No verdict');
}

/** The heading's second line: `81.7% in 2016/17`, an approximation named; empty where there is no figure. */
export const figureBrief = (metric: Metric, row: ProgressRow): string =>
  row.value === null
    ? ''
    : named(`${formatValue(metric, row.value)} in ${periodBrief(row.period ?? '')}`, row, metric);

/** Where the area is: value, period, counts, interval and England's figure, in sentences. */
export function whereWords(metric: Metric, row: ProgressRow): string {
  if (row.value === null) return row.reason ?? 'No figure.';
  const { england } = row;
  const counts = countsOf(metric, row);
  const interval = intervalPhrase(metric, row) || 'No 95% interval is published';
  const beside = england?.value == null ? '' : `England: ${formatValue(metric, england.value)}.`;
  return [`${figureBrief(metric, row)}${counts && ` (${counts})`}.`, `${interval}.`, beside]
    .filter(Boolean)
    .join(' ');
}

/** What is to be reached, by when and of which kind, in a sentence. */
export function targetWords({ target, basis }: ProgressRow): string {
  if (basis === 'variation') return 'Less variation between CCGs: no number or date was set.';
  if (!target) return 'No target had been stated yet.';
  return `${target.label}.${target.basis === 'direction' ? ' A direction: no number or date was set.' : ''}`;
}

/** How far a gap is from a mark: `2.9 points short of 85%`, `0.4 points beyond 96%`. */
function distance(metric: Metric, gap: number, mark: string): string {
  if (gap === 0) return `At ${mark} exactly`;
  return `${gapWords(metric, Math.abs(gap))} ${gap < 0 ? 'beyond' : 'short of'} ${mark}`;
}

/** How far from the target, in points and in people; empty where there is no number to be short of. */
export function gapSentence(metric: Metric, row: ProgressRow): string {
  const { gap, target } = row;
  if (!gap || target?.value == null) return '';
  const aim = formatRound(metric, target.value);
  const more = gap.people && gap.people > 0 ? `: ${moreWords(metric, gap.people, aim)}` : '';
  return `${reckoned(distance(metric, gap.points, aim), row, metric)}${more}.`;
}

/** Where a row stands in one line, for a list: its figure and, in people or points, what is missing. */
export function standingLine(metric: Metric, row: ProgressRow): string {
  const { gap, basis } = row;
  if (basis === 'variation') return spreadBrief(metric, row);
  const brief = figureBrief(metric, row);
  if (!gap || gap.points <= 0 || row.national || row.target?.value == null) return brief;
  const aim = formatRound(metric, row.target.value);
  const missing = gap.people ? moreWords(metric, gap.people, aim) : `${gapWords(metric, gap.points)} short`;
  return `${brief}; ${missing}`;
}

type Pace = NonNullable<ProgressRow['pace']>;

/** A change a year with its sign, none where it shows as none: `+1.2 points`, `−0.4 points`, `0.0 points`. */
function changeWords(metric: Metric, change: number): string {
  const size = gapWords(metric, Math.abs(change));
  if (Number.parseFloat(size) === 0) return size;
  return `${change < 0 ? '−' : '+'}${size}`;
}

/** The stretch that the pace is read from, and the pace seen with its interval, as a sentence; empty where none can be given. */
export function paceSeenWords(metric: Metric, { from, to, points, seen, lower, upper }: Pace): string {
  if (seen === null) return '';
  const range =
    lower === null || upper === null
      ? ''
      : ` (between ${changeWords(metric, lower).replace(/ points?$/, '')} and ${changeWords(metric, upper)}, 95% interval)`;
  const unit = parsePeriod(to)?.grain === 'quarter' ? 'quarters' : 'years';
  return `Over ${points} ${unit}, ${periodBrief(from)} to ${periodBrief(to)}: ${changeWords(metric, seen)} a year${range}.`;
}

/** The pace that would reach the target in time, as a sentence; empty where none is needed or the date has passed. */
export function paceNeededWords(metric: Metric, { needed }: Pace, by: string | null): string {
  if (needed === null) return '';
  return `${changeWords(metric, needed)} a year${by === null ? '' : ` to reach it by ${by}`}.`;
}

/** How a note begins that says how a pace is read: a method, no caution about the figure. */
export const PACE_READ = 'The change a year is that of a straight line';

/** The calendar year of a time in years; the end of December is still of its year. */
export const yearOf = (time: number): string => String(Math.floor(time - 1e-6));

/** When the target is reached at the pace seen, with its range, or why that cannot be said; as a sentence. */
export function whenWords({ when, reason }: Pace): string {
  if (when === null) return reason ?? 'It cannot be said when.';
  const [earliest, latest] = [yearOf(when.earliest), when.latest === null ? null : yearOf(when.latest)];
  const range =
    latest === null
      ? `${earliest} at the earliest`
      : earliest === latest
        ? ''
        : `between ${earliest} and ${latest}`;
  return `At the pace seen, in ${yearOf(when.time)}${range && ` (${range})`}.`;
}

type Point = ProgressRow['spread'][number];
type Known = Point & { p10: number; p90: number };

/** The points of a spread that have one, oldest first. */
export const knownSpread = ({ spread }: Pick<ProgressRow, 'spread'>): Known[] =>
  spread.filter((point): point is Known => point.p10 !== null && point.p90 !== null);

/** The latest spread in short: `5.1 points apart in 2011`, England’s named so; empty where there is none. */
export function spreadBrief(metric: Metric, row: ProgressRow): string {
  const last = knownSpread(row).at(-1);
  const whose = row.national ? 'The CCGs of England: ' : '';
  return last ? `${whose}${gapWords(metric, last.p90 - last.p10)} apart in ${periodBrief(last.period)}` : '';
}

/** How far apart CCGs are and how that has changed, in sentences; or the reason why that cannot be said. */
export function spreadWords(metric: Metric, row: ProgressRow): string {
  const known = knownSpread(row);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return row.reason ?? 'No spread between CCGs can be given.';
  const width = ({ p10, p90 }: Known) => gapWords(metric, p90 - p10);
  const [low, high] = [last.p10, last.p90].map((value) => formatValue(metric, value));
  const now = `In ${periodBrief(last.period)} the middle eight in ten of ${last.areas} ${areasNoun('ccg', last.areas)} of England lay between ${low} and ${high}, ${width(last)} apart.`;
  if (first === last)
    return `${now} ${row.reason ?? 'Only this one period is published by CCG, so whether the spread shrinks cannot be said.'}`;
  return `${now} In ${periodBrief(first.period)} they lay ${width(first)} apart${first.areas === last.areas ? '' : `, among ${first.areas} ${areasNoun('ccg', first.areas)}`}.`;
}

/** The figure of England that puts a row's own in context, as a sentence; empty where there is none. */
export function besideWords({ beside }: Pick<ProgressRow, 'beside'>): string {
  if (!beside) return '';
  const shown = formatValue(metricOf(beside.metric), beside.value);
  return `${beside.label}, England: ${shown} in ${periodBrief(beside.period)}.`;
}
