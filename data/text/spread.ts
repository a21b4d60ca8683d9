import type { Snapshot, Spread, SpreadArea, SpreadPoint, Zone } from '../contract/index.ts';
import { type Metric, metric as metricOf } from '../metrics/index.ts';
import { endOf } from '../periods.ts';
import { SOURCES, type SourceId } from '../sources.ts';
import { namedAll } from './approximation.ts';
import { inferredPeriod } from './figure.ts';
import { formatValue, gapWords, shareWords } from './format.ts';
import { areasNoun, periodBrief } from './words.ts';

const metricIn = ({ query }: { query: Pick<Spread['query'], 'metric'> }): Metric => metricOf(query.metric);

/** What a spread says, in a few neutral sentences. */
export function spreadFinding(spread: Spread): string[] {
  const stillOutside = spread.funnel && spread.funnel.tau2 > 0 ? widenedLimitsWords(spread) : '';
  return [
    middleWords(spread),
    furtherThanChance(spread),
    beyondChance(spread),
    stillOutside,
    spreadChange(spread),
    inferredPeriod(spread.areas),
  ].filter((sentence) => sentence !== '');
}

/** Where the middle eight in ten lie, or all of them where they are fewer than ten, and the benchmark beside them. */
export function middleWords(spread: Spread): string {
  const metric = metricIn(spread);
  const { areas, min, p10, p90, max } = spread.variation;
  const period = periodBrief(spread.query.period);
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
  return `In ${period}, ${who} ${namedAll(where, spread.areas, metric)}${besides(spread, metric)}.`;
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

type Evidence = 'strong' | 'moderate' | 'weak' | 'none';

/** From which p-value and share beyond chance (I², Higgins and others 2003, BMJ 327:557) there is evidence of what strength. */
const FROM = { weak: 0.05, moderate: 0.25, strong: 0.5, strongBelow: 0.001 } as const;

/**
 * How strong the evidence is that areas differ by more than chance: `none` where the p-value is 0.05 or more, else by the
 * share of the variation that is beyond chance (0 to 1). Null where neither can be told.
 */
export function evidenceOf({ i2, pValue }: Pick<Spread['variation'], 'i2' | 'pValue'>): Evidence | null {
  if (i2 === null || pValue === null) return null;
  if (pValue >= FROM.weak) return 'none';
  if (i2 < FROM.moderate) return 'weak';
  return i2 >= FROM.strong && pValue < FROM.strongBelow ? 'strong' : 'moderate';
}

/** The evidence of variation as a heading: `Evidence of variation: strong`; why there is none to name. */
export function evidenceWords({ variation }: Pick<Spread, 'variation'>): string {
  const evidence = evidenceOf(variation);
  return evidence === null
    ? `Evidence of variation: cannot be told, as ${variation.reason ?? 'there are too few figures'}`
    : `Evidence of variation: ${evidence}`;
}

/** The rule of the word. */
export const EVIDENCE_RULE = `None: chance alone gives as much in ${100 * FROM.weak}% of cases or more (p ${FROM.weak} or above). Weak: less than ${100 * FROM.moderate}% of the variation is beyond chance (I²). Moderate: ${100 * FROM.moderate}% or more. Strong: ${100 * FROM.strong}% or more, and p below ${FROM.strongBelow}. It says how sure it is that areas differ, not how far apart they lie, nor why.`;

/** A p-value as it is printed: `p < 0.001`, `p = 0.21`. */
export const pWords = (p: number) => (p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.095 ? 3 : 2)}`);

/** What remains outside once the limits allow for the variation that is found everywhere. */
export function widenedLimitsWords({ funnel, query }: Spread): string {
  if (!funnel) return '';
  if (funnel.tau2 === 0) return 'No over-dispersion is found, so widening the limits for it changes nothing.';
  const { outside998 } = funnel.after;
  const left =
    outside998 === 0
      ? `no ${areasNoun(query.level, 1)} lies`
      : `${outside998} ${areasNoun(query.level, outside998)} still ${lies(outside998)}`;
  return `With the limits widened for the scatter found among all of them, ${left} outside.`;
}

/** How the exact binomial limits would count, where score limits are rough; else empty. */
export function exactLimitsWords({ funnel, query }: Spread): string {
  if (!funnel || funnel.rough === 0 || funnel.method === 'exact') return '';
  const { rough, exact, areas } = funnel;
  const who = rough === areas ? 'every' : `${rough} of the ${areas}`;
  return `In ${who} ${areasNoun(query.level, rough === areas ? 1 : areas)} fewer than ten are expected on the rarer side, where the score limits are rough and exact chance has to agree. By exact binomial limits alone ${exact.outside998} ${lies(exact.outside998)} outside the 99.8% limits, and ${exact.outside95} outside the 95% limits.`;
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

type Valued = {
  areas: readonly Pick<SpreadArea, 'name' | 'value'>[];
  query: Pick<Snapshot['query'], 'metric' | 'level'>;
};

/** The ends of the values, by name, as a heading: `Values run from 66.1% (NHS Bury CCG) to 97.2% (2 CCGs)`. */
export function endsHeading({ areas, query }: Valued): string {
  const metric = metricIn({ query });
  const values = areas.flatMap(({ value }) => value ?? []);
  const [min, max] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0) return `No ${areasNoun(query.level, 1)} has a figure`;
  const at = (value: number) => {
    const there = areas.filter((each) => each.value === value);
    const [first] = there;
    return there.length === 1 && first ? first.name : `${there.length} ${areasNoun(query.level, 2)}`;
  };
  const words =
    min === max
      ? `All stand at ${formatValue(metric, min)}`
      : `Values run from ${formatValue(metric, min)} (${at(min)}) to ${formatValue(metric, max)} (${at(max)})`;
  return namedAll(words, areas, metric);
}

/** ω² as a whole percentage; one below 0 is none. */
const omegaWords = (share: number) => `${Math.max(0, Math.round(100 * share))}%`;

/** Whether areas dealt out at random to Alliances would seldom give as much variation between these. */
const isBeyondChance = ({ pValue }: { pValue: number }) => pValue < 0.05;

/** How much of the variation between CCGs or ICBs lies between their Alliances; the reason where that cannot be told. */
export function betweenWords({ between, betweenReason, query }: Spread): string {
  if (between === null) return betweenReason ?? '';
  const many = areasNoun(query.level, 2);
  return isBeyondChance(between)
    ? `${omegaWords(between.omegaSquared)} of the variation between ${many} lies between Alliances, the rest within them.`
    : `No more of the variation between ${many} lies between Alliances than chance would put there.`;
}

/** What that rests on: ω², what chance gives, and where an area of two Alliances is counted; the empty text without it. */
export function betweenBasis({ between, betweenReason, query }: Spread): string {
  if (between === null) return '';
  const { omegaSquared, chance, pValue, units, groups } = between;
  const many = areasNoun(query.level, 2);
  const dealt = `${units} ${many} dealt out at random to the ${groups} Alliances would give ${omegaWords(chance)} on average`;
  const words = `ω² is ${omegaWords(omegaSquared)}, each of the ${many} weighted by its people; ${dealt} (${pWords(pValue)}).`;
  return [words, betweenReason ?? ''].filter(Boolean).join(' ');
}

/** The most beside the least deprived fifth, and whether their intervals overlap; the reason where there are none. */
export function fifthsWords(spread: Spread): string {
  const metric = metricIn(spread);
  const most = spread.fifths.find(({ fifth }) => fifth === 1);
  const least = spread.fifths.find(({ fifth }) => fifth === 5);
  if (most?.value == null || least?.value == null) return spread.fifthsReason ?? '';
  const many = areasNoun(spread.query.level, 2);
  const [one, other] = [formatValue(metric, most.value), formatValue(metric, least.value)];
  const said =
    one === other
      ? `stand at ${one}, as do those of the least deprived fifth`
      : `stand at ${one}, those of the least deprived fifth at ${other}`;
  const both = namedAll(said, [most, least], metric);
  return `The ${many} of the most deprived fifth ${both}${overlap(most, least)}.`;
}

type Ends = { lower: number | null; upper: number | null };

function overlap(one: Ends, other: Ends): string {
  if (one.lower === null || one.upper === null || other.lower === null || other.upper === null) return '';
  const meet = one.lower <= other.upper && other.lower <= one.upper;
  return meet ? '; their 95% intervals overlap' : '; their 95% intervals do not overlap';
}

/** How many breaks lie at or before a period: figures of one part are comparable with one another. */
const partOf = (period: string, { breaks }: Spread) =>
  breaks.filter(({ from }) => from <= endOf(period)).length;

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

/**
 * A gap in one period and in another, without a word for its change, which is not tested: `The gap … was 12.6 points in
 * 2015/16, 15.7 points in 2016/17`.
 */
function gapThenAndNow(spread: Spread, first: SpreadPoint, now: SpreadPoint): string {
  const metric = metricIn(spread);
  const at = (point: SpreadPoint) => `${gapWords(metric, width(point))} in ${periodBrief(point.period)}`;
  return `The ${GAP} was ${at(first)}, ${at(now)}${sizes(spread, first, now)}.`;
}

/** How many areas there were, where their number has changed: mergers alone change a spread. */
function sizes({ query: { level } }: Spread, first: SpreadPoint, now: SpreadPoint): string {
  if (first.areas === now.areas) return '';
  return ` (${first.areas} ${areasNoun(level, first.areas)}, then ${now.areas})`;
}

const GAP = 'gap between the 10th and the 90th percentile';

/** How the spread has changed since the first comparable period; empty where that cannot be said. */
export function spreadChange(spread: Spread): string {
  const found = compared(spread);
  if (!found || found.first.period === found.now.period) return '';
  const { first, now } = found;
  return gapThenAndNow(spread, first, now);
}

/** How the spread changed over the longest run of comparable periods; empty where no two are comparable. */
export function longestSpreadChange(spread: Spread): string {
  const points = spread.overTime.filter(known);
  const parts = [...new Set(points.map(({ period }) => partOf(period, spread)))];
  const [longest] = parts
    .map((part) => points.filter(({ period }) => partOf(period, spread) === part))
    .sort((one, other) => other.length - one.length);
  const [first, last] = [longest?.[0], longest?.at(-1)];
  if (!first || !last || first === last) return '';
  return gapThenAndNow(spread, first, last);
}

/** What chance alone would have given in the two periods that `spreadChange` compares; empty where that is not known. */
export function spreadChangeByChance(spread: Spread): string {
  const found = compared(spread);
  if (!found?.first.chance || !found.now.chance || found.first.period === found.now.period) return '';
  const metric = metricIn(spread);
  const { first, now } = found;
  return `Chance alone, for ${areasNoun(spread.query.level, 2)} of their sizes, would have given ${gapWords(metric, width(found.first.chance))} in ${periodBrief(first.period)} and ${gapWords(metric, width(found.now.chance))} in ${periodBrief(now.period)}.`;
}

const FILLS: Partial<Record<SourceId, string>> = {
  'ons-survival':
    'The later yearly releases of the Index of cancer survival for Clinical Commissioning Groups (Office for National Statistics) would fill it.',
  'nhs-choices-mortality':
    'Indicator 1.9 by CCG of the CCG Outcomes Indicator Set (NHS Digital), which holds several years, would fill it.',
  qof: 'The prevalence tables by CCG of the other years of the Quality and Outcomes Framework would fill it.',
};

/** Why no change of the spread can be stated, and which file would fill the gap; empty where one can. */
export function noSpreadChange(spread: Spread): string {
  const source = metricIn(spread).source;
  const fills = FILLS[source] ?? `Further releases of ${SOURCES[source].publication} would fill it.`;
  const periods = spread.overTime.filter(known);
  const [only] = periods;
  if (!only) return `There is no spread to show over time. ${fills}`;
  if (periods.length === 1)
    return `Only one period, ${periodBrief(only.period)}, is published by ${areasNoun(spread.query.level, 1)}, so whether the variation shrinks cannot be said yet. ${fills}`;
  const found = compared(spread);
  if (found && found.first.period === found.now.period)
    return `${periodBrief(found.now.period)} is the first of the periods comparable with it, so no change up to it is stated.`;
  return '';
}

/** One number about a spread: its full-precision value, how it is printed, and what it means in a line. */
export type SpreadNumber = { id: string; name: string; value: number | null; shown: string; meaning: string };

/** The numbers of a spread in the order in which they are explained; those that do not hold are left out. */
export function spreadNumbers(spread: Spread): SpreadNumber[] {
  const metric = metricIn(spread);
  return [...quantiles(spread, metric), ...heterogeneity(spread, metric), ...outside(spread)];
}

function quantiles({ variation, chance, query }: Spread, metric: Metric): SpreadNumber[] {
  const many = areasNoun(query.level, 2);
  const row = (id: string, name: string, value: number | null, meaning: string): SpreadNumber[] =>
    value === null ? [] : [{ id, name, value, shown: formatValue(metric, value), meaning }];
  const gap = (id: string, name: string, low: number | null, high: number | null, meaning: string) =>
    low === null || high === null
      ? []
      : [{ id, name, value: high - low, shown: gapWords(metric, high - low), meaning }];
  return [
    {
      id: 'areas',
      name: `${many} with a figure`,
      value: variation.areas,
      shown: String(variation.areas),
      meaning: 'All numbers below are of these.',
    },
    ...row('median', 'Median', variation.median, `Half of the ${many} lie below it, half above.`),
    ...row('p10', '10th percentile', variation.p10, `A tenth of the ${many} lie below it.`),
    ...row('p90', '90th percentile', variation.p90, `A tenth of the ${many} lie above it.`),
    ...gap(
      'p10_to_p90',
      '10th to 90th percentile',
      variation.p10,
      variation.p90,
      `How far apart the middle eight in ten of the ${many} are.`,
    ),
    ...gap(
      'p10_to_p90_by_chance',
      'The same by chance alone',
      chance?.p10 ?? null,
      chance?.p90 ?? null,
      `How far apart they would be if all ${many} were alike and only chance moved them.`,
    ),
    ...gap(
      'range',
      'Lowest to highest',
      variation.min,
      variation.max,
      `Grows with the number of ${many}, and with small ones among them: no measure of variation by itself.`,
    ),
  ];
}

/** What the p-value of a heterogeneity is read from. */
const REFERENCES = {
  'chi-squared': 'The p-value is read from the chi-squared distribution.',
  simulated:
    'The p-value is read from 2,000 draws of areas of these sizes that are all alike, as fewer than five are expected in some.',
} as const;

function heterogeneity({ variation, funnel }: Spread, metric: Metric): SpreadNumber[] {
  const { i2, pValue, reference, tau, tauInUnits } = variation;
  const rows: SpreadNumber[] = [];
  if (i2 !== null && pValue !== null)
    rows.push({
      id: 'i2',
      name: 'Beyond chance (I²)',
      value: i2,
      shown: `${shareWords(i2)}, ${pWords(pValue)}`,
      meaning: `Share of the variation that chance does not explain. It grows with the number of people, so read it with τ. ${REFERENCES[reference ?? 'chi-squared']}`,
    });
  if (tau !== null)
    rows.push({
      id: 'tau',
      name: 'Between areas (τ)',
      value: tau,
      shown:
        metric.kind === 'proportion'
          ? `${tau.toFixed(3)} (arcsine scale)${tauInUnits === null ? '' : `, about ${gapWords(metric, tauInUnits)}`}`
          : gapWords(metric, tau),
      meaning: 'Standard deviation of what is left when chance is taken away.',
    });
  if (funnel) rows.push(...dispersion(funnel));
  return rows;
}

const dispersion = ({ phi, tau2, tau }: NonNullable<Spread['funnel']>): SpreadNumber[] => [
  {
    id: 'phi',
    name: 'Over-dispersion (φ)',
    value: phi,
    shown: phi.toFixed(2),
    meaning:
      'How many times as far from the centre as chance would put them, squared; extremes are drawn in first, so it reads low.',
  },
  {
    id: 'tau2',
    name: 'Widening of the limits (τ²)',
    value: tau2,
    shown: `${tau2.toFixed(4)} (τ ${tau.toFixed(3)})`,
    meaning: 'Variance added to the limits, on the arcsine scale, when they are widened for over-dispersion.',
  },
];

function outside({ funnel, query }: Spread): SpreadNumber[] {
  if (!funnel) return [];
  const kinds = [
    ['before', funnel.method === 'exact' ? 'exact limits' : 'plain limits', funnel.before],
    ['after', 'limits widened for over-dispersion', funnel.after],
    ...(funnel.method === 'exact' ? [] : [['exact', 'exact binomial limits', funnel.exact] as const]),
  ] as const;
  return kinds.flatMap(([id, name, counts]) => [
    {
      id: `outside_998_${id}`,
      name: `Outside 99.8%, ${name}`,
      value: counts.outside998,
      shown: `${counts.outside998} of ${funnel.areas}`,
      meaning: `${counts.low998} below, ${counts.high998} above; by chance ${funnel.expected998.toFixed(1)} of the ${areasNoun(query.level, 2)}.`,
    },
    {
      id: `outside_95_${id}`,
      name: `Outside 95%, ${name}`,
      value: counts.outside95,
      shown: `${counts.outside95} of ${funnel.areas}`,
      meaning: `${counts.low95} below, ${counts.high95} above; by chance ${funnel.expected95.toFixed(1)}.`,
    },
  ]);
}
