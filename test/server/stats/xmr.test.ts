import { describe, expect, test } from 'vitest';
import { uniform } from '../../../server/stats/ranks.ts';
import { type Flag, limitsOf, same, signalsOf, type XmrOptions, xmr } from '../../../server/stats/xmr.ts';

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

describe('limits', () => {
  // NHSRplotthedots, vignette "Deviations from Excel defaults": unscreened it prints mean 1.94, limits -3.06 and 6.95.
  const vignette = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  // R's set.seed(123); rnorm(20), which NHSRplotthedots' own tests print with mean 0.142, limits -3.01 and 3.29.
  const normal = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123,
    -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314,
    0.49785048, -1.96661716, 0.7013559, -0.47279141,
  ];

  describe('published examples', () => {
    test('unscreened, as the spreadsheet does it', () => {
      const { mean, lower, upper } = limitsOf(vignette, false);
      // 35 / 18, and 2.66 x 32 / 17 from it.
      expect(mean).toBeCloseTo(35 / 18, 14);
      expect(lower).toBeCloseTo(35 / 18 - (2.66 * 32) / 17, 12);
      expect(upper).toBeCloseTo(6.95, 2);
      expect(lower).toBeCloseTo(-3.06, 2);
    });

    // Screened: the steps of 8 and 9 are beyond 3.267 x 32/17 = 6.15; the other fifteen are all 1.
    test('screened', () => {
      const { mean, lower, upper, near } = limitsOf(vignette, true);
      expect(mean).toBeCloseTo(35 / 18, 14);
      expect(lower).toBeCloseTo(35 / 18 - 2.66, 13);
      expect(upper).toBeCloseTo(35 / 18 + 2.66, 13);
      expect(near).toBeCloseTo((2 / 3) * 2.66, 13);
    });

    test.each([true, false])('twenty normal draws', (screen) => {
      const { mean, lower, upper } = limitsOf(normal, screen);
      expect(mean).toBeCloseTo(0.142, 3);
      expect(lower).toBeCloseTo(-3.01, 2);
      expect(upper).toBeCloseTo(3.29, 2);
    });
  });

  test('limits move and stretch with the values', () => {
    const first = limitsOf(normal, true);
    const moved = limitsOf(
      normal.map((value) => 50 - 10 * value),
      true,
    );
    expect(moved.mean).toBeCloseTo(50 - 10 * (first.mean ?? 0), 11);
    expect(moved.lower).toBeCloseTo(50 - 10 * (first.upper ?? 0), 11);
  });

  test('screening is done once', () => {
    // Steps 1 eleven times, 8, 20: average 39 / 13 = 3, so 20 goes (9.8) and 8 stays; a second time 8 would go too.
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 9, 29];
    const { mean, upper } = limitsOf(values, true);
    expect(mean).toBeCloseTo(44 / 14, 12);
    expect(upper).toBeCloseTo(44 / 14 + (2.66 * 19) / 12, 12);
  });

  // Twelve steps of 1 and one of s: it is kept where s < 3.267 (12 + s) / 13, that is below 4.028.
  test.each([
    [4, 16 / 13],
    [4.1, 1],
  ])('a step of %f among steps of 1', (step, average) => {
    const { mean, upper } = limitsOf([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, step], true);
    expect((upper ?? 0) - (mean ?? 0)).toBeCloseTo(2.66 * average, 12);
  });

  test('a missing value has no step on either side', () => {
    const values = [1, 2, 1, 2, null, 9, 8, 9, 8, 9, 8, 9, 8, 9];
    const { mean, upper } = limitsOf(values, false);
    expect(mean).toBeCloseTo(83 / 13, 12);
    // Eleven steps of 1: none from 2 to 9.
    expect(upper).toBeCloseTo(83 / 13 + 2.66, 12);
  });

  describe('no limits', () => {
    const month = (value: number, times: number) => Array.from({ length: times }, () => value);

    test.each([
      ['eleven figures', [...month(1, 5), ...month(2, 6)], /are 11 figures.* at least 12/],
      ['twelve of which one is missing', [null, ...month(1, 11)], /are 11 figures/],
      ['one figure', [1], /is 1 figure:/],
      ['none', [null, null], /are 0 figures/],
      ['all the same', month(0.843, 24), /equal the one before/],
      ['23 months at 100% and one at 95%', [...month(1, 12), 0.95, ...month(1, 11)], /equal the one before/],
      [
        'all the same but for rounding',
        Array.from({ length: 24 }, (_, i) => (i % 2 ? 0.3 : 0.1 + 0.2)),
        /equal/,
      ],
      [
        'every other one missing',
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6].flatMap((value) => [value, null]),
        /follow/,
      ],
    ])('%s', (_, values, reason) => {
      for (const screen of [true, false]) {
        const found = limitsOf(values, screen);
        expect(found).toMatchObject({ mean: null, lower: null, upper: null });
        expect(found.reason).toMatch(reason);
      }
    });

    // Six of 12 steps are not 0, then six of 13.
    test('half of the steps is enough', () => {
      expect(limitsOf([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7], true).reason).toBeNull();
      expect(limitsOf([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7], true).reason).not.toBeNull();
    });
  });

  test('the same but for rounding', () => {
    expect(same(0.1 + 0.2, 0.3)).toBe(true);
    expect(same(1e9 + 1e-4, 1e9)).toBe(true);
    expect(same(0, 1e-13)).toBe(false);
    expect(same(0, 0)).toBe(true);
  });
});

