import { expect, test } from 'vitest';
import { readingAge } from '../../scripts/reading-age.ts';

test('ten words of one syllable are read at the age that the formula gives', () => {
  // 0.39 × 10 + 11.8 × 1 − 15.59 + 5
  expect(readingAge(['The cat sat on the mat and ate a fish.'])).toBeCloseTo(5.11, 10);
});

test('longer words and longer sentences take more years; labels are left out', () => {
  const plain = 'The wait was too long for most people. The NHS must treat them in time.';
  const hard =
    'Administrative reorganisation of commissioning organisations considerably complicates longitudinal comparison of published proportions.';
  expect(readingAge([hard])).toBeGreaterThan(readingAge([plain]) + 10);
  expect(readingAge([plain, 'Over-dispersion.'])).toBe(readingAge([plain]));
});

test('a page without a sentence is refused', () => {
  expect(() => readingAge(['Value', 'Rank'])).toThrow(/None of 2 texts/);
});
