/** The probabilities of the numbers `first`, `first + 1`, … out of so many trials; what is left out has under 1e-12. */
export type BinomialTable = { first: number; probabilities: Float64Array };

/** Smaller than this beside the likeliest number, a number is left out. */
const NEGLIGIBLE = 1e-14;

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
  const below: number[] = [];
  for (let x = mode, weight = 1; x > 0; x--) {
    weight *= x / (trials - x + 1) / odds;
    if (weight < NEGLIGIBLE) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let x = mode, weight = 1; x < trials; x++) {
    weight *= ((trials - x) / (x + 1)) * odds;
    if (weight < NEGLIGIBLE) break;
    above.push(weight);
  }
  const weights = Float64Array.from([...below.reverse(), 1, ...above]);
  let total = 0;
  for (const weight of weights) total += weight;
  return { first: mode - below.length, probabilities: weights.map((weight) => weight / total) };
}

/**
 * Draws numbers of a table, one for each number from 0 to 1 it is given: the inverse of the distribution, found from a
 * guide to where to begin (Chen and Asau 1974, AIIE Transactions 6:163).
 */
export function drawer({ first, probabilities }: BinomialTable): (uniform: number) => number {
  const size = probabilities.length;
  const until = new Float64Array(size);
  let passed = 0;
  for (let i = 0; i < size; i++) {
    passed += probabilities[i] as number;
    until[i] = passed;
  }
  until[size - 1] = 1;
  const guide = new Int32Array(size);
  for (let slot = 0, i = 0; slot < size; slot++) {
    while ((until[i] as number) < slot / size) i++;
    guide[slot] = i;
  }
  return (uniform) => {
    let i = guide[Math.floor(uniform * size)] as number;
    while ((until[i] as number) < uniform) i++;
    return first + i;
  };
}
