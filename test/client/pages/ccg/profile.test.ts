import { describe, expect, test } from 'vitest';
import { PROFILE_HEAD, profileCells } from '../../../../client/charts/spine/columns.ts';
import { amongTen, tenHeading } from '../../../../client/pages/ccg/SimilarTen.tsx';
import { area, snapshot } from '../../fixtures.ts';
import { gap, profile, row } from './fixtures.ts';

describe('the similar ten', () => {
  const areas = [
    area({ area: 'a', name: 'A', value: 0.7 }),
    area({ area: 'b', name: 'B', value: null }),
    area({ area: 'c', name: 'C', value: 0.9 }),
    area({ area: 'd', name: 'D', value: 0.95 }),
  ];

  test('stand beside the area best first, gaps last; the others stay out, the ended are named', () => {
    const ten = amongTen(snapshot({ areas }), 'a', ['b', 'c', 'z']);
    expect(ten.shown.map((each) => each.area)).toEqual(['c', 'a', 'b']);
    expect(ten.missing).toEqual(['z']);
    expect(tenHeading(ten.shown, 'a')).toBe('By value 2nd of these 2; the intervals say how sure that is');
    const bare = ten.shown.map((each) => ({ ...each, lower: null, upper: null }));
    expect(tenHeading(bare, 'a')).toContain('no intervals are published');
    expect(tenHeading(ten.shown, 'b')).toBe('It has no figure itself for this metric and period');
  });

  test('less is first where less is better', () => {
    const query = { metric: 'under-75-mortality', period: '2012', level: 'ccg' } as const;
    const ten = amongTen(snapshot({ areas, query }), 'a', ['c', 'd']);
    expect(ten.shown.map((each) => each.area)).toEqual(['a', 'c', 'd']);
  });
});

describe('the file', () => {
  const cells = (rows: Parameters<typeof profile>[0]) =>
    profileCells(profile(rows)).map((each) =>
      Object.fromEntries(each.map((cell, i) => [PROFILE_HEAD[i], cell])),
    );

  test('has each metric at full precision, with its status and source', () => {
    const [first, second] = cells([row({ value: 115_755 / 141_670 }), gap()]);
    expect(first).toMatchObject({ area: '00V', period: 'fy2020-21', value: 115_755 / 141_670, rank: 34 });
    expect(first?.publisher).toBe('NHS England');
    expect(second).toMatchObject({ status: 'not-published', value: null, rank: null });
  });
});
