import { describe, expect, test } from 'vitest';
import { controlLabels, controlReading } from '../../../../client/charts/over-time/ControlChart.tsx';
import { controlSeries } from '../../../../client/charts/over-time/series.ts';
import { metric as metricOf } from '../../../../data/metrics/index.ts';
import { controlled } from '../fixtures.ts';

const wait = metricOf('62-day-wait');

describe('the series of a control chart', () => {
  const series = controlSeries(controlled());

  test('limits end with their segment', () => {
    expect(series.values).toEqual([0.88, null, 0.7, 0.72]);
    expect(series.mean).toEqual([0.9, 0.9, null, null]);
    expect(series.lower).toEqual([0.76, 0.76, null, null]);
    expect(series.upper).toEqual([1, 1, null, null]);
    expect(series.target).toEqual([0.85, 0.85, 0.85, 0.85]);
  });

  test('a mark stands where the limits start anew, with the reason', () => {
    expect(series.marks).toEqual([{ period: '2020-04', at: 2, reasons: ['The pandemic.'] }]);
    expect(series.breaks).toEqual([2]);
  });

  test('lines are named at their ends only where the last segment has limits', () => {
    const { control } = controlled();
    expect(controlLabels(control, wait)).toEqual([]);
    expect(controlLabels({ ...control, segments: control.segments.slice(0, 1) }, wait)).toEqual([
      { text: 'Upper limit 100%', value: 1 },
      { text: 'Mean 90.0%', value: 0.9 },
      { text: 'Lower limit 76.0%', value: 0.76 },
    ]);
  });

  test('a period is read with its mean, its limits and what it says', () => {
    const spec = { metric: wait, name: 'NHS Bury CCG', runLength: 7 };
    expect(controlReading(series, spec, 0)).toMatchObject({
      period: 'February 2020',
      lines: ['NHS Bury CCG: 88.0%', 'Mean: 90.0%', 'Limits: 76.0% to 100.0%', 'Common cause'],
    });
    expect(controlReading(series, spec, 1).lines).toContain('NHS Bury CCG: no figure');
    expect(controlReading(series, spec, 3).lines).toEqual(['NHS Bury CCG: 72.0%', 'No limits']);
  });
});
