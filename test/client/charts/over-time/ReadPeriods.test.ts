import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { trendFigure } from '../../../../client/charts/over-time/index.tsx';
import { nearestPeriod, nextPeriod } from '../../../../client/charts/over-time/ReadPeriods.tsx';
import { trendSeries } from '../../../../client/charts/over-time/series.ts';
import { trendReading } from '../../../../client/charts/over-time/TrendChart.tsx';
import { trendPoints, wholeTrend } from '../fixtures.ts';

const bury = wholeTrend(
  '62-day-wait',
  { '2019-12': 0.9, '2020-01': null },
  {
    benchmark: { area: 'england', name: 'England', points: trendPoints({ '2019-12': 0.8, '2020-01': 0.81 }) },
  },
);

test('keys move by period and stop at the ends', () => {
  expect(nextPeriod(3, 'ArrowLeft', 5)).toBe(2);
  expect(nextPeriod(3, 'ArrowRight', 5)).toBe(4);
  expect(nextPeriod(4, 'ArrowRight', 5)).toBe(4);
  expect(nextPeriod(0, 'ArrowLeft', 5)).toBe(0);
  expect(nextPeriod(3, 'Home', 5)).toBe(0);
  expect(nextPeriod(0, 'End', 5)).toBe(4);
  expect(nextPeriod(3, 'Enter', 5)).toBeNull();
});

test('a pointer is at the nearest period, also beyond the ends', () => {
  const x = (index: number) => 50 + 10 * index;
  expect(nearestPeriod(4, x, 64)).toBe(1);
  expect(nearestPeriod(4, x, 0)).toBe(0);
  expect(nearestPeriod(4, x, 500)).toBe(3);
});

const { Chart, spec } = trendFigure(bury, { control: false, width: 640, areas: undefined });

test('a period is read with every figure it has, the gap of the area and the target', () =>
  expect(trendReading(trendSeries(bury, spec.metric), spec, 1)).toEqual({
    period: 'January 2020',
    lines: ['Bury: no figure', 'England: 81.0%', 'Target: 85%'],
    dots: [{ value: 0.81, colour: '#4c6272' }],
  }));

test('where it can be read it is one tab stop that says its last period, over the same drawing', () => {
  const still = renderToStaticMarkup(createElement(Chart, { trend: bury, spec }));
  const readable = renderToStaticMarkup(createElement(Chart, { trend: bury, spec, readable: true }));
  expect(readable).toContain(still);
  expect(readable.match(/tabindex/g)).toHaveLength(1);
  expect(readable).toMatch(/role="slider"[^>]*aria-valuetext="January 2020; Bury: no figure/);
  expect(readable).toMatch(/aria-live="polite"/);
});
