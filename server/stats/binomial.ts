/** The probabilities of the numbers `first`, `first + 1`, … out of so many trials; what is left out has under 1e-12. */
export type BinomialTable = { first: number; probabilities: Float64Array };

/** Smaller than this beside the likeliest number, a number is left out. */
const NEGLIGIBLE = 1e-14;

/** The numbers below and above the likeliest, outwards, of the table being made: the same arrays for every table. */
const [below, above]: [number[], number[]] = [[], []];

/**
 * The binomial distribution of `trials` (a whole number from 1) at a probability of 0 to 1, out from the likeliest number
 * by the ratio of each to the next. Throws a RangeError where one of them is not that.
 */
export function binomialTable(trials: number, probability: number): BinomialTable {
  if (!Number.isInteger(trials) || trials < 1)
    throw new RangeError(`trials is ${trials}: a whole number from 1 is needed`);
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`probability is ${probability}: a proportion from 0 to 1 is needed`);
  if (probability === 0 || probability === 1)
    return { first: probability * trials, probabilities: Float64Array.of(1) };
  const odds = probability / (1 - probability);
  const mode = Math.min(trials, Math.floor((trials + 1) * probability));
  let [lower, upper] = [0, 0];
  for (let x = mode, weight = 1; x > 0; x--) {
    weight *= x / (trials - x + 1) / odds;
    if (weight < NEGLIGIBLE) break;
    below[lower++] = weight;
  }
  for (let x = mode, weight = 1; x < trials; x++) {
    weight *= ((trials - x) / (x + 1)) * odds;
    if (weight < NEGLIGIBLE) break;
    above[upper++] = weight;
  }
  const probabilities = new Float64Array(lower + 1 + upper);
  for (let i = 0; i < lower; i++) probabilities[i] = below[lower - 1 - i] as number;
  probabilities[lower] = 1;
  for (let i = 0; i < upper; i++) probabilities[lower + 1 + i] = above[i] as number;
  let total = 0;
  for (const weight of probabilities) total += weight;
  for (let i = 0; i < probabilities.length; i++) probabilities[i] = (probabilities[i] as number) / total;
  return { first: mode - lower, probabilities };
}

/**
 * Draws numbers of the tables of several units, one for each unit and number from 0 to 1 it is given: the inverse of the
 * distribution, found from a guide to where to begin (Chen and Asau 1974, AIIE Transactions 6:163).
 */
export function drawer(tables: readonly BinomialTable[]): (unit: number, uniform: number) => number {
  const sizes = Int32Array.from(tables, ({ probabilities }) => probabilities.length);
  const firsts = Float64Array.from(tables, ({ first }) => first);
  const starts = new Int32Array(tables.length);
  for (let unit = 1; unit < tables.length; unit++)
    starts[unit] = (starts[unit - 1] as number) + (sizes[unit - 1] as number);
  const length = sizes.reduce((sum, size) => sum + size, 0);
  // One after another: where each distribution has passed which share, and where to begin to look for a share.
  const until = new Float64Array(length);
  const guide = new Int32Array(length);
  for (const [unit, { probabilities }] of tables.entries()) {
    const start = starts[unit] as number;
    const size = probabilities.length;
    let passed = 0;
    for (let i = 0; i < size; i++) {
      passed += probabilities[i] as number;
      until[start + i] = passed;
    }
    until[start + size - 1] = 1;
    for (let slot = 0, i = 0; slot < size; slot++) {
      while ((until[start + i] as number) < slot / size) i++;
      guide[start + slot] = start + i;
    }
  }
  return (unit, uniform) => {
    const start = starts[unit] as number;
    let i = guide[start + Math.floor(uniform * (sizes[unit] as number))] as number;
    while ((until[i] as number) < uniform) i++;
    return (firsts[unit] as number) + i - start;
  };
}
