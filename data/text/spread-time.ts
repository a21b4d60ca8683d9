import type { Spread, SpreadPoint } from '../contract/index.ts';
import { metric as metricOf } from '../metrics/index.ts';
import { parsePeriod } from '../periods.ts';
import { SOURCES, type SourceId } from '../sources.ts';
import { areasNoun, gapWords, periodName } from './spread-parts.ts';

/** How many breaks lie at or before a period: figures of one part are comparable with one another. */
const partOf = (period: string, { breaks }: Spread) =>
  breaks.filter(({ from }) => from <= (parsePeriod(period)?.end ?? '')).length;

const known = ({ p10, p90 }: SpreadPoint) => p10 !== null && p90 !== null;

/** The first period comparable with the one shown, and the one shown; null where one of them has no spread. */
function compared(spread: Spread): { first: SpreadPoint; now: SpreadPoint } | null {
  const part = partOf(spread.query.period, spread);
  const alike = spread.overTime.filter((point) => known(point) && partOf(point.period, spread) === part);
  const now = alike.find(({ period }) => period === spread.query.period);
  const [first] = alike;
  return first && now ? { first, now } : null;
}

const width = ({ p10, p90 }: { p10: number | null; p90: number | null }) => (p90 ?? 0) - (p10 ?? 0);

/** What a gap became from one period to another: `widened from 12.6 to 15.7 points`. */
function became(spread: Spread, first: SpreadPoint, now: SpreadPoint): string {
  const metric = metricOf(spread.query.metric);
  const [then, since] = [gapWords(metric, width(first)), gapWords(metric, width(now))];
  if (then === since) return `stayed at ${since}`;
  return `${width(now) < width(first) ? 'narrowed' : 'widened'} from ${then} to ${since}`;
}

/** How many areas there were, where their number has changed: mergers alone change a spread. */
function sizes({ query: { level } }: Spread, first: SpreadPoint, now: SpreadPoint): string {
  if (first.areas === now.areas) return '';
  return ` (${first.areas} ${areasNoun(level, first.areas)} then, ${now.areas} in ${periodName(now.period)})`;
}

const GAP = 'gap between the 10th and the 90th percentile';

/** How the spread has changed since the first comparable period; empty where that cannot be said. */
export function change(spread: Spread): string {
  const found = spread.illustrative ? null : compared(spread);
  if (!found || found.first.period === found.now.period) return '';
  const { first, now } = found;
  return `Since ${periodName(first.period)} the ${GAP} has ${became(spread, first, now)}${sizes(spread, first, now)}.`;
}

/** How the spread changed over the longest run of comparable periods; empty where no two are comparable. */
export function longestChange(spread: Spread): string {
  if (spread.illustrative) return '';
  const points = spread.overTime.filter(known);
  const parts = [...new Set(points.map(({ period }) => partOf(period, spread)))];
  const [longest] = parts
    .map((part) => points.filter(({ period }) => partOf(period, spread) === part))
    .sort((one, other) => other.length - one.length);
  const [first, last] = [longest?.[0], longest?.at(-1)];
  if (!first || !last || first === last) return '';
  return `From ${periodName(first.period)} to ${periodName(last.period)} the ${GAP} ${became(spread, first, last)}${sizes(spread, first, last)}.`;
}

/** What chance alone would have given in the two periods that `change` compares; empty where that is not known. */
export function changeByChance(spread: Spread): string {
  const found = spread.illustrative ? null : compared(spread);
  if (!found?.first.chance || !found.now.chance || found.first.period === found.now.period) return '';
  const metric = metricOf(spread.query.metric);
  const { first, now } = found;
  return `Chance alone, for ${areasNoun(spread.query.level, 2)} of their sizes, would have given ${gapWords(metric, width(found.first.chance))} in ${periodName(first.period)} and ${gapWords(metric, width(found.now.chance))} in ${periodName(now.period)}.`;
}

const FILLS: Partial<Record<SourceId, string>> = {
  'ons-survival':
    'The later yearly releases of the Index of cancer survival for Clinical Commissioning Groups (Office for National Statistics) would fill it.',
  'nhs-choices-mortality':
    'Indicator 1.9 by CCG of the CCG Outcomes Indicator Set (NHS Digital), which holds several years, would fill it.',
  qof: 'The prevalence tables by CCG of the other years of the Quality and Outcomes Framework would fill it.',
  illustrative: 'The table by CCG of the Cancer Patient Experience Survey would fill it.',
};

/** Why no change of the spread can be stated, and which file would fill the gap; empty where one can. */
export function noChange(spread: Spread): string {
  const source = metricOf(spread.query.metric).source;
  const fills = FILLS[source] ?? `Further releases of ${SOURCES[source].publication} would fill it.`;
  if (spread.illustrative) return `Nothing can be said from illustrative figures. ${fills}`;
  const periods = spread.overTime.filter(known);
  const [only] = periods;
  if (!only) return `There is no spread to show over time. ${fills}`;
  if (periods.length === 1)
    return `Only one period, ${periodName(only.period)}, is published by ${areasNoun(spread.query.level, 1)}, so whether the variation shrinks cannot be said yet. ${fills}`;
  const found = compared(spread);
  if (found && found.first.period === found.now.period)
    return `${periodName(found.now.period)} is the first of the periods comparable with it, so no change up to it is stated.`;
  return '';
}
