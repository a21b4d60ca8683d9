import { describe, expect, test } from 'vitest';
import { uniform } from '../../../server/stats/normals.ts';
import { type Flag, signalsOf } from '../../../server/stats/signals.ts';

// Limits at -3 and 3, near lines at -2 and 2.
const stretch = { mean: 0, lower: -3, upper: 3, near: 2, reason: null };

const LETTER = { outside: 'O', trend: 'T', 'two-of-three': 'N', shift: 'S' } as const;
/** A letter a value: capital above, small below, `.` for common cause. */
const letters = (flags: readonly (Flag | null)[]) =>
  flags
    .map((flag) => (flag === null ? '.' : LETTER[flag.signal]))
    .map((letter, i) => (flags[i]?.side === 'below' ? letter.toLowerCase() : letter))
    .join('');
const read = (values: (number | null)[], runLength = 7) => letters(signalsOf(values, stretch, runLength));

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
      { mean: 0.3, lower: 0.2, upper: 0.4, near: 0.05, reason: null },
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
  const rises = (window: number[]) => window.every((one, at) => at === 0 || one > (window[at - 1] as number));
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
