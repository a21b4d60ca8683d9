import { describe, expect, test } from 'vitest';
import {
  type CompareView,
  compareAreasUrl,
  compareUrl,
  parseCompare,
} from '../../../../client/pages/compare/view.ts';
import { catalogue } from '../../fixtures.ts';

const known = catalogue();
const read = (address: string) => parseCompare(address.split('?')[1] ?? '', known);
const home = read('/compare');

describe('the page of chosen areas and its address', () => {
  test('the opening page has the bare address', () => {
    expect(compareUrl(home, known)).toBe('/compare');
    expect(home).toEqual({
      areas: [],
      metric: '62-day-wait',
      period: 'fy2020-21',
      group: '',
      benchmark: 'england',
      confidence: '95',
      line: '',
    });
  });

  test.each<Partial<CompareView>>([
    { areas: ['02N', '02W', 'west-yorkshire', 'england'] },
    { areas: ['02N', '02W'], group: 'Bradford & Airedale, 100%', benchmark: 'group' },
    { metric: '31-day-wait', period: '2016-04' },
    { metric: 'early-stage', period: '2012', confidence: '99.8' },
    { benchmark: 'greater-manchester', line: '02N' },
  ])('%o survives the address', (change) => {
    const view = { ...home, ...change };
    expect(read(compareUrl(view, known))).toEqual(view);
  });

  test('commas stay readable, and only what differs is written', () =>
    expect(compareUrl({ ...home, areas: ['02N', 'england'], period: 'fy2016-17' }, known)).toBe(
      '/compare?areas=02N,england&period=fy2016-17',
    ));

  test('an area is compared once, however often it is named; empty names are none', () =>
    expect(read('/compare?areas=02N,,02W, 02N,').areas).toEqual(['02N', '02W']));

  test('nonsense falls back', () =>
    expect(read('/compare?metric=luck&period=x&confidence=90&group=%20&benchmark=')).toEqual(home));

  test('a period in which the metric has no figures becomes one in which it has', () =>
    expect(read('/compare?metric=early-stage&period=fy2016-17').period).toBe('2013'));

  test('areas alone make an address', () =>
    expect(read(compareAreasUrl(['02N', 'england'])).areas).toEqual(['02N', 'england']));
});
