import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../../../server/dataset/root.ts';

/** The statistics of a spread, written out a second time and plainly, from the figures as they lie in git. */

export type Counts = { area: string; x: number; n: number };
type Limits = readonly [low95: number, high95: number, low998: number, high998: number];

const Z95 = 1.959963984540054;
const Z998 = 3.090232306167813;

const MONTHS = /^(2016-(0[4-9]|1[0-2])|2017-0[1-3])$/;

/** A waiting time of 2016/17: England's twelve months, and those of each CCG of December 2016 that has all twelve. */
export function waits2016(metric: string): { england: Counts; ccgs: Counts[] } {
  const text = gunzipSync(readFileSync(path.join(ROOT, 'data/figures/waits.csv.gz'))).toString();
  const sums = new Map<string, Counts & { months: number }>();
  for (const line of text.split('\n')) {
    const [id, area = '', period = '', group, x, n] = line.split(',');
    if (id !== metric || group !== 'all' || !MONTHS.test(period)) continue;
    const sum = sums.get(area) ?? { area, x: 0, n: 0, months: 0 };
    sums.set(area, { area, x: sum.x + Number(x), n: sum.n + Number(n), months: sum.months + 1 });
  }
  const ccgs = deprivation().flatMap(({ area }) => sums.get(area) ?? []);
  const england = sums.get('england');
  if (england?.months !== 12) throw new Error('England has not twelve months');
  return { england, ccgs: ccgs.filter(({ months }) => months === 12) };
}

/** The CCGs of Annex i with their population and deprivation score, in the order of their codes. */
export function deprivation() {
  const [, ...lines] = readFileSync(path.join(ROOT, 'data/geography/ccgs.csv'), 'utf8').trim().split('\n');
  return lines
    .map((line) => {
      const cells = [...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map(([, cell = '']) => cell);
      return { area: cells[0] ?? '', population: Number(cells[4]), score: Number(cells[5]) };
    })
    .sort((a, b) => (a.area < b.area ? -1 : 1));
}

const total = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + (at % 1) * ((sorted[Math.ceil(at)] ?? Number.NaN) - low);
}

const angle = (p: number) => Math.asin(Math.sqrt(p));

/** Winsorised z-scores on the arcsine scale: phi and tau squared about a centre. */
export function spreadAbout(centre: number, units: readonly Counts[]) {
  const z = units.map(({ x, n }) => (angle(x / n) - angle(centre)) * Math.sqrt(4 * n));
  const [low, high] = [quantile(z, 0.1), quantile(z, 0.9)];
  const phi = total(z.map((each) => Math.max(low, Math.min(high, each)) ** 2)) / z.length;
  const w = units.map(({ n }) => 4 * n);
  const spare = total(w) - total(w.map((each) => each ** 2)) / total(w);
  return { phi, tau2: Math.max(0, (z.length * phi - (z.length - 1)) / spare) };
}

/** Pearson's chi-squared about the pooled proportion, and what follows from it. */
export function heterogeneity(units: readonly Counts[]) {
  const people = total(units.map(({ n }) => n));
  const overall = total(units.map(({ x }) => x)) / people;
  const q = total(units.map(({ x, n }) => (x - n * overall) ** 2 / (n * overall * (1 - overall))));
  const df = units.length - 1;
  const byChance = (df * people) / (people - 1);
  const w = units.map(({ n }) => 4 * n);
  const tau2 = (q - byChance) / (total(w) - total(w.map((each) => each ** 2)) / total(w));
  return { q, df, i2: 1 - byChance / q, tau: Math.sqrt(tau2) };
}

export function scoreLimits(centre: number, n: number): Limits {
  const error = Math.sqrt((centre * (1 - centre)) / n);
  return [centre - Z95 * error, centre + Z95 * error, centre - Z998 * error, centre + Z998 * error];
}

export function widenedLimits(centre: number, n: number, tau2: number): Limits {
  const at = (z: number) => {
    const turned = angle(centre) + z * Math.sqrt(1 / (4 * n) + tau2);
    return Math.sin(Math.min(Math.PI / 2, Math.max(0, turned))) ** 2;
  };
  return [at(-Z95), at(Z95), at(-Z998), at(Z998)];
}

/** By adding up the binomial distribution, count by count, from each end. */
export function exactLimits(centre: number, n: number): Limits {
  const lower = (p: number) => {
    let log = n * Math.log(1 - p);
    let passed = 0;
    const found = new Map<number, number>();
    for (let r = 0; r <= n; r++) {
      const share = Math.exp(log);
      passed += share;
      for (const q of [0.025, 0.001])
        if (passed >= q && !found.has(q)) found.set(q, Math.max(0, (r - (passed - q) / share) / n));
      log += Math.log((n - r) / (r + 1)) + Math.log(p / (1 - p));
    }
    return (q: number) => found.get(q) ?? Number.NaN;
  };
  const [inTime, late] = [lower(centre), lower(1 - centre)];
  return [inTime(0.025), 1 - late(0.025), inTime(0.001), 1 - late(0.001)];
}

/** How many units lie beyond their limits. */
/** The outer of two pairs of limits. */
export const outerLimits = (one: Limits, other: Limits): Limits => [
  Math.min(one[0], other[0]),
  Math.max(one[1], other[1]),
  Math.min(one[2], other[2]),
  Math.max(one[3], other[3]),
];

export function outside(units: readonly Counts[], limits: (n: number) => Limits) {
  const count = (beyond: (value: number, at: Limits) => boolean) =>
    units.filter(({ x, n }) => beyond(x / n, limits(n))).length;
  const low95 = count((value, [limit]) => value < limit);
  const high95 = count((value, [, limit]) => value > limit);
  const low998 = count((value, [, , limit]) => value < limit);
  const high998 = count((value, [, , , limit]) => value > limit);
  return {
    low95,
    high95,
    outside95: low95 + high95,
    low998,
    high998,
    outside998: low998 + high998,
  };
}

/** Omega squared of groups, units weighted by their people. */
export function omegaSquared(groups: readonly (readonly Counts[])[]) {
  const pooled = (units: readonly Counts[]) =>
    total(units.map(({ x }) => x)) / total(units.map(({ n }) => n));
  const overall = pooled(groups.flat());
  const around = (units: readonly Counts[]) => total(units.map(({ x, n }) => n * (x / n - overall) ** 2));
  const aroundOwn = (units: readonly Counts[]) =>
    total(units.map(({ x, n }) => n * (x / n - pooled(units)) ** 2));
  const between = groups.map((units) => total(units.map(({ n }) => n)) * (pooled(units) - overall) ** 2);
  const [within, all] = [total(groups.map((units) => aroundOwn(units))), around(groups.flat())];
  const mean = within / (groups.flat().length - groups.length);
  return (total(between) - (groups.length - 1) * mean) / (all + mean);
}
