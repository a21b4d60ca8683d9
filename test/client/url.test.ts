import { describe, expect, test } from 'vitest';
import {
  ALLIANCE,
  type AllianceView,
  allianceUrl,
  areaUrl,
  CCG,
  type CcgView,
  COMPARE,
  type CompareView,
  ccgUrl,
  compareAreasUrl,
  compareUrl,
  contextOf,
  ENGLAND,
  type EnglandView,
  EXPLORED,
  englandUrl,
  METRIC,
  type MetricView,
  mapAtUrl,
  metricAtUrl,
  metricUrl,
  PROGRESS,
  parseMetric,
  progressPageUrl,
  TRENDS,
} from '../../client/url.ts';
import type { Catalogue } from '../../data/contract/index.ts';
import { catalogue as twoMetrics } from './fixtures.ts';

const catalogue = twoMetrics();
const searchOf = (address: string) => address.split('?')[1] ?? '';

describe('the map of England', () => {
  const home = ENGLAND.parse('', { catalogue });
  const read = (address: string) => ENGLAND.parse(searchOf(address), { catalogue });

  test('the home view has the bare address', () => expect(englandUrl(home, catalogue)).toBe('/'));

  test('opens on the catalogue’s home metric and period', () =>
    expect(home).toMatchObject({ metric: '62-day-wait', period: 'fy2020-21', level: 'ccg', layout: 'map' }));

  test.each<Partial<EnglandView>>([
    { metric: '31-day-wait' },
    { period: '2021-11' },
    { level: 'alliance', area: 'greater-manchester' },
    { metric: 'early-stage', period: '2012' },
    { layout: 'hex', sort: 'name', down: true },
    { within: 'greater-manchester', find: 'tameside & glossop' },
  ])('%o survives the address', (change) => {
    const view = { ...home, ...change };
    expect(read(englandUrl(view, catalogue))).toEqual(view);
    expect(`/${ENGLAND.settled(view, { catalogue })}`).toBe(englandUrl(view, catalogue));
  });

  test('only what differs is written', () => {
    expect(englandUrl({ ...home, metric: '31-day-wait' }, catalogue)).toBe('/?metric=31-day-wait');
    expect(englandUrl({ ...home, metric: 'early-stage', period: '2013' }, catalogue)).toBe(
      '/?metric=early-stage',
    );
  });

  test('what does not exist in a view falls back', () =>
    expect(ENGLAND.settled({ ...home, metric: 'early-stage', level: 'alliance' }, { catalogue })).toBe(
      '?metric=early-stage',
    ));

  test('nonsense falls back to the home view', () =>
    expect(read('/?metric=x&period=2016-13&level=ward&layout=globe&sort=luck&order=sideways')).toEqual(home));
});

