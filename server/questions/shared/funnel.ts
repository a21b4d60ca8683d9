import {
  type Funnel,
  type Outside,
  type SpreadQuery,
  ZONES,
  type Zone,
} from '../../../data/contract/index.ts';
import type { Metric } from '../../../data/metrics/index.ts';
import { formatValue } from '../../../data/text/format.ts';
import { areasNoun, hasHave } from '../../../data/text/words.ts';
import {
  adjustedLimits,
  agreedLimits,
  exactLimits,
  funnelGrid,
  funnelLimits,
  type Limits,
  outer,
  zoneOf,
} from '../../stats/funnel.ts';
import { overdispersion } from '../../stats/overdispersion.ts';
import { isCounted, type Row } from './figures.ts';

type Level = SpreadQuery['level'];
type Zones = { zone: Zone; adjustedZone: Zone };

/** What limits stand around: a value and its name, or why there is none. */
type Around = { name: string; value: number | null; why: string };
type Method = NonNullable<SpreadQuery['limits']>;

const FEWEST = 10;
/** Below this many people expected on the rarer side the normal approximation is poor. */
const ROUGH = 10;

/** Why no funnel can be drawn, without the last words, which are the same for all; null where it can. */
function whyNoFunnel(rows: readonly Row[], metric: Metric, level: Level, around: Around): string | null {
  const { label, kind } = metric;
  const one = areasNoun(level, 1);
  if (kind === 'index' && rows.every(({ lower }) => lower === null))
    return `${label} is an index without a published precision by ${one}: binomial limits do not hold for it`;
  if (kind === 'score')
    return `${label} is published as a whole percentage without counts: binomial limits do not hold for it`;
  if (kind !== 'proportion')
    return `${label} is ${kind === 'index' ? 'an' : 'a'} ${kind}, not a share of counted people: binomial limits do not hold for it`;
  const counted = rows.filter(isCounted).length;
  if (counted === 0 && rows.some(({ value }) => value !== null))
    return `${label} is published by ${one} without counts, from which limits are made`;
  if (counted < FEWEST)
    return `A funnel needs at least ${FEWEST} areas with a figure: ${counted === 0 ? 'none has' : `${counted} ${areasNoun(level, counted)} ${hasHave(counted)}`} one`;
  if (around.value === null) return `Limits have nothing to stand around. ${around.why.replace(/\.$/, '')}`;
  if (!(around.value > 0 && around.value < 1))
    return `The benchmark, ${around.name}, is at ${formatValue(metric, around.value)}: limits around it have no width`;
  return null;
}

const outsideOf = (zones: readonly Zone[]): Outside => {
  const count = Object.fromEntries(ZONES.map((zone) => [zone, zones.filter((each) => each === zone).length]));
  const { 'low-998': low998 = 0, 'low-95': low = 0, 'high-95': high = 0, 'high-998': high998 = 0 } = count;
  return {
    low95: low + low998,
    high95: high + high998,
    outside95: low + low998 + high + high998,
    low998,
    high998,
    outside998: low998 + high998,
  };
};

/** Limits by number of people, each reckoned once: many areas and marks of a funnel have the same, each in several ways. */
function once(limitsOf: (people: number) => Limits): (people: number) => Limits {
  const known = new Map<number, Limits>();
  return (people) => {
    const limits = known.get(people) ?? limitsOf(people);
    known.set(people, limits);
    return limits;
  };
}

/** Exact limits by number of people; of part of a person, which some publishers count, of whole people. */
const exactAround = (centre: number) => (people: number) =>
  exactLimits(centre, Math.max(1, Math.round(people)));

type Asked = { level: Level; around: Around; method: Method };

/**
 * The limits of a level's figures around a benchmark; the reason in words where binomial limits do not hold. They are
 * widened on the arcsine scale by the variance between areas beyond chance, and never drawn in: no area is inside the
 * limits and outside the widened ones. Spiegelhalter (2005), Statistics in Medicine 24:1185.
 */
