import { normals } from './normals.ts';
import { Z95 } from './wilson.ts';

export type Ranked = { value: number; lower: number; upper: number };

const DRAWS = 500;
const TAIL = 0.025 * DRAWS;
const SEED = 20161201;

// Places are read off a count of the draws by value, not off a sort: a fifth of the time.
const BINS = 1024;

let table = new Float64Array(0);

/** The same draws for every question, made once. */
function drawTable(units: number): Float64Array {
  if (table.length < units * DRAWS) table = normals(units * DRAWS, SEED) as Float64Array<ArrayBuffer>;
  return table;
}

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
  units: readonly { value: number; lower: number; upper: number }[],
  best: 'highest' | 'lowest',
): Ranked[] {
  const n = units.length;
  if (n === 0) return [];
  const sign = best === 'highest' ? -1 : 1;
  const centre = Float64Array.from(units, ({ lower, upper }) => (sign * (lower + upper)) / 2);
  const error = Float64Array.from(units, ({ lower, upper }) => (upper - lower) / (2 * Z95));
  const reach = Math.max(...error) * 4;
  const low = Math.min(...centre) - reach;
  const scale = (BINS - 1) / (Math.max(...centre) + reach - low || 1);

  // In bins, so that a draw costs one multiplication.
  for (let i = 0; i < n; i++) {
    centre[i] = ((centre[i] as number) - low) * scale;
    error[i] = (error[i] as number) * scale;
  }

  const draws = drawTable(n);
  const taken = new Int32Array(n * n);
  const bin = new Int32Array(n);
  const count = new Int32Array(BINS);
  const middle = new Int32Array(BINS);
  for (let draw = 0, at = 0; draw < DRAWS; draw++) {
    count.fill(0);
    for (let i = 0; i < n; i++, at++) {
      const value = (centre[i] as number) + (error[i] as number) * (draws[at] as number);
      const into = value < 0 ? 0 : value >= BINS ? BINS - 1 : value | 0;
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
  return values.map((value, i) => {
    const own = taken.subarray(i * n, (i + 1) * n);
    const [lower, upper] = [fromEnd(own, 1), fromEnd(own, -1)];
    return { value, lower: Math.min(value, lower), upper: Math.max(value, upper) };
  });
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
