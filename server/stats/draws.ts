import { normals } from './normals.ts';
import { Z95 } from './wilson.ts';

export type Interval = { lower: number; upper: number };

export const DRAWS = 500;
// Places are read off a count of the draws by value, not off a sort: a fifth of the time.
export const BINS = 1024;
const SEED = 20161201;

let table = new Float64Array(0);

/** The same draws for every question, made once: so many for each of `units`, unit by unit within a draw. */
export function drawTable(units: number): Float64Array {
  if (table.length < units * DRAWS) table = normals(units * DRAWS, SEED) as Float64Array<ArrayBuffer>;
  return table;
}

/**
 * Centre and standard error of each unit's 95% interval, in bins, so that a draw costs one multiplication; the best has
 * the lowest centre.
 */
export function inBins(units: readonly Interval[], best: 'highest' | 'lowest') {
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
export const binOf = (value: number): number => (value < 0 ? 0 : value >= BINS ? BINS - 1 : value | 0);
