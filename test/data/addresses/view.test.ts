import { expect, test } from 'vitest';
import { mapView, snapshotUrl } from '../../../data/addresses/view.ts';
import type { Catalogue } from '../../../data/contract/index.ts';

const metric = (id: string, ...periods: [level: string, grain: string, periods: string[]][]) => ({
  id,
  periods: periods.map(([level, grain, listed]) => ({ level, grain, periods: listed })),
});

const CATALOGUE = {
  metrics: [
    metric(
      '62-day-wait',
      ['ccg', 'month', ['2021-10', '2021-11']],
      ['ccg', 'year', ['fy2019-20', 'fy2020-21']],
      ['alliance', 'year', ['fy2019-20', 'fy2020-21']],
    ),
    metric(
      '28-day-diagnosis',
      ['ccg', 'month', ['2021-11']],
      ['ccg', 'quarter', ['fy2021-22-q1', 'fy2021-22-q2']],
    ),
    metric('stage-recorded', ['england', 'calendar-year', ['2015']]),
    metric('only-alliances', ['alliance', 'year', ['fy2018-19']]),
  ],
  home: { metric: '62-day-wait', period: 'fy2020-21' },
} as unknown as Catalogue;

const view = (search: string, catalogue = CATALOGUE) => mapView(new URLSearchParams(search), catalogue);

test.each([
  ['', '62-day-wait', 'fy2020-21', 'ccg'],
  ['period=2021-10', '62-day-wait', '2021-10', 'ccg'],
  ['level=alliance&period=2021-10', '62-day-wait', 'fy2020-21', 'alliance'],
  ['metric=28-day-diagnosis', '28-day-diagnosis', 'fy2021-22-q2', 'ccg'],
  ['metric=28-day-diagnosis&level=alliance', '28-day-diagnosis', 'fy2021-22-q2', 'ccg'],
  ['metric=only-alliances', 'only-alliances', 'fy2018-19', 'alliance'],
  ['metric=stage-recorded', '62-day-wait', 'fy2020-21', 'ccg'],
  ['metric=x&period=y&level=z', '62-day-wait', 'fy2020-21', 'ccg'],
])('?%s shows %s in %s by %s', (search, id, period, level) =>
  expect(view(search)).toEqual({ metric: id, period, level }),
);

test('an empty catalogue has a view too', () => {
  const empty = { metrics: [], home: { metric: '62-day-wait', period: null } } as unknown as Catalogue;
  expect(view('', empty)).toEqual({ metric: '62-day-wait', period: '', level: 'ccg' });
});

test('the request of a view', () =>
  expect(snapshotUrl(view(''))).toBe('/api/snapshot?level=ccg&metric=62-day-wait&period=fy2020-21'));
