import { describe, expect, test } from 'vitest';
import { BANDS, CHOSEN, COMPARED, DIVERGING, PALETTE, SEQUENTIAL } from '../../data/palette.ts';
import { GLYPHS, VERDICT_GLYPHS } from '../../data/text/figure.ts';

type Triple = readonly [number, number, number];

/**
 * Linear RGB as it is seen without one kind of cone: Machado, Oliveira and Fernandes (2009), A physiologically-based model
 * for simulation of color vision deficiency, IEEE Transactions on Visualization and Computer Graphics 15:1291, severity 1.
 * In grey each part is the relative luminance (IEC 61966-2-1).
 */
const SEEN: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const LUMINANCE: Triple = [0.2126, 0.7152, 0.0722];
const GREY = [LUMINANCE, LUMINANCE, LUMINANCE] as const;

const times = (rows: readonly Triple[], [r, g, b]: Triple) =>
  rows.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as unknown as Triple;

const linear = (colour: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as unknown as Triple;

/** CIELAB of linear RGB, white D65 (CIE 15:2004). */
function lab([r, g, b]: Triple): Triple {
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours lie apart: ΔE*ab of 1976, the distance in CIELAB; about 2.3 is just noticeable. */
function apart(one: string, other: string, seen: readonly Triple[]): number {
  const [a, b] = [one, other].map((colour) => lab(times(seen, linear(colour)))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [a = 0, b = 0] = [one, other]
    .map((colour) => times(GREY, linear(colour))[0] + 0.05)
    .sort((x, y) => y - x);
  return a / b;
}

/** Five times what is just noticeable, for areas that do not touch. */
const APART = 11.5;

const pairs = (colours: readonly string[]) =>
  colours.flatMap((one, index) => colours.slice(index + 1).map((other) => [one, other] as const));

/** Pairs that lie too near one another. */
const near = (colours: readonly string[], seen: readonly Triple[]) =>
  pairs(colours).filter(([one, other]) => apart(one, other, seen) < APART);

test('black and white lie 100 apart, and contrast 21 to 1', () => {
  expect(apart('#000000', '#ffffff', GREY)).toBeCloseTo(100, 1);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

describe.each(Object.entries(SEEN))('with %s', (_, seen) => {
  test('the classes around a target, those of a value, and better, similar and worse stay apart', () => {
    expect(near(DIVERGING, seen)).toEqual([]);
    expect(near(SEQUENTIAL, seen)).toEqual([]);
    expect(near([COMPARED.better, COMPARED.similar, COMPARED.worse], seen)).toEqual([]);
    expect(near(Object.values(BANDS), seen)).toEqual([]);
  });
});

describe('in grey', () => {
  test('the classes of a value stay apart; those around a target do on each side of it', () => {
    expect(near(SEQUENTIAL, GREY)).toEqual([]);
    expect(near(DIVERGING.slice(0, 3), GREY)).toEqual([]);
    expect(near(DIVERGING.slice(2), GREY)).toEqual([]);
  });

  test('better, similar and worse, and each verdict, have a sign of their own', () => {
    expect(new Set([GLYPHS.better, GLYPHS.similar, GLYPHS.worse, GLYPHS['not-compared']]).size).toBe(4);
    expect(new Set(Object.values(VERDICT_GLYPHS)).size).toBe(Object.keys(VERDICT_GLYPHS).length);
  });
});

test('lines and signs contrast 3 to 1 with the paper, words 4.5 to 1', () => {
  for (const colour of [
    ...CHOSEN,
    COMPARED.better,
    COMPARED.worse,
    COMPARED.faint,
    PALETTE.area,
    PALETTE.target,
  ])
    expect(contrast(colour, PALETTE.paper), colour).toBeGreaterThanOrEqual(3);
  for (const colour of [PALETTE.ink, PALETTE.secondary, PALETTE.target, PALETTE.alliance])
    expect(contrast(colour, PALETTE.paper), colour).toBeGreaterThanOrEqual(4.5);
});
