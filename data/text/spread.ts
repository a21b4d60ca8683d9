import type { Spread, Zone } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { formatValue } from './format.ts';
import { areasNoun, periodName, shareWords } from './spread-parts.ts';
import { change } from './spread-time.ts';

const metricOfSpread = ({ query }: Spread): Metric => metricOf(query.metric);

/** What a spread says, in a few neutral sentences; illustrative figures give none. */
export function spreadFinding(spread: Spread): string[] {
  if (spread.illustrative) return [];
  const stillOutside = spread.funnel && spread.funnel.tau2 > 0 ? widened(spread) : '';
  return [
    middle(spread),
    furtherThanChance(spread),
    beyondChance(spread),
    stillOutside,
    change(spread),
    inferred(spread),
  ].filter((sentence) => sentence !== '');
}

/** Said wherever the publisher does not: the year of a release that states none. */
const inferred = ({ areas }: Spread): string =>
  areas.some(({ status }) => status === 'inferred-period')
    ? 'The publisher’s table does not state its year: it is inferred.'
    : '';

/** Where the middle eight in ten lie, or all of them where they are fewer than ten, and the benchmark beside them. */
export function middle(spread: Spread): string {
  const metric = metricOfSpread(spread);
  const { areas, min, p10, p90, max } = spread.variation;
  const period = periodName(spread.query.period);
  const few = areas < 10;
  const [low, high] = few ? [min, max] : [p10, p90];
  if (areas === 0 || low === null || high === null)
    return `For ${period}, no ${areasNoun(spread.query.level, 1)} has a figure.`;
  const [from, to] = [formatValue(metric, low), formatValue(metric, high)];
  const who = few
    ? `${areas} ${areasNoun(spread.query.level, areas)}`
    : `the middle eight in ten of ${areas} ${areasNoun(spread.query.level, areas)}`;
  const unit = metric.kind === 'rate' ? ` ${metric.unit}` : '';
  const where = from === to ? `stood at ${from}${unit}` : `lay between ${from} and ${to}${unit}`;
  return `In ${period}, ${who} ${where}${besides(spread, metric)}.`;
}

function besides({ benchmark, against }: Spread, metric: Metric): string {
  if (benchmark?.value == null) return '';
  return `; ${against} was at ${formatValue(metric, benchmark.value)}`;
}

/** How many areas chance alone would put somewhere: `fewer than one`, `about 10`. */
const byChance = (expected: number) => (expected < 0.95 ? 'fewer than one' : `about ${Math.round(expected)}`);

/** How many areas lie further from the benchmark than chance allows, in words that need no picture. */
function furtherThanChance(spread: Spread): string {
  const { funnel, against, query } = spread;
  if (!funnel || funnel.before.outside998 === 0) return funnelTitle(spread);
  const { outside998 } = funnel.before;
  const rough =
    funnel.method === 'score' && funnel.rough > funnel.areas / 2
      ? ' The limits are rough: in most, fewer than ten are expected on the rarer side.'
      : '';
  return `${outside998} of ${funnel.areas} ${areasNoun(query.level, funnel.areas)} ${lies(outside998)} further from ${against} than chance allows (outside the 99.8% limits); chance alone would put ${byChance(funnel.expected998)} there.${rough}`;
}

/** How many areas lie outside the 99.8% limits (or the 95% ones, where none does), beside what chance would give. */
export function funnelTitle({ funnel, query }: Spread): string {
  if (!funnel) return '';
  const { outside95, outside998 } = funnel.before;
  const none = `No ${areasNoun(query.level, 1)} lies outside the 99.8% limits`;
  if (outside998 === 0)
    return outside95 === 0
      ? `No ${areasNoun(query.level, 1)} lies outside the limits; chance alone would put ${byChance(funnel.expected95)} outside the 95% limits.`
      : `${none}; ${outside95} ${lies(outside95)} outside the 95% limits, where chance alone would put ${byChance(funnel.expected95)}.`;
  return `${outside998} of ${funnel.areas} ${areasNoun(query.level, funnel.areas)} ${lies(outside998)} outside the 99.8% limits; chance alone would put ${byChance(funnel.expected998)} there.`;
}

const lies = (count: number) => (count === 1 ? 'lies' : 'lie');

/** Whether, and how far, the variation is beyond chance; empty where that cannot be told. */
export function beyondChance({ variation: { i2, pValue } }: Spread): string {
  if (i2 === null || pValue === null) return '';
  if (pValue >= 0.05)
    return `Taken together, the variation between them is no more than chance could give (${pWords(pValue)}).`;
  return `${shareWords(i2)} of the variation between them is beyond chance.`;
}