describe('which figures a page shows', () => {
  const metric = (id: string, ...periods: [level: string, grain: string, periods: string[]][]) => ({
    id,
    periods: periods.map(([level, grain, listed]) => ({ level, grain, periods: listed })),
  });
  const varied = {
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
      metric(
        '62-day-combined',
        ['alliance', 'month', ['2026-04']],
        ['icb', 'month', ['2026-03', '2026-04']],
        ['alliance-today', 'month', ['2026-04']],
      ),
    ],
    home: { metric: '62-day-wait', period: 'fy2020-21' },
  } as unknown as Catalogue;

  test.each([
    ['', '62-day-wait', 'fy2020-21', 'ccg'],
    ['period=2021-10', '62-day-wait', '2021-10', 'ccg'],
    ['level=alliance&period=2021-10', '62-day-wait', 'fy2020-21', 'alliance'],
    ['metric=28-day-diagnosis', '28-day-diagnosis', 'fy2021-22-q2', 'ccg'],
    ['metric=28-day-diagnosis&level=alliance', '28-day-diagnosis', 'fy2021-22-q2', 'ccg'],
    ['metric=62-day-combined', '62-day-combined', '2026-04', 'alliance'],
    ['metric=62-day-combined&level=icb&period=2026-03', '62-day-combined', '2026-03', 'icb'],
    ['metric=62-day-combined&level=alliance-today', '62-day-combined', '2026-04', 'alliance-today'],
    ['level=icb', '62-day-wait', 'fy2020-21', 'ccg'],
    ['metric=only-alliances', 'only-alliances', 'fy2018-19', 'alliance'],
    ['metric=stage-recorded', '62-day-wait', 'fy2020-21', 'ccg'],
    ['metric=x&period=y&level=z', '62-day-wait', 'fy2020-21', 'ccg'],
  ])('?%s shows %s in %s by %s', (search, id, period, level) =>
    expect(ENGLAND.parse(search, { catalogue: varied })).toMatchObject({ metric: id, period, level }),
  );

  test('an empty catalogue has a view too', () => {
    const empty = { metrics: [], home: { metric: '62-day-wait', period: null } } as unknown as Catalogue;
    const view = { metric: '62-day-wait', period: '', level: 'ccg' };
    expect(ENGLAND.parse('', { catalogue: empty })).toMatchObject(view);
  });
});

describe('the page of a metric', () => {
  const read = (address: string): MetricView => {
    const [path = ''] = address.split('?');
    const view = parseMetric(path.slice('/metrics/'.length), searchOf(address), catalogue);
    if (!view) throw new Error(`No page at ${address}`);
    return view;
  };
  const home = read('/metrics/62-day-wait');

  test('the opening page has the bare address', () => {
    expect(metricUrl(home, catalogue)).toBe('/metrics/62-day-wait');
    expect(home).toMatchObject({
      period: 'fy2020-21',
      level: 'ccg',
      benchmark: 'england',
      confidence: '95',
      limits: 'score',
      widened: false,
    });
  });

  test.each<Partial<MetricView>>([
    { period: '2016-04' },
    { level: 'alliance', area: 'greater-manchester' },
    { benchmark: 'similar', confidence: '99.8' },
    { benchmark: '00V,01D,01G' },
    { limits: 'exact', widened: true },
    { alliance: 'greater-manchester', only: true },
    { sort: 'name', down: true, area: '00V' },
  ])('%o survives the address', (change) => {
    const view = { ...home, ...change };
    expect(read(metricUrl(view, catalogue))).toEqual(view);
  });

  test('only what differs is written', () =>
    expect(metricUrl({ ...home, widened: true, period: 'fy2016-17' }, catalogue)).toBe(
      '/metrics/62-day-wait?period=fy2016-17&widened=1',
    ));

  test('the only level of a metric is not written', () =>
    expect(metricUrl(read('/metrics/early-stage?level=alliance'), catalogue)).toBe('/metrics/early-stage'));

  test('another metric keeps what applies to it', () => {
    const view = {
      ...home,
      alliance: 'greater-manchester',
      benchmark: 'similar',
      level: 'alliance',
    } as const;
    const search = METRIC.settled(view, { catalogue, metric: 'early-stage' });
    expect(search).toBe('?benchmark=similar&alliance=greater-manchester');
    const kept = read(metricUrl(view, catalogue).replace('62-day-wait', 'early-stage'));
    expect(kept).toMatchObject({ period: '2013', alliance: 'greater-manchester', benchmark: 'similar' });
  });

  test('keeping one Alliance needs one', () =>
    expect(read('/metrics/62-day-wait?only=1')).toMatchObject({ only: false }));

  test('nonsense falls back, and an unknown metric has no page', () => {
    expect(read('/metrics/62-day-wait?confidence=90&limits=wide&widened=yes&period=x')).toEqual(home);
    expect(parseMetric('luck', '', catalogue)).toBeNull();
  });
});

