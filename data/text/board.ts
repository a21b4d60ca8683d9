import type { Progress, ProgressRow, Scorecard, Snapshot } from '../contract/index.ts';
import { differs } from '../difference.ts';
import { HOME_METRICS, type Metric, metric as metricOf } from '../metrics/index.ts';
import { endOf } from '../periods.ts';
import { type StandardStep, standardBefore } from '../standards.ts';
import { reckoned } from './approximation.ts';
import { readingInShort } from './control.ts';
import { moreWords } from './figure.ts';
import { decimalsNote, formatCount, formatRound, formatValue, isShare } from './format.ts';
import { byLetters } from './order.ts';
import { noTrendBrief } from './profile.ts';
import {
  distinct,
  doubtWords,
  hasFigure,
  isMeasured,
  type MeasuredRow,
  PACE_READ,
  progressCounts,
} from './progress.ts';
import {
  allOf,
  areasNoun,
  capitalised,
  isAre,
  listOf,
  periodBrief,
  uncapitalised,
  withFullStop,
} from './words.ts';

/** An answer to one question: its sign, its word, and what it rests on. */
export type Answer = { glyph: string; word: string; detail: string };

/** The target of an ambition in words: `Standard 85%`, `Ambition 75% by 2020`; empty where it has no value. */
export function targetName(metric: Metric, target: ProgressRow['target']): string {
  if (target?.value == null) return '';
  const name = target.basis === 'standard' ? 'Standard' : 'Ambition';
  return `${name} ${formatRound(metric, target.value)}${target.by === null ? '' : ` by ${target.by}`}`;
}

/** Whether an ambition’s target is met, from the 95% interval. */
export function targetAnswer(
  metric: Metric,
  row: Pick<ProgressRow, 'target' | 'verdict' | 'national' | 'period' | 'lower' | 'upper'>,
): Answer {
  const aim = targetName(metric, row.target);
  if (aim === '') return { glyph: '○', word: 'No number to meet', detail: row.target?.label ?? '' };
  if (row.target?.comparable === false)
    return {
      glyph: '○',
      word: 'Not judged',
      detail: `${aim} counts otherwise: it is not this figure’s target`,
    };
  const detail = row.national ? `${aim}, set for England as a whole` : `${aim}${beforeWords(metric, row)}`;
  switch (row.verdict) {
    case 'met':
      return { glyph: '✓', word: 'Met', detail };
    case 'not-met':
      return { glyph: '✗', word: 'Not met', detail };
    case 'not-sure':
      return { glyph: '?', word: 'Not sure', detail: `${detail}: ${doubtWords(row)}` };
    case 'no-target':
      return { glyph: '○', word: 'Not judged', detail };
  }
}

/** That a standard rose or fell, and when: `The standard rose from 75% to 80% in April 2026.` */
export const stepSentence = (metric: Metric, { before, now, from }: StandardStep): string =>
  `The standard ${now > before ? 'rose' : 'fell'} from ${formatRound(metric, before)} to ${formatRound(metric, now)} in ${periodBrief(from)}.`;

/** What a standard was before it changed in the year up to a figure: ` (75% before April 2026)`; else empty. */
function beforeWords(metric: Metric, { target, period }: Pick<ProgressRow, 'target' | 'period'>): string {
  const step = target?.basis === 'standard' ? standardBefore(metric, endOf(period ?? '')) : null;
  return step ? ` (${formatRound(metric, step.before)} before ${periodBrief(step.from)})` : '';
}

const DIRECTIONS = {
  increasing: { glyph: '↗', word: 'Rising' },
  decreasing: { glyph: '↘', word: 'Falling' },
  'no-change': { glyph: '→', word: 'No clear change' },
  'not-calculated': { glyph: '○', word: 'Cannot be told' },
} as const;

/**
 * Whether an ambition’s figure is changing: what the control chart of its months says or, of what is not published by
 * month or has no limits yet, the trend of the last five annual figures.
 */
export function changeAnswer(
  metric: Metric,
  { control, recentTrend }: Pick<ProgressRow, 'control' | 'recentTrend'>,
): Answer {
  const reading = control && readingInShort(metric, control);
  if (control?.variation != null && reading) return { glyph: CHANGING[control.variation], ...reading };
  const annual = annualAnswer(recentTrend);
  if (control === null || annual.word !== DIRECTIONS['not-calculated'].word) return annual;
  return { ...annual, detail: control.reason ?? 'Too few months since its series last broke' };
}

