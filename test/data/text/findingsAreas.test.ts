import { describe, expect, test } from 'vitest';
import type { Drivers, Fact, Snapshot } from '../../../data/contract/index.ts';
import type { AddressedReply } from '../../../data/text/facts.ts';
import { comparedItself, comparedWithin, gapMakers } from '../../../data/text/findings.ts';

/** What a sentence reads of a reply, as a whole reply. */
const told = <Reply>(reply: object): AddressedReply<Reply> => ({ url: '/api/x', reply: reply as Reply });
const values = (facts: readonly Fact[] | undefined) => facts?.map(({ value }) => value);

describe('drivers', () => {
  const drivers = (shares: (number | null)[], more: object = {}) =>
    told<Drivers>({
      query: { metric: '62-day-wait', period: 'fy2016-17' },
      alliance: { area: 'x', name: 'Wessex' },
      target: { value: 0.85 },
      reason: null,
      rows: shares.map((shareOfGap, i) => ({ name: `NHS ${'ABCDE'[i]} CCG`, value: 0.8, shareOfGap })),
      ...more,
    });
  const text = (shares: (number | null)[], more?: object) => gapMakers(drivers(shares, more))?.text;

  test('the fewest that make half, and their share', () => {
    expect(text([0.45, 0.16, 0.2, 0.19, null])).toBe(
      'On the 62-day wait in 2016/17, 4 of the 5 CCGs of Wessex missed the standard of 85%; 2 of these account for 61% of their gap to it: A and B.',
    );
    expect(values(gapMakers(drivers([0.6, 0.3, 0.1]))?.facts)).toEqual([3, 0.85, 1, 0.6]);
  });

  test('one makes it', () => {
    expect(text([0.6, 0.3, 0.1])).toMatch(
      /all 3 CCGs .* 1 of these accounts for 60% of their gap to it: A\.$/,
    );
  });

  test('those that tie with the last are named too', () => {
    expect(text([0.4, 0.2, 0.2, 0.1, 0.1])).toMatch(/3 of these account for 80% .*: A, B and C\.$/);
    expect(text([0.25, 0.25, 0.25, 0.25])).toMatch(/all 4 CCGs of Wessex missed .* 85%: A, B, C and D\.$/);
  });

  test('one that misses, none that misses, none with a figure', () => {
    expect(text([1, null])).toMatch(/1 of the 2 CCGs of Wessex missed the standard of 85%: A\.$/);
    expect(text([null, null])).toMatch(/, both CCGs of Wessex reached the standard of 85%\.$/);
    expect(text([null])).toMatch(/, the 1 CCG of Wessex reached /);
    expect(text([])).toBeUndefined();
    expect(text([1], { reason: 'No counts' })).toBeUndefined();
    expect(text([1], { target: null })).toBeUndefined();
  });
});

describe('comparison', () => {
  const snapshot = (comparisons: string[], rank: object | null = null) =>
    told<Snapshot>({
      query: { metric: '62-day-wait', period: '2018-05', level: 'ccg' },
      benchmark: { value: 0.811 },
      areas: comparisons.map((comparison, i) => ({
        area: `c${i}`,
        name: `NHS ${'ABCDE'[i]} CCG`,
        comparison,
        parents: i === 4 ? ['other'] : ['kent', 'other'],
        rank,
      })),
    });
  const within = (comparisons: string[]) =>
    comparedWithin(snapshot(comparisons), { area: 'kent', name: 'Kent' })?.text;

  test('counts those inside alone, one and many', () => {
    expect(within(['better', 'similar', 'similar', 'worse', 'worse'])).toBe(
      'On the 62-day wait in May 2018, 1 of the 4 CCGs of Kent was better than England (81.1%), 2 were similar and 1 was worse.',
    );
    expect(within(['similar', 'similar', 'not-compared'])).toMatch(
      /2 of the 3 CCGs of Kent were similar to England \(81\.1%\) and 1 was not compared\.$/,
    );
  });

  test('all alike, one alone, none', () => {
    expect(within(['worse', 'worse'])).toMatch(/, both CCGs of Kent were worse than England \(81\.1%\)\.$/);
    expect(within(['worse'])).toMatch(/the 1 CCG of Kent was worse than England/);
    expect(within(['not-compared'])).toBeUndefined();
    expect(within([])).toBeUndefined();
  });

  test('a CCG with its place', () => {
    const rank = { value: 2, lower: 1, upper: 3, of: 5 };
    expect(comparedItself(snapshot(['worse', 'similar'], rank), 'c1')?.text).toBe(
      'On the 62-day wait in May 2018, NHS B CCG was similar to England (81.1%), and stood 2nd of 5 CCGs (95% range 1 to 3).',
    );
    expect(comparedItself(snapshot(['worse']), 'c0')?.text).toMatch(/was worse than England \(81\.1%\)\.$/);
    expect(comparedItself(snapshot(['not-compared']), 'c0')).toBeNull();
    expect(comparedItself(snapshot(['worse']), 'none')).toBeNull();
  });
});