describe('the page of an Alliance', () => {
  test.each<Partial<AllianceView>>([
    { period: 'fy2016-17' },
    { metric: '31-day-wait', area: '00V' },
    { benchmark: 'alliance', confidence: '99.8' },
    { sort: 'name', down: true },
    { sort: '62-day-wait', by: 'route' },
  ])('%o survives the address', (change) =>
    expect(ALLIANCE.parse(searchOf(allianceUrl('wessex', change)))).toEqual({
      ...ALLIANCE.parse(''),
      ...change,
    }),
  );

  test('defaults are not written; the grain and the chart are kept', () => {
    expect(ALLIANCE.change('metric=31-day-wait', { metric: '62-day-wait' })).toBe('');
    expect(ALLIANCE.change('grain=month&chart=control', { period: 'fy2016-17' })).toBe(
      '?grain=month&chart=control&period=fy2016-17',
    );
    expect(allianceUrl('wessex')).toBe('/alliances/wessex');
  });

  test('nonsense falls back', () =>
    expect(ALLIANCE.parse('metric=x&sort=luck&order=down&lines=some&confidence=5')).toEqual(
      ALLIANCE.parse(''),
    ));
});

describe('the page of a CCG', () => {
  test.each<Partial<CcgView>>([
    { period: 'fy2016-17' },
    { benchmark: 'similar', confidence: '99.8' },
    { trend: '31-day-wait', measure: 'early-stage' },
    { benchmark: '00V,01D' },
  ])('%o survives the address', (change) =>
    expect(CCG.parse(searchOf(ccgUrl('00V', change)))).toEqual({ ...CCG.parse(''), ...change }),
  );

  test('defaults are not written, and other parameters are kept', () => {
    expect(CCG.change('benchmark=similar', { benchmark: 'england' })).toBe('');
    expect(CCG.change('grain=month&chart=control', { trend: '62-day-wait' })).toBe(
      '?grain=month&chart=control&trend=62-day-wait',
    );
    expect(ccgUrl('00V')).toBe('/ccgs/00V');
  });

  test('nonsense falls back', () =>
    expect(CCG.parse('trend=x&measure=y&confidence=50')).toEqual(CCG.parse('')));
});

describe('what travels along a link', () => {
  const context = { metric: '31-day-wait', period: 'fy2016-17', benchmark: 'best-decile' } as const;

  test('is read from the address of any page', () => {
    expect(contextOf('/metrics/31-day-wait', '?period=fy2016-17&benchmark=best-decile')).toEqual(context);
    expect(contextOf('/ccgs/02T', 'measure=31-day-wait&period=fy2016-17&benchmark=best-decile')).toEqual(
      context,
    );
    expect(contextOf('/', '?metric=nonsense')).toEqual({});
  });

  test('goes to the page of an area under the names it has there', () => {
    expect(areaUrl('alliance', 'wessex', context)).toBe(
      '/alliances/wessex?period=fy2016-17&metric=31-day-wait&benchmark=best-decile',
    );
    expect(areaUrl('ccg', '02T', context)).toBe(
      '/ccgs/02T?period=fy2016-17&benchmark=best-decile&measure=31-day-wait',
    );
  });

  test('what only CCGs can be compared with stays behind elsewhere; their own Alliance is, on its page, itself', () => {
    expect(areaUrl('ccg', '02T', { benchmark: 'similar' })).toBe('/ccgs/02T?benchmark=similar');
    expect(areaUrl('icb', 'QWO', { benchmark: 'similar' })).toBe('/icbs/QWO');
    expect(areaUrl('alliance', 'wessex', { benchmark: 'similar' })).toBe('/alliances/wessex');
    expect(areaUrl('alliance', 'wessex', { benchmark: 'alliance' })).toBe(
      '/alliances/wessex?benchmark=wessex',
    );
    expect(metricAtUrl('31-day-wait', { level: 'alliance', benchmark: 'alliance' })).toBe(
      '/metrics/31-day-wait?level=alliance',
    );
  });

  test('to a metric and to the map goes the area too; England is not named', () => {
    expect(metricAtUrl('31-day-wait', { ...context, level: 'ccg', area: '02T' })).toBe(
      '/metrics/31-day-wait?level=ccg&period=fy2016-17&benchmark=best-decile&area=02T',
    );
    expect(metricAtUrl('31-day-wait', { benchmark: 'england', period: null })).toBe('/metrics/31-day-wait');
    expect(mapAtUrl({ ...context, level: 'icb', area: 'QWO' })).toBe(
      '/?metric=31-day-wait&level=icb&period=fy2016-17&area=QWO',
    );
  });
});