/** The same as a sentence, with the month that was read where it is not the figure’s: `Usual range to March 2026: …`. */
export function changingSentence(
  metric: Metric,
  row: Pick<ProgressRow, 'control' | 'recentTrend' | 'period'>,
): string {
  const { word, detail } = changeAnswer(metric, row);
  const read = row.control?.variation == null ? null : row.control.period;
  const to = read === null || read === row.period ? '' : ` to ${periodBrief(read)}`;
  return withFullStop(`${word}${to}: ${uncapitalised(detail)}`);
}

const CHANGING = {
  'common-cause': '●',
  improvement: '▲',
  concern: '▼',
  'neutral-high': '↗',
  'neutral-low': '↘',
} as const;

function annualAnswer(recentTrend: ProgressRow['recentTrend']): Answer {
  if (recentTrend === null) return { ...DIRECTIONS['not-calculated'], detail: 'No annual figures' };
  const { direction, judgement, periods } = recentTrend;
  const answer = DIRECTIONS[direction];
  if (direction === 'not-calculated') return { ...answer, detail: noTrendBrief(recentTrend) };
  const [first = '', last = ''] = [periods[0], periods.at(-1)];
  const years = first === '' ? '' : `, ${periodBrief(first)} to ${periodBrief(last)}`;
  const better = judgement === null ? '' : `${judgement.replace('-', ' ')} `;
  return { ...answer, detail: `${capitalised(`${better}over five years`)}${years}` };
}

/** How far an ambition is from its target, in people or else in points; empty where neither can be said. */
export function gapBrief(
  metric: Metric,
  row: Pick<ProgressRow, 'gap' | 'target' | 'reached' | 'status'>,
): string {
  const { gap, target, reached } = row;
  if (gap === null || target?.value == null) return '';
  const aim = formatRound(metric, target.value);
  if (reached === true)
    return `${reckoned(gap.points === 0 ? `At ${aim}` : `${pointsOf(metric, gap.points)} beyond ${aim}`, row, metric)}.`;
  if (gap.people !== null && gap.people > 0) return `${capitalised(moreWords(metric, gap.people, aim))}.`;
  return `${reckoned(`${pointsOf(metric, gap.points)} short of ${aim}`, row, metric)}.`;
}

/** A difference in a metric’s unit: `2.4 points` of a share or index, otherwise the bare number. */
function pointsOf(metric: Metric, difference: number): string {
  const shown = isShare(metric) ? 100 * difference : difference;
  const text = Math.abs(shown).toFixed(metric.decimals);
  return isShare(metric) || metric.kind === 'index' ? `${text} points` : text;
}

/** Why some figures of the ambitions shown, or England’s beside them, have two decimals; empty where none has. */
export const decimalsOf = (rows: readonly MeasuredRow[]): string =>
  decimalsNote(
    rows.flatMap(({ metric, value, england }) =>
      [value, england?.value].map((each) => ({ metric: metricOf(metric), value: each })),
    ),
  );

type Moving = { value: number; lower: number | null; upper: number | null };

/** How a figure moved from one before, reckoned before rounding: `Up 1.2 points`, and whether chance could give as much. */
export function movedWords(metric: Metric, before: Moving, now: Moving): string {
  const moved =
    formatValue(metric, before.value) === formatValue(metric, now.value)
      ? 'The same'
      : `${now.value > before.value ? 'Up' : 'Down'} ${pointsOf(metric, now.value - before.value)}`;
  return differs(now, before) === false ? `${moved}: no change beyond chance` : moved;
}

/** How the areas of an Alliance compare, as a heading: `Of 22 CCGs, 5 are better than England, 10 similar and 7 worse`. */
export function mapHeading({
  areas,
  against,
  query: { level },
}: Pick<Snapshot, 'areas' | 'against' | 'query'>) {
  const known = areas.filter(({ value }) => value !== null).length;
  const counted = (['better', 'higher', 'similar', 'worse', 'lower'] as const)
    .map((kind) => ({ kind, count: areas.filter(({ comparison }) => comparison === kind).length }))
    .filter(({ count }) => count > 0);
  const [first, ...others] = counted;
  const noun = areasNoun(level, known);
  const all = `${known} ${noun}`;
  if (first === undefined) return `Its ${all}, not compared with ${against}`;
  const than = first.kind === 'similar' ? 'to' : 'than';
  if (first.count === known)
    return `${known === 1 ? `Its one ${noun} is` : `${capitalised(allOf(known, noun))} are`} ${first.kind} ${than} ${against}`;
  const head = `${first.count} ${isAre(first.count)} ${first.kind} ${than} ${against}`;
  const rest = others.map(({ kind, count }) => `${count} ${kind}`);
  return `Of ${all}, ${listOf([head, ...rest])}`;
}

