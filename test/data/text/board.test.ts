import { describe, expect, test } from 'vitest';
import type { ControlReading, ProgressRow, RecentTrend } from '../../../data/contract/index.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import {
  changeAnswer,
  changingSentence,
  gapBrief,
  mapHeading,
  movedWords,
  scorecardHeading,
  stepSentence,
  targetAnswer,
  withoutWords,
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

  test('a standard that rose in the year up to the figure says what it was before', () => {
    // 75% until March 2026, 80% from April 2026: data/metrics/waits.ts.
    const told = METRICS['28-day-diagnosis'];
    const target = { ...progressRow().target, value: 0.8, from: '2026-04' } as ProgressRow['target'];
    const detail = (period: string) => targetAnswer(told, progressRow({ target, period })).detail;
    expect(detail('2026-04')).toBe('Standard 80% (75% before April 2026)');
    expect(detail('2027-03')).toBe('Standard 80% (75% before April 2026)');
    expect(detail('2027-04')).toBe('Standard 80%');
    expect(stepSentence(told, { before: 0.75, now: 0.8, from: '2026-04' })).toBe(
      'The standard rose from 75% to 80% in April 2026.',
    );
  });

  test('whether it changes names its years, and the month that was read where that is another', () => {
    const recentTrend: RecentTrend = {
      direction: 'decreasing',
      judgement: 'getting-worse',
      chiSquared: 20,
      periods: ['2018', '2019', '2020', '2021', '2022'],
      reason: null,
    };
    expect(changingSentence(wait, { control: null, recentTrend, period: '2022' })).toBe(
      'Falling: getting worse over five years, 2018 to 2022.',
    );
    const control = {
      grain: 'month',
      reason: null,
      period: '2017-03',
      variation: 'common-cause',
      signal: null,
      assurance: null,
      target: null,
      pPrime: null,
    } as const;
    expect(changingSentence(wait, { control, recentTrend, period: 'fy2016-17' })).toBe(
      'Usual range to March 2017: within its usual range.',
    );
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
    expect(told({ variation: 'common-cause', signal: null })).toBe('It lies short of 85%');
    expect(told({ variation: null, signal: null, reason: 'Fewer than 12 figures.' })).toBe(
      'Fewer than 12 figures.',
    );
  });

  test('the gap is in people where they are counted, one person or several', () => {
    // 0.85 x 14,263 = 12,123.55, so 721 more than 11,403.
    expect(gapBrief(wait, progressRow())).toBe(
      'It would have been at 85% with 721 fewer people waiting beyond 62 days.',
    );
    expect(gapBrief(wait, progressRow({ gap: { points: 0.001, people: 1 } }))).toMatch(
      / at 85% with 1 fewer person waiting beyond 62 days\.$/,
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
    ).toBe('Of 2 figures of its one CCG, 1 is worse than England and 0 better');
    const rows = ['a', 'b'].map((of) => ({ area: of, name: of, cells }));
    expect(scorecardHeading({ rows, against: 'England', level: 'ccg' })).toBe(
      'Of 4 figures of its CCGs, 2 are worse than England and 0 better',
    );
  });
});

const bare = (value: number) => ({ value, lower: null, upper: null });

test('a move between two periods is said in points, or that there is none to see', () => {
  expect(movedWords(wait, bare(0.801), bare(0.813))).toBe('Up 1.2 points');
  expect(movedWords(wait, bare(0.8131), bare(0.8129))).toBe('The same');
});

test('a move that chance could give is said to be none beyond it', () => {
  const of = (value: number, error: number) => ({ value, lower: value - error, upper: value + error });
  expect(movedWords(wait, of(0.801, 0.01), of(0.813, 0.01))).toBe('Up 1.2 points: no change beyond chance');
  expect(movedWords(wait, of(0.801, 0.005), of(0.813, 0.005))).toBe('Up 1.2 points');
});

describe('the ambitions without a figure', () => {
  const none = { metric: null, value: null, repeats: false } as const;
  const spread = [
    { period: '2011', p10: 65, median: 68, p90: 70.1, areas: 209 },
  ] as unknown as ProgressRow['spread'];
  const englands = progressRow({ id: 'v', basis: 'variation', national: true, value: null, spread });

  test('are counted, England’s figures named as England’s', () =>
    expect(
      withoutWords({ rows: [progressRow(), progressRow({ id: 'n', ...none }), englands], period: '2026-04' }),
    ).toBe(
      '2 other ambitions have no figure for this Alliance up to April 2026; for 1 of them there is one of England as a whole, the spread between its CCGs.',
    ));

  test('are all of them where none has one, and none where all have', () => {
    expect(withoutWords({ rows: [progressRow({ id: 'n', ...none })], period: '2010-01' })).toBe(
      'None of the 1 ambitions of Annex A has a figure for this Alliance up to January 2010.',
    );
    expect(withoutWords({ rows: [progressRow()], period: '2026-04' })).toBe('');
  });
});