describe('the trends of all waiting times', () => {
  test('one part is set and taken out without touching the others', () => {
    expect(TRENDS.change('grain=month&benchmark=similar', { chart: 'control' })).toBe(
      '?grain=month&benchmark=similar&chart=control',
    );
    expect(TRENDS.change('?grain=month&chart=control', { grain: 'year' })).toBe('?grain=year&chart=control');
    expect(TRENDS.change('chart=control', { chart: 'trend' })).toBe('');
  });

  test('nonsense falls back', () =>
    expect(TRENDS.parse('grain=decade&chart=pie')).toEqual({ grain: '', chart: 'trend' }));
});

describe('charts over time', () => {
  test('their range, hidden lines and the one picked out are set without touching the rest', () => {
    const search = EXPLORED.change('area=02N', { range: '2018-04..2020-03', hide: ['england', 'target'] });
    expect(search).toBe('?area=02N&range=2018-04..2020-03&hide=england,target');
    expect(EXPLORED.parse(search)).toEqual({
      range: '2018-04..2020-03',
      hide: ['england', 'target'],
      pick: '',
    });
    expect(EXPLORED.change(search, { range: '', hide: [] })).toBe('?area=02N');
  });
});

describe('the page of the ambitions', () => {
  test.each([
    { area: 'england', period: '' },
    { area: 'west-yorkshire', period: 'fy2016-17' },
    { area: '02N', period: '' },
    { area: 'region-north', period: '2013' },
  ])('%o survives the address', (view) =>
    expect(PROGRESS.parse(searchOf(progressPageUrl(view)))).toEqual(view),
  );

  test('what is usual is not written, and nonsense falls back', () => {
    expect(progressPageUrl({ area: 'england', period: '' })).toBe('/progress');
    expect(progressPageUrl()).toBe('/progress');
    expect(PROGRESS.parse('period=x&area=')).toEqual({ area: 'england', period: '' });
  });
});

describe('areas side by side', () => {
  const read = (address: string) => COMPARE.parse(searchOf(address), { catalogue });
  const home = read('/compare');

  test('the opening page has the bare address', () => {
    expect(compareUrl(home, catalogue)).toBe('/compare');
    expect(home).toEqual({
      areas: [],
      metric: '62-day-wait',
      period: 'fy2020-21',
      group: '',
      benchmark: 'england',
      confidence: '95',
      line: '',
      grain: '',
      range: '',
      hide: [],
    });
  });

  test.each<Partial<CompareView>>([
    { areas: ['02N', '02W', 'west-yorkshire', 'england'] },
    { areas: ['02N', '02W'], group: 'Bradford & Airedale, 100%', benchmark: 'group' },
    { metric: '31-day-wait', period: '2016-04' },
    { metric: 'early-stage', period: '2012', confidence: '99.8' },
    { benchmark: 'greater-manchester', line: '02N' },
    { grain: 'month', range: '2018-04..2020-03', hide: ['02N', 'target'] },
  ])('%o survives the address', (change) => {
    const view = { ...home, ...change };
    expect(read(compareUrl(view, catalogue))).toEqual(view);
  });

  test('commas stay readable, and only what differs is written', () =>
    expect(compareUrl({ ...home, areas: ['02N', 'england'], period: 'fy2016-17' }, catalogue)).toBe(
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
