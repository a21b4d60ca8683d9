import erfc from '@stdlib/math-base-special-erfc';
import { mean } from './sum.ts';

const Z90 = 1.2815515655446004;
const SHARE = 0.9;
const STEPS = 100;
// A step this small leaves an error of about its cube.
const ENOUGH = 1e-6;

/**
 * The first and last deciles that proportions of units with these denominators would have if all were alike and only
 * chance differed: from the mixture of their normal distributions on the arcsine scale (variance 1/4n: Freeman and Tukey
 * 1950, Annals of Mathematical Statistics 21:607). Throws a RangeError where there is no denominator, or one not above 0.
 */
export function chanceSpread(overall: number, denominators: readonly number[]): { p10: number; p90: number } {
  if (!(overall >= 0 && overall <= 1))
    throw new RangeError(`overall is ${overall}: a proportion from 0 to 1 is needed`);
  if (denominators.length === 0 || !denominators.every((n) => n > 0 && Number.isFinite(n)))
    throw new RangeError('denominators above 0 are needed, at least one');
  if (overall === 0 || overall === 1) return { p10: overall, p90: overall };

  const centre = Math.asin(Math.sqrt(overall));
  const far = distance(denominators);
  return {
    p10: Math.sin(Math.max(0, centre - far)) ** 2,
    p90: Math.sin(Math.min(Math.PI / 2, centre + far)) ** 2,
  };
}

/** How far from the centre nine tenths of the mixture are passed: Halley's steps from just below. */
function distance(denominators: readonly number[]): number {
  const scale = denominators.map((n) => 2 * Math.sqrt(n));
  let far = Z90 / mean(scale);
  for (let step = 0; step < STEPS; step++) {
    let passed = 0;
    let density = 0;
    let bend = 0;
    for (const precision of scale) {
      const z = far * precision;
      const height = precision * Math.exp((-z * z) / 2);
      passed += 1 - erfc(z / Math.SQRT2) / 2;
      density += height;
      bend -= height * precision * z;
    }
    const short = ((SHARE * scale.length - passed) * Math.sqrt(2 * Math.PI)) / density;
    const move = short / (1 + (short * bend) / (2 * density));
    far += move;
    if (Math.abs(move) < ENOUGH * far) break;
  }
  return far;
}
