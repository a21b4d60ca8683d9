import { describe, expect, test } from 'vitest';
import type { Drivers } from '../../../data/contract/index.ts';
import { METRICS } from '../../../data/metrics/index.ts';
import { changeSentence, driversHeading, driversSentence } from '../../../data/text/drivers.ts';
import { progressRow } from '../../client/pages/alliance/fixtures.ts';

const wait = METRICS['62-day-wait'];

const driver = (name: string, people: number) => ({ area: name, name, people }) as Drivers['rows'][number];
/** Two CCGs short of 85% by 6 and 3 people, one with 2 to spare. */
const drivers = (over: Partial<Drivers> = {}): Drivers =>
  ({
    query: { metric: '62-day-wait', alliance: 'x', period: 'fy2017-18' },
    level: 'ccg',
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

describe('the drivers', () => {
  test('say the sums on both sides, and that together they are the gap', () =>
    expect(driversSentence(wait, drivers())).toBe(
      '2 CCGs are short of 85% by 9 people; 1 CCG has 2 people to spare. The Alliance as a whole is short of 85% by 7 people.',
    ));

  test('say how many have no figure: the sums on both sides are not the gap then', () =>
    expect(
      driversSentence(wait, drivers({ rows: [driver('A', 6), { ...driver('B', 0), people: null }] })),
    ).toBe(
      '1 CCG is short of 85% by 6 people; 1 CCG has no figure. The Alliance as a whole is short of 85% by 7 people.',
    ));

  test('name the fewest that make half of what is missing', () => {
    expect(driversHeading(wait, drivers())).toBe(
      'One CCG makes 6 of the 9 people by which 2 CCGs are short of 85%; one has 2 to spare',
    );
    expect(driversHeading(wait, drivers({ rows: [driver('A', 6), driver('B', 0)] }))).toBe(
      'One CCG is short of 85%, by 6 people',
    );
    expect(driversHeading(wait, drivers({ rows: [driver('A', 0), driver('C', -2)] }))).toBe(
      'Every CCG is at 85% or beyond',
    );
    expect(driversHeading(wait, drivers({ reason: 'No counts.' }))).toMatch(/cannot be said$/);
  });

  test('of an Alliance of one area say its own gap, and split nothing', () => {
    const alone = (people: number) =>
      drivers({ level: 'icb', alliance: { ...drivers().alliance, people }, rows: [driver('A', people)] });
    expect(driversHeading(wait, alone(109))).toBe('Its one ICB is short of 85%, by 109 people');
    expect(driversSentence(wait, alone(109))).toBe(
      'Its one ICB is short of 85% by 109 people: the Alliance’s gap is its own.',
    );
    expect(driversHeading(wait, alone(-2))).toBe('Its one ICB is at 85% or beyond');
    expect(driversSentence(wait, alone(-2))).toBe('Its one ICB has 2 people to spare over 85%.');
    expect(driversSentence(wait, alone(0))).toBe('Its one ICB is at 85% exactly.');
    const change = { all: 0.041, own: 0.041, weight: 0 };
    const baseline = { period: '2025-04', value: 0.726 };
    expect(changeSentence(wait, { ...alone(109), change, baseline }, 'April 2025')).toBe(
      'The Alliance went from 72.6% in April 2025 to 83.0%: +4.1 points before rounding.',
    );
  });

  test('say how it changed, with signs, or why not', () => {
    const change = { all: -0.021, own: -0.025, weight: 0.004 };
    const baseline = { period: 'fy2016-17', value: 0.851 };
    expect(changeSentence(wait, drivers({ change, baseline }), '2016/17')).toBe(
      'The Alliance went from 85.1% in 2016/17 to 83.0%: −2.1 points before rounding, of which the CCGs’ own change made −2.5 points and how many of the people each has +0.4 points.',
    );
    expect(changeSentence(wait, drivers({ changeReason: 'No figure.' }), '')).toMatch(
      /cannot be told. No figure.$/,
    );
  });
});
