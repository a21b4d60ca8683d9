import { expect, test } from 'vitest';
import {
  chartUrl,
  downloadUrl,
  findingsUrl,
  packUrl,
  profileUrl,
  scorecardUrl,
  snapshotUrl,
  spreadUrl,
  trendUrl,
} from '../../../data/addresses/api.ts';

const map = { metric: '62-day-wait', period: 'fy2020-21', level: 'ccg' } as const;

test('a request has its parameters by name, and none at its default', () => {
  expect(snapshotUrl(map)).toBe('/api/snapshot?level=ccg&metric=62-day-wait&period=fy2020-21');
  expect(snapshotUrl({ ...map, benchmark: 'england', confidence: '95' })).toBe(snapshotUrl(map));
  expect(snapshotUrl({ ...map, benchmark: '02N,02W' })).toBe(
    '/api/snapshot?benchmark=02N%2C02W&level=ccg&metric=62-day-wait&period=fy2020-21',
  );
  expect(trendUrl({ metric: '62-day-wait', area: '02N', grain: 'month', group: 'all' })).toBe(
    '/api/trend?area=02N&grain=month&metric=62-day-wait',
  );
});

test('a view may know more than a request asks', () => {
  const view = { ...map, area: '02N', sort: 'name', limits: 'exact' as const };
  expect(snapshotUrl(view)).toBe(snapshotUrl(map));
  expect(spreadUrl(view)).toBe('/api/spread?level=ccg&limits=exact&metric=62-day-wait&period=fy2020-21');
});

test('the spread stands around England where each area is compared with a figure of its own', () => {
  expect(spreadUrl({ ...map, benchmark: 'similar' })).toBe(spreadUrl(map));
  expect(spreadUrl({ ...map, benchmark: 'best-decile' })).toContain('benchmark=best-decile');
});

test('without a period it is the latest that is asked for', () => {
  expect(findingsUrl({ area: 'england', period: '' })).toBe('/api/findings?area=england');
  expect(profileUrl({ area: '02N', period: '2016-04' })).toBe('/api/profile?area=02N&period=2016-04');
  expect(scorecardUrl({ alliance: 'wessex', period: '' })).toBe('/api/scorecard?alliance=wessex');
});

test('a file has the address of what is asked for and no more', () => {
  expect(chartUrl('map', 'png', { metric: '62-day-wait', layout: '', area: undefined })).toBe(
    '/api/chart/map.png?metric=62-day-wait',
  );
  expect(packUrl('pptx', { area: 'england', period: '' }, [], 'value')).toBe(
    '/api/pack/england.pptx?colour=value',
  );
  expect(packUrl('pptx', { area: 'wessex', period: '' }, ['cover', 'map'])).toBe(
    '/api/pack/wessex.pptx?slides=cover,map',
  );
  expect(downloadUrl('observations.csv', { metric: '', level: 'ccg' })).toBe(
    '/api/download/observations.csv?level=ccg',
  );
});
