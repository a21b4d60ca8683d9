import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DRAWN_WIDTH } from '../../../../client/charts/kit/chart.ts';
import { control, trend } from '../../../../client/charts/over-time/index.tsx';
import type { ChartContext } from '../../../../data/contract/drawing.ts';
import type { Trend } from '../../../../data/contract/index.ts';
import { catalogue } from '../../fixtures.ts';
import { areas, controlled, trendPoint, trendPoints, wholeTrend } from '../fixtures.ts';

const context: ChartContext = {
  catalogue: catalogue(),
  areas: areas(),
  dataVersion: 'test',
  origin: 'https://example.org',
};
const QUERY = { metric: '62-day-wait', area: '02N', grain: 'month' };
const drawn = (chart: typeof trend, reply: Trend, query: Readonly<Record<string, string>> = QUERY) =>
  chart.draw(query, context, <Reply>() => reply as Reply);

const VALUES = { '2020-01': 0.8, '2020-02': null, '2020-03': 0.9 };
const bury = (over: Partial<Trend> = {}) =>
  wholeTrend('62-day-wait', VALUES, {
    benchmark: { area: 'england', name: 'England', points: trendPoints({ ...VALUES, '2020-02': 0.75 }) },
    ...over,
  });

describe('a trend out of its page', () => {
  const out = drawn(trend, bury());

  test('asks for the months, or by default for the grain its page opens with', () => {
    expect(trend.asks(QUERY, context).needed).toEqual(['/api/trend?area=02N&grain=month&metric=62-day-wait']);
    expect(trend.asks({ metric: '62-day-wait', area: 'west-yorkshire' }, context).needed[0]).toContain(
      'grain=year',
    );
    expect(() => trend.asks({ metric: '28-day-diagnosis', area: '02N' }, context)).toThrow(
      /28-day-diagnosis/,
    );
  });

  test('has its finding as title, and names benchmark, target and gaps', () => {
    expect(out.title).toBe('62-day wait: 90.0% in March 2020, above the standard of 85%');
    expect(out.notes).toEqual(
      expect.arrayContaining([
        'England: 90.0% in March 2020.',
        'National standard: 85% within 62 days.',
        '1 of 3 periods have no figure.',
      ]),
    );
  });

  test('what is said of one figure names its period', () => {
    const points = [trendPoint('2020-01', 0.8), { ...trendPoint('2020-02', 0.9), notes: ['Read with care'] }];
    expect(drawn(trend, bury({ points })).notes).toContain('February 2020: Read with care.');
  });

  test('its numbers are those drawn, unrounded, a gap empty', () => {
    const { head, rows } = out.table;
    const column = (id: string) => rows.map((row) => row[head.indexOf(id)]);
    expect(column('period')).toEqual(['2020-01', '2020-02', '2020-03']);
    expect(column('value')).toEqual([0.8, null, 0.9]);
    expect(column('england')).toEqual([0.8, 0.75, 0.9]);
    expect(column('target')).toEqual([0.85, 0.85, 0.85]);
  });

  test('is drawn as wide as every figure, without a title of its own, and links to its page', () => {
    const markup = renderToStaticMarkup(createElement(() => out.picture));
    expect(markup).toContain(`<svg width="${DRAWN_WIDTH}"`);
    expect(markup).not.toContain('font-weight="700" fill="#212b32"><text');
    expect(out.page).toBe('/ccgs/02N?trend=62-day-wait&grain=month');
    expect(drawn(trend, bury(), { metric: '31-day-wait', area: 'west-yorkshire' }).page).toBe(
      '/alliances/west-yorkshire?metric=31-day-wait',
    );
  });

  test('without a figure there is nothing to take', () =>
    expect(() => drawn(trend, wholeTrend('62-day-wait', { '2020-01': null }))).toThrow(
      /^There are no figures of 62-day wait for .+ to draw\./,
    ));
});

describe('a control chart out of its page', () => {
  test('has its variation as title, and its limits as drawn', () => {
    const out = drawn(control, controlled());
    expect(out.title).toBe(
      '62-day wait. From April 2020 there are no limits to read the latest figures by. Too few',
    );
    const { head, rows } = out.table;
    expect(rows[0]?.[head.indexOf('upper_limit')]).toBe(1);
    expect(out.page).toBe('/ccgs/02N?trend=62-day-wait&chart=control&grain=month');
  });

  test('where none can be made it says why', () =>
    expect(() => drawn(control, bury())).toThrow(/no control chart here. Too few/));
});
