import { describe, expect, test } from 'vitest';
import { sharedPatches } from '../../../../client/pages/alliance/patch.ts';
import type { Areas } from '../../../../data/contract/index.ts';

/** Two Alliances of Annex i; the first ICB lies in both, the second in the first, and the third came from the second. */
const areas = {
  alliances: [
    { area: 'north', name: 'North' },
    { area: 'south', name: 'South' },
  ],
  alliancesToday: [
    { area: 'today-one', name: 'One' },
    { area: 'today-two', name: 'Two' },
  ],
  icbs: [
    {
      area: 'A',
      from: '2022-04',
      population: 100,
      allianceToday: 'today-one',
      alliances: [
        { area: 'north', share: 0.75 },
        { area: 'south', share: 0.25 },
      ],
    },
    {
      area: 'B',
      from: '2022-04',
      population: 25,
      allianceToday: 'today-two',
      alliances: [{ area: 'north', share: 1 }],
    },
    {
      area: 'C',
      from: '2026-04',
      population: 25,
      allianceToday: 'today-two',
      alliances: [{ area: 'north', share: 1 }],
    },
  ],
} as unknown as Areas;

describe('the patches that two geographies share', () => {
  test('of an Alliance of Annex i, most people first', () =>
    expect(sharedPatches('north', areas)).toEqual([
      { area: 'today-one', name: 'One', ofThis: 0.75, ofOther: 0.75 },
      { area: 'today-two', name: 'Two', ofThis: 0.25, ofOther: 1 },
    ]));

  test('of one of today, where an ICB made by a merger is not counted twice', () =>
    expect(sharedPatches('today-two', areas)).toEqual([
      { area: 'north', name: 'North', ofThis: 1, ofOther: 0.25 },
    ]));
});
