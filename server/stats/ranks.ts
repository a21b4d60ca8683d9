import { Z95 } from './wilson.ts';

/** A place, and the two ends of its plausible range. */
export type Ranked = { value: number; lower: number; upper: number };

type Interval = { lower: number; upper: number };

const DRAWS = 500;
const TAIL = 0.025 * DRAWS;
const SEED = 20161201;
// Places are read off a count of the draws by value, not off a sort: a fifth of the time.
const BINS = 1024;

/** Place of each value, 1 for the best; equal values share the place of the first of them (1, 2, 2, 4). */
export function places(values: readonly number[], best: 'highest' | 'lowest'): number[] {
  const sorted = Float64Array.from(values).sort();
  const first = new Map<number, number>();
  sorted.forEach((value, i) => {
    if (best === 'highest') first.set(value, sorted.length - i);
    else if (!first.has(value)) first.set(value, i + 1);
  });
  return values.map((value) => first.get(value) ?? 0);
}

/**
 * Place of each unit with its plausible range: the middle 95% of the places it takes when every unit is drawn anew 500
 * times from a normal distribution about the centre of its 95% interval (Goldstein and Spiegelhalter 1996, JRSS A
 * 159:385). Seeded: the same units, the same ranges.
 */
export function ranks(
  units: readonly ({ value: number } & Interval)[],
  best: 'highest' | 'lowest',
): Ranked[] {
  const n = units.length;
  if (n === 0) return [];
  const { centre, error } = inBins(units, best);
  const draws = drawTable(n);
  const taken = new Int32Array(n * n);
  const bin = new Int32Array(n);
  const count = new Int32Array(BINS);
  const middle = new Int32Array(BINS);
  for (let draw = 0, at = 0; draw < DRAWS; draw++) {
    count.fill(0);
    for (let i = 0; i < n; i++, at++) {
      const value = (centre[i] as number) + (error[i] as number) * (draws[at] as number);
      const into = binOf(value);
      bin[i] = into;
      count[into] = (count[into] as number) + 1;
    }
    for (let into = 0, before = 0; into < BINS; into++) {
      const inside = count[into] as number;
      middle[into] = before + ((inside - 1) >> 1);
      before += inside;
    }
    for (let i = 0; i < n; i++) {
      const cell = i * n + (middle[bin[i] as number] as number);
      taken[cell] = (taken[cell] as number) + 1;
    }
  }

  const values = places(
    units.map(({ value }) => value),
    best,
  );
  return values.map((value, i) => ranked(value, taken.subarray(i * n, (i + 1) * n)));
}

/**
 * The same place and range for one of the units, from the same draws: what `ranks` gives at `index`, without placing the
 * others. Throws a RangeError where there is no such unit.
 */
export function rankOf(
  units: readonly ({ value: number } & Interval)[],
  index: number,
  best: 'highest' | 'lowest',
): Ranked {
  const n = units.length;
  const unit = units[index];
  if (!unit) throw new RangeError(`index is ${index}: a place from 0 to ${n - 1} is needed`);
  const { centre, error } = inBins(units, best);
  const draws = drawTable(n);
  const taken = new Int32Array(n);
  for (let draw = 0, at = 0; draw < DRAWS; draw++) {
    const drawn = (centre[index] as number) + (error[index] as number) * (draws[at + index] as number);
    const own = binOf(drawn);
    const from = own === 0 ? Number.NEGATIVE_INFINITY : own;
    const until = own === BINS - 1 ? Number.POSITIVE_INFINITY : own + 1;
    let before = 0;
    let through = 0;
    for (let i = 0; i < n; i++, at++) {
      const value = (centre[i] as number) + (error[i] as number) * (draws[at] as number);
      if (value < from) before++;
      if (value < until) through++;
    }
    const place = before + ((through - before - 1) >> 1);
    taken[place] = (taken[place] as number) + 1;
  }
  const isBetter = (value: number) => (best === 'highest' ? value > unit.value : value < unit.value);
  return ranked(1 + units.filter(({ value }) => isBetter(value)).length, taken);
}

/** A place with the middle 95% of the places taken, stretched to hold it. */
function ranked(value: number, taken: Int32Array): Ranked {
  return {
    value,
    lower: Math.min(value, fromEnd(taken, 1)),
    upper: Math.max(value, fromEnd(taken, -1)),
  };
}

/** The place, from one end, at which more than 2.5% of the draws have been passed. */
function fromEnd(taken: Int32Array, step: 1 | -1): number {
  let place = step === 1 ? 0 : taken.length - 1;
  let passed = taken[place] ?? 0;
  while (passed <= TAIL && place + step >= 0 && place + step < taken.length) {
    place += step;
    passed += taken[place] ?? 0;
  }
  return place + 1;
}

let table = new Float64Array(0);

/** The same draws for every question, made once: so many for each of `units`, unit by unit within a draw. */
function drawTable(units: number): Float64Array {
  if (table.length < units * DRAWS) table = normals(units * DRAWS, SEED) as Float64Array<ArrayBuffer>;
  return table;
}

/**
 * Centre and standard error of each unit's 95% interval, in bins, so that a draw costs one multiplication; the best has
 * the lowest centre.
 */
function inBins(units: readonly Interval[], best: 'highest' | 'lowest') {
  const sign = best === 'highest' ? -1 : 1;
  const centre = Float64Array.from(units, ({ lower, upper }) => (sign * (lower + upper)) / 2);
  const error = Float64Array.from(units, ({ lower, upper }) => (upper - lower) / (2 * Z95));
  const reach = Math.max(...error) * 4;
  const low = Math.min(...centre) - reach;
  const scale = (BINS - 1) / (Math.max(...centre) + reach - low || 1);
  for (let i = 0; i < units.length; i++) {
    centre[i] = ((centre[i] as number) - low) * scale;
    error[i] = (error[i] as number) * scale;
  }
  return { centre, error };
}

/** The bin of a drawn value; the outer ones hold all beyond them. */
const binOf = (value: number): number => (value < 0 ? 0 : value >= BINS ? BINS - 1 : value | 0);

/** A repeatable stream of uniform numbers in [0, 1): Marsaglia's xorshift on 32 bits. */
export function uniform(seed: number): () => number {
  // Kept as a signed number, which needs no memory of its own each time.
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** So many standard normal draws from a seed (Box and Muller 1958): the same seed, the same draws. */
export function normals(count: number, seed: number): Float64Array {
  const next = uniform(seed);
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - next()));
    const angle = 2 * Math.PI * next();
    draws[i] = radius * Math.cos(angle);
    if (i + 1 < count) draws[i + 1] = radius * Math.sin(angle);
  }
  return draws;
}
