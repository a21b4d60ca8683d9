import { describe, expect, test } from 'vitest';
import { earlyBounds, stageSentences } from '../../../data/text/stage.ts';

describe('a share of staged cancers', () => {
  test('lies between the shares of all cancers, were every unstaged one late and were every one early', () => {
    expect(earlyBounds({ early: 30, staged: 60, all: 100 })).toEqual({ allLate: 0.3, allEarly: 0.7 });
  });

  test('is certain where every cancer is staged', () => {
    expect(earlyBounds({ early: 30, staged: 60, all: 60 })).toEqual({ allLate: 0.5, allEarly: 0.5 });
  });

  test('counts that do not hold one another are refused', () => {
    expect(() => earlyBounds({ early: 70, staged: 60, all: 100 })).toThrow(RangeError);
    expect(() => earlyBounds({ early: 0, staged: 0, all: 0 })).toThrow(RangeError);
  });

  test('is told with its counts and both ends', () => {
    expect(stageSentences('England', { early: 30, staged: 60, all: 100 })).toEqual([
      'England: 60.0% of cancers were staged (60 of 100), and 50.0% of those were found early (30).',
      'Were every cancer without a stage late, 30.0% of all would have been found early; were every one early, 70.0%.',
    ]);
    expect(stageSentences('Here', { early: 0, staged: 0, all: 9 })).toEqual([
      'No cancer of Here has a stage recorded.',
    ]);
  });
});
