import { expect, test } from 'vitest';
import { pace, seenPace } from '../../../server/stats/pace.ts';
import { normals } from '../../../server/stats/ranks.ts';

const SERIES = 400;
const QUARTERS = 12;

/** Twelve quarters of a share around 80%, moving by a slope a year, with independent noise of 0.8 points. */
function simulated(seed: number, slope: number) {
  const noise = normals(QUARTERS, seed);
  return Array.from({ length: QUARTERS }, (_, i) => ({
    time: 2016.125 + i / 4,
    value: 0.8 + (slope * i) / 4 + 0.008 * (noise[i] ?? 0),
  }));
}

test.each([0.01, 0, -0.02])(
  'the 95%% interval holds a slope of %s a year in about 95 of 100 series',
  (slope) => {
    const paces = Array.from({ length: SERIES }, (_, seed) => seenPace(simulated(1000 * seed + 7, slope)));
    const held = paces.filter(({ lower, upper }) => (lower ?? 0) <= slope && slope <= (upper ?? 0)).length;
    // Of 400 series 380 are expected, with a standard deviation of 4.4: three of these either way.
    expect(held).toBeGreaterThanOrEqual(367);
    expect(held).toBeLessThanOrEqual(393);
    const mean = paces.reduce((total, { seen }) => total + (seen ?? 0), 0) / SERIES;
    // The slope of one series has a standard deviation of 0.0027 a year, the mean of 400 of 0.00013.
    expect(Math.abs(mean - slope)).toBeLessThan(0.0005);
  },
);

test('a series without a trend is seldom given a time, and one that moves away never', () => {
  const reasons = (slope: number) =>
    Array.from({ length: SERIES }, (_, seed) =>
      pace(simulated(1000 * seed + 7, slope), { target: 0.9, by: null, better: 'higher' }),
    );
  // Chance alone leaves one side of the interval in 2.5 of 100 series: 10 of 400, standard deviation 3.1.
  expect(reasons(0).filter(({ when }) => when !== null).length).toBeLessThanOrEqual(20);
  expect(reasons(-0.02).filter(({ when }) => when !== null)).toEqual([]);
  expect(reasons(-0.02).filter(({ reason }) => reason === 'moving away').length).toBeGreaterThan(350);
});

test('the range of the time holds the time at which the line reaches the target', () => {
  const within = Array.from({ length: SERIES }, (_, seed) => {
    const { when } = pace(simulated(1000 * seed + 7, 0.02), { target: 0.9, by: null, better: 'higher' });
    // From 80% in 2016.125 on, ten points at two a year.
    const truly = 2016.125 + 5;
    return when !== null && when.earliest <= truly && truly <= (when.latest ?? Number.POSITIVE_INFINITY);
  });
  // 380 of 400, three standard deviations either way.
  expect(within.filter(Boolean).length).toBeGreaterThanOrEqual(367);
  expect(within.filter(Boolean).length).toBeLessThanOrEqual(393);
});
