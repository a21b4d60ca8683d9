import { describe, expect, test } from 'vitest';
import type { ProfileRow } from '../../../data/contract/index.ts';
import { metric } from '../../../data/metrics/index.ts';
import {
  comparisonHeading,
  figuresSentence,
  profileCounts,
  rankWords,
  readingBrief,
  recentTrendBrief,
  standardsSentence,
  unjudgedSentence,
} from '../../../data/text/profile.ts';
import { gap, profile, row } from '../../client/pages/ccg/fixtures.ts';

const compared = (...kinds: ProfileRow['comparison'][]) => kinds.map((comparison) => row({ comparison }));
const judged = (...kinds: ProfileRow['verdict'][]) => kinds.map((verdict) => row({ verdict }));

test('gaps are counted in nothing but the metrics', () => {
  const rows = [
    row({ comparison: 'worse', verdict: 'not-met' }),
    gap({ verdict: 'not-met', comparison: 'worse' }),
  ];
  expect(profileCounts(rows)).toEqual({
    metrics: 2,
    figures: 1,
    better: 0,
    similar: 0,
    worse: 1,
    higher: 0,
    lower: 0,
    met: 0,
    notMet: 1,
    notSure: 0,
  });
});

describe('the heading', () => {
  test.each<[ProfileRow['comparison'][], string]>([
    [[], 'No metric can be compared with England'],
    [['not-compared'], 'No metric can be compared with England'],
    [['lower'], 'No metric is better or worse than England'],
    [['worse'], 'Worse than England on 1 metric and better on none'],
    [['similar'], 'Similar to England on the one metric compared'],
    [['similar', 'similar', 'higher'], 'Similar to England on both metrics compared'],
    [['similar', 'similar', 'similar'], 'Similar to England on all 3 metrics compared'],
    [['better', 'similar', 'similar'], 'Better than England on 1 metric, similar on 2 and worse on none'],
    [
      ['better', 'better', 'similar', 'worse', 'worse'],
      'Better than England on 2 metrics, similar on 1 and worse on 2',
    ],
    [['worse', 'similar'], 'Worse than England on 1 metric, similar on 1 and better on none'],
  ])('%j', (kinds, words) => expect(comparisonHeading(profile(compared(...kinds)))).toBe(words));

  test('leaves what is neither better nor worse to a sentence of its own', () => {
    expect(unjudgedSentence(profile(compared('better', 'similar')))).toBe('');
    expect(unjudgedSentence(profile(compared('higher')))).toBe(
      '1 metric is higher than England, which is neither better nor worse.',
    );
    expect(unjudgedSentence(profile(compared('higher', 'lower')))).toBe(
      '2 metrics are higher or lower than England, which is neither better nor worse.',
    );
  });

  test('names what is compared with', () =>
    expect(comparisonHeading(profile(compared('similar'), { against: 'its Alliance' }))).toBe(
      'Similar to its Alliance on the one metric compared',
    ));
});

describe('the standards', () => {
  test.each<[ProfileRow['verdict'][], string]>([
    [['no-target'], 'None of these figures has a standard in force.'],
    [['met'], 'The one standard in force is met.'],
    [['not-met'], 'The one standard in force is not met.'],
    [
      ['not-sure'],
      'Whether the one standard in force is met is not sure, as its 95% interval spans the standard or is not known.',
    ],
    [['met', 'met'], 'Of 2 standards in force, 2 are met.'],
    [
      ['met', 'not-met', 'not-met', 'not-sure'],
      'Of 4 standards in force, 1 is met, 2 are not met and for 1 that is not sure (the 95% interval spans the standard).',
    ],
  ])('%j', (kinds, words) => expect(standardsSentence(judged(...kinds))).toBe(words));
});

test.each<[ProfileRow[], string]>([
  [[gap()], 'No metric has a figure by March 2021.'],
  [[row()], '1 of 1 metric has a figure by March 2021.'],
  [[row(), row(), gap()], '2 of 3 metrics have a figure by March 2021.'],
])('how many metrics have a figure: %#', (rows, words) =>
  expect(figuresSentence(rows, 'March 2021')).toBe(words),
);

test('a place says its range, unless that is the place alone', () => {
  expect(rankWords({ value: 34, lower: 12, upper: 71, of: 206 })).toBe('34th of 206 (12 to 71)');
  expect(rankWords({ value: 1, lower: 1, upper: 1, of: 206 })).toBe('1st of 206');
});

describe('how it moves', () => {
  const reading = {
    grain: 'month',
    reason: null,
    period: '2021-11',
    signal: null,
    target: 0.85,
    pPrime: null,
  } as const;

  const wait = metric('62-day-wait');

  test('a control chart says variation and assurance in the words of the board page', () => {
    const concern = { ...reading, variation: 'concern', assurance: 'inconsistent' } as const;
    expect(readingBrief(wait, { ...concern, signal: 'outside' })).toBe(
      'Concern: below its usual range; its usual range lies on both sides of 85%',
    );
    // A run is no figure outside the range, and is not said to be one.
    expect(readingBrief(wait, { ...concern, signal: 'shift' })).toMatch(
      /^Concern: below its average for seven months or more;/,
    );
    expect(readingBrief(wait, { ...reading, variation: 'common-cause', assurance: null })).toBe(
      'Usual range: within its usual range',
    );
  });

  test('a p′ chart that disagrees is named with it', () => {
    const pPrime = {
      mean: 0.85,
      lower: 0.7,
      upper: 0.98,
      sigmaZ: 1,
      variation: 'common-cause',
      signal: null,
      agrees: false,
    } as const;
    const concern = { ...reading, variation: 'concern', signal: 'outside', assurance: null } as const;
    expect(readingBrief(wait, { ...concern, pPrime })).toBe(
      'Concern: below its usual range (a p′ chart, which allows for how many people there were, disagrees)',
    );
    expect(readingBrief(wait, { ...concern, pPrime: { ...pPrime, agrees: true } })).toBe(
      'Concern: below its usual range',
    );
  });

  test('without limits it says why', () =>
    expect(
      readingBrief(wait, { ...reading, variation: null, assurance: null, reason: 'Fewer than 12' }),
    ).toBe('Fewer than 12'));

  test('a recent trend says its direction and what it means', () => {
    const trend = { chiSquared: null, periods: [], reason: null };
    expect(recentTrendBrief({ ...trend, direction: 'decreasing', judgement: 'getting-worse' })).toBe(
      'Falling: getting worse',
    );
    expect(recentTrendBrief({ ...trend, direction: 'no-change', judgement: null })).toBe(
      'No statistically significant change',
    );
  });
});
