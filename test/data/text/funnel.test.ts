import { expect, test } from 'vitest';
import { sideOf, ZONES_DOWN, zoneCount, zonePhrase } from '../../../data/text/funnel.ts';

test('above is better where higher is better, worse where lower is, and neither where there is no judgement', () => {
  expect(ZONES_DOWN.map((zone) => sideOf(zone, 'higher'))).toEqual([
    'better',
    'better',
    null,
    'worse',
    'worse',
  ]);
  expect(ZONES_DOWN.map((zone) => sideOf(zone, 'lower'))).toEqual([
    'worse',
    'worse',
    null,
    'better',
    'better',
  ]);
  expect(ZONES_DOWN.map((zone) => sideOf(zone, 'none'))).toEqual([null, null, null, null, null]);
});

test('a zone is told by its limit and what it means beside the benchmark', () => {
  expect(zonePhrase('low-998', 'higher', 'England')).toBe('below the 99.8% limit, worse than England');
  expect(zonePhrase('high-95', 'none', 'England')).toBe('above the 95% limit');
  expect(zonePhrase('inside', 'higher', 'England')).toBe('inside the limits');
});

test('a legend counts a zone, and says that one between the limits is beyond the 95% limit only', () => {
  expect(zoneCount('high-95', 'higher', 'England', 5)).toBe(
    'Above the 95% limit only, better than England: 5',
  );
  expect(zoneCount('inside', 'higher', 'England', 0)).toBe('Inside the limits: 0');
});
