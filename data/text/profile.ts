import type { ControlReading, Profile, ProfileRow, Rank, RecentTrend } from '../contract/index.ts';
import type { Metric } from '../metrics/index.ts';
import { readingInShort } from './control.ts';
import { ordinal } from './format.ts';
import { allOf, areasNoun, hasHave, isAre, listOf, plural, uncapitalised } from './words.ts';

/** How many rows of a profile have a figure, meet their standard and differ from the benchmark. */
export function profileCounts(rows: readonly ProfileRow[]) {
  const figures = rows.filter(({ value }) => value !== null);
  const compared = (kind: ProfileRow['comparison']) =>
    figures.filter(({ comparison }) => comparison === kind).length;
  const verdict = (kind: ProfileRow['verdict']) => figures.filter((row) => row.verdict === kind).length;
  return {
    metrics: rows.filter(({ published }) => published).length,
    figures: figures.length,
    better: compared('better'),
    similar: compared('similar'),
    worse: compared('worse'),
    higher: compared('higher'),
    lower: compared('lower'),
    met: verdict('met'),
    notMet: verdict('not-met'),
    notSure: verdict('not-sure'),
  };
}

/**
 * What a profile found, as a heading: `Better than England on 2 measures, similar on 7 and worse on 3`. What is higher or
 * lower without being better or worse is left to `unjudgedSentence`.
 */
export function comparisonHeading({
  rows,
  against,
}: {
  rows: readonly ProfileRow[];
  against: string;
}): string {
  const { better, similar, worse, higher, lower } = profileCounts(rows);
  const all = better + similar + worse;
  if (all === 0)
    return higher + lower === 0
      ? `No metric can be compared with ${against}`
      : `No metric is better or worse than ${against}`;
  if (similar === all) {
    const metrics = all === 1 ? 'the one metric' : allOf(all, 'metrics');
    return `Similar to ${against} on ${metrics} compared`;
  }
  const [first, other] = better > 0 ? (['Better', 'worse'] as const) : (['Worse', 'better'] as const);
  const [most, least] = better > 0 ? [better, worse] : [worse, better];
  const also = [
    similar > 0 ? `similar on ${similar}` : '',
    `${other} on ${least === 0 ? 'none' : least}`,
  ].filter(Boolean);
  return listOf([`${first} than ${against} on ${plural(most, 'metric')}`, ...also]);
}

/** How many measures differ where neither more nor less is better, in a sentence; empty where none does. */
export function unjudgedSentence({
  rows,
  against,
}: {
  rows: readonly ProfileRow[];
  against: string;
}): string {
  const { higher, lower } = profileCounts(rows);
  if (higher + lower === 0) return '';
  const said = [higher > 0 ? 'higher' : '', lower > 0 ? 'lower' : ''].filter(Boolean).join(' or ');
  return `${plural(higher + lower, 'metric')} ${isAre(higher + lower)} ${said} than ${against}, which is neither better nor worse.`;
}

/** The verdicts on standards in a sentence, which says so where none applies. */
export function standardsSentence(rows: readonly ProfileRow[]): string {
  const { met, notMet, notSure } = profileCounts(rows);
  const all = met + notMet + notSure;
  if (all === 0) return 'None of these figures has a standard in force.';
  const spans = 'as its 95% interval spans the standard or is not known';
  if (all === 1) {
    if (met === 1) return 'The one standard in force is met.';
    return notMet === 1
      ? 'The one standard in force is not met.'
      : `Whether the one standard in force is met is not sure, ${spans}.`;
  }
  const parts = [
    met > 0 ? `${met} ${isAre(met)} met` : '',
    notMet > 0 ? `${notMet} ${isAre(notMet)} not met` : '',
    notSure > 0 ? `for ${notSure} that is not sure (the 95% interval spans the standard)` : '',
  ].filter(Boolean);
  return `Of ${all} standards in force, ${listOf(parts)}.`;
}

/** How many measures have a figure, in a sentence; `when` is the period in words. */
export function figuresSentence(rows: readonly ProfileRow[], when: string): string {
  const { metrics, figures } = profileCounts(rows);
  if (figures === 0) return `No metric has a figure by ${when}.`;
  return `${figures} of ${plural(metrics, 'metric')} ${hasHave(figures)} a figure by ${when}.`;
}

/** The metrics that are not published for areas like this one, where figures of others are: a sentence, or nothing. */
export function unpublishedSentence({ rows, area }: Pick<Profile, 'rows' | 'area'>): string {
  const without = rows.filter(({ published }) => !published).map(({ label }) => label);
  if (without.length === 0 || without.length === rows.length) return '';
  return `Not published by ${areasNoun(area.level, 1)}: ${without.join('; ')}.`;
}

/** A place among the areas of the level, with its 95% range: `34th of 206 (12 to 71)`. */
export function rankWords({ value, of, lower, upper }: Rank): string {
  const place = `${ordinal(value)} of ${of}`;
  return lower === upper ? place : `${place} (${lower} to ${upper})`;
}

/**
 * The last month of a control chart in short, in the words of the board page: `Concern: below its usual range; its usual
 * range lies short of 85%`; why nothing can be read where that is so.
 */
export function readingBrief(metric: Metric, reading: ControlReading): string {
  const read = readingInShort(metric, reading);
  if (read === null) return reading.reason ?? 'No usual range can be given';
  const doubt =
    reading.pPrime?.agrees === false
      ? ' (a p′ chart, which allows for how many people there were, disagrees)'
      : '';
  return `${read.word}: ${uncapitalised(read.detail)}${doubt}`;
}

const DIRECTIONS: Record<RecentTrend['direction'], string> = {
  increasing: 'Rising',
  decreasing: 'Falling',
  'no-change': 'No statistically significant change',
  'not-calculated': 'No trend can be given',
};

/** The trend of the last annual figures in short: `Falling: getting worse`. */
export function recentTrendBrief({ direction, judgement }: RecentTrend): string {
  if (judgement === null) return DIRECTIONS[direction];
  return `${DIRECTIONS[direction]}: ${judgement.replace('-', ' ')}`;
}

const YEARS = 5;

/** Why there is no recent trend, in short: `Too few years for a trend: 2 of 5`. */
export function noTrendBrief({ periods, reason }: RecentTrend): string {
  if (periods.length < YEARS) return `Too few years for a trend: ${periods.length || 'none'} of ${YEARS}`;
  return reason ?? DIRECTIONS['not-calculated'];
}
