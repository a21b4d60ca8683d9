import { BINS, binOf, DRAWS, drawTable, type Interval, inBins } from './draws.ts';

export type Ranked = { value: number; lower: number; upper: number };

const TAIL = 0.025 * DRAWS;

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
  return values.map((value, i) => {
    return ranked(value, taken.subarray(i * n, (i + 1) * n));
  });
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
