import { expect, test } from 'vitest';
import { linesGrain } from '../../../../client/charts/kit/overTime.ts';
import type { Catalogue } from '../../../../data/contract/index.ts';

const catalogue = {
  metrics: [
    {
      id: '62-day-wait',
      periods: [
        { level: 'alliance', grain: 'year', periods: ['fy2016-17', 'fy2017-18'] },
        { level: 'alliance', grain: 'quarter', periods: ['fy2016-17-q1', 'fy2016-17-q2'] },
      ],
    },
  ],
} as unknown as Catalogue;

test('lines open with periods as long as the page’s, where there are two of them up to it; else with quarters', () => {
  const grain = (until: string) => linesGrain(catalogue, '62-day-wait', 'alliance', until);
  expect([grain('fy2017-18'), grain('fy2016-17'), grain('fy2016-17-q2'), grain('')]).toEqual([
    'year',
    'quarter',
    'quarter',
    'quarter',
  ]);
  expect(linesGrain(catalogue, '31-day-wait', 'alliance', 'fy2017-18')).toBeNull();
});
