import gammainc from '@stdlib/math-base-special-gammainc';
import { type Counts, pooled, sum, summed } from './arithmetic.ts';
import { type BinomialTable, binomialTable, drawer } from './binomial.ts';
import { betweenVariance } from './overdispersion.ts';
import { quantiles } from './quantile.ts';
import { uniform } from './ranks.ts';
import { Z95 } from './wilson.ts';

type Unit = Counts | { value: number; lower?: number | null; upper?: number | null };

/** What a heterogeneity is held against: its distribution for large counts, or draws. */
type Reference = 'chi-squared' | 'simulated';

const NONE = { q: null, df: null, byChance: null, i2: null, tau: null };
const SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

/**
 * How far units differ: quantiles (R's type 7, unweighted; null for no units) and, beyond chance, the heterogeneity `q`
 * with its degrees of freedom and its mean by chance alone, `i2`, the share of it beyond that mean (0 to 1; Higgins and
 * Thompson 2002, Statistics in Medicine 21:1539), and `tau`, the standard deviation between units (DerSimonian and Laird
 * 1986). Of counts q is Pearson's chi-squared about the pooled proportion, whose mean by chance, the people and those
 * counted given, is (k - 1) N / (N - 1), and tau is on the arcsine scale; of values with 95% intervals q is Cochran's and
 * tau in their own unit. All null with the `reason` where units have neither.
 */
export function spreadOf(units: readonly Unit[]) {
  const values = units.map((unit) => (counted(unit) ? unit.numerator / unit.denominator : unit.value));
  const [min = null, p10 = null, p25 = null, median = null, p75 = null, p90 = null, max = null] =
    values.length === 0 ? [] : quantiles(values, SHARES);
  const found = heterogeneity(units);
  const reason = typeof found === 'string' ? found : null;
  return { min, p10, p25, median, p75, p90, max, ...(typeof found === 'string' ? NONE : found), reason };
}

/**
 * As `spreadOf`, and whether chance alone would give as much: `pValue`, and the `reference` it was read from. Of counts
 * that is the chi-squared distribution where 5 or more are expected to have the outcome, and to lack it, in every unit;
 * else 2,000 draws of binomials at the pooled proportion (Hoaglin 2016, Statistics in Medicine 35:485, on why).
 */
export function variation(units: readonly Unit[]) {
  const found = spreadOf(units);
  const { q, df } = found;
  if (q === null || df === null) return { ...found, pValue: null, reference: null };
  const counts = units.filter(counted);
  const isSmall = counts.length > 0 && df > 0 && !hasManyExpected(counts);
  const reference: Reference = isSmall ? 'simulated' : 'chi-squared';
  if (isSmall) return { ...found, pValue: simulatedTail(counts, q), reference };
  // The upper tail itself: one minus the lower would be 0 long before it is.
  return { ...found, pValue: df === 0 || q === 0 ? 1 : gammainc(q / 2, df / 2, true, true), reference };
}

const counted = (unit: Unit): unit is Counts => 'numerator' in unit;

/** The heterogeneity of units, or why there is none. */
function heterogeneity(units: readonly Unit[]) {
  if (units.length === 0) return 'there are no figures';
  const counts = units.filter(counted);
  if (counts.length === units.length) return ofCounts(counts);
  if (counts.length > 0) return 'some figures have counts and others have none';

  const estimates: Estimate[] = [];
  for (const unit of units) {
    if (counted(unit) || typeof unit.lower !== 'number' || typeof unit.upper !== 'number')
      return 'figures have neither counts nor intervals';
    if (!(unit.upper > unit.lower)) return 'a figure has an interval without width';
    estimates.push({ value: unit.value, weight: ((2 * Z95) / (unit.upper - unit.lower)) ** 2 });
  }
  return ofEstimates(estimates);
}

const beyond = (q: number, byChance: number) => (q > byChance ? (q - byChance) / q : 0);

function ofCounts(counts: readonly Counts[]) {
  const { numerator, denominator } = summed(counts);
  const overall = numerator / denominator;
  const df = counts.length - 1;
  if (df === 0 || numerator === 0 || numerator === denominator)
    return { q: 0, df, byChance: df, i2: 0, tau: 0 };
  const squares = counts.map((unit) => (unit.numerator - unit.denominator * overall) ** 2 / unit.denominator);
  const all = sum(squares) / (overall * (1 - overall));
  // What rounding alone leaves of units that are all alike.
  const q = all < 1e-9 ? 0 : all;
  const byChance = denominator > 1 ? (df * denominator) / (denominator - 1) : df;
  const weights = counts.map((unit) => 4 * unit.denominator);
  return { q, df, byChance, i2: beyond(q, byChance), tau: Math.sqrt(betweenVariance(q, weights, byChance)) };
}

type Estimate = { value: number; weight: number };

/** Chi-squared heterogeneity of estimates about their weighted mean, and what follows from it. */
function ofEstimates(estimates: readonly Estimate[]) {
  const weights = estimates.map(({ weight }) => weight);
  const centre = sum(estimates.map(({ value, weight }) => value * weight)) / sum(weights);
  const q = sum(estimates.map(({ value, weight }) => weight * (value - centre) ** 2));
  const df = estimates.length - 1;
  return { q, df, byChance: df, i2: beyond(q, df), tau: Math.sqrt(betweenVariance(q, weights)) };
}