/** How the signs of a scorecard are to be read. */
export const scorecardKey = (against: string, confidence: string): string =>
  `▲ better, ● similar, ▼ worse than ${against} by the ${confidence}% interval; ○ not compared. ✓ standard met, ✗ not met, ? not sure, by the 95% interval.`;

/** Why some figures of a scorecard, England’s and the Alliance’s among them, have two decimals; empty where none has. */
export const scorecardDecimals = ({ columns, rows }: Pick<Scorecard, 'columns' | 'rows'>): string =>
  decimalsNote(
    columns.flatMap(({ metric, england, alliance }, index) =>
      [england?.value, alliance?.value, ...rows.map(({ cells }) => cells[index]?.value)].map((value) => ({
        metric: metricOf(metric),
        value,
      })),
    ),
  );

/** What a scorecard found, as a heading: how many of its figures that can be judged are worse, and how many better. */
export function scorecardHeading({
  rows,
  against,
  level,
}: Pick<Scorecard, 'rows' | 'against'> & { level: string }) {
  const of = rows.length === 1 ? `one ${areasNoun(level, 1)}` : areasNoun(level, 2);
  const compared = rows
    .flatMap(({ cells }) => cells)
    .filter(
      ({ metric, comparison }) => comparison !== 'not-compared' && metricOf(metric).polarity !== 'none',
    );
  const count = (kind: string) => compared.filter(({ comparison }) => comparison === kind).length;
  if (compared.length === 0) return `Its ${of} by every metric`;
  const figures = `${formatCount(compared.length)} ${compared.length === 1 ? 'figure' : 'figures'}`;
  const worse = count('worse');
  return `Of ${figures} of its ${of}, ${formatCount(worse)} ${isAre(worse)} worse than ${against} and ${formatCount(count('better'))} better`;
}

/** The 62-day wait first, then the other standards, then the rest by how late their figures are. */
function inOrder(one: MeasuredRow, other: MeasuredRow): number {
  const place = ({ metric, basis }: MeasuredRow) =>
    HOME_METRICS.some((home) => home === metric) ? 0 : basis === 'standard' ? 1 : 2;
  return (
    place(one) - place(other) ||
    (place(one) === 2 ? byLetters(endOf(other.period ?? ''), endOf(one.period ?? '')) : 0)
  );
}

/** The ambitions to show: those that have a figure of the area itself, each once. */
export const tileRows = (rows: readonly ProgressRow[]): MeasuredRow[] =>
  distinct(rows)
    .filter(isMeasured)
    .filter((row) => row.basis !== 'variation' && hasFigure(row))
    .sort(inOrder);

/** How many ambitions have no figure of an Alliance, and of how many the figure is England’s; empty where each has one. */
export function withoutWords({ rows, period }: Pick<Progress, 'rows' | 'period'>): string {
  const { ambitions, figures, england } = progressCounts(rows);
  const others = ambitions - figures;
  if (others === 0) return '';
  const who =
    figures === 0
      ? `None of the ${ambitions} ambitions of Annex A has`
      : `${others} other ${others === 1 ? 'ambition has' : 'ambitions have'} no`;
  const none = `${figures === 0 ? `${who} a` : who} figure for this Alliance up to ${periodBrief(period)}`;
  if (england === 0) return `${none}.`;
  return `${none}; for ${england} of them there is one of England as a whole, the spread between its CCGs.`;
}

/** A caution, and the measures that it is about; none where it is about the Alliance itself. */
export type Caution = { text: string; about: string[] };

/** Each caution once, with all the measures that it is about; empty texts are left out. */
export function cautionsOnce(all: readonly { text: string; about: string }[]): Caution[] {
  const found = new Map<string, Set<string>>();
  for (const { text, about } of all) {
    if (text === '') continue;
    const known = found.get(text) ?? new Set<string>();
    found.set(text, about === '' ? known : known.add(about));
  }
  return [...found].map(([text, about]) => ({ text, about: [...about] }));
}

/**
 * What must be known of an Alliance’s figures, each caution once: of the Alliance itself (`own`), then of its ambitions in
 * their order, with the measures that each is about.
 */
export const boardCautions = ({ rows }: Pick<Progress, 'rows'>, own: readonly string[]): Caution[] =>
  cautionsOnce([
    ...own.map((text) => ({ text, about: '' })),
    ...tileRows(rows).flatMap(({ notes, label }) =>
      notes.filter((text) => !text.startsWith(PACE_READ)).map((text) => ({ text, about: label ?? '' })),
    ),
  ]);
