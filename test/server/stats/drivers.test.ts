import { describe, expect, test } from 'vitest';
import { type Counts, sum } from '../../../server/stats/arithmetic.ts';
import { apportion, beyond, decompose, wholeBeyond } from '../../../server/stats/drivers.ts';

const of = (numerator: number, denominator: number): Counts => ({ numerator, denominator });

/** Repeatable numbers from 0 to 1 (Park and Miller 1988). */
function repeatable(seed: number) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function invented(seed: number, parts: number): { before: Counts; after: Counts }[] {
  const next = repeatable(seed);
  const counts = () => {
    const denominator = 1 + Math.floor(2000 * next());
    return of(Math.floor((denominator + 1) * next()), denominator);
  };
  return Array.from({ length: parts }, () => ({ before: counts(), after: counts() }));
}

describe('people beyond a target', () => {
  test('by hand: 85% of 100 is 85', () => {
    expect(beyond(0.85, of(80, 100))).toBe(5);
    expect(beyond(0.85, of(85, 100))).toBe(0);
    expect(beyond(0.85, of(100, 100))).toBe(-15);
    expect(beyond(0.85, of(45, 57))).toBe(3.45);
    expect(wholeBeyond(0.85, of(45, 57))).toBe(4);
    expect(wholeBeyond(0.85, of(57, 57))).toBe(-8);
  });

  test('exact where the product is not: nobody is missing, and no zero is negative', () => {
    // 0.07 × 100 and 0.57 × 100 are 7.000000000000001 and 56.99999999999999 as they are multiplied.
    expect(beyond(0.07, of(7, 100))).toBe(0);
    expect(beyond(0.57, of(57, 100))).toBe(0);
    expect(wholeBeyond(0.07, of(7, 100))).toBe(0);
    expect(Object.is(wholeBeyond(0.85, of(18, 21)), 0)).toBe(true);
    for (let n = 1; n <= 3000; n++)
      for (const target of [0.75, 0.85, 0.9, 0.93, 0.94, 0.96, 0.98])
        expect(wholeBeyond(target, of(0, n))).toBe(Math.ceil(target * n - 1e-9));
  });
});

describe('shares in whole people', () => {
  test('by hand: the largest remainders are rounded up', () => {
    expect(apportion(10, [3.45, 2.8, 3.75])).toEqual([3, 3, 4]);
    // −1.5 and −0.5 are both half over the number below: the earlier is rounded up.
    expect(apportion(0, [2, -1.5, -0.5])).toEqual([2, -1, -1]);
    expect(apportion(0, [-0.5, -1.5, 2])).toEqual([0, -2, 2]);
    // Of 45.45 and 3.45 the remainders differ in the binary fraction only.
    expect(apportion(49, [3.45, 45.45, 0.1])).toEqual([4, 45, 0]);
    expect(apportion(0, [])).toEqual([]);
    expect(apportion(1, [0.3, 0])).toEqual([1, 0]);
  });

  test('every share is its quota rounded, and they sum to the total', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const all = invented(seed, 1 + (seed % 22)).map(({ after }) => after);
      const whole = of(sum(all.map((one) => one.numerator)), sum(all.map((one) => one.denominator)));
      const quotas = all.map((one) => beyond(0.85, one));
      const shares = apportion(wholeBeyond(0.85, whole), quotas);
      expect(sum(shares)).toBe(Math.ceil(0.85 * whole.denominator - 1e-9) - whole.numerator);
      for (const [i, share] of shares.entries())
        expect([Math.floor(quotas[i] ?? 0), Math.ceil(quotas[i] ?? 0)]).toContain(share);
    }
  });

  test('a total that the quotas do not make is refused', () => {
    expect(() => apportion(5, [1.5, 1.5])).toThrow(RangeError);
    expect(() => apportion(2.5, [1.5, 1])).toThrow(RangeError);
  });
});

describe('a change taken apart', () => {
  test('by hand: two equal parts, one of which improves and shrinks', () => {
    // 60% of half and 80% of half is 70%; then 90% of a quarter and 80% of three quarters is 82.5%.
    const { whole, parts } = decompose([
      { before: of(60, 100), after: of(45, 50) },
      { before: of(80, 100), after: of(120, 150) },
    ]);
    expect(whole.all).toBeCloseTo(0.125, 15);
    // Own: (0.5 + 0.25)/2 × 0.3. Weight: −0.25 × (0.75 − 0.7625); 0.25 × (0.8 − 0.7625).
    expect(parts[0]?.own).toBeCloseTo(0.1125, 15);
    expect(parts[0]?.weight).toBeCloseTo(0.003125, 15);
    expect(parts[1]?.own).toBe(0);
    expect(parts[1]?.weight).toBeCloseTo(0.009375, 15);
    expect(whole.own).toBeCloseTo(0.1125, 15);
    expect(whole.weight).toBeCloseTo(0.0125, 15);
  });

  test('own and weight of the parts sum to the whole change', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { whole, parts } = decompose(invented(seed, 1 + (seed % 22)));
      expect(Math.abs(whole.own + whole.weight - whole.all)).toBeLessThan(1e-12);
      expect(Math.abs(sum(parts.map((part) => part.all)) - whole.all)).toBeLessThan(1e-12);
      for (const { all, own, weight } of parts) expect(all).toBe(own + weight);
    }
  });

  test('the order of the parts changes nothing', () => {
    const given = invented(7, 12);
    const [forward, back] = [decompose(given), decompose(given.toReversed())];
    for (const key of ['all', 'own', 'weight'] as const) {
      expect(back.whole[key]).toBeCloseTo(forward.whole[key], 14);
      for (const [i, part] of back.parts.toReversed().entries())
        expect(part[key]).toBeCloseTo(forward.parts[i]?.[key] ?? Number.NaN, 14);
    }
  });

  test('a part in two equal halves adds what it adds whole', () => {
    const given = invented(11, 6);
    const [first = { before: of(1, 2), after: of(1, 2) }, ...others] = given;
    const half = {
      before: of(first.before.numerator / 2, first.before.denominator / 2),
      after: of(first.after.numerator / 2, first.after.denominator / 2),
    };
    const [whole, split] = [decompose(given), decompose([half, half, ...others])];
    for (const key of ['all', 'own', 'weight'] as const) {
      expect(split.whole[key]).toBeCloseTo(whole.whole[key], 13);
      const halves = (split.parts[0]?.[key] ?? 0) + (split.parts[1]?.[key] ?? 0);
      expect(halves).toBeCloseTo(whole.parts[0]?.[key] ?? Number.NaN, 13);
    }
  });

  test('nothing moves, nothing changes; only weights move, only weights count; no part is refused', () => {
    const still = decompose([
      { before: of(60, 100), after: of(60, 100) },
      { before: of(80, 100), after: of(80, 100) },
    ]);
    expect(still.whole).toEqual({ all: 0, own: 0, weight: 0 });
    const { whole } = decompose([
      { before: of(60, 100), after: of(30, 50) },
      { before: of(80, 100), after: of(160, 200) },
    ]);
    expect(whole.own).toBe(0);
    expect(whole.weight).toBeCloseTo(0.06, 15);
    expect(decompose([{ before: of(1, 2), after: of(3, 4) }]).whole).toEqual({
      all: 0.25,
      own: 0.25,
      weight: 0,
    });
    expect(() => decompose([])).toThrow(RangeError);
  });
});
