import { describe, expect, test } from 'vitest';
import type { ControlReading, RecentTrend } from '../../../data/contract/index.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import {
  changeAnswer,
  gapBrief,
  mapHeading,
  movedSentence,
  scorecardHeading,
  targetAnswer,
} from '../../../data/text/board.ts';
import { area, snapshot } from '../../client/fixtures.ts';
import { cell, progressRow } from '../../client/pages/alliance/fixtures.ts';

const wait = METRICS['62-day-wait'];

describe('the three questions of an ambition', () => {
  test('whether it is met is said with the target, and that it is national', () => {
    expect(targetAnswer(wait, progressRow())).toEqual({
      glyph: '✗',
      word: 'Not met',
      detail: 'Standard 85%',
    });
    expect(targetAnswer(wait, progressRow({ verdict: 'met', national: true })).detail).toBe(
      'Standard 85%, set for England as a whole',
    );
    expect(targetAnswer(wait, progressRow({ verdict: 'not-sure' })).detail).toMatch(/spans it$/);
    expect(targetAnswer(wait, progressRow({ target: null })).word).toBe('No number to meet');
  });

  test('a target of another denominator is told and not judged', () => {
    const target = progressRow().target;
    const told = targetAnswer(wait, progressRow({ target: target && { ...target, comparable: false } }));
    expect([told.word, told.detail.includes('not this figure’s target')]).toEqual(['Not judged', true]);
  });

  test('whether it changes is the recent trend, or why there is none', () => {
    const trend: RecentTrend = {
      direction: 'decreasing',
      judgement: 'getting-worse',
      chiSquared: 20,
      periods: [],
      reason: null,
    };
    expect(changeAnswer(wait, { control: null, recentTrend: trend })).toEqual({
      glyph: '↘',
      word: 'Falling',
      detail: 'Getting worse over five years',
    });
    expect(
      changeAnswer(wait, {
        control: null,
        recentTrend: { ...trend, direction: 'not-calculated', judgement: null },
      }).detail,
    ).toBe('Too few years for a trend: none of 5');
    expect(changeAnswer(wait, { control: null, recentTrend: null }).word).toBe('Cannot be told');
  });

  test('what is published by month is read from its control chart, whatever the years say', () => {
    const control = {
      grain: 'month',
      reason: null,
      period: '2026-04',
      variation: 'concern',
      signal: 'shift',
      assurance: 'consistent-fail',
      target: 0.85,
      pPrime: null,
    } as const;
    expect(changeAnswer(wait, { control, recentTrend: null })).toEqual({
      glyph: '▼',
      word: 'Concern',
      detail: 'Below its average for seven months or more; its usual range lies short of 85%',
    });
    const told = (over: Partial<ControlReading>) =>
      changeAnswer(wait, { control: { ...control, ...over }, recentTrend: null }).detail;
    expect(told({ variation: 'improvement', signal: 'outside', assurance: 'inconsistent' })).toBe(
      'Above its usual range; its usual range lies on both sides of 85%',
    );
    expect(told({ variation: 'improvement', signal: 'trend', assurance: null })).toBe(
      'Rising for seven months or more in a row',
    );
    expect(told({ signal: 'two-of-three', assurance: 'consistent-pass' })).toBe(
      'Close to the bottom of its usual range; its usual range lies beyond 85%',
    );
    expect(told({ variation: 'common-cause', signal: null, target: null })).toBe('Within its usual range');
    expect(told({ variation: null, signal: null, reason: 'Fewer than 12 figures.' })).toBe(
      'Fewer than 12 figures.',
    );
  });

  test('the gap is in people where they are counted, one person or several', () => {
    // 0.85 x 14,263 = 12,123.55, so 721 more than 11,403.
    expect(gapBrief(wait, progressRow())).toBe('721 fewer people waiting beyond 62 days would have met 85%.');
    expect(gapBrief(wait, progressRow({ gap: { points: 0.001, people: 1 } }))).toMatch(
      /^1 fewer person waiting beyond 62 days /,
    );
    expect(gapBrief(wait, progressRow({ gap: { points: 0.05, people: null } }))).toBe(
      '5.0 points short of 85%.',
    );
    expect(gapBrief(wait, progressRow({ reached: true, gap: { points: -0.018, people: 0 } }))).toBe(
      '1.8 points beyond 85%.',
    );
    const ours = { status: 'derived', gap: { points: 5.6, people: null } } as const;
    expect(gapBrief(METRICS['one-year-survival'], progressRow(ours))).toMatch(/, by our approximation\.$/);
  });
});

describe('headings', () => {
  const areas = (...kinds: ('better' | 'similar' | 'worse')[]) =>
    kinds.map((comparison) => area({ comparison }));

  test('of the map count the CCGs by how they compare', () => {
    expect(mapHeading(snapshot({ areas: areas('better', 'worse', 'worse') }))).toBe(
      'Of 3 CCGs, 1 is better than England and 2 worse',
    );
    expect(mapHeading(snapshot({ areas: areas('similar', 'similar') }))).toBe(
      'Both CCGs are similar to England',
    );
  });

  test('of the scorecard count its figures by how they compare', () => {
    const cells = [cell({ comparison: 'worse' }), cell()];
    expect(
      scorecardHeading({ rows: [{ area: 'a', name: 'A', cells }], against: 'England', level: 'ccg' }),
    ).toBe('Of 2 figures of its CCGs, 1 is worse than England and 0 better');
  });
});

const bare = (value: number) => ({ value, lower: null, upper: null });

test('a move between two periods is said in points, or that there is none to see', () => {
  expect(movedSentence(wait, bare(0.801), bare(0.813))).toBe('Up 1.2 points, from 80.1% to 81.3%');
  expect(movedSentence(wait, bare(0.8131), bare(0.8129))).toBe('The same, 81.3%');
});

test('a move that chance could give is said to be none beyond it', () => {
  const of = (value: number, error: number) => ({ value, lower: value - error, upper: value + error });
  expect(movedSentence(wait, of(0.801, 0.01), of(0.813, 0.01))).toBe(
    'Up 1.2 points, from 80.1% to 81.3%: no change beyond chance',
  );
  expect(movedSentence(wait, of(0.801, 0.005), of(0.813, 0.005))).toBe('Up 1.2 points, from 80.1% to 81.3%');
});