function limitsOf(rows: readonly Row[], metric: Metric, { level, around, method }: Asked) {
  const why = whyNoFunnel(rows, metric, level, around);
  if (why !== null || around.value === null) return { reason: `${why}. No funnel is drawn.` };
  const centre = around.value;
  const units = rows.filter(isCounted);
  const { phi, tau2 } = overdispersion(units, centre);
  const exact = once(exactAround(centre));
  const plain = method === 'exact' ? exact : once((n) => agreedLimits(centre, n));
  const adjusted = (n: number): Limits | null => (tau2 > 0 ? adjustedLimits(centre, n, tau2) : null);
  const widened = (n: number): Limits => {
    const wider = adjusted(n);
    return wider ? outer(plain(n), wider) : plain(n);
  };
  return { reason: null, centre, units, phi, tau2, exact, plain, adjusted, widened };
}

const SIDES: Partial<Record<Zone, 'low' | 'high'>> = { 'low-998': 'low', 'high-998': 'high' };

/**
 * The areas beyond the widened 99.8% limits of `funnelOf`, and on which side, of how many; the reason in words where there
 * are no limits. The exact limits, which take the longest, are reckoned only of areas beyond those that are quick to tell.
 */
export function farthest(
  rows: readonly Row[],
  metric: Metric,
  asked: Asked,
): { sides: ReadonlyMap<string, 'low' | 'high'> | null; of: number; reason: string | null } {
  const found = limitsOf(rows, metric, asked);
  if (found.reason !== null) return { sides: null, of: 0, reason: found.reason };
  const { centre, units, adjusted, widened } = found;
  const isBeyond = (value: number, limits: Limits | null) => !limits || zoneOf(value, limits) in SIDES;
  const sides = units.flatMap(({ area, value, denominator }): [string, 'low' | 'high'][] => {
    const score = asked.method === 'score' ? funnelLimits(centre, denominator) : null;
    if (![adjusted(denominator), score].every((limits) => isBeyond(value, limits))) return [];
    const side = SIDES[zoneOf(value, widened(denominator))];
    return side ? [[area, side]] : [];
  });
  return { sides: new Map(sides), of: units.length, reason: null };
}

/**
 * The funnel of a level's figures around a benchmark, and where each area lies in it, by id; both empty, with the reason
 * in words, where binomial limits do not hold.
 */
export function funnelOf(
  rows: readonly Row[],
  metric: Metric,
  asked: Asked,
): { funnel: Funnel | null; funnelReason: string | null; zonesOf: ReadonlyMap<string, Zones> } {
  const found = limitsOf(rows, metric, asked);
  if (found.reason !== null) return { funnel: null, funnelReason: found.reason, zonesOf: new Map() };
  const { centre, units, phi, tau2, exact, plain, widened } = found;
  const { method } = asked;
  const zones = units.map(
    ({ value, denominator }): Zones => ({
      zone: zoneOf(value, plain(denominator)),
      adjustedZone: zoneOf(value, widened(denominator)),
    }),
  );
  const sizes = units.map(({ denominator }) => denominator);
  const grid = funnelGrid(Math.min(...sizes), Math.max(...sizes));
  const funnel: Funnel = {
    centre,
    method,
    limits: grid.map((denominator) => ({ denominator, ...plain(denominator) })),
    adjusted: grid.map((denominator) => ({ denominator, ...widened(denominator) })),
    areas: units.length,
    expected95: 0.05 * units.length,
    expected998: 0.002 * units.length,
    before: outsideOf(zones.map(({ zone }) => zone)),
    after: outsideOf(zones.map(({ adjustedZone }) => adjustedZone)),
    exact: outsideOf(units.map(({ value, denominator }) => zoneOf(value, exact(denominator)))),
    phi,
    tau2,
    tau: Math.sqrt(tau2),
    rough: sizes.filter((n) => n * Math.min(centre, 1 - centre) < ROUGH).length,
  };
  return {
    funnel,
    funnelReason: null,
    zonesOf: new Map(units.map(({ area }, i) => [area, zones[i] as Zones])),
  };
}