/** A p-value as it is printed: `p < 0.001`, `p = 0.21`. */
export const pWords = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.095 ? 3 : 2)}`);

/** What remains outside once the limits allow for the variation that is found everywhere. */
export function widened({ funnel, query }: Spread): string {
  if (!funnel) return '';
  if (funnel.tau2 === 0) return 'No over-dispersion is found, so widening the limits for it changes nothing.';
  const { outside998 } = funnel.after;
  const left =
    outside998 === 0
      ? `no ${areasNoun(query.level, 1)} lies`
      : `${outside998} ${areasNoun(query.level, outside998)} still ${lies(outside998)}`;
  return `With the limits widened for the scatter found among all of them (over-dispersion, φ ${funnel.phi.toFixed(1)}), ${left} outside.`;
}

/** How the exact binomial limits would count, where score limits are rough; else empty. */
export function exactly({ funnel, query }: Spread): string {
  if (!funnel || funnel.rough === 0 || funnel.method === 'exact') return '';
  const { rough, exact, areas } = funnel;
  const who = rough === areas ? 'every' : `${rough} of the ${areas}`;
  return `In ${who} ${areasNoun(query.level, rough === areas ? 1 : areas)} fewer than ten are expected on the rarer side, where the score limits are rough. By exact binomial limits ${exact.outside998} ${lies(exact.outside998)} outside the 99.8% limits, and ${exact.outside95} outside the 95% limits.`;
}

const ZONE_WORDS: Record<Zone, string> = {
  'low-998': 'below the lower 99.8% limit',
  'low-95': 'below the lower 95% limit, but not the 99.8% limit',
  inside: 'inside the 95% limits',
  'high-95': 'above the upper 95% limit, but not the 99.8% limit',
  'high-998': 'above the upper 99.8% limit',
};

/** Where an area lies in the funnel, in words; empty where there is no funnel. */
export const zoneWords = (zone: Zone | null): string => (zone === null ? '' : ZONE_WORDS[zone]);

/** The ends of the values, by name, as a heading: `Values run from 66.1% (NHS Bury CCG) to 97.2% (2 CCGs)`. */
export function ends(spread: Spread): string {
  const metric = metricOfSpread(spread);
  const { min, max } = spread.variation;
  if (min === null || max === null) return `No ${areasNoun(spread.query.level, 1)} has a figure`;
  const at = (value: number) => {
    const there = spread.areas.filter((each) => each.value === value);
    const [first] = there;
    return there.length === 1 && first ? first.name : `${there.length} ${areasNoun(spread.query.level, 2)}`;
  };
  if (min === max) return `All stand at ${formatValue(metric, min)}`;
  return `Values run from ${formatValue(metric, min)} (${at(min)}) to ${formatValue(metric, max)} (${at(max)})`;
}

/** How much of the variation between CCGs lies between their Alliances; the reason where that cannot be told. */
export function betweenWords({ between, betweenReason }: Spread): string {
  if (between === null) return betweenReason ?? '';
  const share = Math.round(100 * between);
  return `${share}% of the variation between CCGs lies between Alliances, ${100 - share}% within them.`;
}

/** The most beside the least deprived fifth, and whether their intervals overlap; the reason where there are none. */
export function fifthsWords(spread: Spread): string {
  if (spread.illustrative) return '';
  const metric = metricOfSpread(spread);
  const most = spread.fifths.find(({ fifth }) => fifth === 1);
  const least = spread.fifths.find(({ fifth }) => fifth === 5);
  if (most?.value == null || least?.value == null) return spread.fifthsReason ?? '';
  const many = areasNoun(spread.query.level, 2);
  const [one, other] = [formatValue(metric, most.value), formatValue(metric, least.value)];
  const said =
    one === other
      ? `stand at ${one}, as do those of the least deprived fifth`
      : `stand at ${one}, those of the least deprived fifth at ${other}`;
  return `The ${many} of the most deprived fifth ${said}${overlap(most, least)}.`;
}

type Ends = { lower: number | null; upper: number | null };

function overlap(one: Ends, other: Ends): string {
  if (one.lower === null || one.upper === null || other.lower === null || other.upper === null) return '';
  const meet = one.lower <= other.upper && other.lower <= one.upper;
  return meet ? '; their 95% intervals overlap' : '; their 95% intervals do not overlap';
}
