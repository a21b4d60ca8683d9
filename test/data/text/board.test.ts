import { describe, expect, test } from 'vitest';
import type { Drivers, RecentTrend } from '../../../data/contract/index.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import {
  changeAnswer,
  gapBrief,
  mapHeading,
  movedSentence,
  scorecardHeading,
  targetAnswer,
} from '../../../data/text/board.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../data/text/drivers.ts';
import { area, snapshot } from '../../client/fixtures.ts';
import { cell, progressRow } from '../../client/pages/alliance/fixtures.ts';

const wait = METRICS['62-day-wait'];

const driver = (name: string, people: number) => ({ area: name, name, people }) as Drivers['rows'][number];
/** Two CCGs short of 85% by 6 and 3 people, one with 2 to spare. */
const drivers = (over: Partial<Drivers> = {}): Drivers =>
  ({
    query: { metric: '62-day-wait', alliance: 'x', period: 'fy2017-18' },
    target: progressRow().target,
    alliance: { area: 'x', name: 'X', value: 0.83, people: 7 },
    rows: [driver('A', 6), driver('B', 3), driver('C', -2)],
    baseline: null,
    change: null,
    changeReason: null,
    reason: null,
    notes: [],
    ...over,
  }) as Drivers;

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
    expect(changeAnswer({ recentTrend: trend })).toEqual({
      glyph: '↘',
      word: 'Falling',
      detail: 'Getting worse over five years',
    });
    expect(
      changeAnswer({ recentTrend: { ...trend, direction: 'not-calculated', judgement: null } }).detail,
    ).toBe('Too few years for a trend: none of 5');
    expect(changeAnswer({ recentTrend: null }).word).toBe('Cannot be told');
  });

  test('the gap is in people where they are counted, one person or several', () => {
    // 0.85 x 14,263 = 12,123.55, so 721 more than 11,403.
    expect(gapBrief(wait, progressRow())).toBe('721 more people treated in time would have reached 85%.');
    expect(gapBrief(wait, progressRow({ gap: { points: 0.001, people: 1 } }))).toMatch(/^1 more person /);
    expect(gapBrief(wait, progressRow({ gap: { points: 0.05, people: null } }))).toBe(
      '5.0 points short of 85%.',
    );
    expect(gapBrief(wait, progressRow({ reached: true, gap: { points: -0.018, people: 0 } }))).toBe(
      '1.8 points beyond 85%.',
    );
  });
});

describe('the drivers', () => {
  test('say the sums on both sides, and that together they are the gap', () =>
    expect(driversSentence(wait, drivers())).toBe(
      '2 CCGs are short of 85% by 9 people; 1 CCG has 2 people to spare. Together: 7 people, the Alliance’s gap.',
    ));

  test('say how many have no figure: the sums on both sides are not the gap then', () =>
    expect(
      driversSentence(wait, drivers({ rows: [driver('A', 6), { ...driver('B', 0), people: null }] })),
    ).toBe(
      '1 CCG is short of 85% by 6 people; 1 CCG has no figure. The Alliance as a whole: 7 people, the Alliance’s gap.',
    ));

  test('name the fewest that make half of what is missing', () => {
    expect(driversHeading(wait, drivers())).toBe('One CCG makes 6 of the 9 people by which CCGs miss 85%');
    expect(driversHeading(wait, drivers({ rows: [driver('A', 0), driver('C', -2)] }))).toBe(
      'Every CCG reaches 85%',
    );
    expect(driversHeading(wait, drivers({ reason: 'No counts.' }))).toMatch(/cannot be said$/);
  });

  test('say how it changed, with signs, or why not', () => {
    const change = { all: -0.021, own: -0.025, weight: 0.004 };
    const baseline = { period: 'fy2016-17', value: 0.851 };
    expect(changeSentence(wait, drivers({ change, baseline }), '2016/17')).toBe(
      'From 85.1% in 2016/17 to 83.0%: −2.1 points, of which −2.5 points by the CCGs’ own change and +0.4 points by how many of the people each has.',
    );
    expect(changeSentence(wait, drivers({ changeReason: 'No figure.' }), '')).toMatch(
      /cannot be told. No figure.$/,
    );
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
    expect(mapHeading(snapshot({ areas: areas('better'), illustrative: true }))).toMatch(/^Illustrative/);
  });

  test('of the scorecard leave out what is illustrative', () => {
    const cells = [
      cell({ comparison: 'worse' }),
      cell({ comparison: 'worse', status: 'illustrative' }),
      cell(),
    ];
    expect(scorecardHeading({ rows: [{ area: 'a', name: 'A', cells }], against: 'England' })).toBe(
      'Of 2 figures of its CCGs, 1 is worse than England and 0 better',
    );
  });
});

test('a move between two periods is said in points, or that there is none to see', () => {
  expect(movedSentence(wait, 0.801, 0.813)).toBe('Up 1.2 points, from 80.1% to 81.3%');
  expect(movedSentence(wait, 0.8131, 0.8129)).toBe('The same, 81.3%');
});
