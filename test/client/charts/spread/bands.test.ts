import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { breakPlaces, unbroken } from '../../../../client/charts/kit/overTime.ts';
import { PaintedPlot } from '../../../../client/charts/over-time/PaintedPlot.tsx';
import { plotOf } from '../../../../client/charts/over-time/plot.ts';
import { canShowOverTime, spreadDescription } from '../../../../client/charts/spread/bands.tsx';
import { METRICS } from '../../../../data/metrics/index.ts';
import { quarterly, spread, spreadPoint } from '../fixtures.ts';

const texts = (markup: string) =>
  [...markup.matchAll(/<text.*?<\/text>/gs)].map(([text]) => text.replace(/<[^>]*>/g, ' ').trim());

describe('the spread over time', () => {
  const over = [...spread().overTime, spreadPoint('fy2019-20', null), spreadPoint('fy2020-21', 0.75)];
  const broken = spread({ overTime: over, breaks: [{ from: '2020-04', reason: 'The workbooks change.' }] });
  const markup = renderToStaticMarkup(
    createElement(PaintedPlot, {
      plot: plotOf(
        spreadDescription(broken, [quarterly('00V', { 'fy2018-19': 0.8 })], METRICS['62-day-wait'], 'By CCG'),
        1000,
      ),
    }),
  );

  test('is drawn for two periods or more', () => {
    const single = spread({ overTime: [spreadPoint('fy2016-17', 0.8), spreadPoint('fy2017-18', null)] });
    expect([canShowOverTime(single), canShowOverTime(spread())]).toEqual([false, true]);
  });

  test('marks breaks and the period shown, and names its lines', () => {
    expect(texts(markup)).toEqual(
      expect.arrayContaining(['Break, 2020/21', 'Shown: 2016/17', '00V', 'Median', 'Target 85%']),
    );
  });

  test('is interrupted at gaps and breaks', () => {
    const periods = over.map(({ period }) => period);
    expect(breakPlaces(periods, broken.breaks)).toEqual([4]);
    expect(unbroken([1, 2, null, 3, 4, 5], [4])).toEqual([[0, 1], [3], [4, 5]]);
    const bands = [...markup.matchAll(/ d="([^"]+z)" fill="#e8eef4"/g)].map(
      ([, d = '']) => d.split('M').length - 1,
    );
    expect(bands).toEqual([2]);
  });
});
