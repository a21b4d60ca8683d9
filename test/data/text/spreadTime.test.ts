import { describe, expect, test } from 'vitest';
import {
  longestSpreadChange,
  noSpreadChange,
  spreadChange,
  spreadChangeByChance,
} from '../../../data/text/spread.ts';
import { point, spread } from './spreadFixture.ts';

describe('change', () => {
  // The 62-day wait by CCG: 12.6 points in 2016/17, 15.7 in 2019/20, of fewer, larger CCGs.
  const years = [
    point('fy2016-17', 0.743, 0.87, { areas: 206 }),
    point('fy2019-20', 0.695, 0.852, { areas: 191 }),
    point('fy2020-21', 0.64, 0.837, { areas: 135 }),
  ];
  const breaks = [{ from: '2020-04', reason: 'COVID-19.' }];
  const of = (period: string) =>
    spread({ query: { metric: '62-day-wait', period, level: 'ccg' }, overTime: years, breaks });

  test('is told since the first comparable period, with the number of areas where that changed', () => {
    expect(spreadChange(of('fy2019-20'))).toBe(
      'Since 2016/17 the gap between the 10th and the 90th percentile has widened from 12.7 points to 15.7 points (206 CCGs then, 191 in 2019/20).',
    );
    expect(spreadChangeByChance(of('fy2019-20'))).toBe(
      'Chance alone, for CCGs of their sizes, would have given 4.0 points in 2016/17 and 4.0 points in 2019/20.',
    );
  });

  test('is never told across a break', () => {
    expect(spreadChange(of('fy2020-21'))).toBe('');
    expect(noSpreadChange(of('fy2020-21'))).toBe(
      '2020/21 is the first of the periods comparable with it, so no change up to it is stated.',
    );
    expect(longestSpreadChange(of('fy2020-21'))).toMatch(/^From 2016\/17 to 2019\/20 the gap/);
  });

  test('one period says so, and which file would fill the gap', () => {
    const survival = spread({
      query: { metric: 'one-year-survival', period: '2011', level: 'ccg' },
      overTime: [point('2011', 65.1, 70.2)],
      breaks: [],
    });
    expect(spreadChange(survival)).toBe('');
    expect(longestSpreadChange(survival)).toBe('');
    expect(noSpreadChange(survival)).toMatch(
      /^Only one period, 2011, is published by CCG, .* cannot be said yet\. The later yearly releases/,
    );
  });
});
