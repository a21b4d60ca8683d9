import { describe, expect, test } from 'vitest';
import { parseView, type View, viewUrl } from '../../../../client/pages/england/view.ts';
import { catalogue } from '../../fixtures.ts';

const known = catalogue();
const home = parseView('', known);
const back = (view: View) => parseView(viewUrl(view, known).slice(2), known);

describe('the view and its address', () => {
  test('the home view has the bare address', () => expect(viewUrl(home, known)).toBe('/'));

  test('opens on the catalogue’s home metric and period', () =>
    expect(home).toMatchObject({ metric: '62-day-wait', period: 'fy2020-21', level: 'ccg', layout: 'map' }));

  test.each<Partial<View>>([
    { metric: '31-day-wait' },
    { period: '2021-11' },
    { level: 'alliance', area: 'greater-manchester' },
    { metric: 'early-stage', period: '2012' },
    { layout: 'hex', sort: 'name', down: true },
    { within: 'greater-manchester', find: 'tameside & glossop' },
  ])('%o survives the address', (change) => {
    const view = { ...home, ...change };
    const settled = back(view);
    expect(settled).toEqual(view.metric === 'early-stage' ? { ...view, period: '2012' } : view);
  });

  test('only what differs is written', () => {
    expect(viewUrl({ ...home, metric: '31-day-wait' }, known)).toBe('/?metric=31-day-wait');
    expect(viewUrl({ ...home, metric: 'early-stage', period: '2013' }, known)).toBe('/?metric=early-stage');
  });

  test('nonsense falls back to the home view', () =>
    expect(
      parseView('metric=x&period=2016-13&level=ward&layout=globe&sort=luck&order=sideways', known),
    ).toEqual(home));
});
