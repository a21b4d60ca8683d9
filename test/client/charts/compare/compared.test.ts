import { describe, expect, test } from 'vitest';
import { compareColumns } from '../../../../client/charts/compare/columns.tsx';
import type { Compared } from '../../../../client/charts/compare/compared.ts';
import { benchmarkRow, bestFirst, englandRow, placeRow } from '../../../../client/charts/compare/compared.ts';
import { allPlaces, groupOf, resolve } from '../../../../client/charts/compare/places.ts';
import { csvOf, tableOf } from '../../../../client/charts/kit/columns.ts';
import { METRICS } from '../../../../data/metrics/index.ts';
import { area, snapshot } from '../../fixtures.ts';
import { profile, row } from '../../pages/ccg/fixtures.ts';
import { areas } from '../fixtures.ts';

const chosen = (...names: string[]) => resolve(names, allPlaces(areas())).chosen;

describe('rows', () => {
  const [bradford] = chosen('02W');
  const [england] = chosen('england');
  if (!bradford || !england) throw new Error('The fixture lacks its areas');

  test('are those of the snapshot; a CCG that merged is a gap with its reason', () => {
    const reply = snapshot({
      query: { metric: '62-day-wait', period: 'fy2020-21', level: 'ccg' },
      areas: [area()],
    });
    expect(placeRow({ area: '00V', name: 'x', level: 'ccg' }, reply, areas())).toMatchObject({
      value: 0.8,
      level: 'ccg',
    });
    expect(placeRow(bradford, reply, areas())).toMatchObject({
      value: null,
      comparison: 'not-compared',
      notes: ['Succeeded by NHS Bradford District and Craven CCG from April 2020, before this period.'],
    });
  });

  test('England’s takes the verdict of its profile only where that is of the same figure', () => {
    const value = 115_755 / 141_670;
    const asked = {
      place: england,
      benchmark: snapshot().benchmark,
      metric: '62-day-wait',
      period: 'fy2016-17',
    } as const;
    const own = (period: string) =>
      profile([row({ value, period, verdict: 'not-met', comparison: 'worse' })]);
    expect(englandRow({ ...asked, profile: own('fy2016-17') })).toMatchObject({
      value,
      verdict: 'not-met',
      comparison: 'worse',
    });
    expect(englandRow({ ...asked, profile: own('fy2015-16') })).toMatchObject({
      value,
      verdict: 'no-target',
      comparison: 'not-compared',
    });
    expect(englandRow({ ...asked, benchmark: null, profile: own('fy2016-17') })).toMatchObject({
      value: null,
    });
  });

  test('stand best first, gaps last', () => {
    const of = (name: string, value: number | null) => ({
      ...area({ area: name, value }),
      level: 'ccg',
    });
    const order = (rows: ReturnType<typeof of>[], polarity: 'higher' | 'lower') =>
      bestFirst(rows, polarity)
        .map((each) => each.area)
        .join('');
    expect(order([of('a', 0.1), of('b', null), of('c', 0.3)], 'higher')).toBe('cab');
    expect(order([of('a', 0.1), of('b', null), of('c', 0.3)], 'lower')).toBe('acb');
  });

  test('the file has full precision, and the total names its members', () => {
    const benchmark = {
      ...snapshot().benchmark,
      value: 561 / 645,
      numerator: 561,
      denominator: 645,
    } as NonNullable<Compared['benchmark']>;
    const total = benchmarkRow(benchmark, { area: 'total', name: 'Ours', level: 'group' }, 'not compared');
    const compared = {
      rows: [{ ...area(), level: 'ccg' }],
      total,
      group: groupOf(chosen('02N', '02W')),
      against: 'England',
      benchmark: snapshot().benchmark,
    } as unknown as Compared;
    const [head, first, last] = csvOf(
      tableOf(compareColumns(METRICS['62-day-wait'], compared), [...compared.rows, total]),
      {},
    ).split(/\r?\n/);
    expect(head).toMatch(
      /^\ufeffarea,area_name,level,value,numerator,denominator,lower_95,upper_95,comparison,/,
    );
    expect(first).toMatch(/^00V,NHS Bury CCG,CCG,0.8,80,100,0.71,0.87,similar,/);
    expect(last).toMatch(/^02N 02W,Ours,total,0.8697674418604651,561,645,/);
  });
});
