import { line, sum } from './arithmetic.ts';
import { Z95 } from './wilson.ts';

type SlopeGroup = { population: number; value: number; lower: number; upper: number };

const FEWEST = 5;

const logit = (p: number) => Math.log(p / (1 - p));
const expit = (x: number) => 1 / (1 + Math.exp(-x));

function check(groups: readonly SlopeGroup[], transform: boolean) {
  if (groups.length < FEWEST)
    throw new RangeError(`there are ${groups.length} groups: at least ${FEWEST} are needed`);
  for (const { population, value, lower, upper } of groups) {
    if (!(Number.isFinite(population) && population > 0))
      throw new RangeError(`population is ${population}: a number above 0 is needed`);
    if (!(Number.isFinite(value) && upper >= lower))
      throw new RangeError(`value is ${value}, from ${lower} to ${upper}: numbers in order are needed`);
    if (transform && ![value, lower, upper].every((one) => one > 0 && one < 1))
      throw new RangeError(
        `value is ${value}, from ${lower} to ${upper}: a logit needs numbers within 0 to 1`,
      );
  }
}

/**
 * Slope index of inequality: the difference of the fitted line between the two ends of the population, and `relative`,
 * the ratio of these ends (null where the first is 0). Groups are given most deprived first, with 95% intervals; the line
 * is weighted by their populations and the interval is the closed form of the one PHEindicatormethods phe_sii draws.
 * `transform`: values are proportions, fitted on the logit; the interval then turns the line about the middle.
 * Low and Low (2004), Journal of Public Health 26:388; Mackenbach and Kunst (1997), Social Science and Medicine 44:757.
 * Throws a RangeError under 5 groups, on a population of 0 or less, and on what a logit cannot take.
 */
export function slopeIndex(
  groups: readonly SlopeGroup[],
  { transform = false }: { transform?: boolean } = {},
): { slope: number; relative: number | null; lower: number; upper: number } {
  check(groups, transform);
  const scaled = transform ? logit : (value: number) => value;
  const total = sum(groups.map(({ population }) => population));
  let before = 0;
  const points = groups.map(({ population, value }) => {
    const weight = population / total;
    const x = before + weight / 2;
    before += weight;
    return { x, y: scaled(value), weight };
  });

  const { slope, intercept, spread } = line(points);
  const centre = sum(points.map(({ x, weight }) => weight * x));
  const variance = sum(
    groups.map(({ lower, upper }, i) => {
      const { x = 0, weight = 0 } = points[i] ?? {};
      const error = (scaled(upper) - scaled(lower)) / (2 * Z95);
      return (((weight * (x - centre)) / spread) * error) ** 2;
    }),
  );
  const reach = Z95 * Math.sqrt(variance);

  if (!transform) {
    const relative = intercept === 0 ? null : (intercept + slope) / intercept;
    return { slope, relative, lower: slope - reach, upper: slope + reach };
  }
  const middle = intercept + slope / 2;
  const turned = (by: number) => expit(middle + by / 2) - expit(middle - by / 2);
  return {
    slope: turned(slope),
    relative: expit(intercept + slope) / expit(intercept),
    lower: turned(slope - reach),
    upper: turned(slope + reach),
  };
}
