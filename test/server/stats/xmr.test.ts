import { describe, expect, test } from 'vitest';
import { type XmrOptions, xmr } from '../../../server/stats/xmr.ts';

const up: XmrOptions = { direction: 'increase' };
/** 24 months, some up and some down, within limits. */
const calm = [5, 7, 4, 6, 5, 8, 4, 6, 7, 5, 4, 6, 8, 5, 6, 4, 7, 5, 6, 4, 8, 5, 7, 5];
const shifted = calm.map((value) => value + 20);

describe('a point', () => {
  test('has the value, the limits of its segment and its type', () => {
    const { points, segments, reason } = xmr([...calm, 20], up);
    const last = points.at(-1);
    expect(last).toMatchObject({ value: 20, signal: 'outside', side: 'above', type: 'improvement' });
    expect(last).toMatchObject({
      mean: segments[0]?.mean,
      lower: segments[0]?.lower,
      upper: segments[0]?.upper,
    });
    expect(points[0]).toMatchObject({ value: 5, signal: null, side: null, type: 'common-cause' });
    expect(reason).toBeNull();
  });

  test.each([
    ['increase', 20, 'improvement'],
    ['increase', -20, 'concern'],
    ['decrease', 20, 'concern'],
    ['decrease', -20, 'improvement'],
    ['neutral', 20, 'neutral-high'],
    ['neutral', -20, 'neutral-low'],
  ] as const)('%s: %i is %s', (direction, value, type) => {
    expect(xmr([...calm, value], { direction }).points.at(-1)?.type).toBe(type);
  });

  test('a rise is above even below the mean', () => {
    const rise = [1, 1.5, 2, 2.5, 3, 3.5, 4];
    const found = xmr([...calm, ...rise, ...calm], up).points[26];
    expect(found).toMatchObject({ signal: 'trend', side: 'above', type: 'improvement' });
    expect(found?.value).toBeLessThan(found?.mean ?? 0);
  });

  test('without a value it has limits and no signal', () => {
    const { points } = xmr([...calm, null, 20], up);
    expect(points[24]).toMatchObject({ value: null, signal: null, side: null, type: 'common-cause' });
    expect(points[24]?.mean).not.toBeNull();
    expect(points[25]?.signal).toBe('outside');
  });
});

describe('series that hardly change', () => {
  const constant = Array.from({ length: 24 }, () => 84.3);
  const nearly = constant.map((_, i) => (i === 9 ? 95 : 100));

  test.each([
    ['constant', constant, true],
    ['constant', constant, false],
    ['23 x 100% and one 95%', nearly, true],
    ['23 x 100% and one 95%', nearly, false],
  ])('%s: all common cause, no limits, no assurance, a reason', (_, values, screenOutliers) => {
    const { points, segments, assurance, reason } = xmr(values, { ...up, target: 96, screenOutliers });
    expect(points.map(({ type }) => type)).toEqual(values.map(() => 'common-cause'));
    expect(points.every(({ mean, lower, upper }) => mean === null && lower === null && upper === null)).toBe(
      true,
    );
    expect(segments).toEqual([{ start: 0, end: 23, mean: null, lower: null, upper: null, reason }]);
    expect(reason).toMatch(/no meaning/);
    expect(assurance).toBeNull();
  });
});