describe('special causes', () => {
  // Limits at -3 and 3, near lines at -2 and 2.
  const stretch = { mean: 0, lower: -3, upper: 3, near: 2, reason: null };

  const LETTER = { outside: 'O', trend: 'T', 'two-of-three': 'N', shift: 'S' } as const;
  /** A letter a value: capital above, small below, `.` for common cause. */
  const letters = (flags: readonly (Flag | null)[]) =>
    flags
      .map((flag) => (flag === null ? '.' : LETTER[flag.signal]))
      .map((letter, i) => (flags[i]?.side === 'below' ? letter.toLowerCase() : letter))
      .join('');
  const read = (values: (number | null)[], runLength = 7) =>
    letters(
      signalsOf(
        values,
        values.map(() => stretch),
        runLength,
      ),
    );

  describe('outside', () => {
    test('beyond a limit, not on it', () => {
      expect(read([3, 3.1, -3, -3.1, 0])).toBe('.O.o.');
    });

    test('first and last values too', () => expect(read([4, 0, 1, -1, 0, -4])).toBe('O....o'));
  });

  describe('trend', () => {
    test('six steps one way are seven values; five are not', () => {
      expect(read([-1.5, -1, -0.5, 0, 0.5, 1, 1.5])).toBe('TTTTTTT');
      expect(read([1.5, 1, 0.5, 0, -0.5, -1, -1.5])).toBe('ttttttt');
      expect(read([-1, -0.5, 0, 0.5, 1, 1.5])).toBe('......');
    });

    test('a tie breaks it', () => {
      expect(read([-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5, 1.9])).toBe('........');
    });

    test('where two meet the shared value goes with what follows', () => {
      const up = [-1.5, -1, -0.5, 0, 0.5, 1];
      expect(read([...up, 1.5, ...[...up].reverse()])).toBe('TTTTTTttttttt');
      expect(read([...up.map((value) => -value), -1.5, ...up.map((value) => -value).reverse()])).toBe(
        'ttttttTTTTTTT',
      );
    });

    test('a missing value breaks it', () => {
      expect(read([-1.5, -1, -0.5, null, 0.5, 1, 1.5, 1.9])).toBe('........');
    });

    test('a value outside stays outside', () => {
      expect(read([-1.5, -1, -0.5, 0, 0.5, 1, 3.5])).toBe('TTTTTTO');
    });
  });

  describe('two of three', () => {
    test('only the near ones', () => {
      expect(read([0, 2.5, 1, 2.5, 0])).toBe('.N.N.');
      expect(read([0, -2.5, -2.5, -1, 0])).toBe('.nn..');
    });

    test('all three on one side of the mean', () => {
      expect(read([0, 2.5, -1, 2.5, 0])).toBe('.....');
      expect(read([1, 2.5, -2.5, 1])).toBe('....');
      expect(read([0, 2.5, 0, 2.5, 0])).toBe('.....');
    });

    test('a value outside is not near, and one on the near line is not', () => {
      expect(read([0, 2.5, 3.5, 1, 0])).toBe('..O..');
      expect(read([1, 2, 2.5, 1])).toBe('....');
      expect(read([1, 3, 2.5, 1])).toBe('.NN.');
    });

    test('a missing value makes no three', () => expect(read([1, 2.5, null, 2.5, 1])).toBe('.....'));
  });

  describe('shift', () => {
    const alternating = [1, 0.5, 1, 0.5, 1, 0.5, 1];

    test('seven on one side; six are not', () => {
      expect(read(alternating)).toBe('SSSSSSS');
      expect(read(alternating.map((value) => -value))).toBe('sssssss');
      expect(read(alternating.slice(1))).toBe('......');
    });

    test('a value on the mean breaks it, and a missing one', () => {
      expect(read([1, 0.5, 1, 0, 1, 0.5, 1, 0.5])).toBe('........');
      expect(read([1, 0.5, 1, null, 1, 0.5, 1, 0.5])).toBe('........');
    });

    test('stronger rules go first', () => {
      expect(read([1, 0.5, 2.5, 1, 2.5, 0.5, 3.5])).toBe('SSNSNSO');
    });

    test('a value on the mean but for rounding is on it', () => {
      const flags = signalsOf(
        Array.from({ length: 9 }, () => 0.1 + 0.2),
        Array.from({ length: 9 }, () => ({ mean: 0.3, lower: 0.2, upper: 0.4, near: 0.05 })),
        7,
      );
      expect(letters(flags)).toBe('.........');
    });
  });

  test('the length of a run can be chosen', () => {
    expect(read([-1, -0.5, 0, 0.5, 1, 1.5], 6)).toBe('TTTTTT');
    expect(read([1, 0.5, 1, 0.5, 1, 0.5], 6)).toBe('SSSSSS');
  });

  /** The rules once more, each value asking every window that holds it. */
  function asked(values: readonly (number | null)[], i: number): string {
    const value = values[i] ?? null;
    if (value === null) return '.';
    if (value > 3) return 'O';
    if (value < -3) return 'o';
    const windows = (length: number) =>
      Array.from({ length }, (_, back) => i - back)
        .filter((start) => start >= 0 && start + length <= values.length)
        .map((start) => values.slice(start, start + length))
        .filter((window): window is number[] => window.every((one) => one !== null));
    const rises = (window: number[]) =>
      window.every((one, at) => at === 0 || one > (window[at - 1] as number));
    // Nearest start first: the window that reaches furthest to the right.
    const trend = windows(7).find((window) => rises(window) || rises([...window].reverse()));
    if (trend) return rises(trend) ? 'T' : 't';
    const near = (one: number) => Math.abs(one) > 2 && Math.abs(one) <= 3;
    const oneSide = (window: number[]) =>
      Math.abs(window.reduce((all, one) => all + Math.sign(one), 0)) === window.length;
    const isNear =
      near(value) && windows(3).some((window) => oneSide(window) && window.filter(near).length >= 2);
    if (isNear) return value > 0 ? 'N' : 'n';
    if (windows(7).some(oneSide)) return value > 0 ? 'S' : 's';
    return '.';
  }

  test('the same as asking every window, for 300 wandering series', () => {
    const next = uniform(42);
    const seen = new Set<string>();
    for (let series = 0; series < 300; series++) {
      let at = 0;
      const drift = series % 3 === 0 ? 0.5 : 0;
      const values = Array.from({ length: 60 }, () => {
        at = 0.8 * at + (next() - 0.5) * (series % 2 ? 3 : 1) + drift;
        const value = Math.round(at * 4) / 4;
        return next() < 0.03 ? null : value;
      });
      const wanted = values.map((_, i) => asked(values, i)).join('');
      expect(read(values)).toBe(wanted);
      for (const letter of wanted) seen.add(letter);
    }
    expect([...seen].sort().join('')).toBe('.NOSTnost');
  });
});
