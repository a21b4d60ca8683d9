import { describe, expect, test } from 'vitest';
import { type MetricPage, metricPageUrl, parseMetricPage } from '../../../../client/pages/metric/view.ts';
import { catalogue } from '../../fixtures.ts';

const known = catalogue();
const read = (address: string): MetricPage => {
  const [path = '', search = ''] = address.split('?');
  const page = parseMetricPage(path.slice('/metrics/'.length), search, known);
  if (!page) throw new Error(`No page at ${address}`);
  return page;
};
const home = read('/metrics/62-day-wait');

describe('the page of a metric and its address', () => {
  test('the opening page has the bare address', () => {
    expect(metricPageUrl(home, known)).toBe('/metrics/62-day-wait');
    expect(home).toMatchObject({
      period: 'fy2020-21',
      level: 'ccg',
      benchmark: 'england',
      confidence: '95',
      limits: 'score',
      widened: false,
    });
  });

  test.each<Partial<MetricPage>>([
    { period: '2016-04' },
    { level: 'alliance', area: 'greater-manchester' },
    { benchmark: 'similar', confidence: '99.8' },
    { benchmark: '00V,01D,01G' },
    { limits: 'exact', widened: true },
    { alliance: 'greater-manchester', only: true },
    { sort: 'name', down: true, area: '00V' },
  ])('%o survives the address', (change) => {
    const page = { ...home, ...change };
    expect(read(metricPageUrl(page, known))).toEqual(page);
  });

  test('only what differs is written', () =>
    expect(metricPageUrl({ ...home, widened: true, period: 'fy2016-17' }, known)).toBe(
      '/metrics/62-day-wait?period=fy2016-17&widened=1',
    ));

  test('the only level of a metric is not written', () =>
    expect(metricPageUrl(read('/metrics/early-stage?level=alliance'), known)).toBe('/metrics/early-stage'));

  test('another metric keeps what applies to it', () => {
    const kept = read(
      metricPageUrl({ ...home, alliance: 'greater-manchester', benchmark: 'similar' }, known).replace(
        '62-day-wait',
        'early-stage',
      ),
    );
    expect(kept).toMatchObject({ period: '2013', alliance: 'greater-manchester', benchmark: 'similar' });
  });

  test('keeping one Alliance needs one', () =>
    expect(read('/metrics/62-day-wait?only=1')).toMatchObject({ only: false }));

  test('nonsense falls back, and an unknown metric has no page', () => {
    expect(read('/metrics/62-day-wait?confidence=90&limits=wide&widened=yes&period=x')).toEqual(home);
    expect(parseMetricPage('luck', '', known)).toBeNull();
  });
});
