import type { BreakReply } from '../../../data/contract/index.ts';
import { type MetricId, metric as metricOf, type Target } from '../../../data/metrics/index.ts';
import { parsePeriod, periodLabel } from '../../../data/periods.ts';
import { SOURCES, type SourceId } from '../../../data/sources.ts';
import { areasNoun, periodName } from '../../../data/text/spread-parts.ts';
import type { PaceReason } from '../../stats/pace.ts';
import type { Length } from './stretch.ts';

/** Years after the last figure beyond which nothing is projected. */
export const HORIZON = 10;

const monthName = (month: string) => {
  const period = parsePeriod(month);
  return period ? periodLabel(period) : month;
};

const one = (level: string) => (level === 'england' ? 'England' : `a single ${areasNoun(level, 1)}`);

/** Why a target has no time at which it is reached, whatever the figures; null where the figures decide. */
export function whyNoAim(target: Target | null, level: string): string | null {
  if (target === null) return 'No target had been stated by then.';
  if (!target.comparable)
    return 'The target is of another denominator than these figures, so no time to reach it is given.';
  if (target.value === null) return 'No number to reach is named, so no time to reach it is given.';
  if (target.basis === 'ambition' && level !== 'england')
    return `The ambition is national and is not set for ${one(level)}.`;
  return null;
}

const counted = (count: number, { one: single, many }: Length) =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? single : many}`;

/** Why there are too few figures to read a pace from, the break that cuts them off named. */
export function tooFew(count: number, length: Length, broken: BreakReply | null): string {
  const are = count === 1 ? 'There is' : 'There are';
  const since = broken ? ` since the series broke in ${monthName(broken.from)}` : '';
  const why = broken ? ` ${broken.reason}` : '';
  return `${are} ${counted(count, length)} of figures${since}; a pace is read from at least ${length.fewest}.${why}`;
}

/** Why it cannot be said when a target is reached, in words; `latest`: the last figure's period. */
export function paceWords(
  reason: Exclude<PaceReason, 'too few points'>,
  latest: string,
  length: Length,
  count: number,
): string {
  const over = `the last ${counted(count, length)}`;
  switch (reason) {
    case 'already reached':
      return `The latest ${length.one} (${periodName(latest)}) reaches the target, so nothing is projected.`;
    case 'no trend':
      return `No trend can be told from chance over ${over}: the interval of the change a year holds no change.`;
    case 'moving away':
      return `Over ${over} the figures move away from the target.`;
    case 'too far':
      return `At this pace the target is more than ten years away from the last figure, too far to project.`;
  }
}

/** How a pace was read, and what its interval leaves out. */
export function howRead(length: Length, count: number): string {
  const fit = `The change a year is that of a straight line through the last ${counted(count, length)} (least squares), with a 95% interval by Student’s t`;
  return length.grain === 'quarter'
    ? `${fit}. Quarters follow the seasons and resemble the quarter before, which the interval leaves out: it is rather too narrow.`
    : `${fit}. Years resemble the year before, which the interval leaves out: it is rather too narrow.`;
}

/** That the latest figure is too old to tell whether a target was reached by its date, now passed. */
export const olderThanDate = (by: string, period: string) =>
  `The date has passed, and the latest figure is of ${periodName(period)}: whether the target was reached by the end of ${by} cannot be told from it.`;

/** What a national ambition is to an area that is not England. */
export const asReference = (level: string) =>
  `The ambition is national: for ${one(level)} it is a reference, not a target of its own.`;

const FILLS: Partial<Record<SourceId, string>> = {
  'ons-survival':
    'The later yearly releases of the Index of cancer survival for Clinical Commissioning Groups (Office for National Statistics) would fill it.',
  illustrative: 'The table by CCG of the Cancer Patient Experience Survey would fill it.',
};

/** Why it cannot be said whether the variation between CCGs shrinks, and what would fill the gap; null where it can. */
export function whyNoChange(id: MetricId, periods: readonly string[], illustrative: boolean): string | null {
  const { source } = metricOf(id);
  const fills = FILLS[source] ?? `Further releases of ${SOURCES[source].publication} would fill it.`;
  if (illustrative) return `Nothing can be said from illustrative figures. ${fills}`;
  if (periods.length > 1) return null;
  return periods[0] === undefined
    ? `No spread between CCGs is published by then. ${fills}`
    : `Only one period, ${periodName(periods[0])}, is published by CCG, so whether the variation shrinks cannot be said. ${fills}`;
}