const FEW = 5;

/** Whether so many are expected to have the outcome, and to lack it, in every unit that chi-squared's distribution serves. */
function hasManyExpected(counts: readonly Counts[]): boolean {
  const overall = pooled(counts);
  const rarer = Math.min(overall, 1 - overall);
  return counts.every(({ denominator }) => denominator * rarer >= FEW);
}

const DRAWS = 2000;
const SEED = 20171130;

/** People as trials: half a patient is rounded to a whole one. */
const trialsOf = (denominator: number) => Math.max(1, Math.round(denominator));

/** The distribution for each size there is, once. */
function tablesOf(sizes: readonly number[], overall: number): Map<number, BinomialTable> {
  const tables = new Map<number, BinomialTable>();
  for (const size of sizes) {
    const trials = trialsOf(size);
    if (!tables.has(trials)) tables.set(trials, binomialTable(trials, overall));
  }
  return tables;
}

/**
 * The chance of a heterogeneity of `q` or more between units of these sizes that are all alike: (1 + draws that reach it)
 * over (1 + draws). Each draw stands about its own pooled proportion, as the figures do. Seeded.
 */
function simulatedTail(counts: readonly Counts[], q: number): number {
  const next = uniform(SEED);
  const tables = tablesOf(
    counts.map(({ denominator }) => denominator),
    pooled(counts),
  );
  const trials = Float64Array.from(counts, ({ denominator }) => trialsOf(denominator));
  const draw = drawer(Array.from(trials, (each) => tables.get(each) as BinomialTable));
  const people = sum([...trials]);
  const target = q * (1 - 1e-9);
  let reached = 0;
  for (let i = 0; i < DRAWS; i++) {
    let outcomes = 0;
    let squares = 0;
    for (let unit = 0; unit < trials.length; unit++) {
      const x = draw(unit, next());
      outcomes += x;
      squares += (x * x) / (trials[unit] as number);
    }
    const overall = outcomes / people;
    const between =
      overall > 0 && overall < 1 ? (squares - outcomes * overall) / (overall * (1 - overall)) : 0;
    if (between >= target) reached++;
  }
  return (1 + reached) / (1 + DRAWS);
}

/** A standard deviation on the arcsine scale as one of proportions about `centre` (0 to 1), by the delta method. */
export const tauInUnits = (tau: number, centre: number): number => 2 * tau * Math.sqrt(centre * (1 - centre));

/** Into how many parts 0 to 1 is cut to find where a decile lies. */
const PARTS = 4096;

/**
 * The first and last deciles that proportions of units with these denominators would have if all were alike and only
 * chance differed: those of the mixture of their binomial distributions (the smallest proportion that a tenth, or nine
 * tenths, reach or fall short of). Throws a RangeError where there is no denominator, or one not above 0.
 */
export function chanceSpread(overall: number, denominators: readonly number[]): { p10: number; p90: number } {
  if (!(overall >= 0 && overall <= 1))
    throw new RangeError(`overall is ${overall}: a proportion from 0 to 1 is needed`);
  if (denominators.length === 0 || !denominators.every((n) => n > 0 && Number.isFinite(n)))
    throw new RangeError('denominators above 0 are needed, at least one');
  if (overall === 0 || overall === 1) return { p10: overall, p90: overall };

  const tables = tablesOf(denominators, overall);
  const units = new Map<number, number>();
  for (const n of denominators) units.set(trialsOf(n), (units.get(trialsOf(n)) ?? 0) + 1);
  const weight = new Float64Array(PARTS);
  for (const [trials, { first, probabilities }] of tables)
    for (let i = 0; i < probabilities.length; i++) {
      const part = partOf((first + i) / trials);
      weight[part] = (weight[part] as number) + (units.get(trials) as number) * (probabilities[i] as number);
    }
  const decile = (tenths: number) => {
    // Rounding must not push a decile past the proportion that just reaches it.
    const wanted = (tenths / 10) * denominators.length * (1 - 1e-12);
    let passed = 0;
    let part = 0;
    while (part < PARTS - 1 && passed + (weight[part] as number) < wanted) {
      passed += weight[part] as number;
      part++;
    }
    const inside: { value: number; weight: number }[] = [];
    for (const [trials, { first, probabilities }] of tables) {
      const from = Math.max(0, Math.floor((part / PARTS) * trials) - first - 1);
      const until = Math.min(probabilities.length - 1, Math.ceil(((part + 1) / PARTS) * trials) - first + 1);
      for (let i = from; i <= until; i++) {
        const value = (first + i) / trials;
        if (partOf(value) === part)
          inside.push({ value, weight: (probabilities[i] as number) * (units.get(trials) as number) });
      }
    }
    inside.sort((one, other) => one.value - other.value);
    for (const { value, weight: own } of inside) {
      passed += own;
      if (passed >= wanted) return value;
    }
    return inside.at(-1)?.value ?? overall;
  };
  return { p10: decile(1), p90: decile(9) };
}

const partOf = (proportion: number) => Math.min(PARTS - 1, Math.floor(proportion * PARTS));