describe('segments', () => {
  test('each has limits of its own, as if alone', () => {
    const both = xmr([...calm, ...shifted], { ...up, rebaseAt: [24] });
    const [first, second] = [xmr(calm, up), xmr(shifted, up)];
    expect(both.points).toEqual([...first.points, ...second.points]);
    expect(both.segments.map(({ start, end }) => [start, end])).toEqual([
      [0, 23],
      [24, 47],
    ]);
    expect(both.segments[1]?.mean).toBe(second.segments[0]?.mean);
  });

  test('no run crosses one', () => {
    const above = [...calm, 8, 7, 8, 7];
    const followed = [...above, 8, 7, 8, 7, ...calm];
    const apart = xmr(followed, { ...up, rebaseAt: [28] }).points;
    expect(apart.slice(24, 32).map(({ signal }) => signal)).not.toContain('shift');
    const together = xmr(followed, up).points;
    expect(together.slice(24, 32).map(({ signal }) => signal)).toEqual(Array(8).fill('shift'));
  });

  test('a short one has none, and says so; at the end it is the chart’s reason', () => {
    const found = xmr([...calm, 5, 6, 7], { ...up, rebaseAt: [24], target: 3 });
    expect(found.segments[0]?.reason).toBeNull();
    expect(found.segments[1]).toMatchObject({ mean: null, reason: found.reason });
    expect(found.reason).toMatch(/3 figures: limits need at least 12/);
    expect(found.assurance).toBeNull();
    expect(xmr([5, 6, 7, ...calm], { ...up, rebaseAt: [3] }).reason).toBeNull();
  });

  test('places in any order, twice, or at the start are no more segments', () => {
    const places = { ...up, rebaseAt: [24, 0, 24] };
    expect(xmr([...calm, ...shifted], places)).toEqual(xmr([...calm, ...shifted], { ...up, rebaseAt: [24] }));
  });
});

test('limits can be fixed on the first values of each segment', () => {
  const values = [...calm, ...shifted];
  const { points, segments } = xmr(values, { ...up, fixAfter: 24 });
  expect(segments[0]).toMatchObject({ ...xmr(calm, up).segments[0], end: 47 });
  expect(points.slice(24).every(({ signal }) => signal === 'outside')).toBe(true);
  expect(xmr(calm, { ...up, fixAfter: 100 })).toEqual(xmr(calm, up));
});

test('unscreened limits are the wider', () => {
  const [screened, whole] = [true, false].map((screenOutliers) =>
    xmr([...calm, 30], { ...up, screenOutliers }),
  );
  expect(whole?.segments[0]?.upper).toBeGreaterThan(screened?.segments[0]?.upper ?? Number.NaN);
  expect(whole?.segments[0]?.mean).toBe(screened?.segments[0]?.mean);
});

describe('assurance', () => {
  // The limits of the calm months are about -0.4 and 11.6.
  test.each([
    ['increase', 12, 'consistent-fail'],
    ['increase', -1, 'consistent-pass'],
    ['increase', 6, 'inconsistent'],
    ['decrease', 12, 'consistent-pass'],
    ['decrease', -1, 'consistent-fail'],
    ['decrease', 6, 'inconsistent'],
    ['neutral', 12, null],
  ] as const)('%s to %i: %s', (direction, target, assurance) => {
    expect(xmr(calm, { direction, target }).assurance).toBe(assurance);
  });

  test('a target on a limit is not beyond it; no target, none', () => {
    const { lower = null, upper = null } = xmr(calm, up).segments[0] ?? {};
    for (const target of [lower, upper]) expect(xmr(calm, { ...up, target }).assurance).toBe('inconsistent');
    expect(xmr(calm, up).assurance).toBeNull();
    expect(xmr(calm, { ...up, target: null }).assurance).toBeNull();
  });
});

test('nothing to chart', () => {
  expect(xmr([], up)).toEqual({ points: [], segments: [], assurance: null, reason: 'there are no figures' });
  expect(xmr([null, null], up).reason).toMatch(/0 figures/);
});

test.each([
  [{ fixAfter: 11 }, /fixAfter is 11/],
  [{ fixAfter: 12.5 }, /fixAfter is 12.5/],
  [{ rebaseAt: [24] }, /rebaseAt holds 24: a place from 0 to 23/],
  [{ rebaseAt: [-1] }, /rebaseAt holds -1/],
  [{ rebaseAt: [1.5] }, /rebaseAt holds 1.5/],
  [{ runLength: 1 }, /runLength is 1/],
])('refuses %j', (options, message) => {
  expect(() => xmr(calm, { ...up, ...options })).toThrow(RangeError);
  expect(() => xmr(calm, { ...up, ...options })).toThrow(message);
});
