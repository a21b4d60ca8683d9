/** Standard normal quantiles for two-sided 95% and 99.8%. */
export const Z95 = 1.959963984540054;
export const Z998 = 3.090232306167813;

/**
 * Wilson score interval of a proportion, without continuity correction; both ends within 0 to 1.
 * Wilson (1927), JASA 22:209; Newcombe (1998), Statistics in Medicine 17:857, method 3.
 * Throws a RangeError unless 0 <= numerator <= denominator and denominator > 0.
 */
export function wilson(numerator: number, denominator: number, z = Z95): { lower: number; upper: number } {
  if (!(Number.isFinite(denominator) && denominator > 0))
    throw new RangeError(`denominator is ${denominator}: a number above 0 is needed`);
  if (!(numerator >= 0 && numerator <= denominator))
    throw new RangeError(
      `numerator is ${numerator}: a number from 0 to the denominator ${denominator} is needed`,
    );
  if (!(Number.isFinite(z) && z > 0)) throw new RangeError(`z is ${z}: a number above 0 is needed`);
  const centre = 2 * numerator + z * z;
  const spread = z * Math.sqrt(z * z + 4 * numerator * (1 - numerator / denominator));
  const scale = 2 * (denominator + z * z);
  return {
    lower: numerator === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    upper: numerator === denominator ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
