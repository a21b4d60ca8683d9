import { describe, expect, test } from 'vitest';
import { metric } from '../../../../data/metrics/index.ts';
import type { Row } from '../../../../server/questions/shared/figures.ts';
import { type Confidence, compare } from '../../../../server/questions/shared/judged.ts';
import { wilson } from '../../../../server/stats/wilson.ts';

const row = (area: string, numerator: number, denominator: number): Row => ({
  area,
  status: 'published',
  value: numerator / denominator,
  numerator,
  denominator,
  ...wilson(numerator, denominator),
  note: '',
});

/** How so many of so many people stand beside 85% of 100,000. */
const against85 = (numerator: number, denominator: number, confidence: Confidence = '95') =>
  compare(
    row('02N', numerator, denominator),
    row('england', 85_000, 100_000),
    '',
    metric('62-day-wait'),
    confidence,
  ).comparison;

describe('a comparison of few people', () => {
  // At 85% nobody in time of 1 has a chance of 15%, of 2 of 2.25%, of 3 of 0.34%, of 4 of 0.05%; 15 of 15 of 8.7%, 22 of
  // 22 of 2.8%, 23 of 23 of 2.4%. The intervals of 0 of 1 and of 22 of 22 leave 85% out.
  test.each([
    [0, 1, '95', 'similar'],
    [0, 2, '95', 'worse'],
    [0, 2, '99.8', 'similar'],
    [0, 3, '99.8', 'similar'],
    [0, 4, '99.8', 'worse'],
    [22, 22, '95', 'similar'],
    [23, 23, '95', 'better'],
    [0.5, 1.5, '95', 'similar'],
  ] as const)('%d of %d at %s%%: %s', (numerator, denominator, confidence, comparison) => {
    expect(against85(numerator, denominator, confidence)).toBe(comparison);
  });

  test('of many people the interval decides, as before', () => {
    expect(against85(800, 1000)).toBe('worse');
    expect(against85(840, 1000)).toBe('similar');
    expect(against85(900, 1000, '99.8')).toBe('better');
  });
});

// Counted out: of all numbers that chance gives so many people at 85%, those that are called worse, or better.
test.each(['95', '99.8'] as const)(
  'areas that are all alike are called different no more often than is said (%s%%)',
  (confidence) => {
    const tail = confidence === '95' ? 0.025 : 0.001;
    for (let people = 1; people <= 60; people++) {
      const called = { worse: 0, better: 0, similar: 0 };
      let chance = 0.15 ** people;
      for (let inTime = 0; inTime <= people; inTime++) {
        const kind = against85(inTime, people, confidence) as keyof typeof called;
        called[kind] += chance;
        chance *= ((people - inTime) / (inTime + 1)) * (0.85 / 0.15);
      }
      expect(called.worse, `worse of ${people}`).toBeLessThanOrEqual(tail);
      expect(called.better, `better of ${people}`).toBeLessThanOrEqual(tail);
      expect(called.worse + called.better + called.similar).toBeCloseTo(1, 9);
    }
  },
);
