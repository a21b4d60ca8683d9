import type { ProgressRow } from '../contract/progress.ts';
import type { Scorecard } from '../contract/scorecard.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Metric } from '../metrics/index.ts';
import { formatCount, formatRound, formatValue } from './format.ts';
import { noTrendBrief } from './profile.ts';
import { ILLUSTRATIVE } from './status.ts';

/** An answer to one question: its sign, its word, and what it rests on. */
export type Told = { glyph: string; word: string; detail: string };

/** More of what a figure counts: `12 more people treated in time`, `1 more cancer detected at stage 1 or 2`. */
const more = (metric: Metric, count: number) => {
  const counted = metric.kind === 'proportion' ? metric.of : 'people counted';
  const one = counted.replace(/^people/, 'person').replace(/^cancers/, 'cancer');
  return `${formatCount(count)} more ${count === 1 ? one : counted}`;
};

/** The target of an ambition in words: `Standard 85%`, `Ambition 75% by 2020`; empty where it has no value. */
export function targetName(metric: Metric, target: ProgressRow['target']): string {
  if (target?.value == null) return '';
  const name = target.basis === 'standard' ? 'Standard' : 'Ambition';
  return `${name} ${formatRound(metric, target.value)}${target.by === null ? '' : ` by ${target.by}`}`;
}

/** Whether an ambition’s target is met, from the 95% interval. */
export function meetsTold(metric: Metric, row: Pick<ProgressRow, 'target' | 'verdict' | 'national'>): Told {
  const aim = targetName(metric, row.target);
  if (aim === '') return { glyph: '○', word: 'No number to meet', detail: row.target?.label ?? '' };
  if (row.target?.comparable === false)
    return {
      glyph: '○',
      word: 'Not judged',
      detail: `${aim} counts otherwise: it is not this figure’s target`,
    };
  const detail = row.national ? `${aim}, set for England as a whole` : aim;
  switch (row.verdict) {
    case 'met':
      return { glyph: '✓', word: 'Met', detail };
    case 'not-met':
      return { glyph: '✗', word: 'Not met', detail };
    case 'not-sure':
      return { glyph: '?', word: 'Not sure', detail: `${detail}: the 95% interval spans it` };
    case 'no-target':
      return { glyph: '○', word: 'Not judged', detail };
  }
}

const DIRECTIONS = {
  increasing: { glyph: '↗', word: 'Rising' },
  decreasing: { glyph: '↘', word: 'Falling' },
  'no-change': { glyph: '→', word: 'No clear change' },
  'not-calculated': { glyph: '○', word: 'Cannot be told' },
} as const;

/** Whether an ambition’s figure is changing: the trend of the last five annual figures. */
export function changingTold({ recentTrend }: Pick<ProgressRow, 'recentTrend'>): Told {
  if (recentTrend === null) return { ...DIRECTIONS['not-calculated'], detail: 'No annual figures' };
  const { direction, judgement } = recentTrend;
  const told = DIRECTIONS[direction];
  if (direction === 'not-calculated') return { ...told, detail: noTrendBrief(recentTrend) };
  return {
    ...told,
    detail: judgement === null ? 'Over five years' : `${sentence(judgement)} over five years`,
  };
}

const sentence = (judgement: string) => {
  const words = judgement.replace('-', ' ');
  return `${words[0]?.toUpperCase()}${words.slice(1)}`;
};

/** How far an ambition is from its target, in people or else in points; empty where neither can be said. */
export function gapSentence(
  metric: Metric,
  { gap, target, reached }: Pick<ProgressRow, 'gap' | 'target' | 'reached'>,
): string {
  if (gap === null || target?.value == null) return '';
  const aim = formatRound(metric, target.value);
  if (reached === true)
    return gap.points === 0 ? `At ${aim}.` : `${pointsOf(metric, gap.points)} beyond ${aim}.`;
  if (gap.people !== null && gap.people > 0) return `${more(metric, gap.people)} would have reached ${aim}.`;
  return `${pointsOf(metric, gap.points)} short of ${aim}.`;
}

/** A difference in a metric’s unit: `2.4 points` of a share or index, otherwise the bare number. */
export function pointsOf(metric: Metric, difference: number): string {
  const shown = metric.kind === 'proportion' ? 100 * difference : difference;
  const text = Math.abs(shown).toFixed(metric.decimals);
  return metric.kind === 'proportion' || metric.kind === 'index' ? `${text} points` : text;
}

/** How a figure moved between two periods: `Up 1.2 points, from 80.1% to 81.3%`. */
export function movedSentence(metric: Metric, before: number, now: number): string {
  const ends = `from ${formatValue(metric, before)} to ${formatValue(metric, now)}`;
  if (formatValue(metric, before) === formatValue(metric, now))
    return `The same, ${formatValue(metric, now)}`;
  return `${now > before ? 'Up' : 'Down'} ${pointsOf(metric, now - before)}, ${ends}`;
}

/** How the CCGs of an Alliance compare, as a heading: `Of 22 CCGs, 5 are better than England, 10 similar and 7 worse`. */
export function mapHeading({
  areas,
  illustrative,
  against,
}: Pick<Snapshot, 'areas' | 'illustrative' | 'against'>): string {
  if (illustrative) return ILLUSTRATIVE;
  const known = areas.filter(({ value }) => value !== null).length;
  const counted = (['better', 'higher', 'similar', 'worse', 'lower'] as const)
    .map((kind) => ({ kind, count: areas.filter(({ comparison }) => comparison === kind).length }))
    .filter(({ count }) => count > 0);
  const [first, ...others] = counted;
  const ccgs = `${known} ${known === 1 ? 'CCG' : 'CCGs'}`;
  if (first === undefined) return `Its ${ccgs}, not compared with ${against}`;
  const than = first.kind === 'similar' ? 'to' : 'than';
  if (first.count === known)
    return `${known === 1 ? 'Its one CCG is' : known === 2 ? 'Both CCGs are' : `All ${ccgs} are`} ${first.kind} ${than} ${against}`;
  const head = `${first.count} ${first.count === 1 ? 'is' : 'are'} ${first.kind} ${than} ${against}`;
  const rest = others.map(({ kind, count }) => `${count} ${kind}`);
  const parts = [head, ...rest];
  return `Of ${ccgs}, ${parts.length < 2 ? head : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}

/** What a scorecard found, as a heading: how many of its figures are worse, and how many better; illustrative ones left out. */
export function scorecardHeading({ rows, against }: Pick<Scorecard, 'rows' | 'against'>, of = 'CCGs') {
  const compared = rows
    .flatMap(({ cells }) => cells)
    .filter(({ status, comparison }) => status !== 'illustrative' && comparison !== 'not-compared');
  const count = (kind: string) => compared.filter(({ comparison }) => comparison === kind).length;
  if (compared.length === 0) return `Its ${of} by every measure`;
  const figures = `${formatCount(compared.length)} ${compared.length === 1 ? 'figure' : 'figures'}`;
  const worse = count('worse');
  return `Of ${figures} of its ${of}, ${formatCount(worse)} ${worse === 1 ? 'is' : 'are'} worse than ${against} and ${formatCount(count('better'))} better`;
}
